import type { FallbackParty, PartyFilter, PartyRow } from '../../shared/contract/party.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import { isCoded } from '../../shared/errors.ts';
import { fallbackPartyLabels, organizationStatusLabels } from '../../shared/labels/organization.ts';
import type { Writer } from '../db/archive-store.ts';
import { getFilingRecord, openFilingOf, updateFiling } from '../db/repositories/filings.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { factsOf, getOrganization, updateOrganizationFacts } from '../db/repositories/organizations.ts';
import { countPartyRows, listPartyRows } from '../db/repositories/party-rows.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { exportedList } from './exported-list.ts';

export const listFallbackParties = (
  { store }: OpenArchive,
  input: { readonly filter: PartyFilter; readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: PartyRow[]; readonly total: number; readonly without: number }> =>
  store.read((reader) => ({
    rows: [...listPartyRows(reader, input.filter, input.offset, input.limit)],
    total: countPartyRows(reader, input.filter),
    without: countPartyRows(reader, { text: '', communityIds: [], kind: 'none' }),
  }));

interface Assignment {
  readonly organizationId: OrganizationId;
  readonly fallbackParty: FallbackParty;
}

type SkipReason = 'has-one' | 'sealed' | 'gone';

/** What keeps an organization from being given one; null where nothing does. */
const obstacle = (writer: Writer, id: OrganizationId): SkipReason | null => {
  const organization = getOrganization(writer, id);
  if (organization === null) return 'gone';
  if (organization.fallbackParty !== null) return 'has-one';
  try {
    requireOpenDossier(writer, id);
    return null;
  } catch (error) {
    if (isCoded(error, 'DOSSIER_SEALED')) return 'sealed';
    throw error;
  }
};

/** Facts of the organization, and of a filing that works on them and has none either. */
const assignOne = (
  { ports }: OpenArchive,
  writer: Writer,
  { organizationId, fallbackParty }: Assignment,
): void => {
  const organization = getOrganization(writer, organizationId);
  if (organization === null) return;
  const at = ports.clock.instant();
  updateOrganizationFacts(writer, organizationId, { ...factsOf(organization), fallbackParty }, at);
  const open = openFilingOf(writer, organizationId);
  const filing = open === null ? null : getFilingRecord(writer, open);
  if (filing !== null && filing.facts.fallbackParty === null) {
    updateFiling(writer, { ...filing, facts: { ...filing.facts, fallbackParty }, updatedAt: at });
  }
  refreshOrganization(writer, organizationId);
};

/**
 * Gives organizations without one their fallback Party organization (policy Art. 1), all in one transaction. Filling in
 * what was never recorded needs no change filing; whoever has one keeps it.
 */
export const assignFallbackParty = (
  archive: OpenArchive,
  assignments: readonly Assignment[],
): Promise<{
  readonly assigned: number;
  readonly skipped: { readonly name: string; readonly reason: SkipReason }[];
}> =>
  archive.store.write((writer) => {
    let assigned = 0;
    const skipped: { name: string; reason: SkipReason }[] = [];
    for (const assignment of assignments) {
      const reason = obstacle(writer, assignment.organizationId);
      if (reason === null) {
        assignOne(archive, writer, assignment);
        assigned += 1;
      } else {
        skipped.push({ name: getOrganization(writer, assignment.organizationId)?.name ?? '', reason });
      }
    }
    return { assigned, skipped };
  });

const columns: readonly ListColumn<PartyRow>[] = [
  { header: '社区', width: 14, value: (row) => row.communityName },
  { header: '组织名称', width: 28, value: (row) => row.name },
  { header: '状态', width: 10, value: ({ status }) => organizationStatusLabels[status] },
  { header: '兜底党组织', width: 28, value: ({ fallbackParty }) => fallbackParty?.name ?? '' },
  {
    header: '类型',
    width: 22,
    value: ({ fallbackParty }) => (fallbackParty === null ? '未定' : fallbackPartyLabels[fallbackParty.kind]),
  },
];

export const exportFallbackParties = async (archive: OpenArchive, filter: PartyFilter): Promise<File> =>
  exportedList(archive, {
    name: '兜底党组织一览表',
    sheetName: '兜底党组织',
    columns,
    rows: await archive.store.read((reader) => listPartyRows(reader, filter, 0, -1)),
  });
