import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { messageOf } from '../../components/error-sentence.ts';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import type { ProgressRun } from '../../components/use-progress-run.ts';
import type { TakeInScans } from './use-take-in-scans.ts';

interface ReadResult {
  readonly filed: number;
  readonly waiting: number;
}

interface IntakeProgressProps {
  readonly intake: TakeInScans;
  readonly onCancelIntake: () => void;
  readonly reading: ProgressRun<ReadResult>;
  readonly onDismiss: () => void;
}

const Names = ({ title, names }: { readonly title: string; readonly names: readonly string[] }) =>
  names.length === 0 ? null : (
    <>
      <Text size="sm">{title}</Text>
      <List size="sm">
        {names.slice(0, 6).map((name) => (
          <List.Item key={name}>{name}</List.Item>
        ))}
        {names.length > 6 ? <List.Item>……共 {names.length} 份</List.Item> : null}
      </List>
    </>
  );

const refusalWords = ({ refused }: TakeInScans): readonly string[] =>
  refused.map(({ fileName, error }) => `${fileName}：${messageOf(error).happened}`);

const Outcome = ({ intake, reading, onDismiss }: Omit<IntakeProgressProps, 'onCancelIntake'>) => {
  const { state } = reading;
  const told = intake.again.length > 0 || intake.refused.length > 0 || state.phase === 'done';
  if (!told || intake.phase === 'running' || state.phase === 'running') return null;
  return (
    <Alert
      color="teal"
      icon={<IconCircleCheck size={20} />}
      withCloseButton
      onClose={onDismiss}
      closeButtonLabel="知道了"
    >
      <Stack gap={4}>
        {state.phase === 'done' ? (
          <Text size="sm" fw={700}>
            {`识别完毕：${state.result.filed} 份已自动归档，${state.result.waiting} 份等您确认。`}
          </Text>
        ) : null}
        <Names title={`以前收过，没有重复存（${intake.again.length} 份）：`} names={intake.again} />
        <Names title={`没有收（${intake.refused.length} 份）：`} names={refusalWords(intake)} />
      </Stack>
    </Alert>
  );
};

/** Scans on their way in: copied, then read; each can be stopped, and what is in stays in. */
export const IntakeProgress = ({ intake, onCancelIntake, reading, onDismiss }: IntakeProgressProps) => {
  const { state } = reading;
  const done = intake.taken + intake.again.length + intake.refused.length;
  return (
    <>
      {intake.phase === 'running' ? (
        <ProgressPanel
          title={`正在收 ${intake.total} 份`}
          progress={{ type: 'progress', stage: 'taking', done, total: intake.total }}
          stageLabels={{ taking: '已收' }}
          elapsedMs={intake.elapsedMs}
          onCancel={onCancelIntake}
        />
      ) : null}
      {state.phase === 'running' ? (
        <ProgressPanel
          title="正在识别归档码"
          progress={state.progress}
          stageLabels={{ reading: '已识别' }}
          elapsedMs={state.elapsedMs}
          onCancel={reading.cancel}
        />
      ) : null}
      {state.phase === 'failed' ? <ErrorNotice error={state.error} onRetry={onDismiss} /> : null}
      {state.phase === 'cancelled' ? (
        <Group>
          <Text size="sm">识别已停下，没识别的都在“待归档”里。</Text>
          <Button size="xs" variant="default" onClick={onDismiss}>
            知道了
          </Button>
        </Group>
      ) : null}
      <Outcome intake={intake} reading={reading} onDismiss={onDismiss} />
    </>
  );
};
