import type { DistrictPeriod, ReceivedPackage, StreetReporting } from '../../shared/domain/bureau.ts';
import { addDays, daysBetween } from '../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';
import type { PeriodCode } from '../../shared/domain/ledger.ts';
import {
  ledgerPeriod,
  periodOf,
  periodsBetween,
  type LedgerPeriod,
} from '../../shared/domain/ledger-period.ts';
import { lastWorkingDayUpTo } from '../../shared/domain/working-days.ts';
import type { Reader } from '../db/archive-store.ts';
import { listReceivedPackages } from '../db/repositories/received-packages.ts';
import { listStreets, type StoredStreet } from '../db/repositories/registered-streets.ts';
import type { OpenArchive } from '../open-archive.ts';
import { rulesOn } from './rules.ts';
import { workingCalendar } from './working-calendar.ts';

const isExpected = ({ expectedFrom, expectedUntil }: StoredStreet, period: PeriodCode): boolean =>
  (expectedFrom === null || expectedFrom <= period) && (expectedUntil === null || expectedUntil >= period);

/** Streets that are expected to report a period, and those that did all the same. */
export const reportingStreets = (
  streets: readonly StoredStreet[],
  period: PeriodCode,
  reported: ReadonlySet<string>,
): readonly StoredStreet[] =>
  streets.filter((street) => isExpected(street, period) || reported.has(street.code));

/** Late by so many days, or left until the due day; what came in time has neither. */
const timing = (
  firstReceivedOn: IsoDate | null,
  dueOn: IsoDate,
  today: IsoDate,
): Pick<StreetReporting, 'late' | 'days'> => {
  const past = daysBetween(dueOn, firstReceivedOn ?? today);
  if (past > 0) return { late: true, days: past };
  return { late: false, days: firstReceivedOn === null ? -past : 0 };
};

const rowOf = (
  street: StoredStreet,
  packages: readonly ReceivedPackage[],
  { dueOn }: LedgerPeriod,
  today: IsoDate,
): StreetReporting => {
  const days = packages.map(({ receivedAt }) => dayOfInstant(receivedAt)).sort();
  const [newest] = [...packages].sort((a, b) => b.serial - a.serial);
  return {
    streetCode: street.code,
    streetName: street.name,
    contactName: street.contactName,
    contactPhone: street.contactPhone,
    state: newest === undefined ? 'missing' : (newest.receipt?.outcome ?? 'received'),
    ...timing(days[0] ?? null, dueOn, today),
    firstReceivedOn: days[0] ?? null,
    lastReceivedOn: days.at(-1) ?? null,
    packageId: newest?.id ?? null,
    serial: newest?.serial ?? null,
    corrections: packages.filter(({ correction }) => correction !== null).length,
    organizations: newest?.organizationCount ?? null,
  };
};

const rowsOf = (
  reader: Reader,
  period: LedgerPeriod,
  packages: readonly ReceivedPackage[],
  today: IsoDate,
): StreetReporting[] => {
  const byStreet = Map.groupBy(packages, ({ streetCode }) => streetCode);
  return reportingStreets(listStreets(reader), period.code, new Set(byStreet.keys())).map((street) =>
    rowOf(street, byStreet.get(street.code) ?? [], period, today),
  );
};

const summaryOf = (
  reader: Reader,
  period: LedgerPeriod,
  rows: readonly StreetReporting[],
): DistrictPeriod => {
  const count = (matches: (row: StreetReporting) => boolean): number => rows.filter(matches).length;
  const { code, startsOn, endsOn, dueOn } = period;
  return {
    code,
    startsOn,
    endsOn,
    dueOn,
    lastWorkingDay: lastWorkingDayUpTo(workingCalendar(reader), dueOn),
    expected: rows.length,
    reported: count(({ state }) => state !== 'missing'),
    accepted: count(({ state }) => state === 'accepted'),
    returned: count(({ state }) => state === 'returned'),
    late: count(({ late }) => late),
  };
};

/** From the first period that anything came of, or the one just ended, up to the running one; the newest first. */
export const districtPeriods = ({ store, ports }: OpenArchive): Promise<DistrictPeriod[]> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const { ledger } = rulesOn(reader, today).body;
    const packages = Map.groupBy(listReceivedPackages(reader), ({ period }) => period);
    const ended = periodOf(addDays(periodOf(today, ledger).startsOn, -1), ledger);
    const starts = [...packages.keys()].map((code) => ledgerPeriod(code, ledger.dueDaysAfter).startsOn);
    const from = [ended.startsOn, ...starts].sort()[0] ?? ended.startsOn;
    return periodsBetween(from, today, ledger)
      .map((period) =>
        summaryOf(reader, period, rowsOf(reader, period, packages.get(period.code) ?? [], today)),
      )
      .reverse();
  });

export interface DistrictReporting {
  readonly period: DistrictPeriod;
  readonly streets: StreetReporting[];
}

/** Who has reported a period and who is late. @throws CodedError PERIOD_INVALID */
export const districtReporting = (
  { store, ports }: OpenArchive,
  code: PeriodCode,
): Promise<DistrictReporting> =>
  store.read((reader) => {
    const today = ports.clock.today();
    const period = ledgerPeriod(code, rulesOn(reader, today).body.ledger.dueDaysAfter);
    const streets = rowsOf(reader, period, listReceivedPackages(reader, { period: code }), today);
    return { period: summaryOf(reader, period, streets), streets };
  });
