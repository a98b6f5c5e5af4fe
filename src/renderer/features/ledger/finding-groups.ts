import { organizationId } from '../../../shared/domain/ids.ts';
import type { LedgerFinding } from '../../../shared/domain/ledger.ts';
import { paths } from '../../app/paths.ts';

/** Findings of one kind. */
export interface FindingGroup {
  readonly level: LedgerFinding['level'];
  readonly code: LedgerFinding['code'];
  readonly findings: readonly LedgerFinding[];
}

/** Findings by level and code: what blocks first, then the kinds that concern most organizations. */
export const groupFindings = (findings: readonly LedgerFinding[]): readonly FindingGroup[] =>
  [...Map.groupBy(findings, ({ level, code }) => `${level} ${code}`).values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ level: first.level, code: first.code, findings: group }];
    })
    .sort((a, b) =>
      a.level === b.level ? b.findings.length - a.findings.length : a.level === 'blocking' ? -1 : 1,
    );

/** Where a finding is mended that no single organization has; null where there is no such place. */
const officeMends: Readonly<Partial<Record<LedgerFinding['code'], { to: string; label: string }>>> = {
  'area-code-missing': { to: paths.settings('communities'), label: '去设置社区代码' },
  'identity-numbers-included': { to: paths.settings('rules'), label: '去看报送规则' },
  'phones-included': { to: paths.settings('rules'), label: '去看报送规则' },
  'no-confirmed-key': { to: paths.ledgerKeys, label: '去登记接收公钥' },
  'key-expiring': { to: paths.ledgerKeys, label: '去看接收公钥' },
  'earlier-not-accepted': { to: paths.ledgerPackages, label: '去看报送记录' },
  'no-organizations': { to: paths.imports, label: '去导入' },
};

export const officeMendOf = (code: LedgerFinding['code']): { to: string; label: string } | null =>
  officeMends[code] ?? null;

/** The tab of the dossier on which a kind of finding is mended. */
const dossierTabs: Readonly<Partial<Record<LedgerFinding['code'], 'roster' | 'filings' | 'facts'>>> = {
  'filing-number-missing': 'filings',
  'filing-number-twice': 'filings',
  'filed-on-missing': 'filings',
  'responsible-person-missing': 'roster',
  'roster-empty': 'roster',
  'member-count-differs': 'roster',
  'open-filing-overdue': 'filings',
  'fallback-party-missing': 'facts',
  'category-missing': 'facts',
};

/** The dossier of the organization a finding is about, opened where it is mended; null where it is about none. */
export const dossierOf = ({ organizationId: id, code }: LedgerFinding): string | null => {
  const parsed = organizationId.safeParse(id);
  return parsed.success ? paths.dossier(parsed.data, dossierTabs[code]) : null;
};
