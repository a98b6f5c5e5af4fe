import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { ProgressPanel } from '../../components/ProgressPanel.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { useNewPassword } from './use-new-password.ts';

interface OpenSampleFormProps {
  readonly onRecoveryCode: (recoveryCode: string) => void;
  readonly back: ReactNode;
}

const stageLabels = { creating: '正在建档', importing: '正在导入示范台账', filings: '正在整理备案' };

export const OpenSampleForm = ({ onRecoveryCode, back }: OpenSampleFormProps) => {
  const { createSample } = useApi().archive;
  const password = useNewPassword();
  const { state, start } = useProgressRun<{ readonly recoveryCode: string }>({
    onResult: (made) => onRecoveryCode(made.recoveryCode),
  });
  if (state.phase === 'running') {
    return (
      <ProgressPanel
        title="正在准备示范街道"
        progress={state.progress}
        stageLabels={stageLabels}
        elapsedMs={state.elapsedMs}
      />
    );
  }
  return (
    <ImeSafeForm
      aria-label="打开示范街道"
      onSubmit={() =>
        password.ready && void start((signal) => createSample.call({ password: password.first }, { signal }))
      }
    >
      <Stack>
        <NewPasswordFields password={password} autoFocus />
        <ErrorNotice error={state.phase === 'failed' ? state.error : null} />
        <Group justify="space-between">
          {back}
          <Button type="submit" disabled={!password.ready}>
            打开示范街道
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
