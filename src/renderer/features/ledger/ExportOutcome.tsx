import { Text } from '@mantine/core';
import type { PackageRecord } from '../../../shared/domain/ledger.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import type { ProgressRun } from '../../components/use-progress-run.ts';
import { PackageResult } from './PackageResult.tsx';

/** The core names the stages of an export in clerks' words already. */
const stageLabels = { freeze: '正在冻结台账', pack: '正在加密打包', prove: '正在重新打开核对' } as const;

/** How an export goes and what came of it. */
export const ExportOutcome = ({ run: { state, cancel } }: { readonly run: ProgressRun<PackageRecord> }) => {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'running':
      return (
        <ProgressPanel
          title="正在制作报送包"
          progress={state.progress}
          elapsedMs={state.elapsedMs}
          stageLabels={stageLabels}
          onCancel={cancel}
        />
      );
    case 'cancelled':
      return (
        <Text size="sm" role="status">
          已经取消，没有留下做到一半的报送包。
        </Text>
      );
    case 'failed':
      return <ErrorNotice error={state.error} />;
    case 'done':
      return <PackageResult made={state.result} />;
  }
};
