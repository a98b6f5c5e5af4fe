import type {
  LedgerFinding,
  LedgerPeriodState,
  PackageRecord,
  PeriodCode,
} from '../../shared/domain/ledger.ts';
import {
  currentPeriod,
  ledgerPeriod,
  periodsBetween,
  type LedgerPeriod,
} from '../../shared/domain/ledger-period.ts';
import type { RulePackBody } from '../../shared/domain/rule-pack.ts';
import type { Reader } from '../db/archive-store.ts';
import { listPackages, listSnapshots } from '../db/repositories/ledger.ts';
import type { OpenArchive } from '../open-archive.ts';
import { checkLedger } from './ledger-check.ts';
import { rulesOn } from './rules.ts';

/** Full years shown before the current one. */
const yearsShown = 2;

/** A period with the rules that hold at its end. @throws CodedError PERIOD_INVALID */
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
  return ({ code, startsOn, endsOn, dueOn }: LedgerPeriod): LedgerPeriodState => ({
    code,
    startsOn,
    endsOn,
    dueOn,
    frozenAt: snapshots.get(code)?.frozenAt ?? null,
    snapshotSha256: snapshots.get(code)?.sha256 ?? null,
    packages: packages.get(code)?.length ?? 0,
  });
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

/** The pre-export check. @throws CodedError PERIOD_INVALID */
export const checkPeriod = async (archive: OpenArchive, code: PeriodCode): Promise<LedgerFinding[]> => {
  const { rules } = await periodUnderRules(archive, code);
  return archive.store.read((reader) => checkLedger(reader, rules, archive.ports.clock.today()));
};

/** Packages ever made, the newest first. */
export const packages = async ({ store }: OpenArchive): Promise<PackageRecord[]> => [
  ...(await store.read(listPackages)),
];
