import { addDays } from '../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type {
  LedgerFinding,
  LedgerPeriodState,
  LedgerReminder,
  PackageRecord,
  PeriodCode,
} from '../../shared/domain/ledger.ts';
import {
  currentPeriod,
  ledgerPeriod,
  periodOf,
  periodsBetween,
  type LedgerPeriod,
} from '../../shared/domain/ledger-period.ts';
import { dueReminder } from '../../shared/domain/ledger-reminder.ts';
import type { LedgerSnapshot } from '../../shared/domain/ledger-snapshot.ts';
import type { RulePackBody } from '../../shared/domain/rule-pack.ts';
import { lastWorkingDayUpTo } from '../../shared/domain/working-days.ts';
import type { Reader } from '../db/archive-store.ts';
import { listSnapshots } from '../db/repositories/ledger.ts';
import { firstEntryAt } from '../db/repositories/ledger-lines.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { listPackages } from '../db/repositories/packages.ts';
import type { OpenArchive } from '../open-archive.ts';
import { checkLedger } from './ledger-check.ts';
import { buildSnapshot, freezeLedger, lastLedgerOf } from './ledger-snapshot.ts';
import { rulesOn } from './rules.ts';
import { standingOf } from './submission-standing.ts';
import { workingCalendar } from './working-calendar.ts';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';

/** Full years shown before the current one. */
const yearsShown = 2;

/** A period with the rules that hold today. @throws CodedError PERIOD_INVALID */
export const periodUnderRules = (
  { store, ports }: OpenArchive,
  code: PeriodCode,
): Promise<{ readonly period: LedgerPeriod; readonly rules: RulePackBody }> =>
  store.read((reader) => {
    const rules = rulesOn(reader, ports.clock.today()).body;
    return { period: ledgerPeriod(code, rules.ledger.dueDaysAfter), rules };
  });

const stateOf = (reader: Reader) => {
  const snapshots = new Map(listSnapshots(reader).map((each) => [each.period, each]));
  const packages = Map.groupBy(listPackages(reader), ({ period }) => period);
  const calendar = workingCalendar(reader);
  return ({ code, startsOn, endsOn, dueOn }: LedgerPeriod): LedgerPeriodState => {
    const made = packages.get(code) ?? [];
    return {
      code,
      startsOn,
      endsOn,
      dueOn,
      lastWorkingDay: lastWorkingDayUpTo(calendar, dueOn),
      frozenAt: snapshots.get(code)?.frozenAt ?? null,
      snapshotSha256: snapshots.get(code)?.sha256 ?? null,
      packages: made.length,
      standing: standingOf(made),
    };
  };
};

/** The period whose ledger is being worked on (the one just ended until its due day, then the running one). */
export const currentLedgerPeriod = (reader: Reader, today: string): LedgerPeriodState =>
  stateOf(reader)(currentPeriod(today, rulesOn(reader, today).body.ledger));

/** Periods of the last two years up to now, the newest first. */
export const ledgerPeriods = ({ store, ports }: OpenArchive): Promise<LedgerPeriodState[]> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const from = `${Number(today.slice(0, 4)) - yearsShown}-01-01`;
    return periodsBetween(from, today, rulesOn(reader, today).body.ledger).map(stateOf(reader)).reverse();
  });

/**
 * What has to be handed in and is not: from the first reminder day of the rules on, and after the due day too. A period
 * that was over before anything was entered here is not asked for; one that came back always is.
 */
export const ledgerReminders = (reader: Reader, today: IsoDate): LedgerReminder[] => {
  const { ledger } = rulesOn(reader, today).body;
  const calendar = workingCalendar(reader);
  const running = periodOf(today, ledger);
  const first = firstEntryAt(reader);
  const known = first === null ? '9999' : dayOfInstant(first);
  const periods = [
    ...periodsBetween(addDays(running.startsOn, -366), addDays(running.startsOn, -1), ledger),
    running,
  ];
  const state = stateOf(reader);
  return periods.flatMap((period) => {
    const { standing, dueOn } = state(period);
    if (dueOn < known && standing === 'open') return [];
    const reminder = dueReminder(
      { ...period, standing },
      { reminderDays: ledger.reminderDays, calendar, today },
    );
    return reminder === null ? [] : [reminder];
  });
};

/** The pre-export check. @throws CodedError PERIOD_INVALID */
export const checkPeriod = async (archive: OpenArchive, code: PeriodCode): Promise<LedgerFinding[]> => {
  const { period, rules } = await periodUnderRules(archive, code);
  return archive.store.read((reader) => checkLedger(reader, period, rules, archive.ports.clock.today()));
};

/** Freezes a period for good; a frozen one stays as it is. @throws CodedError PERIOD_INVALID */
export const freezePeriod = async (
  archive: OpenArchive,
  code: PeriodCode,
): Promise<{ readonly sha256: string; readonly frozenOn: string; readonly organizations: number }> => {
  const { period, rules } = await periodUnderRules(archive, code);
  const { sha256, snapshot } = await freezeLedger(archive, period, rules);
  return { sha256, frozenOn: snapshot.frozenOn, organizations: snapshot.organizations.length };
};

export interface LedgerView {
  /** From the records as they are now. */
  readonly live: LedgerSnapshot;
  /** As the bureau has it: frozen, with the last correction; null while the period is not frozen. */
  readonly frozen: LedgerSnapshot | null;
  /** Ids of communities by their code, for links. */
  readonly communityIds: Record<string, string>;
}

/** The living ledger of a period, beside the frozen one. @throws CodedError PERIOD_INVALID */
export const ledgerView = async (archive: OpenArchive, code: PeriodCode): Promise<LedgerView> => {
  const { period, rules } = await periodUnderRules(archive, code);
  return archive.store.read((reader) => ({
    live: buildSnapshot(reader, period, rules, archive.ports.clock.today()),
    frozen: lastLedgerOf(reader, code)?.snapshot ?? null,
    communityIds: Object.fromEntries(listCommunities(reader).map((each) => [each.code, each.id])),
  }));
};

/** Packages ever made, the newest first. */
export const packages = async ({ store }: OpenArchive): Promise<PackageRecord[]> => [
  ...(await store.read(listPackages)),
];
