import type {
  DistrictDisposition,
  DistrictOrganization,
  DistrictTraining,
  DuplicateGroup,
} from '../../shared/domain/district-ledger.ts';
import { findDuplicates } from '../../shared/domain/district-duplicates.ts';
import type { PeriodCode } from '../../shared/domain/ledger.ts';
import { ledgerSnapshot, type LedgerSnapshot } from '../../shared/domain/ledger-snapshot.ts';
import { ledgerPeriod } from '../../shared/domain/ledger-period.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  countDistrictOrganizations,
  findDistrictOrganizations,
  listDistrictLedgers,
  type DistrictFilter,
} from '../db/repositories/district-ledgers.ts';
import { receivedLedger } from '../db/repositories/received-packages.ts';
import { listStreets } from '../db/repositories/registered-streets.ts';
import type { OpenArchive } from '../open-archive.ts';

export interface DistrictPage {
  readonly filter: DistrictFilter;
  readonly offset: number;
  readonly limit: number;
}

/** Organizations behind a cell of the roll-up, and the number that the cell shows. @throws CodedError PERIOD_INVALID */
export const districtOrganizations = (
  { store }: OpenArchive,
  { filter, ...page }: DistrictPage,
): Promise<{
  readonly rows: DistrictOrganization[];
  readonly total: number;
  readonly sum: number;
}> => {
  ledgerPeriod(filter.period, 0);
  return store.read((reader) => ({
    rows: [...findDistrictOrganizations(reader, filter, page)],
    ...countDistrictOrganizations(reader, filter),
  }));
};

interface OfStreet {
  readonly period: PeriodCode;
  /** Null for those of all streets. */
  readonly streetCode: string | null;
}

/** The ledgers of a period, in the order of their streets, under the names that the bureau has for them. */
const ledgersOf = (
  reader: Reader,
  { period, streetCode }: OfStreet,
): readonly {
  readonly streetCode: string;
  readonly streetName: string;
  readonly ledger: LedgerSnapshot;
}[] => {
  ledgerPeriod(period, 0);
  const names = new Map(listStreets(reader).map(({ code, name }) => [code, name]));
  return listDistrictLedgers(reader, period)
    .filter((each) => streetCode === null || each.streetCode === streetCode)
    .flatMap(({ streetCode: code, packageId }) => {
      const kept = receivedLedger(reader, packageId);
      if (kept === null) return [];
      const ledger = ledgerSnapshot.parse(JSON.parse(kept.json));
      return [{ streetCode: code, streetName: names.get(code) ?? ledger.street.name, ledger }];
    });
};

/** 处理结果 that streets reported, in the order of streets and days. @throws CodedError PERIOD_INVALID */
export const districtDispositions = async (
  { store }: OpenArchive,
  of: OfStreet,
): Promise<DistrictDisposition[]> =>
  (await store.read((reader) => ledgersOf(reader, of))).flatMap(({ ledger, ...street }) =>
    ledger.dispositions.map((each) => ({ ...street, ...each })),
  );

/** 轮训 that streets reported. @throws CodedError PERIOD_INVALID */
export const districtTrainings = async ({ store }: OpenArchive, of: OfStreet): Promise<DistrictTraining[]> =>
  (await store.read((reader) => ledgersOf(reader, of))).flatMap(({ ledger, ...street }) =>
    ledger.trainings.map((each) => ({ ...street, ...each })),
  );

/** Every ledger of a period as the bureau has it, for export. @throws CodedError PERIOD_INVALID */
export const districtLedgers = (
  { store }: OpenArchive,
  period: PeriodCode,
): Promise<readonly LedgerSnapshot[]> =>
  store.read((reader) => ledgersOf(reader, { period, streetCode: null }).map(({ ledger }) => ledger));

const everything = { offset: 0, limit: -1 };

/** Every line of a period as it is counted, in the order of streets. */
export const allDistrictOrganizations = (
  reader: Reader,
  period: PeriodCode,
  cell: DistrictFilter['cell'],
): readonly DistrictOrganization[] =>
  findDistrictOrganizations(
    reader,
    { period, cell, streetCodes: [], classes: [], statuses: [], text: '' },
    everything,
  );

/** Organizations that two streets may both have reported. @throws CodedError PERIOD_INVALID */
export const districtDuplicates = async (
  { store }: OpenArchive,
  period: PeriodCode,
): Promise<DuplicateGroup[]> => {
  ledgerPeriod(period, 0);
  return findDuplicates(await store.read((reader) => allDistrictOrganizations(reader, period, 'standing')));
};
