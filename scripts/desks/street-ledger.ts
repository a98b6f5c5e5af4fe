import {
  ledgerSnapshot,
  type LedgerOrganization,
  type LedgerSnapshot,
} from '../../src/shared/domain/ledger-snapshot.ts';
import { isStanding } from '../../src/shared/domain/ledger-tables.ts';

/** A right line of a street's ledger. @param at from 0 */
export const streetLine = (
  streetCode: string,
  at: number,
  more: Partial<LedgerOrganization> = {},
): LedgerOrganization => ({
  id: `${streetCode}-${at}`,
  community: `第${(at % 3) + 1}社区`,
  communityCode: `${streetCode}00${(at % 3) + 1}`,
  settlement: 'urban',
  name: `第${at + 1}文体队`,
  category: 'culture-sports',
  status: 'filed',
  filingNumber: `${streetCode}〔2026〕${at + 1}号`,
  filedOn: '2026-03-01',
  responsiblePerson: '王敏',
  maskedPhone: null,
  members: 20,
  partyMembers: 3,
  fallbackParty: '社区党委',
  proposedRegistration: false,
  completeness: 100,
  reports: 1,
  satisfaction: null,
  disclosures: 0,
  activities: 0,
  dispositions: 0,
  trained: null,
  events: [],
  remark: null,
  ...more,
});

/** A street's ledger whose statistics agree with its lines. */
export const streetLedger = (
  street: { readonly code: string; readonly name: string },
  organizations: readonly LedgerOrganization[],
  more: Partial<LedgerSnapshot> = {},
): LedgerSnapshot => {
  const standing = organizations.filter(isStanding);
  const sum = (pick: (line: LedgerOrganization) => number): number =>
    standing.reduce((total, line) => total + pick(line), 0);
  return ledgerSnapshot.parse({
    format: 'hub-archive-ledger',
    version: '1.1',
    period: '2026H1',
    startsOn: '2026-01-01',
    endsOn: '2026-06-30',
    frozenOn: '2026-07-01',
    district: { code: street.code.slice(0, 6), name: '新城区' },
    street,
    hub: { name: `${street.name}社会组织联合会`, creditCode: null },
    organizations,
    statistics: {
      communities: 3,
      organizations: standing.length,
      members: sum(({ members }) => members),
      partyMembers: sum(({ partyMembers }) => partyMembers),
      byCommunity: [],
      byCategory: [...Map.groupBy(standing, ({ category }) => category)].map(([category, of]) => ({
        category,
        organizations: of.length,
      })),
      byStatus: [...Map.groupBy(organizations, ({ status }) => status)].map(([status, of]) => ({
        status,
        organizations: of.length,
      })),
    },
    ...more,
  });
};
