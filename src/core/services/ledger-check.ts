import type { LedgerFinding } from '../../shared/domain/ledger.ts';
import type { RulePackBody } from '../../shared/domain/rule-pack.ts';
import type { Reader } from '../db/archive-store.ts';
import { listLedgerLines, listOverdueFilings, type LedgerLine } from '../db/repositories/ledger.ts';

interface Rule {
  readonly level: LedgerFinding['level'];
  readonly code: LedgerFinding['code'];
  readonly broken: (line: LedgerLine) => string | boolean;
}

/**
 * What is looked at in every line. Only what makes a ledger useless to the bureau blocks; old paper with gaps is
 * warned about, because it must be reportable as it is.
 */
const rules: readonly Rule[] = [
  {
    level: 'blocking',
    code: 'area-code-missing',
    broken: ({ communityCode }) => !/^\d{12}$/.test(communityCode),
  },
  { level: 'warning', code: 'filing-number-missing', broken: ({ filingNumber }) => filingNumber === null },
  { level: 'warning', code: 'filed-on-missing', broken: ({ filedOn }) => filedOn === null },
  {
    level: 'warning',
    code: 'responsible-person-missing',
    broken: ({ responsiblePerson }) => responsiblePerson === null,
  },
  { level: 'warning', code: 'fallback-party-missing', broken: ({ fallbackParty }) => fallbackParty === null },
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

/** Blocking faults first, then warnings (LEDGER-PACKAGE rule 2). */
export const checkLedger = (reader: Reader, body: RulePackBody, today: string): LedgerFinding[] => {
  const lines = listLedgerLines(reader);
  const findings: LedgerFinding[] = lines.flatMap((line) =>
    rules.flatMap(({ level, code, broken }) => {
      const fault = broken(line);
      if (fault === false) return [];
      return [
        {
          level,
          code,
          organizationId: line.id,
          organizationName: line.name,
          detail: typeof fault === 'string' ? fault : null,
        },
      ];
    }),
  );
  if (lines.length === 0)
    findings.push({
      level: 'blocking',
      code: 'no-organizations',
      organizationId: null,
      organizationName: null,
      detail: null,
    });
  for (const { organizationId, name, dueOn } of listOverdueFilings(reader, today)) {
    findings.push({
      level: 'warning',
      code: 'open-filing-overdue',
      organizationId,
      organizationName: name,
      detail: `应于 ${dueOn} 前办结`,
    });
  }
  if (body.ledger.includeIdentityNumbers) {
    findings.push({
      level: 'warning',
      code: 'identity-numbers-included',
      organizationId: null,
      organizationName: null,
      detail: null,
    });
  }
  return findings.sort((a, b) => a.level.localeCompare(b.level));
};
