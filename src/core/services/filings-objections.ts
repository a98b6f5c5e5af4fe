import { isOpenState } from '../../shared/domain/filing-state-machine.ts';
import type { Filing, FilingStepInput, NoticeObjection } from '../../shared/domain/filing.ts';
import type { FilingId, ObjectionId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Writer } from '../db/archive-store.ts';
import { listObjections } from '../db/repositories/filing-objections.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { takeStep } from './filings-advance.ts';
import { readFiling, requireFiling } from './filings.ts';
import { writeAnswer, type ObjectionAnswer } from './notice-objections.ts';

const latest = (days: readonly string[]): string => days.toSorted().at(-1) ?? '';

/** The step that lets the clock run again once every objection has its answer and none of them holds. */
const resolvingStep = (objections: readonly NoticeObjection[], actor: string): FilingStepInput | null => {
  if (objections.some(({ result }) => result === null || result === 'upheld')) return null;
  return {
    action: 'resolve-objection',
    actor,
    opinion: `${objections.length} 条异议均已答复`,
    actedOn: latest(objections.flatMap(({ answeredOn }) => answeredOn ?? [])),
    evidence: null,
    attachmentIds: [],
    overrideReason: null,
    notice: null,
    filingNumber: null,
    noticeItems: [],
    correctBy: null,
    objector: null,
    formerCertificate: null,
  };
};

const requireObjection = (writer: Writer, filing: FilingId, id: ObjectionId): NoticeObjection => {
  const objection = listObjections(writer, filing).find((each) => each.id === id);
  if (objection === undefined) throw new CodedError('NOT_FOUND', { what: 'objection' });
  return objection;
};

/**
 * Answers one objection, or corrects its answer. The last answer resumes the clock of the notice by itself, unless an
 * objection was upheld: then the street decides whether to refuse or to go on.
 *
 * @throws CodedError NOT_FOUND; ILLEGAL_STEP once the filing is closed; STEP_DATE_INVALID
 */
export const answerObjection = (
  archive: OpenArchive,
  {
    id,
    objectionId,
    ...answer
  }: ObjectionAnswer & { readonly id: FilingId; readonly objectionId: ObjectionId },
): Promise<Filing> =>
  archive.store.write((writer) => {
    const { state, organizationId } = requireFiling(writer, id);
    requireOpenDossier(writer, organizationId);
    if (!isOpenState(state)) throw new CodedError('ILLEGAL_STEP', { state, action: 'answer-objection' });
    writeAnswer(archive.ports, writer, requireObjection(writer, id, objectionId), answer);
    const step = resolvingStep(listObjections(writer, id), answer.answeredBy);
    if (state === 'objected' && step !== null) takeStep(archive, writer, id, step);
    return readFiling(writer, id);
  });
