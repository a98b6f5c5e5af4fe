import { Anchor } from '@mantine/core';
import { useState } from 'react';
import type { ArchiveStatus } from '../../../shared/contract/archive.ts';
import { RestoreForm } from '../backups/RestoreForm.tsx';
import { BackLink } from './BackLink.tsx';
import { RecoverForm } from './RecoverForm.tsx';
import { UnlockForm } from './UnlockForm.tsx';
import { GateFrame } from './GateFrame.tsx';

interface UnlockScreenProps {
  readonly status: ArchiveStatus;
  readonly onRecoveryCode: (recoveryCode: string) => void;
}

export const UnlockScreen = ({ status, onRecoveryCode }: UnlockScreenProps) => {
  const [way, setWay] = useState<'unlock' | 'recover' | 'restore'>('unlock');
  if (way === 'restore')
    return (
      <GateFrame title="从备份恢复" lead="先在旁边完整恢复、逐份核对，都对得上才换上去。" width={720}>
        <RestoreForm
          replaces
          onRestored={({ recoveryCode }) => recoveryCode !== null && onRecoveryCode(recoveryCode)}
          back={<BackLink onClick={() => setWay('unlock')} />}
        />
      </GateFrame>
    );
  return way === 'recover' ? (
    <GateFrame title="用恢复码打开" lead="恢复码印在建档时打印的那张纸上。打开后请设一个新密码。">
      <RecoverForm onRecoveryCode={onRecoveryCode} onBack={() => setWay('unlock')} />
    </GateFrame>
  ) : (
    <GateFrame title="打开档案" lead={`档案文件夹：${status.folderName}`}>
      <UnlockForm onForgotten={() => setWay('recover')} />
      <Anchor component="button" type="button" size="sm" mt="sm" onClick={() => setWay('restore')}>
        档案坏了或丢了？从备份恢复
      </Anchor>
    </GateFrame>
  );
};
