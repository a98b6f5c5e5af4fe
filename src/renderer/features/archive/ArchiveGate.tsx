import { Container } from '@mantine/core';
import { useState } from 'react';
import { Outlet } from 'react-router';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { FirstRunScreen } from './FirstRunScreen.tsx';
import { RecoveryCodeScreen } from './RecoveryCodeScreen.tsx';
import { useForgetWhenClosed } from './use-forget-when-closed.ts';
import { UnlockScreen } from './UnlockScreen.tsx';
import { useArchiveStatus } from './use-archive-status.ts';

/** Nothing of the archive shows until it is open, and a new recovery code is put away before anything else. */
export const ArchiveGate = () => {
  const { data: status, error, refetch } = useArchiveStatus();
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  useForgetWhenClosed(status === undefined || status.state === 'open');

  if (recoveryCode !== null) {
    return <RecoveryCodeScreen recoveryCode={recoveryCode} onKept={() => setRecoveryCode(null)} />;
  }
  if (status === undefined) {
    return error === null ? (
      <ScreenLoading />
    ) : (
      <Container size="sm" py={80}>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Container>
    );
  }
  switch (status.state) {
    case 'absent':
      return <FirstRunScreen status={status} onRecoveryCode={setRecoveryCode} />;
    case 'locked':
      return <UnlockScreen status={status} onRecoveryCode={setRecoveryCode} />;
    case 'open':
      return <Outlet />;
  }
};
