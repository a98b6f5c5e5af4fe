import { ActionIcon, Group, Menu, Select, Text } from '@mantine/core';
import { IconDots, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import {
  issuedPaperFilter,
  type IssuedPaper,
  type IssuedPaperFilter,
} from '../../../shared/domain/issued-paper.ts';
import { documentShortLabels } from '../../../shared/labels/document.ts';
import { useApi } from '../../app/archive-api.tsx';
import { saveFile } from '../../app/save-file.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { ReasonModal } from '../../components/ReasonModal.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { TextFilter } from '../../components/TextFilter.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { registerPageSize, useRegisterQuery, type RegisterQuery } from './use-register-query.ts';

/** A copy to void; null for all that are left. */
interface Voiding {
  readonly paper: IssuedPaper;
  readonly copy: number | null;
}

const filterOf = (query: RegisterQuery): IssuedPaperFilter => ({
  text: query.get('text').slice(0, 60),
  only: issuedPaperFilter.shape.only.safeParse(query.get('only')).data ?? null,
});

const kinds = [
  { value: 'voided', label: '有作废' },
  { value: 'reprinted', label: '重打的' },
];

const validCopies = ({ copies, voided }: IssuedPaper): number[] =>
  Array.from({ length: copies }, (_, index) => index + 1).filter(
    (copy) => !voided.some((line) => line.copy === copy),
  );

const Standing = (paper: IssuedPaper) => {
  const valid = validCopies(paper).length;
  if (valid === 0) return <StatusBadge tone="ended">全部作废</StatusBadge>;
  if (paper.voided.length === 0) return <StatusBadge tone="good">有效</StatusBadge>;
  return (
    <StatusBadge tone="waiting">作废第 {paper.voided.map(({ copy }) => copy).join('、')} 份</StatusBadge>
  );
};

interface ActionsProps {
  readonly paper: IssuedPaper;
  readonly onKept: () => void;
  readonly onVoid: (copy: number | null) => void;
}

const Actions = ({ paper, onKept, onVoid }: ActionsProps) => {
  const valid = validCopies(paper);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray.7" aria-label={`${paper.title}怎么办`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onKept}>取出存档的 PDF</Menu.Item>
        {valid.length > 1 ? <Menu.Item onClick={() => onVoid(null)}>全部作废</Menu.Item> : null}
        {valid.map((copy) => (
          <Menu.Item key={copy} onClick={() => onVoid(copy)}>
            作废第 {copy} 份
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

const VoidModal = ({ paper, copy, onClose }: Voiding & { readonly onClose: () => void }) => {
  const voiding = useMutation(useApi().issuedPapers.voidCopies.mutationOptions({ onSuccess: onClose }));
  return (
    <ReasonModal
      title={copy === null ? '全部作废' : `作废第 ${copy} 份`}
      text={`${paper.title}。作废的仍留在登记里，号不再用。`}
      byLabel="经办人"
      submitLabel="作废"
      error={voiding.error}
      pending={voiding.isPending}
      onSubmit={(given) => voiding.mutate({ ...given, id: paper.id, copy })}
      onClose={onClose}
    />
  );
};

const columnsWith = (actions: (paper: IssuedPaper) => ActionsProps): DataTableColumn<IssuedPaper>[] => [
  { accessor: 'printedOn', title: '打印', width: 104 },
  { accessor: 'kind', title: '文书', width: 120, render: ({ kind }) => documentShortLabels[kind] },
  {
    accessor: 'title',
    title: '名称',
    render: ({ title, documentNumber }) => (
      <Text size="sm" lineClamp={2}>
        {title}
        {documentNumber === null ? '' : `（${documentNumber}）`}
      </Text>
    ),
  },
  {
    accessor: 'copies',
    title: '份数',
    width: 120,
    render: ({ copies, printing }) => `${copies} 份${printing === 1 ? '' : `，第 ${printing} 次`}`,
  },
  { accessor: 'printedBy', title: '打印人', width: 84, ellipsis: true },
  {
    accessor: 'reason',
    title: '重打、作废的理由',
    width: 200,
    render: ({ reason, voided }) => (
      <Text size="sm" lineClamp={2}>
        {[reason, ...voided.map((line) => line.reason)].filter((each) => each !== null).join('；')}
      </Text>
    ),
  },
  { accessor: 'voided', title: '情况', width: 130, render: (paper) => <Standing {...paper} /> },
  { accessor: 'id', title: '', width: 52, render: (paper) => <Actions {...actions(paper)} /> },
];

/** 已发文书: every printing that counts, with its numbered copies (FEATURES H12). */
export const IssuedRegister = () => {
  const { issuedPapers } = useApi();
  const query = useRegisterQuery();
  const [voiding, setVoiding] = useState<Voiding | null>(null);
  const filter = filterOf(query);
  const take = useMutation(issuedPapers.keptFile.mutationOptions({ onSuccess: saveFile }));
  const found = useQuery(
    issuedPapers.list.queryOptions({
      input: { filter, offset: (query.page - 1) * registerPageSize, limit: registerPageSize },
      placeholderData: keepPreviousData,
    }),
  );
  const columns = columnsWith((paper) => ({
    paper,
    onKept: () => take.mutate({ id: paper.id }),
    onVoid: (copy) => setVoiding({ paper, copy }),
  }));
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Group gap="xs" role="search">
          <TextFilter
            width={220}
            placeholder="筛选名称、文号、打印人"
            value={filter.text}
            onChange={(text) => query.set({ text })}
          />
          <Select
            w={130}
            aria-label="哪一类"
            placeholder="哪一类"
            clearable
            data={kinds}
            value={filter.only}
            onChange={(only) => query.set({ only: only ?? '' })}
          />
        </Group>
        <ExportListButton
          make={() => issuedPapers.exportList.call({ filter })}
          disabled={(found.data?.total ?? 0) === 0}
        />
      </Group>
      <ErrorNotice error={take.error} />
      <RegisterTable
        found={found}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        unit="条"
        empty={
          <EmptyState
            icon={IconPrinter}
            title="还没有正式打印的文书"
            hint="在“打印”里选“正式打印”，每一份编号，记在这里。"
          />
        }
      />
      {voiding === null ? null : <VoidModal {...voiding} onClose={() => setVoiding(null)} />}
    </>
  );
};
