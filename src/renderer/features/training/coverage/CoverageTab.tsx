import { Group, ScrollArea, Select, Stack, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { reckonedDay } from '../../../../shared/domain/dates.ts';
import { trainingCycleId } from '../../../../shared/domain/ids.ts';
import { coverageRate } from '../../../../shared/domain/rotation.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ExportListButton } from '../../../components/ExportListButton.tsx';
import { LinkButton } from '../../../components/LinkButton.tsx';
import { useListQuery } from '../../../components/use-list-query.ts';
import { CoverageMatrix } from './CoverageMatrix.tsx';
import { CyclesButton } from './CyclesModal.tsx';
import { GapListButton } from './GapListModal.tsx';
import { TrendChart } from './TrendChart.tsx';

/** The day and the cycle that the address asks of; a mistyped one is today. */
const useQuestion = () => {
  const query = useListQuery();
  const asOf = reckonedDay.safeParse(query.value('asOf')).data ?? null;
  const cycleId = trainingCycleId.safeParse(query.value('cycle')).data ?? null;
  return { query, question: { asOf, cycleId } };
};

const Tools = () => {
  const { rotation } = useApi();
  const { query, question } = useQuestion();
  const { data: cycles } = useQuery(rotation.cycles.queryOptions());
  const options = (cycles ?? []).flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }]));
  return (
    <Group justify="space-between" mb="sm" gap="xs">
      <Group gap="xs">
        <DateField
          w={150}
          aria-label="截至日期"
          placeholder="截至今天"
          value={question.asOf}
          onChange={(asOf) => query.change({ asOf })}
        />
        {options.length === 0 ? null : (
          <Select
            w={190}
            aria-label="轮训周期"
            placeholder="当期"
            clearable
            data={options}
            value={question.cycleId}
            onChange={(cycle) => query.change({ cycle })}
          />
        )}
        <CyclesButton />
      </Group>
      <Group gap="xs">
        <LinkButton to={paths.trainingPlanner}>为未训的排课</LinkButton>
        <GapListButton asOf={question.asOf} cycleId={question.cycleId} />
        <ExportListButton make={() => rotation.exportCoverage.call(question)} disabled={false} />
      </Group>
    </Group>
  );
};

const Empty = () => (
  <EmptyState
    icon={IconUsersGroup}
    title="还没有培训对象"
    hint="负责人和骨干从花名册自动列入；民政助理、社区工作者、儿童主任、社会工作者，请导入人员名单。"
    action={<LinkButton to={paths.newImport}>导入人员名单</LinkButton>}
  />
);

/** Who was trained, group by group and community by community; every number opens its list. */
export const CoverageTab = () => {
  const { rotation } = useApi();
  const { question } = useQuestion();
  const { data, error, refetch } = useQuery(
    rotation.coverage.queryOptions({ input: question, placeholderData: keepPreviousData }),
  );
  if (data === undefined)
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const { asOf, cycle, matrix } = data;
  const { overall } = matrix;
  return (
    <>
      <Tools />
      <Text size="sm" c="dimmed" mb="sm">
        {cycle.name}（{cycle.startsOn} 至 {cycle.endsOn}
        {cycle.carryOverMonths === 0 ? '' : `，之前 ${cycle.carryOverMonths} 个月的也算`}
        ），截至 {asOf}：共 {overall.people} 人，已训 {overall.trained} 人
        {overall.people === 0 ? '' : `，覆盖率 ${coverageRate(overall)}%`}，从未参训 {overall.never}{' '}
        人。每人只数一次。
      </Text>
      {overall.people === 0 ? (
        <Empty />
      ) : (
        <ScrollArea flex={1} type="auto">
          <Stack gap="md">
            <CoverageMatrix matrix={matrix} question={question} />
            <TrendChart question={question} />
          </Stack>
        </ScrollArea>
      )}
    </>
  );
};
