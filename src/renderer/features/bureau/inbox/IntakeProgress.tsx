import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ProgressPanel } from '../../../components/ProgressPanel.tsx';
import { checkStageLabels } from '../review/check-stages.ts';
import type { Intake, IntakeStage } from './use-intake.ts';

const titles: Readonly<Record<IntakeStage, string>> = {
  send: '正在读入',
  check: '正在核对',
  import: '正在收下',
};

const doneWords = (intake: Intake['state']): string =>
  intake.phase === 'cancelled'
    ? '已经取消。已读入的文件留在收件箱里，没有做到一半的。'
    : '处理完了，结果见下面。';

/** How work on many files goes; what could not be taken stays in sight until it is dismissed. */
export const IntakeProgress = ({ intake: { state, cancel, dismiss } }: { readonly intake: Intake }) => {
  if (state.phase === 'idle') return null;
  if (state.phase === 'running') {
    const place = state.total > 1 ? `（第 ${state.done + 1} 个，共 ${state.total} 个）` : '';
    return (
      <ProgressPanel
        title={`${titles[state.stage]}${place} ${state.fileName}`}
        progress={state.progress}
        elapsedMs={state.elapsedMs}
        stageLabels={checkStageLabels}
        onCancel={cancel}
      />
    );
  }
  if (state.phase === 'done' && state.refused.length === 0) return null;
  return (
    <Paper withBorder p="md" role="status">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" fw={700}>
            {doneWords(state)}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={dismiss}>
            知道了
          </Button>
        </Group>
        {state.refused.map(({ fileName, error }) => (
          <div key={fileName}>
            <Text size="sm">{fileName}</Text>
            <ErrorNotice error={error} />
          </div>
        ))}
      </Stack>
    </Paper>
  );
};
