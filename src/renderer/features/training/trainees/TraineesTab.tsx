import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconTableImport, IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TraineeFilter } from '../../../../shared/contract/trainees.ts';
import type { TraineeRow } from '../../../../shared/domain/trainee.ts';
import {
  hoursWord,
  rotationStandingLabels,
  traineeGroupShortLabels,
} from '../../../../shared/labels/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { saveFile } from '../../../app/save-file.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ExportListButton } from '../../../components/ExportListButton.tsx';
import { FilterMenu } from '../../../components/FilterMenu.tsx';
import { LinkButton } from '../../../components/LinkButton.tsx';
import { pageOf, PagedList } from '../../../components/PagedList.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { TextFilter } from '../../../components/TextFilter.tsx';
import { useListQuery, type ListQuery } from '../../../components/use-list-query.ts';
import { groupOptions, standingOptions, standingTones } from '../training-options.ts';
import { StayModal } from './StayModal.tsx';
import { traineeFilterOf } from './trainee-query.ts';

const joined = (words: readonly (string | null)[]): string =>
  [...new Set(words.filter((word) => word !== null))].join('、');

const columns: DataTableColumn<TraineeRow>[] = [
  {
    accessor: 'name',
    title: '姓名',
    width: 110,
    render: ({ personId, name }) => (
      <Anchor component={Link} to={paths.trainee(personId)} size="sm">
        {name}
      </Anchor>
    ),
  },
  {
    accessor: 'groups',
    title: '对象类别',
    render: ({ stays }) => joined(stays.map(({ group }) => traineeGroupShortLabels[group])),
  },
  {
    accessor: 'community',
    title: '社区',
    width: 130,
    ellipsis: true,
    render: ({ stays }) => joined(stays.map(({ communityName }) => communityName ?? '街道本级')),
  },
  {
    accessor: 'unit',
    title: '单位',
    width: 200,
    ellipsis: true,
    render: ({ stays }) => joined(stays.map(({ unit }) => unit)) || '—',
  },
  { accessor: 'maskedPhone', title: '电话', width: 124, render: (row) => row.maskedPhone ?? '—' },
  { accessor: 'minutes', title: '本期学时', width: 84, render: ({ minutes }) => hoursWord(minutes) },
  { accessor: 'lastOn', title: '最近参训', width: 108, render: ({ lastOn }) => lastOn ?? '—' },
  {
    accessor: 'standing',
    title: '情况',
    width: 104,
    render: ({ standing }) => (
      <StatusBadge tone={standingTones[standing]}>{rotationStandingLabels[standing]}</StatusBadge>
    ),
  },
];

const useCommunityOptions = () => {
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  return [
    { value: 'street' as const, label: '街道本级' },
    ...(office?.communities ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
};

const Filters = ({ query, filter }: { readonly query: ListQuery; readonly filter: TraineeFilter }) => (
  <Group gap="xs" role="search">
    <TextFilter
      width={230}
      placeholder="姓名、单位、证件后四位"
      value={filter.text}
      onChange={(text) => query.change({ text })}
    />
    <FilterMenu
      label="类别"
      options={groupOptions}
      selected={filter.groups}
      onChange={(group) => query.change({ group })}
    />
    <FilterMenu
      label="社区"
      options={useCommunityOptions()}
      selected={filter.communityIds}
      onChange={(community) => query.change({ community })}
    />
    <FilterMenu
      label="情况"
      options={standingOptions}
      selected={filter.standings}
      onChange={(standing) => query.change({ standing })}
    />
    {filter.asOf === null ? null : (
      <Button variant="light" fw={400} onClick={() => query.change({ asOf: null })}>
        截至 {filter.asOf} ×
      </Button>
    )}
  </Group>
);

const Empty = () => {
  const template = useMutation(useApi().trainees.template.mutationOptions({ onSuccess: saveFile }));
  return (
    <EmptyState
      icon={IconUsersGroup}
      title="没有这样的培训对象"
      hint="负责人和骨干来自花名册。其他几类人员请导入名单：一人属于几类的，类别写在一格里用“、”隔开。"
      action={
        <Group>
          <LinkButton to={paths.newImport}>导入人员名单</LinkButton>
          <Button variant="default" loading={template.isPending} onClick={() => template.mutate(undefined)}>
            下载空表
          </Button>
        </Group>
      }
    />
  );
};

/** The pool: everybody of the six groups, each once, with the groups they are in. */
export const TraineesTab = () => {
  const { trainees } = useApi();
  const query = useListQuery();
  const filter = traineeFilterOf(query);
  const [adding, setAdding] = useState(false);
  const found = useQuery(
    trainees.list.queryOptions({ input: { filter, ...pageOf(query) }, placeholderData: keepPreviousData }),
  );
  const counted = (found.data?.byGroup ?? []).filter(({ people }) => people > 0);
  return (
    <>
      <Group justify="space-between" mb="xs" gap="xs">
        <Filters query={query} filter={filter} />
        <Group gap="xs">
          <ExportListButton
            make={() => trainees.exportList.call({ filter })}
            disabled={(found.data?.total ?? 0) === 0}
          />
          <LinkButton
            to={paths.newImport}
            variant="default"
            leftSection={<IconTableImport size={18} stroke={1.6} />}
          >
            导入名单
          </LinkButton>
          <Button leftSection={<IconPlus size={18} />} onClick={() => setAdding(true)}>
            添加
          </Button>
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {found.data === undefined
          ? '正在数'
          : `共 ${found.data.total} 人，每人一次。按类：${counted.map(({ group, people }) => `${traineeGroupShortLabels[group]} ${people}`).join('，') || '无'}`}
      </Text>
      <PagedList
        query={query}
        found={found}
        columns={columns}
        rowId={({ personId }) => personId}
        unit="人"
        empty={<Empty />}
      />
      {adding ? <StayModal person={null} stay={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
};
