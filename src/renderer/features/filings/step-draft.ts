import { endsNotice, stepRequirements } from '../../../shared/domain/filing-state-machine.ts';
import type { Filing, FilingAction, FilingStepInput } from '../../../shared/domain/filing.ts';
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import { noticeHasEnded } from '../../../shared/domain/public-notice.ts';

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
}

/** What a step looks like before anything is typed. */
export const emptyStepDraft = (
  action: FilingAction,
  usual: {
    readonly actor: string;
    readonly actedOn: string | null;
    readonly noticeDays: number;
    readonly noticePlace: string;
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
});

type StepContext = Pick<Filing, 'entryMode' | 'notice'> & {
  /** Days that the rules ask of a notice. */
  readonly leastNoticeDays: number;
};

/** True where the step sets a rule aside and so must say why; paper of the past is taken as it is. */
export const asksForReason = (
  { entryMode, notice, leastNoticeDays }: StepContext,
  draft: StepDraft,
): boolean => {
  if (entryMode === 'back-entry') return false;
  if (draft.action === 'start-notice') return draft.noticeDays < leastNoticeDays;
  return (
    endsNotice(draft.action) &&
    notice !== null &&
    draft.actedOn !== null &&
    !noticeHasEnded(notice, draft.actedOn)
  );
};

/** True where an opinion is a must: whoever returns, refuses or objects says why. Old paper may bear none. */
export const asksForOpinion = ({ entryMode }: Pick<Filing, 'entryMode'>, action: FilingAction): boolean =>
  entryMode === 'live' && stepRequirements(action).includes('opinion');

/** What still keeps a step from being taken, in the words of the form; empty when nothing does. */
export const stepLacks = (context: StepContext, draft: StepDraft): readonly string[] => {
  const lacks: (readonly [string, boolean])[] = [
    ['经办人', draft.actor.trim() === ''],
    ['日期', draft.actedOn === null],
    ['意见', asksForOpinion(context, draft.action) && draft.opinion.trim() === ''],
    ['公示地点', draft.action === 'start-notice' && draft.noticePlace.trim() === ''],
    ['公示方式', draft.action === 'start-notice' && draft.noticeMethod.trim() === ''],
    ['理由', asksForReason(context, draft) && draft.overrideReason.trim() === ''],
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
        overrideReason: asksForReason(context, draft) ? orNull(draft.overrideReason) : null,
        notice:
          draft.action === 'start-notice'
            ? {
                place: draft.noticePlace.trim(),
                method: draft.noticeMethod.trim(),
                days: draft.noticeDays,
              }
            : null,
        filingNumber: draft.action === 'issue-certificate' ? orNull(draft.filingNumber) : null,
      };
