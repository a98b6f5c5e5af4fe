import { IconGavel, IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import type { StreetCode } from '../../../../shared/domain/bureau.ts';
import type { DistrictDisposition, DistrictTraining } from '../../../../shared/domain/district-ledger.ts';
import type { PeriodCode } from '../../../../shared/domain/ledger.ts';
import { dispositionTypeLabels } from '../../../../shared/labels/dossier-record.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ListRows } from '../../../components/ListScreen.tsx';
import { ListTable } from '../../../components/ListTable.tsx';

interface MattersProps {
  /** Empty while periods are read. */
  readonly period: PeriodCode;
  readonly streetCode: StreetCode | null;
}

const dispositionColumns: DataTableColumn<DistrictDisposition>[] = [
  { accessor: 'on', title: '日期', width: 110 },
  { accessor: 'organization', title: '组织', ellipsis: true },
  { accessor: 'streetName', title: '街镇', width: 110 },
  { accessor: 'community', title: '社区（村）', width: 120, ellipsis: true },
  { accessor: 'type', title: '类型', width: 110, render: ({ type }) => dispositionTypeLabels[type] },
  { accessor: 'title', title: '事由', width: 200, ellipsis: true },
  { accessor: 'result', title: '结果', width: 200, ellipsis: true },
  { accessor: 'rectifiedOn', title: '整改办结', width: 110 },
];

const trainingColumns: DataTableColumn<DistrictTraining>[] = [
  { accessor: 'on', title: '日期', width: 110 },
  { accessor: 'topic', title: '内容', ellipsis: true },
  { accessor: 'streetName', title: '街镇', width: 140 },
  { accessor: 'group', title: '对象', width: 200, ellipsis: true },
  { accessor: 'participants', title: '人次', width: 80, textAlign: 'right' },
];

export const DispositionsTable = ({ period, streetCode }: MattersProps) => {
  const { data, error, isFetching, refetch } = useQuery({
    ...useApi().bureau.dispositions.queryOptions({ input: { period, streetCode } }),
    enabled: period !== '',
  });
  return (
    <ListRows
      rows={data}
      error={error}
      onRetry={() => void refetch()}
      empty={
        <EmptyState icon={IconGavel} title="本期没有处理结果" hint="街镇报来的处理结果，收下以后列在这里。" />
      }
    >
      {(rows) => (
        <ListTable
          rows={rows}
          columns={dispositionColumns}
          rowId={({ organizationId, on, title }) => `${organizationId} ${on} ${title}`}
          fetching={isFetching}
        />
      )}
    </ListRows>
  );
};

export const TrainingsTable = ({ period, streetCode }: MattersProps) => {
  const { data, error, isFetching, refetch } = useQuery({
    ...useApi().bureau.trainings.queryOptions({ input: { period, streetCode } }),
    enabled: period !== '',
  });
  return (
    <ListRows
      rows={data}
      error={error}
      onRetry={() => void refetch()}
      empty={
        <EmptyState icon={IconSchool} title="本期没有轮训记录" hint="街镇报来的轮训，收下以后列在这里。" />
      }
    >
      {(rows) => (
        <ListTable
          rows={rows}
          columns={trainingColumns}
          rowId={({ streetCode: code, on, topic, group }) => `${code} ${on} ${topic} ${group}`}
          fetching={isFetching}
        />
      )}
    </ListRows>
  );
};
