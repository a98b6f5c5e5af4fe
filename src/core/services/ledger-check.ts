import { addDays } from '../../shared/domain/calendar-days.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { LedgerFinding } from '../../shared/domain/ledger.ts';
import type { LedgerPeriod } from '../../shared/domain/ledger-period.ts';
import { periodOf } from '../../shared/domain/ledger-period.ts';
import type { RulePackBody } from '../../shared/domain/rule-pack.ts';
import type { Reader } from '../db/archive-store.ts';
import { listBureauKeys } from '../db/repositories/ledger-keys.ts';
import { listLedgerLines, listOverdueFilings, type LedgerLine } from '../db/repositories/ledger-lines.ts';
import { listPackages } from '../db/repositories/packages.ts';
import { keyStanding } from './bureau-key-standing.ts';
import { standingOf } from './submission-standing.ts';

interface Rule {
  readonly level: LedgerFinding['level'];
  readonly code: LedgerFinding['code'];
  readonly broken: (line: LedgerLine) => string | boolean;
}

/**
 * What is looked at in every line. Only what makes a ledger useless to the bureau blocks; old paper with gaps is
 * warned about, because it must be reportable as it is.
 */
const lineRules = (lines: readonly LedgerLine[]): readonly Rule[] => {
  const numbered = Map.groupBy(
    lines.filter(({ filingNumber }) => filingNumber !== null),
    ({ filingNumber }) => filingNumber,
  );
  return [
    {
      level: 'blocking',
      code: 'area-code-missing',
      broken: ({ communityCode }) => !/^\d{12}$/.test(communityCode),
    },
    {
      level: 'blocking',
      code: 'filing-number-twice',
      broken: ({ filingNumber }) => {
        const same = filingNumber === null ? [] : (numbered.get(filingNumber) ?? []);
        return same.length > 1 && `${filingNumber}：${same.map(({ name }) => name).join('、')}`;
      },
    },
    { level: 'warning', code: 'filing-number-missing', broken: ({ filingNumber }) => filingNumber === null },
    { level: 'warning', code: 'filed-on-missing', broken: ({ filedOn }) => filedOn === null },
    {
      level: 'warning',
      code: 'responsible-person-missing',
      broken: ({ responsiblePerson }) => responsiblePerson === null,
    },
    {
      level: 'warning',
      code: 'fallback-party-missing',
      broken: ({ fallbackParty }) => fallbackParty === null,
    },
    { level: 'warning', code: 'category-missing', broken: ({ category }) => category === null },
    { level: 'warning', code: 'roster-empty', broken: ({ members }) => members === 0 },
    {
      level: 'warning',
      code: 'member-count-differs',
      broken: ({ members, declaredMembers }) =>
        declaredMembers !== null &&
        members > 0 &&
        declaredMembers !== members &&
        `填报 ${declaredMembers} 人，花名册 ${members} 人`,
    },
  ];
};

const lineFindings = (lines: readonly LedgerLine[]): LedgerFinding[] => {
  const rules = lineRules(lines);
  return lines.flatMap((line) =>
    rules.flatMap(({ level, code, broken }) => {
      const fault = broken(line);
      if (fault === false) return [];
      const detail = typeof fault === 'string' ? fault : null;
      return [{ level, code, organizationId: line.id, organizationName: line.name, detail }];
    }),
  );
};

const ofTheWhole = (
  level: LedgerFinding['level'],
  code: LedgerFinding['code'],
  detail: string | null = null,
): LedgerFinding => ({ level, code, organizationId: null, organizationName: null, detail });

/** Keys that would refuse, or soon will. */
const keyFindings = (reader: Reader, today: IsoDate): LedgerFinding[] => {
  const usable = listBureauKeys(reader).filter(
    (key) => key.confirmedAt !== null && keyStanding(key, today) !== 'expired',
  );
  if (usable.length === 0) return [ofTheWhole('warning', 'no-confirmed-key')];
  return usable
    .filter((key) => keyStanding(key, today) === 'expiring')
    .map(({ name, validUntil }) =>
      ofTheWhole('warning', 'key-expiring', `${name}，${validUntil ?? ''} 到期`),
    );
};

const periodFindings = (
  reader: Reader,
  period: LedgerPeriod,
  { ledger }: RulePackBody,
  today: IsoDate,
): LedgerFinding[] => {
  const before = periodOf(addDays(period.startsOn, -1), ledger);
  const ofBefore = listPackages(reader).filter((made) => made.period === before.code);
  return [
    ...(today <= period.endsOn ? [ofTheWhole('warning', 'period-running', `本期到 ${period.endsOn}`)] : []),
    ...(standingOf(ofBefore) === 'returned'
      ? [ofTheWhole('warning', 'earlier-not-accepted', before.code)]
      : []),
    ...(ledger.includeIdentityNumbers ? [ofTheWhole('warning', 'identity-numbers-included')] : []),
    ...(ledger.includePhones ? [ofTheWhole('warning', 'phones-included')] : []),
  ];
};

/** Blocking faults first, then warnings (LEDGER-PACKAGE rule 2). */
export const checkLedger = (
  reader: Reader,
  period: LedgerPeriod,
  rules: RulePackBody,
  today: IsoDate,
): LedgerFinding[] => {
  const lines = listLedgerLines(reader, period);
  const findings = [
    ...(lines.length === 0 ? [ofTheWhole('blocking', 'no-organizations')] : []),
    ...lineFindings(lines),
    ...listOverdueFilings(reader, today).map(({ organizationId, name, dueOn }): LedgerFinding => ({
      level: 'warning',
      code: 'open-filing-overdue',
      organizationId,
      organizationName: name,
      detail: `应于 ${dueOn} 前办结`,
    })),
    ...periodFindings(reader, period, rules, today),
    ...keyFindings(reader, today),
  ];
  return findings.sort((a, b) => (a.level === b.level ? 0 : a.level === 'blocking' ? -1 : 1));
};
