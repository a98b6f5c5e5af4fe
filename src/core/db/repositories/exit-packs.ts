import { emptyExitPack, exitPack, type ExitPack } from '../../../shared/domain/exit-pack.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { FilingId, OrganizationId, RecordId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** What was brought with a dissolution; an empty pack where nothing was yet. */
export const getExitPack = (reader: Reader, id: FilingId): ExitPack => {
  const row = reader.get<{ pack: string }>('SELECT pack FROM exit_packs WHERE filing_id = ?', [id]);
  return row === undefined ? emptyExitPack : exitPack.parse(JSON.parse(row.pack));
};

export const saveExitPack = (writer: Writer, id: FilingId, pack: ExitPack, at: IsoInstant): void => {
  writer.run(
    `INSERT INTO exit_packs (filing_id, pack, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (filing_id) DO UPDATE SET pack = excluded.pack, saved_at = excluded.saved_at`,
    [id, JSON.stringify(pack), at],
  );
};

export interface DissolutionVote {
  readonly id: RecordId;
  readonly occurredOn: string;
  readonly title: string;
  readonly expected: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** Votes of an organization's members on its end, the newest first. */
export const listDissolutionVotes = (reader: Reader, id: OrganizationId): readonly DissolutionVote[] =>
  reader.all<DissolutionVote>(
    `SELECT id, occurred_on AS occurredOn, title, content ->> 'expected' AS expected, content ->> 'present' AS present,
       content ->> 'inFavour' AS inFavour, content ->> 'against' AS against, content ->> 'abstained' AS abstained
     FROM dossier_records WHERE organization_id = ? AND kind = 'meeting-vote' AND deleted_at IS NULL
       AND content ->> 'subject' = 'dissolution' ORDER BY occurred_on DESC, id DESC`,
    [id],
  );

/** True where a dissolution cites this vote. */
export const isVoteCited = (reader: Reader, id: RecordId): boolean =>
  reader.get(`SELECT 1 FROM exit_packs WHERE pack ->> 'voteRecordId' = ?`, [id]) !== undefined;
