import { Button, Group, Stack } from '@mantine/core';
import { codedErrorOf } from '../../app/client.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import { MadeNotice } from './MadeNotice.tsx';
import type { MakeDocuments } from './use-make-documents.ts';

/** Words of the stages that the core reports. */
const stageLabels = { documents: '正在填写文书', printing: '正在排成 PDF' } as const;

interface MakeStateProps {
  readonly making: MakeDocuments;
  /** Makes the same documents as Word, where this computer prints no PDF. */
  readonly onWordInstead: () => void;
}

/** How the making goes, and what came of it. */
export const MakeState = ({ making: { run, saveError }, onWordInstead }: MakeStateProps) => {
  const { state, cancel, reset } = run;
  if (state.phase === 'running') {
    return (
      <Stack mb="sm">
        <ProgressPanel
          title="正在制作"
          progress={state.progress}
          elapsedMs={state.elapsedMs}
          stageLabels={stageLabels}
          onCancel={cancel}
        />
      </Stack>
    );
  }
  if (state.phase === 'failed') {
    const code = codedErrorOf(state.error)?.code;
    const canDoWord = code === 'PDF_PRINTER_MISSING' || code === 'PDF_FAILED';
    return (
      <Stack gap="xs" mb="sm">
        <ErrorNotice error={state.error} />
        <Group gap="xs">
          {canDoWord ? (
            <Button size="xs" onClick={onWordInstead}>
              改做 Word
            </Button>
          ) : null}
          <Button size="xs" variant="default" onClick={reset}>
            知道了
          </Button>
        </Group>
      </Stack>
    );
  }
  if (saveError !== null) return <ErrorNotice error={saveError} />;
  return state.phase === 'done' ? <MadeNotice made={state.result} onClose={reset} /> : null;
};
