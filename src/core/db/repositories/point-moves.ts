import type { ServiceLineId } from '../../../shared/domain/ids.ts';
import { pointMove, type PointMove } from '../../../shared/domain/service-points.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** Moves of a volunteer's points, newest first. */
export const listPointMoves = (reader: Reader, volunteerId: ServiceLineId): PointMove[] =>
  reader
    .all(
      `SELECT sequence, moved_on AS "on", kind, delta, balance, note, moved_by AS "by", recorded_at AS recordedAt
       FROM point_moves WHERE volunteer_id = ? ORDER BY sequence DESC`,
      [volunteerId],
    )
    .map((row) => pointMove.parse(row));

/** What is left after the last move. */
export const pointBalance = (reader: Reader, volunteerId: ServiceLineId): number =>
  reader.get<{ balance: number }>(
    'SELECT balance FROM point_moves WHERE volunteer_id = ? ORDER BY sequence DESC LIMIT 1',
    [volunteerId],
  )?.balance ?? 0;

/** All that was earned, corrections included. */
export const pointsEarned = (reader: Reader, volunteerId: ServiceLineId): number =>
  reader.get<{ earned: number }>(
    `SELECT coalesce(sum(delta), 0) AS earned FROM point_moves WHERE volunteer_id = ? AND kind = 'earned'`,
    [volunteerId],
  )?.earned ?? 0;

export const appendPointMove = (
  writer: Writer,
  volunteerId: ServiceLineId,
  move: Omit<PointMove, 'sequence'>,
): void => {
  writer.run(
    `INSERT INTO point_moves (volunteer_id, moved_on, kind, delta, balance, note, moved_by, recorded_at)
     VALUES (:volunteerId, :on, :kind, :delta, :balance, :note, :by, :recordedAt)`,
    { ...move, volunteerId },
  );
};
