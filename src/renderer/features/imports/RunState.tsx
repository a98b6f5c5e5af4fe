import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import type { ProgressRun } from '../../components/use-progress-run.ts';

/** Words of the stages that the core reports. */
const stageLabels = { read: '正在读取表格', rows: '正在核对每一行', write: '正在写入档案' } as const;

interface RunStateProps<T> {
  readonly run: ProgressRun<T>;
  readonly title: string;
}

/** How reading or writing a workbook goes, with a way out. */
export const RunState = <T,>({ run: { state, cancel }, title }: RunStateProps<T>) => {
  if (state.phase === 'running') {
    return (
      <ProgressPanel
        title={title}
        progress={state.progress}
        elapsedMs={state.elapsedMs}
        stageLabels={stageLabels}
        onCancel={cancel}
      />
    );
  }
  return state.phase === 'failed' ? <ErrorNotice error={state.error} /> : null;
};
