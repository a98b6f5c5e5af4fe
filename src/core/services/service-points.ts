import type { PersonId, ServiceLineId } from '../../shared/domain/ids.ts';
import { balanceAfter, type PointMove } from '../../shared/domain/service-points.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  appendPointMove,
  listPointMoves,
  pointBalance,
  pointsEarned,
} from '../db/repositories/point-moves.ts';
import { getServiceLine, volunteerOf, type ServiceRecord } from '../db/repositories/service-lines.ts';
import { servedBy } from '../db/repositories/service-people.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';

/** A volunteer with the person behind the line. @throws CodedError NOT_FOUND */
export const requireVolunteer = (
  reader: Reader,
  id: ServiceLineId,
): ServiceRecord & { readonly personId: PersonId } => {
  const line = getServiceLine(reader, id);
  if (line?.register !== 'volunteer' || line.personId === null)
    throw new CodedError('NOT_FOUND', { what: 'service-line' });
  return { ...line, personId: line.personId };
};

type Move = Pick<PointMove, 'kind' | 'delta' | 'note' | 'by'>;

/** @throws CodedError POINTS_SHORT: a balance is never negative */
const move = ({ clock }: Ports, writer: Writer, volunteerId: ServiceLineId, given: Move): number => {
  const before = pointBalance(writer, volunteerId);
  const balance = balanceAfter(before, given.delta);
  if (balance === null) throw new CodedError('POINTS_SHORT', { balance: before, wanted: -given.delta });
  appendPointMove(writer, volunteerId, {
    ...given,
    on: clock.today(),
    balance,
    recordedAt: clock.instant(),
  });
  return balance;
};

/**
 * Brings what somebody has earned in line with what was served: a move of the difference where minutes were entered,
 * corrected or taken away. Nothing happens for people who are no volunteers.
 *
 * @throws CodedError POINTS_SHORT where points that would go have been redeemed
 */
export const settlePoints = (ports: Ports, writer: Writer, personId: PersonId, note: string): void => {
  const volunteerId = volunteerOf(writer, personId);
  if (volunteerId === null) return;
  const delta = servedBy(writer, personId).points - pointsEarned(writer, volunteerId);
  if (delta !== 0) move(ports, writer, volunteerId, { kind: 'earned', delta, note, by: null });
};

/** What a volunteer has, and every move that led there. @throws CodedError NOT_FOUND */
export const readPoints = (
  { store }: OpenArchive,
  volunteerId: ServiceLineId,
): Promise<{
  readonly balance: number;
  readonly minutes: number;
  readonly activities: number;
  readonly moves: PointMove[];
}> =>
  store.read((reader) => {
    const { personId } = requireVolunteer(reader, volunteerId);
    const { minutes, activities } = servedBy(reader, personId);
    return {
      balance: pointBalance(reader, volunteerId),
      minutes,
      activities,
      moves: listPointMoves(reader, volunteerId),
    };
  });

/** 积分兑换. Works on the store run one after another, so two that are asked at once cannot both have the last points. @throws CodedError NOT_FOUND, POINTS_SHORT */
export const redeemPoints = (
  { store, ports }: OpenArchive,
  input: {
    readonly volunteerId: ServiceLineId;
    readonly points: number;
    readonly note: string;
    readonly by: string;
  },
): Promise<{ readonly balance: number }> =>
  store.write((writer) => {
    const { volunteerId, points, note, by } = input;
    requireVolunteer(writer, volunteerId);
    return { balance: move(ports, writer, volunteerId, { kind: 'redeemed', delta: -points, note, by }) };
  });
