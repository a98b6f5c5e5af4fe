import { Text } from '@mantine/core';
import type { Rechecked } from '../../../shared/contract/ledger.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import type { ProgressRun } from '../../components/use-progress-run.ts';

const stageLabels = { prove: '正在逐个核对' } as const;

/** How opening a package again goes. */
export const RecheckOutcome = ({ run: { state, cancel } }: { readonly run: ProgressRun<Rechecked> }) => {
  switch (state.phase) {
    case 'idle':
    case 'cancelled':
      return null;
    case 'running':
      return (
        <ProgressPanel
          title="正在重新打开核对"
          progress={state.progress}
          elapsedMs={state.elapsedMs}
          stageLabels={stageLabels}
          onCancel={cancel}
        />
      );
    case 'failed':
      return <ErrorNotice error={state.error} />;
    case 'done':
      return (
        <Text size="sm" role="status" c="teal.8">
          用留存密钥打开无误：{state.result.organizations} 个组织，{state.result.files}{' '}
          个文件，与报送时完全相同。
        </Text>
      );
  }
};
