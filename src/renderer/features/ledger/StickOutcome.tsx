import { Alert, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { WrittenToMedium } from '../../../shared/contract/ledger.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import type { ProgressRun } from '../../components/use-progress-run.ts';

const stageLabels = { write: '正在写入', 'read-back': '正在读回核对' } as const;

/** How writing to a stick goes, and that it may be pulled out. */
export const StickOutcome = ({ run: { state, cancel } }: { readonly run: ProgressRun<WrittenToMedium> }) => {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return (
        <ProgressPanel
          title="正在写入 U 盘，请不要拔"
          progress={state.progress}
          elapsedMs={state.elapsedMs}
          stageLabels={stageLabels}
          onCancel={cancel}
        />
      );
    case 'cancelled':
      return (
        <Text size="sm" role="status">
          已经取消，U 盘上没有留下写到一半的文件。
        </Text>
      );
    case 'failed':
      return <ErrorNotice error={state.error} />;
    case 'done':
      return (
        <Alert
          color="teal"
          icon={<IconCircleCheck size={20} />}
          title="已写入并读回核对，可以拔出 U 盘了"
          role="status"
        >
          {state.result.label}：
          {state.result.files.length === 1 ? state.result.files[0] : `共 ${state.result.files.length} 个文件`}
          {state.result.direct ? '' : '。请先用系统的“安全弹出”，再拔出'}
        </Alert>
      );
  }
};
