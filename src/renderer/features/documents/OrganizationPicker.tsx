import { Button, Group, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { emptyFilter } from '../organizations/list-state.ts';
import { OrganizationStatusBadge } from '../organizations/OrganizationStatusBadge.tsx';
import { PickerFilters } from './PickerFilters.tsx';
import { PickList } from './PickList.tsx';
import { maxBatch, toggled } from './print-choice.ts';
import classes from './PrintScreen.module.css';
import { pickerPage, pickerSort, useAllMatching } from './use-all-matching.ts';

interface OrganizationPickerProps {
  readonly selected: readonly OrganizationId[];
  readonly onChange: (selected: readonly OrganizationId[]) => void;
}

/** Whose papers are printed: a filter, and a list to tick. */
export const OrganizationPicker = ({ selected, onChange }: OrganizationPickerProps) => {
  const [filter, setFilter] = useState(emptyFilter);
  const { data, error, refetch } = useQuery(
    useApi().organizations.list.queryOptions({
      input: { filter, sort: pickerSort, offset: 0, limit: pickerPage },
      placeholderData: keepPreviousData,
    }),
  );
  const all = useAllMatching((ids) => onChange([...new Set([...selected, ...ids])].slice(0, maxBatch)));
  const rows = data?.rows ?? [];
  const total = data?.total ?? 0;
  return (
    <section className={classes['picker']} aria-label="选择组织">
      <PickerFilters filter={filter} onChange={setFilter} />
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" aria-live="polite">
          已选 <b>{selected.length}</b> 个
        </Text>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={total === 0}
            loading={all.isPending}
            onClick={() => all.mutate(filter)}
          >
            全选这 {total} 个
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={selected.length === 0}
            onClick={() => onChange([])}
          >
            清空
          </Button>
        </Group>
      </Group>
      <ErrorNotice error={error ?? all.error} onRetry={() => void refetch()} />
      <div className={classes['picks']}>
        <PickList
          label="组织"
          rows={rows.map(({ id, name, communityName, filingNumber, status }) => ({
            id,
            name,
            description: [communityName, filingNumber ?? ''].join('　'),
            mark: <OrganizationStatusBadge status={status} />,
          }))}
          selected={selected}
          onToggle={(id) => onChange(toggled(selected, id))}
        />
        {data !== undefined && total === 0 ? (
          <Text size="sm" c="dimmed" ta="center" py="xl">
            没有符合条件的组织
          </Text>
        ) : null}
        {total > rows.length ? (
          <Text size="sm" c="dimmed" ta="center" py="sm">
            只列出前 {rows.length} 个，请用筛选缩小范围。
          </Text>
        ) : null}
      </div>
    </section>
  );
};
