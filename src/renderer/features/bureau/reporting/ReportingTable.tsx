import { Anchor } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import type { StreetReporting } from '../../../../shared/domain/bureau.ts';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { LinkButton } from '../../../components/LinkButton.tsx';
import { ListRows } from '../../../components/ListScreen.tsx';
import { ListTable } from '../../../components/ListTable.tsx';
import { ReportingMarks } from './reporting-marks.tsx';

interface ReportingTableProps {
  readonly rows: readonly StreetReporting[] | undefined;
  readonly filtered: boolean;
  readonly error: unknown;
  readonly fetching: boolean;
  readonly onRetry: () => void;
}

const columns: DataTableColumn<StreetReporting>[] = [
  {
    accessor: 'streetName',
    title: '街镇',
    width: 120,
    render: ({ streetCode, streetName }) => (
      <Anchor component={Link} to={bureauPaths.street(streetCode)} size="sm">
        {streetName}
      </Anchor>
    ),
  },
  { accessor: 'state', title: '情况', width: 190, render: (row) => <ReportingMarks standing={row} /> },
  { accessor: 'firstReceivedOn', title: '首次收到', width: 105 },
  {
    accessor: 'corrections',
    title: '更正',
    width: 60,
    render: ({ corrections }) => (corrections === 0 ? '' : `${corrections} 次`),
  },
  { accessor: 'organizations', title: '组织', width: 60, textAlign: 'right' },
  {
    accessor: 'contactName',
    title: '联系人',
    render: ({ contactName, contactPhone }) =>
      [contactName, contactPhone].filter((each) => each !== null).join(' '),
  },
  {
    accessor: 'packageId',
    title: '',
    width: 80,
    render: ({ packageId, state }) =>
      packageId === null ? null : (
        <LinkButton to={bureauPaths.package(packageId)} size="compact-sm" variant="light">
          {state === 'received' ? '答复' : '查看'}
        </LinkButton>
      ),
  },
];

/** Streets of a period, one a line. */
export const ReportingTable = ({ rows, filtered, error, fetching, onRetry }: ReportingTableProps) => (
  <ListRows
    rows={rows}
    error={error}
    onRetry={onRetry}
    empty={
      <EmptyState
        icon={IconCalendarCheck}
        title={filtered ? '没有这样的街镇' : '名册还是空的'}
        hint={
          filtered ? '换一个报告期，或看“全部”。' : '先在“街镇名册”登记要报送的街镇，才看得出谁还没有报。'
        }
        action={
          filtered ? null : (
            <LinkButton to={bureauPaths.streets} variant="light">
              去登记街镇
            </LinkButton>
          )
        }
      />
    }
  >
    {(shown) => (
      <ListTable rows={shown} columns={columns} rowId={({ streetCode }) => streetCode} fetching={fetching} />
    )}
  </ListRows>
);
