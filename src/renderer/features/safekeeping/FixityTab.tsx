import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { FixityState } from '../../../shared/domain/fixity.ts';
import { useApi } from '../../app/archive-api.tsx';
import { byteWords } from '../../components/byte-words.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import { FixityDaysField } from './FixityDaysField.tsx';
import { FixityTroubles } from './FixityTroubles.tsx';

const standingWords = ({ total, damaged, missing, due, unchecked }: FixityState): string => {
  if (total === 0) return '还没有存入材料。';
  if (damaged + missing > 0) return `有 ${damaged + missing} 份不完好，请看下面的清单，从备份里找回。`;
  if (due > 0) return `有 ${due} 份到了检查的日子，程序开着时会自己查完。`;
  return unchecked === total ? '存入时都已校验，还没有到再次检查的日子。' : '查过的都完好。';
};

interface FigureProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly late?: boolean;
}

const Figure = ({ label, value, hint, late = false }: FigureProps) => (
  <Paper withBorder p="sm">
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text size="xl" fw={700} {...(late ? { c: 'red.8' } : {})}>
      {value}
    </Text>
    <Text size="xs" c="dimmed">
      {hint ?? '\u00a0'}
    </Text>
  </Paper>
);

const Report = ({ state }: { readonly state: FixityState }) => {
  const unsound = state.damaged + state.missing;
  return (
    <Stack gap="md" data-print-sheet>
      <Text fw={700}>{standingWords(state)}</Text>
      <SimpleGrid cols={4} spacing="sm">
        <Figure
          label="材料（同样的只算一份）"
          value={`${state.total} 份`}
          hint={byteWords(state.byteLength)}
        />
        <Figure
          label="查过，完好"
          value={`${state.sound} 份`}
          hint={`存入后还没再查 ${state.unchecked} 份`}
        />
        <Figure label="损坏或丢失" value={`${unsound} 份`} late={unsound > 0} />
        <Figure
          label="最早一次校验"
          value={state.oldestAt === null ? '—' : dayOfInstant(state.oldestAt)}
          hint={`每 ${state.days} 天查一遍，到期 ${state.due} 份`}
        />
      </SimpleGrid>
      <FixityTroubles troubles={state.troubles} />
    </Stack>
  );
};

/** Whether stored papers still have the digest they came in with (FEATURES B5). */
export const FixityTab = () => {
  const { safekeeping } = useApi();
  const { data: state, error } = useQuery(safekeeping.fixity.queryOptions());
  const run = useProgressRun<FixityState>();
  const start = (anew: boolean): void =>
    void run.start((signal) => safekeeping.checkFixity.call({ anew }, { signal }));
  if (state === undefined) return <ErrorNotice error={error} />;
  const { phase } = run.state;
  const unfinished = state.unfinishedSince !== null && phase !== 'running';
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end" wrap="nowrap">
        <FixityDaysField days={state.days} />
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.6} />}
            onClick={() => window.print()}
          >
            打印报告
          </Button>
          <ExportListButton make={() => safekeeping.exportFixity.call()} disabled={false} />
          {unfinished ? <Button onClick={() => start(false)}>接着查完</Button> : null}
          <Button
            variant={unfinished ? 'default' : 'filled'}
            disabled={phase === 'running' || state.total === 0}
            onClick={() => start(true)}
          >
            全部查一遍
          </Button>
        </Group>
      </Group>
      {run.state.phase === 'running' ? (
        <ProgressPanel
          title="正在逐份检查"
          progress={run.state.progress}
          stageLabels={{ fixity: '已检查' }}
          elapsedMs={run.state.elapsedMs}
          onCancel={run.cancel}
        />
      ) : null}
      {run.state.phase === 'failed' ? <ErrorNotice error={run.state.error} /> : null}
      <Report state={state} />
    </Stack>
  );
};
