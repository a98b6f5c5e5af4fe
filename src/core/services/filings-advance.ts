import {
  endsCertificate,
  endsNotice,
  isOpenState,
  missingRequirements,
  nextState,
  returnsApplication,
  stepDueOn,
} from '../../shared/domain/filing-state-machine.ts';
import type {
  Filing,
  FilingState,
  FilingStep,
  FilingStepInput,
  NoticeItem,
  PublicNotice,
} from '../../shared/domain/filing.ts';
import { documentNumberKindOf } from '../../shared/domain/document-number.ts';
import type { FilingId } from '../../shared/domain/ids.ts';
import {
  noticeHasEnded,
  pauseNotice,
  resumeNotice,
  startNotice,
  type NoticeClock,
} from '../../shared/domain/public-notice.ts';
import type { TimeLimit } from '../../shared/domain/rule-pack.ts';
import { CodedError } from '../../shared/errors.ts';
import { stepRequirementLabels } from '../../shared/labels/filing.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { linkAttachmentToStep } from '../db/repositories/attachments.ts';
import { insertFilingStep, listFilingSteps } from '../db/repositories/filing-steps.ts';
import { updateFiling, type FilingRecord } from '../db/repositories/filings.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../open-archive.ts';
import { assignDocumentNumber } from './document-numbers.ts';
import { withExitPack } from './exit-packs.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { applyOutcome } from './filings-outcome.ts';
import { formerCertificateOf } from './former-certificate.ts';
import { applyToObjections } from './notice-objections.ts';
import { readFiling, requireFiling } from './filings.ts';
import { rulesOn } from './rules.ts';
import { workingCalendar } from './working-calendar.ts';

const noticeLimit = (reader: Reader, { kind }: FilingRecord, on: string): TimeLimit => {
  const { filingNotice, exitNotice } = rulesOn(reader, on).body;
  return kind === 'dissolution' ? exitNotice : filingNotice;
};

const noticeClock = (reader: Reader, filing: FilingRecord, startsOn: string): NoticeClock => ({
  calendar: workingCalendar(reader),
  unit: noticeLimit(reader, filing, startsOn).unit,
});

/** @throws CodedError STEP_INCOMPLETE; in back-entry an old paper may bear no opinion */
const requireComplete = ({ entryMode }: FilingRecord, step: FilingStepInput): void => {
  const missing = missingRequirements(step).filter(
    (requirement) => entryMode === 'live' || requirement === 'notice',
  );
  if (missing.length > 0) {
    throw new CodedError('STEP_INCOMPLETE', {
      missing: missing.map((requirement) => stepRequirementLabels[requirement]),
    });
  }
};

/** @throws CodedError STEP_DATE_INVALID; nothing happens in the future, and only back-entry goes back in time */
const requireDate = (
  { ports }: OpenArchive,
  { entryMode }: FilingRecord,
  steps: readonly FilingStep[],
  { actedOn }: FilingStepInput,
): void => {
  if (actedOn > ports.clock.today()) throw new CodedError('STEP_DATE_INVALID', { reason: 'future' });
  const previous = steps.at(-1)?.actedOn;
  if (entryMode === 'live' && previous !== undefined && actedOn < previous) {
    throw new CodedError('STEP_DATE_INVALID', { reason: 'before-previous' });
  }
};

const needsFormerCertificate = (
  reader: Reader,
  { kind, id, organizationId }: FilingRecord,
  { action, formerCertificate }: FilingStepInput,
): boolean =>
  endsCertificate(kind, action) &&
  formerCertificate === null &&
  formerCertificateOf(reader, organizationId, id) !== null;

/** The rule that a step sets aside; it may, with a reason. Paper of the past is taken as it is. */
const brokenRule = (reader: Reader, filing: FilingRecord, step: FilingStepInput): CodedError | null => {
  if (filing.entryMode === 'back-entry') return null;
  const { notice } = filing;
  if (endsNotice(step.action) && notice !== null && !noticeHasEnded(notice, step.actedOn)) {
    return new CodedError('NOTICE_NOT_ENDED', { endsOn: notice.endsOn });
  }
  const limit = noticeLimit(reader, filing, step.actedOn);
  if (step.action === 'start-notice' && step.notice !== null && step.notice.days < limit.days) {
    return new CodedError('STEP_INCOMPLETE', { missing: [`公示少于 ${limit.days} 天的理由`] });
  }
  if (needsFormerCertificate(reader, filing, step)) {
    return new CodedError('STEP_INCOMPLETE', { missing: ['旧证书的收缴或遗失声明'] });
  }
  return null;
};

const noticeAfter = (
  reader: Reader,
  filing: FilingRecord,
  { action, actedOn, notice: hung }: FilingStepInput,
): PublicNotice | null => {
  const { notice } = filing;
  if (action === 'start-notice' && hung !== null) {
    return startNotice(noticeClock(reader, filing, actedOn), actedOn, hung);
  }
  if (notice === null) return null;
  if (action === 'record-objection') return pauseNotice(notice, actedOn);
  if (action === 'resolve-objection') {
    return resumeNotice(noticeClock(reader, filing, notice.startsOn), notice, actedOn);
  }
  return notice;
};

/** Deadlines are for work that is being done; back-entered filings have none and stay out of the statistics. */
const dueOnIn = (
  reader: Reader,
  { entryMode }: FilingRecord,
  state: FilingState,
  reachedOn: string,
): string | null =>
  entryMode === 'back-entry'
    ? null
    : stepDueOn(state, reachedOn, rulesOn(reader, reachedOn).body, workingCalendar(reader));

const linkEvidence = (writer: Writer, id: FilingId, step: FilingStepInput, sequence: number): void => {
  for (const attachment of step.attachmentIds) {
    if (!linkAttachmentToStep(writer, id, attachment, sequence)) {
      throw new CodedError('NOT_FOUND', { what: 'attachment' });
    }
  }
};

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** What a return or refusal tells the applicant: all that is listed, or the opinion alone. */
const noticeItemsOf = ({ action, noticeItems, opinion }: FilingStepInput): readonly NoticeItem[] => {
  const kind = documentNumberKindOf(action);
  if (kind !== 'correction' && kind !== 'refusal') return [];
  return noticeItems.length === 0 && opinion
    ? [{ material: null, text: opinion.slice(0, 300) }]
    : noticeItems;
};

/** The number of the paper that the step issues; paper of the past has its own or none. */
const documentNumberFor = (
  { ports }: OpenArchive,
  writer: Writer,
  { id, entryMode }: FilingRecord,
  { action, actedOn }: FilingStepInput,
): string | null => {
  const kind = documentNumberKindOf(action);
  if (kind === null || entryMode === 'back-entry') return null;
  return assignDocumentNumber(ports, writer, { kind, on: actedOn, subjectId: id });
};

const recordStep = (
  archive: OpenArchive,
  writer: Writer,
  filing: FilingRecord,
  step: FilingStepInput,
  at: { readonly sequence: number; readonly toState: FilingState; readonly ruleBroken: boolean },
): void => {
  const { id, state, entryMode } = filing;
  insertFilingStep(writer, id, {
    sequence: at.sequence,
    action: step.action,
    fromState: state,
    toState: at.toState,
    actor: step.actor,
    opinion: step.opinion || null,
    actedOn: step.actedOn,
    recordedAt: archive.ports.clock.instant(),
    evidence: step.evidence || null,
    attachmentIds: [],
    overrideReason: at.ruleBroken ? step.overrideReason : null,
    documentNumber: documentNumberFor(archive, writer, filing, step),
    noticeItems: [...noticeItemsOf(step)],
    correctBy: returnsApplication(step.action) ? step.correctBy : null,
    backEntry: entryMode === 'back-entry',
  });
  linkEvidence(writer, id, step, at.sequence);
};

/** An organization cannot end before its notice has: nothing sets that aside (policy Art. 3). */
const bindsAlways = ({ kind }: FilingRecord, { code }: CodedError): boolean =>
  kind === 'dissolution' && code === 'NOTICE_NOT_ENDED';

/** Takes a step inside a write; see `advanceFiling`. */
export const takeStep = (
  archive: OpenArchive,
  writer: Writer,
  id: FilingId,
  input: FilingStepInput,
): Filing => {
  const filing = requireFiling(writer, id);
  requireOpenDossier(writer, filing.organizationId);
  const { kind, state, entryMode } = filing;
  const toState = nextState(kind, state, input.action, entryMode);
  if (toState === null) throw new CodedError('ILLEGAL_STEP', { state, action: input.action });
  const step = withExitPack(writer, filing, input);
  const steps = listFilingSteps(writer, id);
  requireComplete(filing, step);
  requireDate(archive, filing, steps, step);
  const broken = brokenRule(writer, filing, step);
  if (broken !== null && (!step.overrideReason || bindsAlways(filing, broken))) throw broken;

  recordStep(archive, writer, filing, step, {
    sequence: steps.length + 1,
    toState,
    ruleBroken: broken !== null,
  });
  applyToObjections(archive.ports, writer, id, step);
  const filingNumber = applyOutcome(archive, writer, filing, toState, step);
  updateFiling(writer, {
    ...filing,
    state: toState,
    notice: noticeAfter(writer, filing, step),
    dueOn: dueOnIn(writer, filing, toState, step.actedOn),
    filingNumber,
    startedOn: earlier(filing.startedOn, step.actedOn),
    closedOn: isOpenState(toState) ? null : step.actedOn,
    updatedAt: archive.ports.clock.instant(),
  });
  refreshOrganization(writer, filing.organizationId);
  return readFiling(writer, id);
};

/**
 * Takes one step of a filing, all of it or nothing: the step with who, opinion, day and evidence, and what follows
 * from it for notice, objections, deadline, numbers, certificates and organization.
 *
 * @throws CodedError NOT_FOUND for the filing or a scan that is not one of its own; ILLEGAL_STEP; STEP_INCOMPLETE;
 *   STEP_DATE_INVALID; NOTICE_NOT_ENDED unless a reason is given; FILING_NUMBER_TAKEN; FILING_NUMBER_RULE_INVALID
 */
export const advanceFiling = (archive: OpenArchive, id: FilingId, step: FilingStepInput): Promise<Filing> =>
  archive.store.write((writer) => takeStep(archive, writer, id, step));
