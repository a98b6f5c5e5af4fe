import { ActionIcon, Anchor, Button, Group, Select, Text } from '@mantine/core';
import { IconPlus, IconRubberStamp, IconX } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { Link } from 'react-router';
import { sealMonth } from '../../../shared/domain/ids.ts';
import { sealMethod, type SealUse, type SealUseFilter } from '../../../shared/domain/seal.ts';
import { sealMethodLabels } from '../../../shared/labels/seal.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { ReasonModal } from '../../components/ReasonModal.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { TextFilter } from '../../components/TextFilter.tsx';
import { HandUseModal } from '../seals/HandUseModal.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { registerPageSize, useRegisterQuery, type RegisterQuery } from './use-register-query.ts';

const filterOf = (query: RegisterQuery): SealUseFilter => ({
  text: query.get('text').slice(0, 60),
  month: sealMonth.safeParse(query.get('month')).data ?? null,
  method: sealMethod.safeParse(query.get('method')).data ?? null,
});

const methods = sealMethod.options.map((value) => ({ value, label: sealMethodLabels[value] }));

const Title = ({ title, documentNumber, struck }: SealUse) => (
  <div>
    <Text size="sm" lineClamp={2} td={struck === null ? '' : 'line-through'}>
      {title}
      {documentNumber === null ? '' : `（${documentNumber}）`}
    </Text>
    {struck === null ? null : (
      <Text size="xs" c="dimmed">
        {struck.by}划销：{struck.reason}
      </Text>
    )}
  </div>
);

const columnsWith = (onStrike: (use: SealUse) => void): DataTableColumn<SealUse>[] => [
  { accessor: 'sequence', title: '编号', width: 64 },
  { accessor: 'usedOn', title: '日期', width: 104 },
  { accessor: 'title', title: '文件', render: (use) => <Title {...use} /> },
  { accessor: 'copies', title: '份数', width: 60 },
  { accessor: 'sealName', title: '印章', width: 150, ellipsis: true },
  {
    accessor: 'method',
    title: '方式',
    width: 104,
    render: ({ method }) => (
      <StatusBadge tone={method === 'picture' ? 'waiting' : 'good'}>{sealMethodLabels[method]}</StatusBadge>
    ),
  },
  { accessor: 'usedBy', title: '用印人', width: 84, ellipsis: true },
  { accessor: 'approvedBy', title: '批准人', width: 84, ellipsis: true },
  {
    accessor: 'purpose',
    title: '事由',
    width: 170,
    render: ({ purpose }) => (
      <Text size="sm" lineClamp={2}>
        {purpose}
      </Text>
    ),
  },
  {
    accessor: 'struck',
    title: '',
    width: 48,
    render: (use) =>
      use.struck === null ? (
        <ActionIcon
          variant="subtle"
          color="gray.7"
          aria-label={`划销第 ${use.sequence} 条`}
          title="划销"
          onClick={() => onStrike(use)}
        >
          <IconX size={16} />
        </ActionIcon>
      ) : null,
  },
];

const StrikeModal = ({ use, onClose }: { readonly use: SealUse; readonly onClose: () => void }) => {
  const strike = useMutation(useApi().seals.strikeUse.mutationOptions({ onSuccess: onClose }));
  return (
    <ReasonModal
      title={`划销第 ${use.sequence} 条用印登记`}
      text="记错的才划销。划销的仍然看得到，打印和导出时注明。"
      byLabel="经办人"
      submitLabel="划销"
      error={strike.error}
      pending={strike.isPending}
      onSubmit={(given) => strike.mutate({ ...given, sequence: use.sequence })}
      onClose={onClose}
    />
  );
};

/** 用印登记: every use of the seal, on paper or as a picture (FEATURES H11). */
export const SealUsesRegister = () => {
  const api = useApi();
  const query = useRegisterQuery();
  const [open, setOpen] = useState<'hand' | SealUse | null>(null);
  const filter = filterOf(query);
  const found = useQuery(
    api.seals.uses.queryOptions({
      input: { filter, offset: (query.page - 1) * registerPageSize, limit: registerPageSize },
      placeholderData: keepPreviousData,
    }),
  );
  const months = found.data?.months ?? [];
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Group gap="xs" role="search">
          <TextFilter
            width={200}
            placeholder="筛选文件、文号、人名"
            value={filter.text}
            onChange={(text) => query.set({ text })}
          />
          <Select
            w={130}
            aria-label="月份"
            placeholder="月份"
            clearable
            data={months}
            value={filter.month}
            onChange={(month) => query.set({ month: month ?? '' })}
          />
          <Select
            w={130}
            aria-label="方式"
            placeholder="方式"
            clearable
            data={methods}
            value={filter.method}
            onChange={(method) => query.set({ method: method ?? '' })}
          />
          {filter.month === null ? null : (
            <Anchor component={Link} to={paths.print('seal-register', [filter.month])} size="sm">
              打印本月 ›
            </Anchor>
          )}
        </Group>
        <Group gap="xs" wrap="nowrap">
          <ExportListButton
            make={() => api.seals.exportUses.call({ filter })}
            disabled={(found.data?.total ?? 0) === 0}
          />
          <Button leftSection={<IconPlus size={18} />} onClick={() => setOpen('hand')}>
            登记实物用印
          </Button>
        </Group>
      </Group>
      <RegisterTable
        found={found}
        query={query}
        columns={columnsWith(setOpen)}
        rowId={({ sequence }) => String(sequence)}
        unit="条"
        empty={
          <EmptyState
            icon={IconRubberStamp}
            title="没有用印登记"
            hint="套印印章图片的文书自动记在这里；盖实物印章的，点“登记实物用印”。"
          />
        }
      />
      {open === null ? null : open === 'hand' ? (
        <HandUseModal onClose={() => setOpen(null)} />
      ) : (
        <StrikeModal use={open} onClose={() => setOpen(null)} />
      )}
    </>
  );
};
