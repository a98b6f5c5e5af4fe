import { Anchor, ScrollArea, Table, Text, Tooltip } from '@mantine/core';
import type { RosterRow } from '../../../../shared/domain/person.ts';
import { memberRoleLabels, politicalStatusLabels, sexLabels } from '../../../../shared/labels/person.ts';
import classes from './RosterTable.module.css';

interface RosterTableProps {
  readonly rows: readonly RosterRow[];
  readonly onEdit: (row: RosterRow) => void;
}

const heads = ['姓名', '性别', '出生', '政治面貌', '职务', '证件号码', '电话', '加入'] as const;

const Row = ({ row, onEdit }: { readonly row: RosterRow; readonly onEdit: () => void }) => (
  <Table.Tr className={row.leftOn === null ? '' : classes['former']}>
    <Table.Td>
      <Anchor component="button" type="button" size="sm" onClick={onEdit}>
        {row.name}
      </Anchor>
      {row.otherOrganizations.length === 0 ? null : (
        <Tooltip label={`还参加：${row.otherOrganizations.join('、')}`}>
          <Text span size="xs" c="dimmed" ms={6} tabIndex={0}>
            +{row.otherOrganizations.length}
          </Text>
        </Tooltip>
      )}
    </Table.Td>
    <Table.Td>{row.sex === null ? '—' : sexLabels[row.sex]}</Table.Td>
    <Table.Td>{row.birthMonth ?? '—'}</Table.Td>
    <Table.Td>{row.politicalStatus === null ? '—' : politicalStatusLabels[row.politicalStatus]}</Table.Td>
    <Table.Td>{row.roleTitle ?? memberRoleLabels[row.role]}</Table.Td>
    <Table.Td className={classes['masked'] ?? ''}>{row.maskedIdentityNumber ?? '—'}</Table.Td>
    <Table.Td className={classes['masked'] ?? ''}>{row.maskedPhone ?? '—'}</Table.Td>
    <Table.Td>{row.leftOn === null ? (row.joinedOn ?? '—') : `${row.leftOn} 离开`}</Table.Td>
  </Table.Tr>
);

export const RosterTable = ({ rows, onEdit }: RosterTableProps) => (
  <ScrollArea.Autosize mah={560} type="auto" offsetScrollbars>
    <Table stickyHeader verticalSpacing={8} highlightOnHover className={classes['table'] ?? ''}>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head} fw={400}>
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Row key={row.membershipId} row={row} onEdit={() => onEdit(row)} />
        ))}
      </Table.Tbody>
    </Table>
  </ScrollArea.Autosize>
);
