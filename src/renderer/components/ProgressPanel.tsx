import { Button, Group, Paper, Progress as Bar, Stack, Text } from '@mantine/core';
import type { Progress } from '../../shared/contract/progress.ts';
import { remainingText } from './remaining-text.ts';

interface ProgressPanelProps {
  /** What is being made, e.g. 正在导出报送包. */
  readonly title: string;
  readonly progress: Progress | null;
  /** Words of the stages of this work; a stage without words shows none. */
  readonly stageLabels: Readonly<Record<string, string>>;
  /** Milliseconds from the start to this progress. */
  readonly elapsedMs: number;
  readonly onCancel?: (() => void) | undefined;
}

const shareOf = (progress: Progress | null): number | null =>
  progress === null || progress.total === null || progress.total === 0
    ? null
    : Math.min(1, progress.done / progress.total);

/** Long work: what it does, how far it is, how long it may take, and a way out. */
export const ProgressPanel = ({ title, progress, stageLabels, elapsedMs, onCancel }: ProgressPanelProps) => {
  const share = shareOf(progress);
  const stage = progress === null ? undefined : stageLabels[progress.stage];
  return (
    <Paper withBorder p="lg" role="status" aria-live="polite">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={700}>{title}</Text>
          {onCancel === undefined ? null : (
            <Button variant="default" size="xs" onClick={onCancel}>
              取消
            </Button>
          )}
        </Group>
        <Bar
          value={share === null ? 100 : share * 100}
          animated={share === null}
          size="lg"
          aria-label={title}
        />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            {stage ?? '正在准备'}
            {progress === null || progress.total === null ? '' : `　${progress.done} / ${progress.total}`}
          </Text>
          <Text size="sm" c="dimmed">
            {share === null ? '' : remainingText(share, elapsedMs)}
          </Text>
        </Group>
      </Stack>
    </Paper>
  );
};
