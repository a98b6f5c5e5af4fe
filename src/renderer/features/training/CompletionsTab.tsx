import { Button, Group, Select } from '@mantine/core';
import { IconCertificate, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import type { CompletionRow } from '../../../shared/domain/training-completion.ts';
import { hoursWord } from '../../../shared/labels/training.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { pageOf, PagedList } from '../../components/PagedList.tsx';
import { ReasonModal } from '../../components/ReasonModal.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { TextFilter } from '../../components/TextFilter.tsx';
import { useListQuery } from '../../components/use-list-query.ts';
import { todayHere } from '../filings/today-here.ts';

const columnsWith = (onVoid: (row: CompletionRow) => void): DataTableColumn<CompletionRow>[] => [
  { accessor: 'number', title: '编号', width: 190, noWrap: true },
  { accessor: 'personName', title: '姓名', width: 90 },
  { accessor: 'title', title: '培训名称' },
  {
    accessor: 'startsOn',
    title: '培训日期',
    width: 190,
    render: ({ startsOn, endsOn }) => (startsOn === endsOn ? startsOn : `${startsOn} 至 ${endsOn}`),
  },
  { accessor: 'minutes', title: '学时', width: 60, render: ({ minutes }) => hoursWord(minutes) },
  { accessor: 'issuedOn', title: '发证', width: 104 },
  { accessor: 'issuedBy', title: '经办', width: 76, ellipsis: true },
  {
    accessor: 'voidedOn',
    title: '情况',
    width: 160,
    render: (row) =>
      row.voidedOn === null ? (
        <Group gap="xs" wrap="nowrap">
          <StatusBadge tone="good">有效</StatusBadge>
          <Button size="compact-xs" variant="subtle" color="gray.7" onClick={() => onVoid(row)}>
            作废
          </Button>
        </Group>
      ) : (
        <span title={row.voidReason ?? ''}>
          <StatusBadge tone="ended">{`${row.voidedOn} 作废`}</StatusBadge>
        </span>
      ),
  },
];

const VoidModal = ({ row, onClose }: { readonly row: CompletionRow; readonly onClose: () => void }) => {
  const cancel = useMutation(useApi().rotation.voidCompletion.mutationOptions({ onSuccess: onClose }));
  return (
    <ReasonModal
      title={`作废 ${row.number}`}
      text="作废的编号不再用，登记里仍看得到。"
      byLabel="经办人"
      submitLabel="作废"
      error={cancel.error}
      pending={cancel.isPending}
      onSubmit={({ by, reason }) => cancel.mutate({ id: row.id, reason: `${reason}（${by}）` })}
      onClose={onClose}
    />
  );
};

/** 结业证书登记: every number that was given out. */
export const CompletionsTab = () => {
  const { rotation } = useApi();
  const query = useListQuery();
  const [voiding, setVoiding] = useState<CompletionRow | null>(null);
  const thisYear = Number(todayHere().slice(0, 4));
  const year = Number(query.value('year'));
  const scope = { text: query.text, year: Number.isInteger(year) && year > 0 ? year : null, subject: null };
  const found = useQuery(
    rotation.completions.queryOptions({
      input: { scope, ...pageOf(query) },
      placeholderData: keepPreviousData,
    }),
  );
  const valid = (found.data?.rows ?? []).filter(({ voidedOn }) => voidedOn === null).map(({ id }) => id);
  return (
    <>
      <Group justify="space-between" mb="sm" gap="xs">
        <Group gap="xs">
          <TextFilter
            width={220}
            placeholder="姓名、编号、培训名称"
            value={query.text}
            onChange={(text) => query.change({ text })}
          />
          <Select
            w={110}
            aria-label="年度"
            placeholder="年度"
            clearable
            data={Array.from({ length: 6 }, (_, index) => String(thisYear - index))}
            value={scope.year === null ? null : String(scope.year)}
            onChange={(value) => query.change({ year: value })}
          />
        </Group>
        <Group gap="xs">
          {valid.length === 0 ? null : (
            <LinkButton
              to={paths.print('training-certificate', valid)}
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.6} />}
            >
              打印本页证书
            </LinkButton>
          )}
          <ExportListButton
            make={() => rotation.exportCompletions.call({ scope })}
            disabled={(found.data?.total ?? 0) === 0}
          />
        </Group>
      </Group>
      <PagedList
        query={query}
        found={found}
        columns={columnsWith(setVoiding)}
        rowId={({ id }) => id}
        unit="本"
        empty={
          <EmptyState
            icon={IconCertificate}
            title="没有结业证书"
            hint="场次办完、记好签到后，在场次里点“发结业证书”，成批编号、打印，登记在这里。"
          />
        }
      />
      {voiding === null ? null : <VoidModal row={voiding} onClose={() => setVoiding(null)} />}
    </>
  );
};
