import type { FallbackParty, PartyFilter, PartyRow } from '../../shared/contract/party.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { Organization } from '../../shared/domain/organization.ts';
import { fallbackPartyLabels, organizationStatusLabels } from '../../shared/labels/organization.ts';
import type { Writer } from '../db/archive-store.ts';
import { isSealed } from '../db/repositories/exits.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { countPartyRows, listPartyRows } from '../db/repositories/party-rows.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { fillFacts } from './filled-facts.ts';

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
const obstacle = (writer: Writer, { id, fallbackParty }: Organization): SkipReason | null => {
  if (fallbackParty !== null) return 'has-one';
  return isSealed(writer, id) ? 'sealed' : null;
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
    for (const { organizationId, fallbackParty } of assignments) {
      const organization = getOrganization(writer, organizationId);
      const reason = organization === null ? 'gone' : obstacle(writer, organization);
      if (organization === null || reason !== null) {
        skipped.push({ name: organization?.name ?? '', reason: reason ?? 'gone' });
        continue;
      }
      fillFacts(archive.ports, writer, organization, { fallbackParty });
      assigned += 1;
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
