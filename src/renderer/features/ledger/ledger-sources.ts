import { organizationId } from '../../../shared/domain/ids.ts';
import type { LedgerColumn } from '../../../shared/domain/ledger-columns.ts';
import { paths, type DossierTab } from '../../app/paths.ts';

/** The tab of a dossier in which a cell's figure comes about. */
const sources: Readonly<Record<LedgerColumn, DossierTab | null>> = {
  community: 'facts',
  settlement: 'facts',
  name: null,
  category: 'facts',
  status: 'filings',
  filingNumber: 'filings',
  filedOn: 'filings',
  responsiblePerson: 'roster',
  phone: 'facts',
  members: 'roster',
  partyMembers: 'roster',
  fallbackParty: 'facts',
  reports: 'reports',
  satisfaction: 'reports',
  disclosures: 'disclosures',
  activities: 'disclosures',
  dispositions: 'dispositions',
  changes: 'filings',
  trained: 'facts',
  proposedRegistration: 'facts',
  completeness: null,
  remark: 'facts',
};

/** Where the record behind a cell is; null for an organization that the archive no longer has. */
export const sourceOf = (id: string, column: LedgerColumn): string | null => {
  const parsed = organizationId.safeParse(id);
  return parsed.success ? paths.dossier(parsed.data, sources[column] ?? undefined) : null;
};
