import { Modal, Stack } from '@mantine/core';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import type { PrintJob, PrintRun } from '../../../shared/domain/printing.ts';
import { PrintForm } from './PrintForm.tsx';
import { PrintResult, type PrintOutcome } from './PrintResult.tsx';

interface PrintModalProps {
  readonly jobs: readonly PrintJob[];
  readonly onClose: () => void;
}

const stageLabels = {
  documents: '正在填写文书',
  printing: '正在排版',
  sheets: '正在合成同样大小的纸',
} as const;

/** From the questions to the papers: who prints, on which printer, then the making, then what came of it. */
export const PrintModal = ({ jobs, onClose }: PrintModalProps) => {
  const { printing } = useApi();
  const run = useProgressRun<PrintOutcome>();
  const { state } = run;
  const start = (input: PrintRun): void => void run.start((signal) => printing.print.call(input, { signal }));
  const running = state.phase === 'running';
  return (
    <Modal
      opened
      onClose={onClose}
      title="打印"
      size={640}
      closeOnClickOutside={!running}
      withCloseButton={!running}
      transitionProps={{ duration: 0 }}
    >
      {running ? (
        <ProgressPanel
          title="正在准备打印"
          progress={state.progress}
          elapsedMs={state.elapsedMs}
          stageLabels={stageLabels}
          onCancel={() => {
            run.cancel();
            run.reset();
          }}
        />
      ) : state.phase === 'done' ? (
        <PrintResult outcome={state.result} onClose={onClose} />
      ) : (
        <Stack>
          {state.phase === 'failed' ? <ErrorNotice error={state.error} /> : null}
          <PrintForm jobs={jobs} onPrint={start} onClose={onClose} />
        </Stack>
      )}
    </Modal>
  );
};
