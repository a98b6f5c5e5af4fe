import { exitPackLacks, type ExitEvidence, type ExitPack } from '../../shared/domain/exit-pack.ts';
import { isOpenState } from '../../shared/domain/filing-state-machine.ts';
import type { FilingAction, FilingStepInput } from '../../shared/domain/filing.ts';
import type { FilingId } from '../../shared/domain/ids.ts';
import { voteOutcome } from '../../shared/domain/meeting-vote.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  getExitPack,
  listDissolutionVotes,
  saveExitPack,
  type DissolutionVote,
} from '../db/repositories/exit-packs.ts';
import { updateFiling, type FilingRecord } from '../db/repositories/filings.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { requireFiling } from './filings.ts';
import { formerCertificateOf } from './former-certificate.ts';
import { rulesOn } from './rules.ts';

const passes = (reader: Reader, vote: DissolutionVote): boolean =>
  voteOutcome(vote, rulesOn(reader, vote.occurredOn).body.vote).passed;

const evidenceOf = (reader: Reader, filing: FilingRecord, pack: ExitPack): ExitEvidence => {
  const { organizationId, id } = filing;
  const vote = listDissolutionVotes(reader, organizationId).find((each) => each.id === pack.voteRecordId);
  return {
    votePassed: vote === undefined ? null : passes(reader, vote),
    holdsCertificate: formerCertificateOf(reader, organizationId, id) !== null,
  };
};

/**
 * A step of a dissolution with what its pack says of the certificate; refused while the pack lacks what the step waits
 * for. Paper of the past is taken as it is.
 *
 * @throws CodedError STEP_INCOMPLETE; no reason sets it aside
 */
export const withExitPack = (
  reader: Reader,
  filing: FilingRecord,
  step: FilingStepInput,
): FilingStepInput => {
  if (filing.kind !== 'dissolution' || filing.entryMode === 'back-entry') return step;
  const saved = getExitPack(reader, filing.id);
  const closing = step.action === 'close-dissolution';
  const pack = closing ? { ...saved, certificate: step.formerCertificate ?? saved.certificate } : saved;
  const missing = exitPackLacks(step.action, pack, evidenceOf(reader, filing, pack));
  if (missing.length > 0) throw new CodedError('STEP_INCOMPLETE', { missing: [...missing] });
  return closing ? { ...step, formerCertificate: pack.certificate } : step;
};

export interface ExitPackState {
  readonly pack: ExitPack;
  readonly holdsCertificate: boolean;
  /** Votes of the members on the end, and whether each passes by the rules of its day. */
  readonly votes: (DissolutionVote & { readonly passed: boolean })[];
  /** What each gate still waits for. */
  readonly lacks: {
    readonly application: string[];
    readonly forwarding: string[];
    readonly closing: string[];
  };
}

const stateOf = (reader: Reader, filing: FilingRecord): ExitPackState => {
  const pack = getExitPack(reader, filing.id);
  const evidence = evidenceOf(reader, filing, pack);
  const lacks = (action: FilingAction): string[] => [...exitPackLacks(action, pack, evidence)];
  return {
    pack,
    holdsCertificate: evidence.holdsCertificate,
    votes: listDissolutionVotes(reader, filing.organizationId).map((vote) => ({
      ...vote,
      passed: passes(reader, vote),
    })),
    lacks: {
      application: lacks('submit'),
      forwarding: lacks('committee-pass'),
      closing: lacks('close-dissolution'),
    },
  };
};

/** @throws CodedError NOT_FOUND; ILLEGAL_STEP for another kind of filing */
const requireDissolution = (reader: Reader, id: FilingId): FilingRecord => {
  const filing = requireFiling(reader, id);
  if (filing.kind !== 'dissolution') {
    throw new CodedError('ILLEGAL_STEP', { state: filing.state, action: 'exit-pack' });
  }
  return filing;
};

/** @throws CodedError NOT_FOUND; ILLEGAL_STEP for another kind of filing */
export const readExitPack = ({ store }: OpenArchive, id: FilingId): Promise<ExitPackState> =>
  store.read((reader) => stateOf(reader, requireDissolution(reader, id)));

/** Papers that were brought with a dissolution, by the names that its checklist asks for. */
export const papersInExitPack = (reader: Reader, id: FilingId): readonly string[] => {
  const { voteRecordId, charter, application, certificate } = getExitPack(reader, id);
  return [
    ...(voteRecordId === null ? [] : ['全体成员会议决议']),
    ...(application === null ? [] : ['注销申请书']),
    ...(charter === null ? [] : ['社区社会组织章程']),
    ...(certificate === null ? [] : ['备案证书']),
  ];
};

const daysIn = ({ charter, application, certificate, statement }: ExitPack): readonly string[] =>
  [charter?.on, application?.on, certificate?.on, statement?.signedOn].filter((day) => day !== undefined);

/**
 * Saves what was brought with a dissolution.
 *
 * @throws CodedError NOT_FOUND, also for a vote that is none of the members' on the end; ILLEGAL_STEP once the filing is
 *   closed; STEP_DATE_INVALID `future`
 */
export const storeExitPack = (
  { store, ports }: OpenArchive,
  { id, pack }: { readonly id: FilingId; readonly pack: ExitPack },
): Promise<ExitPackState> =>
  store.write((writer) => {
    const filing = requireDissolution(writer, id);
    requireOpenDossier(writer, filing.organizationId);
    if (!isOpenState(filing.state)) {
      throw new CodedError('ILLEGAL_STEP', { state: filing.state, action: 'exit-pack' });
    }
    if (daysIn(pack).some((day) => day > ports.clock.today())) {
      throw new CodedError('STEP_DATE_INVALID', { reason: 'future' });
    }
    const votes = listDissolutionVotes(writer, filing.organizationId);
    if (pack.voteRecordId !== null && !votes.some((vote) => vote.id === pack.voteRecordId)) {
      throw new CodedError('NOT_FOUND', { what: 'vote' });
    }
    const at = ports.clock.instant();
    saveExitPack(writer, id, pack, at);
    updateFiling(writer, { ...filing, updatedAt: at });
    return stateOf(writer, filing);
  });
