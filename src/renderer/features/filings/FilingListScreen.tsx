import { Group, Select, Switch } from '@mantine/core';
import { IconFileCertificate, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { filingKind, filingState } from '../../../shared/domain/filing.ts';
import { filingKindLabels, filingStateLabels } from '../../../shared/labels/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { ListRows, ListScreen } from '../../components/ListScreen.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import {
  filingListQueryOf,
  filingListStateFrom,
  pageSize,
  type FilingListState,
} from './filing-list-state.ts';
import { useOpenView } from '../views/use-views.ts';
import { ViewMenu } from '../views/ViewMenu.tsx';
import { FilingTable } from './FilingTable.tsx';

const stateOptions = filingState.options.map((value) => ({ value, label: filingStateLabels[value] }));
const dueOptions = [
  { value: 'overdue' as const, label: '办理逾期' },
  { value: 'notice-ended' as const, label: '公示期满' },
];
const kindOptions = filingKind.options.map((value) => ({ value, label: filingKindLabels[value] }));

/** Every filing that waits for somebody, the overdue ones first; the closed ones on request. */
export const FilingListScreen = () => {
  const [query, setQuery] = useSearchParams();
  const state = filingListStateFrom(query);
  const { states, kinds, due, withClosed, page } = state;
  const change = (next: Partial<FilingListState>): void =>
    setQuery(filingListQueryOf({ ...state, page: 1, ...next }), { replace: true });
  const { filings } = useApi();
  const filter = {
    states: [...states],
    kinds: [...kinds],
    openOnly: !withClosed && states.length === 0,
    due,
  };
  const view = useOpenView('filings');
  const { data, error, isFetching, refetch } = useQuery(
    filings.list.queryOptions({
      input: {
        ...filter,
        offset: (page - 1) * pageSize,
        limit: pageSize,
      },
      placeholderData: keepPreviousData,
    }),
  );
  const total = data?.total ?? 0;
  return (
    <ListScreen>
      <PageHeader
        title={view?.name ?? '备案办理'}
        detail={data === undefined ? '正在读取' : `${total} 件，逾期的排在最前`}
        actions={
          <>
            <ExportListButton make={() => filings.exportList.call(filter)} disabled={total === 0} />
            <LinkButton to={paths.newFiling()} leftSection={<IconPlus size={18} />}>
              新建备案
            </LinkButton>
          </>
        }
      />
      <Group mb="sm">
        <ViewMenu list="filings" query={filingListQueryOf({ ...state, page: 1 })} hiddenColumns={[]} />
        <FilterMenu
          label="进度"
          options={stateOptions}
          selected={states}
          onChange={(selected) => change({ states: selected })}
        />
        <FilterMenu
          label="办理"
          options={kindOptions}
          selected={kinds}
          onChange={(selected) => change({ kinds: selected })}
        />
        <Select
          w={132}
          aria-label="期限"
          placeholder="期限"
          clearable
          data={dueOptions}
          value={due}
          onChange={(value) => change({ due: value })}
        />
        <Switch
          label="连同已办结的"
          disabled={states.length > 0 || due !== null}
          checked={withClosed || states.length > 0}
          onChange={(event) => change({ withClosed: event.currentTarget.checked })}
        />
      </Group>
      <ListRows
        rows={data?.rows}
        total={data?.total}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconFileCertificate}
            title="没有等着办的备案"
            hint="新的申请从“新建备案”开始；变更和注销从组织的档案页开始。办结的打开“连同已办结的”就能看到。"
            action={<LinkButton to={paths.newFiling()}>新建备案</LinkButton>}
          />
        }
      >
        {(rows) => (
          <FilingTable
            rows={rows}
            total={total}
            fetching={isFetching}
            page={page}
            onPageChange={(next) => change({ page: next })}
          />
        )}
      </ListRows>
    </ListScreen>
  );
};
