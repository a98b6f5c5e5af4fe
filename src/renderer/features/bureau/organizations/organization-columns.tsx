import type { DataTableColumn } from 'mantine-datatable';
import type { DistrictCell, DistrictOrganization } from '../../../../shared/domain/district-ledger.ts';
import { districtCellLabels } from '../../../../shared/labels/bureau.ts';
import { fourClassLabels, organizationStatusLabels } from '../../../../shared/labels/organization.ts';

type Column = DataTableColumn<DistrictOrganization>;

/** The number that a cell adds up; none for those that count organizations. */
const countOf = (cell: DistrictCell): Column[] => {
  switch (cell) {
    case 'filed':
    case 'changed':
    case 'ended':
      return [{ accessor: cell, title: districtCellLabels[cell], width: 90, textAlign: 'right' }];
    case 'standing':
    case 'lines':
    case 'candidates':
      return [];
  }
};

export const districtOrganizationColumns = (cell: DistrictCell): Column[] => [
  { accessor: 'name', title: '组织', ellipsis: true },
  ...countOf(cell),
  { accessor: 'streetName', title: '街镇', width: 110 },
  { accessor: 'community', title: '社区（村）', width: 120, ellipsis: true },
  {
    accessor: 'category',
    title: '类别',
    width: 110,
    render: ({ category }) => (category === null ? '未分类' : fourClassLabels[category]),
  },
  {
    accessor: 'status',
    title: '状态',
    width: 110,
    render: ({ status }) => organizationStatusLabels[status],
  },
  { accessor: 'filingNumber', title: '备案号', width: 190, ellipsis: true },
  { accessor: 'responsiblePerson', title: '负责人', width: 80 },
  { accessor: 'maskedPhone', title: '电话', width: 120 },
  { accessor: 'members', title: '成员', width: 70, textAlign: 'right' },
  { accessor: 'partyMembers', title: '党员', width: 70, textAlign: 'right' },
];
