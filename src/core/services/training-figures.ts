import type { IsoDate } from '../../shared/domain/dates.ts';
import { addDays } from '../../shared/domain/calendar-days.ts';
import type { TrainingDuties } from '../../shared/contract/rotation.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import { countStandings, standingsOn, cycleOn } from '../../shared/domain/rotation.ts';
import { listCycles } from '../db/repositories/rotation.ts';
import { trainingByOrganization } from '../db/repositories/training-attendance.ts';
import { listSessions } from '../db/repositories/training-sessions.ts';
import type { OpenArchive } from '../open-archive.ts';
import { currentLedgerPeriod } from './ledger.ts';
import { rotationFacts } from './rotation.ts';
import { requireOrganization } from './filings-start.ts';
import { examRemindersOn } from './training-exams.ts';
import { targetsOn } from './policy-board.ts';

interface Period {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

const none = { people: 0, visits: 0, minutes: 0 };

/** One organization in the ledger's period and in the year. @throws CodedError NOT_FOUND `organization` */
export const readOrganizationTraining = ({ store, ports }: OpenArchive, id: OrganizationId) =>
  store.read((reader) => {
    requireOrganization(reader, id);
    const today = ports.clock.today();
    const year = today.slice(0, 4);
    const of = ({ startsOn, endsOn }: Period) => {
      const [found] = trainingByOrganization(reader, { startsOn, endsOn }, id);
      const { people, visits, minutes } = found ?? none;
      return { startsOn, endsOn, people, visits, minutes };
    };
    return {
      period: of(currentLedgerPeriod(reader, today)),
      year: of({ startsOn: `${year}-01-01`, endsOn: `${year}-12-31` }),
    };
  });

/** What the training coordinator has to see to today. */
export const readTrainingDuties = ({ store, ports }: OpenArchive): Promise<TrainingDuties> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const facts = rotationFacts(reader);
    const cycle = cycleOn(listCycles(reader), today);
    const past = listSessions(reader, { from: '1900-01-01', to: addDays(today, -1), courseId: null });
    const coming = listSessions(reader, { from: today, to: addDays(today, 7), courseId: null });
    return {
      asOf: today,
      cycle,
      overall: countStandings(standingsOn(facts, cycle, today)),
      overdueTargets: targetsOn(reader, facts, today).filter(({ state }) => state === 'overdue').length,
      unmarkedSessions: past.filter(({ state }) => state === 'planned').length,
      comingSessions: coming.filter(({ state }) => state === 'planned').length,
      examReminders: examRemindersOn(reader, today),
    };
  });
