import { addDays } from '../../shared/domain/calendar-days.ts';
import type {
  DistrictPeriodRow,
  DistrictRollup,
  DistrictStreetRow,
} from '../../shared/domain/district-ledger.ts';
import type { PeriodCode } from '../../shared/domain/ledger.ts';
import { ledgerPeriod, periodOf } from '../../shared/domain/ledger-period.ts';
import type { PeriodFigures } from '../../shared/domain/ledger-snapshot.ts';
import { standardTable, tableClasses, type StandardRow } from '../../shared/domain/ledger-tables.ts';
import { organizationStatus } from '../../shared/domain/organization.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  listCountedLines,
  listDistrictLedgers,
  tallyDistrict,
  type DistrictLedger,
  type DistrictTally,
} from '../db/repositories/district-ledgers.ts';
import { listStreets } from '../db/repositories/registered-streets.ts';
import type { OpenArchive } from '../open-archive.ts';
import { reportingStreets } from './district-reporting.ts';
import { rulesOn } from './rules.ts';

const sum = <T>(of: readonly T[], pick: (each: T) => number): number =>
  of.reduce((total, each) => total + pick(each), 0);

/** What of one or several ledgers is counted beside the standard table. */
const mattersOf = (ledgers: readonly DistrictLedger[], tallies: readonly DistrictTally[]) => ({
  filed: sum(tallies, ({ filed }) => filed),
  changed: sum(tallies, ({ changed }) => changed),
  ended: sum(tallies, ({ ended }) => ended),
  candidates: sum(tallies, ({ candidates }) => candidates),
  dispositions: sum(ledgers, ({ dispositions }) => dispositions),
  trainings: sum(ledgers, ({ trainings }) => trainings),
  trainees: sum(ledgers, ({ trainees }) => trainees),
  communities: sum(ledgers, ({ communities }) => communities),
});

/** The standard table's numbers out of tallies: the same that `standardTable` counts line by line. */
const countsOf = (tallies: readonly DistrictTally[]) => {
  const standing = tallies.filter((each) => each.standing === 1);
  return {
    counts: tableClasses.map((each) =>
      sum(
        standing.filter(({ category }) => category === each),
        ({ lines }) => lines,
      ),
    ),
    organizations: sum(standing, ({ lines }) => lines),
    members: sum(standing, ({ members }) => members),
    partyMembers: sum(standing, ({ partyMembers }) => partyMembers),
  };
};

const figuresOf = (
  period: PeriodCode,
  ledgers: readonly DistrictLedger[],
  tallies: readonly DistrictTally[],
): PeriodFigures => {
  const { organizations, members, partyMembers } = countsOf(tallies);
  const { filed, changed, ended, dispositions } = mattersOf(ledgers, tallies);
  return { period, organizations, members, partyMembers, filed, changed, ended, dispositions };
};

const rowCounts = ({ counts, organizations, members, partyMembers }: StandardRow) => ({
  counts: [...counts],
  organizations,
  members,
  partyMembers,
});

/** Everything of every period up to one, read once. */
class DistrictBooks {
  readonly ledgers: ReadonlyMap<PeriodCode, readonly DistrictLedger[]>;
  readonly #tallies: ReadonlyMap<PeriodCode, readonly DistrictTally[]>;

  constructor(reader: Reader, until: PeriodCode) {
    const ledgers = listDistrictLedgers(reader).filter(({ period }) => period <= until);
    this.ledgers = Map.groupBy(ledgers, ({ period }) => period);
    this.#tallies = Map.groupBy(tallyDistrict(reader, until), ({ period }) => period);
  }

  of(period: PeriodCode, streets: ReadonlySet<string> | null = null) {
    const within = ({ streetCode }: { readonly streetCode: string }): boolean =>
      streets === null || streets.has(streetCode);
    return {
      ledgers: (this.ledgers.get(period) ?? []).filter(within),
      tallies: (this.#tallies.get(period) ?? []).filter(within),
    };
  }

  reported(period: PeriodCode): ReadonlySet<string> {
    return new Set((this.ledgers.get(period) ?? []).map(({ streetCode }) => streetCode));
  }

  /** Null where none of these streets reported it. */
  figures(period: PeriodCode, streets: ReadonlySet<string>): PeriodFigures | null {
    const { ledgers, tallies } = this.of(period, streets);
    return ledgers.length === 0 ? null : figuresOf(period, ledgers, tallies);
  }

  /** Totals over the streets that reported both periods. */
  comparable(period: PeriodCode, before: PeriodCode): DistrictRollup['comparable']['previous'] {
    const earlierStreets = this.reported(before);
    const both = new Set([...this.reported(period)].filter((code) => earlierStreets.has(code)));
    const [earlier, now] = [this.figures(before, both), this.figures(period, both)];
    return earlier === null || now === null ? null : { streets: both.size, before: earlier, after: now };
  }

  trendRow(period: PeriodCode): DistrictPeriodRow {
    const { ledgers, tallies } = this.of(period);
    return {
      period,
      reportedStreets: ledgers.length,
      ...countsOf(tallies),
      ...mattersOf(ledgers, tallies),
    };
  }
}

const earlierPeriods = (reader: Reader, period: PeriodCode, today: string) => {
  const { ledger } = rulesOn(reader, today).body;
  const { startsOn } = ledgerPeriod(period, ledger.dueDaysAfter);
  return {
    previousPeriod: periodOf(addDays(startsOn, -1), ledger).code,
    lastYearPeriod: `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`,
  };
};

/** The roll-up of a period out of the ledgers that have come. */
export const rollupIn = (reader: Reader, period: PeriodCode, today: string): DistrictRollup => {
  const { previousPeriod, lastYearPeriod } = earlierPeriods(reader, period, today);
  const books = new DistrictBooks(reader, period);
  const reported = books.reported(period);
  const streets = reportingStreets(listStreets(reader), period, reported);
  const table = standardTable(listCountedLines(reader, period), streets);
  const streetRow = (row: StandardRow): DistrictStreetRow => {
    const alone = new Set([row.communityCode]);
    const { ledgers, tallies } = books.of(period, alone);
    return {
      streetCode: row.communityCode,
      streetName: row.community,
      reported: reported.has(row.communityCode),
      ...rowCounts(row),
      ...mattersOf(ledgers, tallies),
      previous: books.figures(previousPeriod, alone),
      lastYear: books.figures(lastYearPeriod, alone),
    };
  };
  const { ledgers, tallies } = books.of(period);
  return {
    period,
    previousPeriod,
    lastYearPeriod,
    streets: table.rows.map(streetRow),
    total: { ...rowCounts(table.total), ...mattersOf(ledgers, tallies) },
    byStatus: organizationStatus.options.flatMap((status) => {
      const organizations = sum(
        tallies.filter((each) => each.status === status),
        ({ lines }) => lines,
      );
      return organizations === 0 ? [] : [{ status, organizations }];
    }),
    trend: [...books.ledgers.keys()].sort().map((each) => books.trendRow(each)),
    comparable: {
      previous: books.comparable(period, previousPeriod),
      lastYear: books.comparable(period, lastYearPeriod),
    },
  };
};

/** 全区汇总: tables by street, class and period with sums that agree. @throws CodedError PERIOD_INVALID */
export const districtRollup = ({ store, ports }: OpenArchive, period: PeriodCode): Promise<DistrictRollup> =>
  store.read((reader) => rollupIn(reader, period, ports.clock.today()));
