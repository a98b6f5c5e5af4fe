import { useState } from 'react';
import type { ArchiveStatus } from '../../../shared/contract/archive.ts';
import { RecoverForm } from './RecoverForm.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import { GateFrame } from './GateFrame.tsx';

interface UnlockScreenProps {
  readonly status: ArchiveStatus;
  readonly onRecoveryCode: (recoveryCode: string) => void;
}

export const UnlockScreen = ({ status, onRecoveryCode }: UnlockScreenProps) => {
  const [recovering, setRecovering] = useState(false);
  return recovering ? (
    <GateFrame title="用恢复码打开" lead="恢复码印在建档时打印的那张纸上。打开后请设一个新密码。">
      <RecoverForm onRecoveryCode={onRecoveryCode} onBack={() => setRecovering(false)} />
    </GateFrame>
  ) : (
    <GateFrame title="打开档案" lead={`档案文件夹：${status.folderName}`}>
      <UnlockForm onForgotten={() => setRecovering(true)} />
    </GateFrame>
  );
};
