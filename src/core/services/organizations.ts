import type { OrganizationFilter, OrganizationSort } from '../../shared/contract/organizations.ts';
import type { CustomField } from '../../shared/domain/custom-field.ts';
import { needsChangeFiling } from '../../shared/domain/filed-facts.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import type { Organization, OrganizationFacts, OrganizationRow } from '../../shared/domain/organization.ts';
import { CodedError } from '../../shared/errors.ts';
import {
  fourClassLabels,
  organizationStatusLabels,
  settlementLabels,
} from '../../shared/labels/organization.ts';
import { listCustomFields } from '../db/repositories/custom-fields.ts';
import { listFilingRows } from '../db/repositories/filing-rows.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import {
  countOrganizations,
  getOrganization,
  listOrganizationRows,
  updateOrganizationFacts,
} from '../db/repositories/organizations.ts';
import { writeListWorkbook, type ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { getOffice } from './office.ts';
import { givenFacts, shownFacts } from './shown-facts.ts';

export interface OrganizationPage {
  readonly rows: OrganizationRow[];
  readonly total: number;
}

export const listOrganizations = (
  { store }: OpenArchive,
  input: {
    readonly filter: OrganizationFilter;
    readonly sort: OrganizationSort;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<OrganizationPage> =>
  store.read((reader) => ({
    rows: [...listOrganizationRows(reader, input.filter, input.sort, input.offset, input.limit)],
    total: countOrganizations(reader, input.filter),
  }));

/**
 * Saves facts that need no change filing.
 *
 * @throws CodedError NOT_FOUND; FILING_OPEN while a filing works on these facts; INVALID_VALUE `facts`
 *   `needs-change-filing` when a filed fact would change
 */
export const saveFacts = (
  { store, ports }: OpenArchive,
  id: OrganizationId,
  shown: OrganizationFacts,
): Promise<Organization> =>
  store.write((writer) => {
    const before = getOrganization(writer, id);
    if (before === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
    requireOpenDossier(writer, id);
    const open = listFilingRows(
      writer,
      { organizationId: id, states: [], kinds: [], openOnly: true },
      ports.clock.today(),
      0,
      1,
    )[0];
    if (open !== undefined) throw new CodedError('FILING_OPEN', { filingId: open.id });
    const facts = givenFacts(shown, [before]);
    if (needsChangeFiling(before, facts)) {
      throw new CodedError('INVALID_VALUE', { field: 'facts', reason: 'needs-change-filing' });
    }
    updateOrganizationFacts(writer, id, facts, ports.clock.instant());
    refreshOrganization(writer, id);
    const after = getOrganization(writer, id);
    if (after === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
    return shownFacts(after);
  });

const listColumns: readonly ListColumn<OrganizationRow>[] = [
  { header: '社区', width: 14, value: (row) => row.communityName },
  { header: '城乡', width: 6, value: (row) => settlementLabels[row.settlement] },
  { header: '组织名称', width: 28, value: (row) => row.name },
  {
    header: '类别',
    width: 12,
    value: (row) => (row.fourClass === null ? '' : fourClassLabels[row.fourClass]),
  },
  { header: '状态', width: 10, value: (row) => organizationStatusLabels[row.status] },
  { header: '备案号', width: 24, value: (row) => row.filingNumber ?? '' },
  { header: '备案日期', width: 12, value: (row) => row.filedOn ?? '' },
  { header: '负责人', width: 10, value: (row) => row.responsiblePersonName ?? '' },
  { header: '联系电话', width: 14, value: (row) => row.maskedPhone ?? '' },
  { header: '成员数', width: 8, value: (row) => row.memberCount },
  { header: '党员数', width: 8, value: (row) => row.partyMemberCount },
  { header: '兜底党组织', width: 20, value: (row) => row.fallbackPartyName ?? '' },
  { header: '拟登记', width: 8, value: (row) => (row.proposedRegistration ? '是' : '') },
  { header: '完整度', width: 8, value: (row) => `${row.completeness}%` },
];

const customColumn = ({ id, name }: CustomField): ListColumn<OrganizationRow> => ({
  header: name,
  width: 14,
  value: ({ custom }) => custom[id] ?? '',
});

/** The list as shown, as a workbook (FEATURES M2): phones masked, numbers of identity left out. */
export const exportOrganizationList = async (
  archive: OpenArchive,
  input: { readonly filter: OrganizationFilter; readonly sort: OrganizationSort },
): Promise<File> => {
  const { profile } = await getOffice(archive);
  const { rows, fields } = await archive.store.read((reader) => ({
    rows: listOrganizationRows(reader, input.filter, input.sort, 0, -1),
    fields: listCustomFields(reader),
  }));
  const today = archive.ports.clock.today();
  const bytes = await writeListWorkbook({
    sheetName: '社区社会组织',
    title: `${profile.streetName}社区社会组织名单`,
    note: `填报单位：${profile.hubName}　导出日期：${today}　共 ${rows.length} 个`,
    columns: [...listColumns, ...fields.filter(({ retired }) => !retired).map(customColumn)],
    rows,
  });
  return new File([bytes], `社区社会组织名单-${today}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
};
