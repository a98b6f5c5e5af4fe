import type { PackageRecord, SubmissionStanding } from '../../shared/domain/ledger.ts';

/** Where the submission of a period stands, by its newest package. @param made packages of one period, newest first */
export const standingOf = (made: readonly PackageRecord[]): SubmissionStanding => {
  const [newest] = made;
  if (newest === undefined) return 'open';
  if (newest.receipt !== null) return newest.receipt.outcome;
  return newest.handOvers.length > 0 ? 'handed-over' : 'made';
};
