import {
  endsCertificate,
  endsNotice,
  returnsApplication,
  stepRequirements,
} from '../../../shared/domain/filing-state-machine.ts';
import type { Filing, FilingAction, FilingStepInput, NoticeItem } from '../../../shared/domain/filing.ts';
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import { noticeHasEnded } from '../../../shared/domain/public-notice.ts';
import { formerPaperOf, type FormerPaperDraft } from '../certificates/FormerPaper.tsx';

/** What is typed of a step. */
export interface StepDraft {
  readonly action: FilingAction;
  readonly actor: string;
  readonly opinion: string;
  readonly actedOn: string | null;
  readonly evidence: string;
  readonly attachmentIds: readonly AttachmentId[];
  readonly overrideReason: string;
  readonly noticePlace: string;
  readonly noticeMethod: string;
  readonly noticeDays: number;
  readonly filingNumber: string;
  /** Gaps of the checklist that the notice lists. */
  readonly gaps: readonly NoticeItem[];
  /** Other gaps, one a line. */
  readonly otherGaps: string;
  readonly correctBy: string | null;
  readonly objector: string;
  readonly former: FormerPaperDraft;
}

/** What a step looks like before anything is typed. */
export const emptyStepDraft = (
  action: FilingAction,
  usual: {
    readonly actor: string;
    readonly actedOn: string | null;
    readonly noticeDays: number;
    readonly noticePlace: string;
    readonly gaps: readonly NoticeItem[];
  },
): StepDraft => ({
  action,
  actor: usual.actor,
  opinion: '',
  actedOn: usual.actedOn,
  evidence: '',
  attachmentIds: [],
  overrideReason: '',
  noticePlace: usual.noticePlace,
  noticeMethod: '张贴纸质公示',
  noticeDays: usual.noticeDays,
  filingNumber: '',
  gaps: usual.gaps,
  otherGaps: '',
  correctBy: null,
  objector: '',
  former: { outcome: null, by: usual.actor, place: '', on: usual.actedOn },
});

type StepContext = Pick<Filing, 'kind' | 'entryMode' | 'notice' | 'formerCertificate'> & {
  /** Days that the rules ask of a notice. */
  readonly leastNoticeDays: number;
};

/** A dissolution under way says it with the papers that it brings. */
const bringsCertificate = ({ kind, entryMode }: Pick<StepContext, 'kind' | 'entryMode'>): boolean =>
  kind === 'dissolution' && entryMode === 'live';

/** True where the step takes a certificate out of use, and must say what became of the paper. */
export const asksForFormerCertificate = (
  context: Pick<StepContext, 'kind' | 'entryMode' | 'formerCertificate'>,
  action: FilingAction,
): boolean =>
  context.formerCertificate !== null && endsCertificate(context.kind, action) && !bringsCertificate(context);

const endsNoticeEarly = ({ notice }: StepContext, draft: StepDraft): boolean =>
  endsNotice(draft.action) &&
  notice !== null &&
  draft.actedOn !== null &&
  !noticeHasEnded(notice, draft.actedOn);

/** The rules that the step sets aside and so must say why; paper of the past is taken as it is. */
export const rulesSetAside = (
  context: StepContext,
  draft: StepDraft,
): readonly ('short-notice' | 'early-end' | 'certificate-outstanding')[] => {
  if (context.entryMode === 'back-entry') return [];
  const short = draft.action === 'start-notice' && draft.noticeDays < context.leastNoticeDays;
  const outstanding =
    asksForFormerCertificate(context, draft.action) && draft.former.outcome === 'outstanding';
  return [
    ...(short ? (['short-notice'] as const) : []),
    // The end of an organization waits for its notice, whatever the reason.
    ...(endsNoticeEarly(context, draft) && context.kind !== 'dissolution' ? (['early-end'] as const) : []),
    ...(outstanding ? (['certificate-outstanding'] as const) : []),
  ];
};

/** True where an opinion is a must: whoever returns, refuses or objects says why. Old paper may bear none. */
export const asksForOpinion = ({ entryMode }: Pick<Filing, 'entryMode'>, action: FilingAction): boolean =>
  entryMode === 'live' && stepRequirements(action).includes('opinion');

/** Everything that a return lists, at once. */
export const noticeItemsOf = ({ action, gaps, otherGaps }: StepDraft): readonly NoticeItem[] =>
  returnsApplication(action)
    ? [
        ...gaps,
        ...otherGaps
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .map((text) => ({ material: null, text })),
      ]
    : [];

const lacksFormerCertificate = (context: StepContext, { action, former }: StepDraft): boolean =>
  context.entryMode === 'live' &&
  asksForFormerCertificate(context, action) &&
  former.outcome !== 'outstanding' &&
  formerPaperOf(former) === null;

/** What the fields are called of whoever acts, and of what was said, at a step. */
export const actorLabel = (action: FilingAction): string => (action === 'submit' ? '申请人' : '经办人或单位');

export const opinionLabel = (action: FilingAction): string => {
  if (action === 'record-objection') return '异议内容';
  return action === 'street-refuse' ? '不予备案的理由' : '意见';
};

/** A step on another day: a certificate that is collected with it comes in on that day, too. */
export const onAnotherDay = (
  { actedOn: before, former }: StepDraft,
  actedOn: string | null,
): Partial<StepDraft> =>
  former.on === before ? { actedOn, former: { ...former, on: actedOn } } : { actedOn };

/** What still keeps a step from being taken, in the words of the form; empty when nothing does. */
export const stepLacks = (context: StepContext, draft: StepDraft): readonly string[] => {
  const asksOpinion = asksForOpinion(context, draft.action) && noticeItemsOf(draft).length === 0;
  const lacks: (readonly [string, boolean])[] = [
    [actorLabel(draft.action), draft.actor.trim() === ''],
    ['日期', draft.actedOn === null],
    [opinionLabel(draft.action), asksOpinion && draft.opinion.trim() === ''],
    ['公示地点', draft.action === 'start-notice' && draft.noticePlace.trim() === ''],
    ['公示方式', draft.action === 'start-notice' && draft.noticeMethod.trim() === ''],
    [
      '公示期满',
      context.kind === 'dissolution' && context.entryMode === 'live' && endsNoticeEarly(context, draft),
    ],
    ['旧证书的去向', lacksFormerCertificate(context, draft)],
    ['理由', rulesSetAside(context, draft).length > 0 && draft.overrideReason.trim() === ''],
  ];
  return lacks.filter(([, lacking]) => lacking).map(([what]) => what);
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The step as it is handed in; null while its day is not known. */
export const stepInputOf = (context: StepContext, draft: StepDraft): FilingStepInput | null =>
  draft.actedOn === null
    ? null
    : {
        action: draft.action,
        actor: draft.actor.trim(),
        opinion: orNull(draft.opinion),
        actedOn: draft.actedOn,
        evidence: orNull(draft.evidence),
        attachmentIds: [...draft.attachmentIds],
        overrideReason: rulesSetAside(context, draft).length > 0 ? orNull(draft.overrideReason) : null,
        notice:
          draft.action === 'start-notice'
            ? {
                place: draft.noticePlace.trim(),
                method: draft.noticeMethod.trim(),
                days: draft.noticeDays,
              }
            : null,
        filingNumber: draft.action === 'issue-certificate' ? orNull(draft.filingNumber) : null,
        noticeItems: [...noticeItemsOf(draft)],
        correctBy: returnsApplication(draft.action) ? draft.correctBy : null,
        objector: draft.action === 'record-objection' ? orNull(draft.objector) : null,
        formerCertificate: asksForFormerCertificate(context, draft.action)
          ? formerPaperOf(draft.former)
          : null,
      };
