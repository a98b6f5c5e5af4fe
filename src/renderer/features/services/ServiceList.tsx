import { Button, Group, Select, Text } from '@mantine/core';
import { IconHeartHandshake, IconPlus, IconTableImport } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { serviceLineId } from '../../../shared/domain/ids.ts';
import { registerSpec, type ServiceRegister } from '../../../shared/domain/service-register.ts';
import {
  durationText,
  registerWords,
  serviceCodeLabel,
  yuanText,
} from '../../../shared/labels/service-register.ts';
import type { ServiceFilter } from '../../../shared/contract/service-registers.ts';
import { useApi } from '../../app/archive-api.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { paths } from '../../app/paths.ts';
import { PagedList, pageOf } from '../../components/PagedList.tsx';
import { TextFilter } from '../../components/TextFilter.tsx';
import { useListQuery, type ListQuery } from '../../components/use-list-query.ts';
import { CommunityFilter } from '../organizations/CommunityFilter.tsx';
import { ImportModal } from './ImportModal.tsx';
import { RuralBoard } from './RuralBoard.tsx';
import { serviceColumns } from './service-columns.tsx';
import { serviceFilterOf } from './service-filter.ts';
import { ServiceLineModal } from './ServiceLineModal.tsx';

interface FiltersProps {
  readonly register: ServiceRegister;
  readonly query: ListQuery;
  readonly filter: ServiceFilter;
}

const Filters = ({ register, query, filter }: FiltersProps) => {
  const { states } = registerSpec(register);
  const narrowed = [
    ...states.map((value) => ({ value, label: serviceCodeLabel(value) })),
    ...(register === 'activity' || register === 'supervision' ? [{ value: 'late', label: '逾期的' }] : []),
  ];
  return (
    <Group gap="xs" role="search" wrap="nowrap">
      <TextFilter
        width={190}
        placeholder="筛选名称、组织"
        value={filter.text}
        onChange={(text) => query.change({ text })}
      />
      <CommunityFilter selected={filter.communityIds} onChange={(ids) => query.change({ community: ids })} />
      {narrowed.length === 0 ? null : (
        <Select
          w={140}
          aria-label="哪一类"
          placeholder="哪一类"
          clearable
          data={narrowed}
          value={filter.late ? 'late' : filter.state}
          onChange={(value) =>
            query.change(value === 'late' ? { late: 'yes', state: null } : { late: null, state: value })
          }
        />
      )}
    </Group>
  );
};

const sumText = (
  register: ServiceRegister,
  sums: { readonly fen: number; readonly heads: number; readonly minutes: number; readonly late: number },
): string => {
  const { sum } = registerSpec(register);
  const parts = [
    ...(sum === 'fen' ? [`合计 ${yuanText(sums.fen)} 元`] : []),
    ...(sum === 'heads' ? [`参加 ${sums.heads} 人次`] : []),
    ...(sums.minutes > 0 ? [`服务 ${durationText(sums.minutes)}`] : []),
    ...(sums.late > 0 ? [`逾期 ${sums.late}`] : []),
  ];
  return parts.join('　');
};

/** One register: its lines, what they add up to, and the form of the one that is open. */
export const ServiceList = ({ register }: { readonly register: ServiceRegister }) => {
  const api = useApi();
  const query = useListQuery();
  const [importing, setImporting] = useState(false);
  const filter = serviceFilterOf(register, query);
  const words = registerWords(register);
  const found = useQuery(
    api.serviceRegisters.list.queryOptions({
      input: { register, filter, ...pageOf(query) },
      placeholderData: keepPreviousData,
    }),
  );
  const opened = query.value('line');
  const open = (line: string | null): void => query.change({ line });
  const made = register !== 'service-proof';
  const add = (
    <Button leftSection={<IconPlus size={18} />} onClick={() => open('new')}>
      新增{words.one}
    </Button>
  );
  return (
    <>
      {register === 'rural-team' ? <RuralBoard /> : null}
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Filters register={register} query={query} filter={filter} />
        <Group gap="xs" wrap="nowrap" flex="none">
          {made ? (
            <Button
              variant="default"
              leftSection={<IconTableImport size={18} stroke={1.6} />}
              onClick={() => setImporting(true)}
            >
              导入
            </Button>
          ) : null}
          <LinkButton variant="default" to={paths.print('service-list', [register])}>
            打印
          </LinkButton>
          <ExportListButton
            make={() => api.serviceRegisters.exportList.call({ register, filter })}
            disabled={(found.data?.total ?? 0) === 0}
          />
          {made ? (
            // Short, so that everything stands in one line on a low, enlarged screen.
            <Button
              leftSection={<IconPlus size={18} />}
              aria-label={`新增${words.one}`}
              onClick={() => open('new')}
            >
              新增
            </Button>
          ) : null}
        </Group>
      </Group>
      {found.data === undefined || found.data.total === 0 ? null : (
        <Text size="sm" c="dimmed" mb={4} aria-live="polite">
          {`共 ${found.data.total} ${words.unit}　${sumText(register, found.data.sums)}`}
        </Text>
      )}
      <PagedList
        query={query}
        found={found}
        columns={serviceColumns(register, ({ id }) => open(id))}
        rowId={({ id }) => id}
        unit={words.unit}
        empty={
          <EmptyState
            icon={IconHeartHandshake}
            title={`还没有${words.one}`}
            hint={words.hint}
            action={made ? add : null}
          />
        }
      />
      {opened === null || (opened === 'new' && !made) ? null : (
        <ServiceLineModal
          register={register}
          id={opened === 'new' ? null : serviceLineId.parse(opened)}
          onCreated={open}
          onClose={() => open(null)}
        />
      )}
      {importing ? <ImportModal register={register} onClose={() => setImporting(false)} /> : null}
    </>
  );
};
