import { Anchor, ScrollArea, Table, Text, Tooltip } from '@mantine/core';
import type { RosterRow } from '../../../../shared/domain/person.ts';
import {
  leaveReasonLabels,
  memberRoleLabels,
  minorityLabels,
  politicalStatusLabels,
  sexLabels,
} from '../../../../shared/labels/person.ts';
import type { RevealedPerson } from '../../../../shared/domain/reveal.ts';
import type { Revealed } from '../../reveals/use-revealed.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import classes from './RosterTable.module.css';

interface RosterTableProps {
  readonly rows: readonly RosterRow[];
  /** Left out where the roster cannot be changed: a frozen one, or one of another day. */
  readonly onEdit?: (row: RosterRow) => void;
  /** Numbers that may be shown in clear just now. */
  readonly revealed?: Pick<Revealed, 'of'>;
}

const heads = ['姓名', '性别', '出生', '政治面貌', '职务', '证件号码', '电话', '加入'] as const;

const Name = ({ row, onEdit }: { readonly row: RosterRow; readonly onEdit: (() => void) | undefined }) => (
  <>
    {onEdit === undefined ? (
      row.name
    ) : (
      <Anchor component="button" type="button" size="sm" onClick={onEdit}>
        {row.name}
      </Anchor>
    )}
    {row.otherOrganizations.length === 0 ? null : (
      <Tooltip label={`还参加：${row.otherOrganizations.join('、')}`}>
        <Text span size="xs" c="dimmed" ms={6} tabIndex={0}>
          +{row.otherOrganizations.length}
        </Text>
      </Tooltip>
    )}
  </>
);

const joinedOrLeft = ({ joinedOn, leftOn, leaveReason }: RosterRow): string =>
  leftOn === null
    ? (joinedOn ?? '—')
    : `${leftOn} 离开${leaveReason === null ? '' : `（${leaveReasonLabels[leaveReason]}）`}`;

interface RowProps {
  readonly row: RosterRow;
  readonly clear: RevealedPerson | null;
  readonly onEdit: (() => void) | undefined;
}

const Row = ({ row, clear, onEdit }: RowProps) => (
  <Table.Tr className={row.leftOn === null ? '' : classes['former']}>
    <Table.Td>
      <Name row={row} onEdit={onEdit} />
    </Table.Td>
    <Table.Td>{row.sex === null ? '—' : sexLabels[row.sex]}</Table.Td>
    <Table.Td>
      {row.birthMonth ?? '—'}
      {row.minority === null ? null : (
        <>
          {' '}
          <StatusBadge tone={row.minority === 'under-14' ? 'late' : 'waiting'}>
            {minorityLabels[row.minority]}
          </StatusBadge>
        </>
      )}
    </Table.Td>
    <Table.Td>{row.politicalStatus === null ? '—' : politicalStatusLabels[row.politicalStatus]}</Table.Td>
    <Table.Td>{row.roleTitle ?? memberRoleLabels[row.role]}</Table.Td>
    <Table.Td className={clear === null ? (classes['masked'] ?? '') : ''}>
      {(clear === null ? row.maskedIdentityNumber : clear.identityNumber) ?? '—'}
    </Table.Td>
    <Table.Td className={clear === null ? (classes['masked'] ?? '') : ''}>
      {(clear === null ? row.maskedPhone : clear.phone) ?? '—'}
    </Table.Td>
    <Table.Td>{joinedOrLeft(row)}</Table.Td>
  </Table.Tr>
);

export const RosterTable = ({ rows, onEdit, revealed }: RosterTableProps) => (
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
          <Row
            key={row.membershipId}
            row={row}
            clear={revealed?.of(row.personId) ?? null}
            onEdit={onEdit === undefined ? undefined : () => onEdit(row)}
          />
        ))}
      </Table.Tbody>
    </Table>
  </ScrollArea.Autosize>
);
