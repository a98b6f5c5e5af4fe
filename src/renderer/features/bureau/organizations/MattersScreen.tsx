import { Group, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { matterKinds, bureauPaths, type MatterKind } from '../../../app/bureau-paths.ts';
import { periodWords } from '../../../../shared/labels/ledger.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ListScreen } from '../../../components/ListScreen.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { PeriodSelect } from '../PeriodSelect.tsx';
import { usePeriod } from '../use-period.ts';
import { newestReported } from '../usual-period.ts';
import { DispositionsTable, TrainingsTable } from './matter-tables.tsx';

export const matterKindLabels: Readonly<Record<MatterKind, string>> = {
  dispositions: '处理结果',
  trainings: '轮训',
};

const kinds = matterKinds.map((value) => ({ value, label: matterKindLabels[value] }));

/** 处理结果 and 轮训 behind the roll-up, as the streets reported them. */
export const MattersScreen = () => {
  const [query, setQuery] = useSearchParams();
  const choice = usePeriod(newestReported);
  const { period } = choice;
  const kind = matterKinds.find((each) => each === query.get('kind')) ?? 'dispositions';
  const street = query.get('street');
  const { data: streets = [] } = useQuery(useApi().bureau.streets.queryOptions());
  const change = (name: string, value: string | null): void =>
    setQuery(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === null) after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  return (
    <ListScreen>
      <PageHeader
        title={`全区${matterKindLabels[kind]}`}
        detail={period === '' ? '正在读取' : periodWords(period)}
        crumbs={[{ title: '汇总', to: bureauPaths.rollup(period === '' ? undefined : period) }]}
        actions={<PeriodSelect choice={choice} />}
      />
      <Group mb="sm" gap="xs">
        <SegmentedControl
          aria-label="哪一种"
          data={kinds}
          value={kind}
          onChange={(next) => change('kind', next)}
        />
        <Select
          aria-label="街镇"
          placeholder="全部街镇"
          w={180}
          clearable
          searchable
          data={streets.map(({ code, name }) => ({ value: code, label: name }))}
          value={street}
          onChange={(code) => change('street', code)}
        />
      </Group>
      {kind === 'dispositions' ? (
        <DispositionsTable period={period} streetCode={street} />
      ) : (
        <TrainingsTable period={period} streetCode={street} />
      )}
    </ListScreen>
  );
};
