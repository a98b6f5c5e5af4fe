import { Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { ColumnMenu } from '../../components/ColumnMenu.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { ListRows, ListScreen } from '../../components/ListScreen.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useStoredColumns } from '../../components/use-stored-columns.ts';
import { isFiltered, pageSize, queryOf } from './list-state.ts';
import { NoOrganizations } from './NoOrganizations.tsx';
import { BulkBar, type Selection } from '../bulk/BulkBar.tsx';
import {
  customColumns,
  hiddenAtFirst,
  organizationColumns,
  type OrganizationColumn,
} from './organization-columns.tsx';
import { OrganizationFilters } from './OrganizationFilters.tsx';
import { OrganizationTable } from './OrganizationTable.tsx';
import { useListState } from './use-list-state.ts';
import { useOpenView } from '../views/use-views.ts';
import { useViewColumns } from '../views/use-view-columns.ts';
import { ViewMenu } from '../views/ViewMenu.tsx';

const organizationColumnOf = (column: string): OrganizationColumn | null =>
  column.startsWith('custom:')
    ? (column as OrganizationColumn)
    : (organizationColumns.find(({ accessor }) => accessor === column)?.accessor ?? null);

/** The register of the street: thousands of organizations, filtered and sorted by the core, a page at a time. */
export const OrganizationListScreen = () => {
  const state = useListState();
  const { filter, sort, page } = state;
  const columns = useStoredColumns<OrganizationColumn>('organizations', hiddenAtFirst);
  const view = useOpenView('organizations');
  useViewColumns(view, columns, organizationColumnOf);
  const { organizations, fields } = useApi();
  const { data: customFields = [] } = useQuery(fields.list.queryOptions());
  const all = [...organizationColumns, ...customColumns(customFields)];
  const choosable = all
    .filter(({ accessor }) => accessor !== 'name')
    .map(({ accessor, title }) => ({ column: accessor, label: title }));
  const [selection, setSelection] = useState<Selection>([]);
  const { data, error, isFetching, refetch } = useQuery(
    organizations.list.queryOptions({
      input: { filter, sort, offset: (page - 1) * pageSize, limit: pageSize },
      placeholderData: keepPreviousData,
    }),
  );
  const total = data?.total ?? 0;
  return (
    <ListScreen>
      <PageHeader
        title={view?.name ?? '社会组织'}
        detail={data === undefined ? '正在读取' : isFiltered(filter) ? `筛出 ${total} 个` : `共 ${total} 个`}
        actions={
          <>
            <ExportListButton
              make={() => organizations.exportList.call({ filter, sort })}
              disabled={total === 0}
            />
            <LinkButton to={paths.newFiling()} leftSection={<IconPlus size={18} />}>
              新建备案
            </LinkButton>
          </>
        }
      />
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
        <OrganizationFilters state={state} />
        <Group gap="xs" wrap="nowrap">
          <ViewMenu
            list="organizations"
            query={queryOf({ filter, sort, page: 1 })}
            hiddenColumns={columns.hidden}
          />
          <ColumnMenu columns={choosable} stored={columns} />
        </Group>
      </Group>
      <BulkBar selection={selection} onChange={setSelection} filter={filter} total={total} />
      <ListRows
        rows={data?.rows}
        total={data?.total}
        error={error}
        onRetry={() => void refetch()}
        empty={<NoOrganizations filtered={isFiltered(filter)} onClear={state.clearFilter} />}
      >
        {(rows) => (
          <OrganizationTable
            rows={rows}
            total={total}
            fetching={isFetching}
            columns={all}
            hidden={columns.hidden}
            state={state}
            selection={selection}
            onSelect={setSelection}
          />
        )}
      </ListRows>
    </ListScreen>
  );
};
