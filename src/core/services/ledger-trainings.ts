import type { IsoDate } from '../../shared/domain/dates.ts';
import { isOnRoster } from '../../shared/domain/roster-day.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { traineeGroup, type TraineeGroup } from '../../shared/domain/trainee.ts';
import { traineeGroupLabels } from '../../shared/labels/training.ts';
import type { Reader } from '../db/archive-store.ts';
import { listGroupStays } from '../db/repositories/trainees.ts';
import {
  hasTrainings,
  listHeldTrainings,
  trainingByOrganization,
  type OrganizationTraining,
} from '../db/repositories/training-attendance.ts';

interface Period {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** Figures of every organization in a period: what the ledger's lines and the dossiers say. */
export const organizationTrainings = (
  reader: Reader,
  { startsOn, endsOn }: Period,
): ReadonlyMap<string, OrganizationTraining> =>
  new Map(
    trainingByOrganization(reader, { startsOn, endsOn }, null).map((each) => [each.organizationId, each]),
  );

/** Before anything is recorded of training a ledger says nothing of it, rather than that there was none. */
export const trainingIsRecorded = hasTrainings;

interface LedgerTraining {
  readonly on: IsoDate;
  readonly topic: string;
  readonly group: string;
  readonly participants: number;
}

/** Who is in none of the six groups. */
const others = 'others';
type LedgerGroup = TraineeGroup | typeof others;
const ledgerGroups: readonly LedgerGroup[] = [...traineeGroup.options, others];

const groupWord = (group: LedgerGroup): string => (group === others ? '其他人员' : traineeGroupLabels[group]);

/**
 * 轮训 of a period for the ledger: each session of each day by group, in the order of the groups, so that the same
 * records give the same bytes. Somebody in two groups is in both.
 */
export const ledgerTrainings = (reader: Reader, { startsOn, endsOn }: Period): LedgerTraining[] => {
  const stays = Map.groupBy(listGroupStays(reader), ({ personId }) => personId);
  const groupsOn = (personId: PersonId, day: IsoDate): ReadonlySet<LedgerGroup> => {
    const groups = (stays.get(personId) ?? [])
      .filter((stay) => isOnRoster({ joinedOn: stay.startsOn, leftOn: stay.endsOn }, day))
      .map(({ group }) => group);
    return new Set<LedgerGroup>(groups.length === 0 ? [others] : groups);
  };
  const sessions = Map.groupBy(
    listHeldTrainings(reader, { startsOn, endsOn }),
    ({ on, sessionId }) => `${on} ${sessionId}`,
  );
  return [...sessions.values()].flatMap((held) => {
    const groups = held.map(({ personId, on }) => groupsOn(personId, on));
    return ledgerGroups.flatMap((group) => {
      const participants = groups.filter((own) => own.has(group)).length;
      const [first] = held;
      return participants === 0 || first === undefined
        ? []
        : [{ on: first.on, topic: first.title, group: groupWord(group), participants }];
    });
  });
};
