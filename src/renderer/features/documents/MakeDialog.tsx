import { Button, Group, Modal, Stack } from '@mantine/core';
import { codedErrorOf } from '../../app/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import { MadeNotice } from './MadeNotice.tsx';
import type { MakeDocuments } from './use-make-documents.ts';

/** Words of the stages that the core reports. */
const stageLabels = { documents: '正在填写文书', printing: '正在排成 PDF' } as const;

interface MakeDialogProps {
  readonly making: MakeDocuments;
  /** Makes the same documents as Word, where this computer prints no PDF. */
  readonly onWordInstead: () => void;
}

const MakeContent = ({ making: { run, saveError, close }, onWordInstead }: MakeDialogProps) => {
  const { state } = run;
  if (state.phase === 'running') {
    return (
      <ProgressPanel
        title="正在制作"
        progress={state.progress}
        elapsedMs={state.elapsedMs}
        stageLabels={stageLabels}
        onCancel={close}
      />
    );
  }
  if (state.phase === 'done' && saveError === null) return <MadeNotice made={state.result} onClose={close} />;
  const error = state.phase === 'failed' ? state.error : saveError;
  const code = codedErrorOf(error)?.code;
  return (
    <Stack>
      <ErrorNotice error={error} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={close}>
          知道了
        </Button>
        {code === 'PDF_PRINTER_MISSING' || code === 'PDF_FAILED' ? (
          <Button onClick={onWordInstead}>改存 Word</Button>
        ) : null}
      </Group>
    </Stack>
  );
};

/** How the making goes and what came of it, over the screen, so that nothing behind it moves. */
export const MakeDialog = (props: MakeDialogProps) => {
  const { run, close } = props.making;
  const { phase } = run.state;
  return (
    <Modal
      stackId="making"
      opened={phase === 'running' || phase === 'done' || phase === 'failed'}
      onClose={close}
      withCloseButton={false}
      closeOnClickOutside={phase !== 'running'}
      size="lg"
      transitionProps={{ duration: 0 }}
      aria-label="制作文书"
    >
      <MakeContent {...props} />
    </Modal>
  );
};
