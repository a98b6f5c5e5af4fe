import { Stack } from '@mantine/core';
import { useState } from 'react';
import type { ArchiveStatus } from '../../../shared/contract/archive.ts';
import { RestoreForm } from '../backups/RestoreForm.tsx';
import { BackLink } from './BackLink.tsx';
import { CreateArchiveForm } from './CreateArchiveForm.tsx';
import { CreateBureauForm } from './CreateBureauForm.tsx';
import { FirstRunChoice } from './FirstRunChoice.tsx';
import { GateFrame } from './GateFrame.tsx';
import { OpenSampleForm } from './OpenSampleForm.tsx';

interface FirstRunScreenProps {
  readonly status: ArchiveStatus;
  readonly onRecoveryCode: (recoveryCode: string) => void;
}

type FirstRunWay = 'choose' | 'create' | 'bureau' | 'sample' | 'restore';

/** The first minute: an archive of one's own street, or a sample street to try things on. */
export const FirstRunScreen = ({ status, onRecoveryCode }: FirstRunScreenProps) => {
  const [way, setWay] = useState<FirstRunWay>('choose');
  const back = <BackLink onClick={() => setWay('choose')} />;
  switch (way) {
    case 'choose':
      return (
        <GateFrame
          title="欢迎使用枢纽档案"
          lead="社区社会组织的备案、花名册、台账，都收在这一份加密档案里。这台电脑上用的是哪一种？"
          width={560}
        >
          <FirstRunChoice
            sampleAvailable={status.sampleAvailable}
            onCreate={() => setWay('create')}
            onBureau={() => setWay('bureau')}
            onSample={() => setWay('sample')}
            onRestore={() => setWay('restore')}
          />
        </GateFrame>
      );
    case 'create':
      return (
        <GateFrame title="新建档案" lead="约需三分钟。以后都可以在“设置”里修改。" width={720}>
          <CreateArchiveForm onRecoveryCode={onRecoveryCode} back={back} />
        </GateFrame>
      );
    case 'bureau':
      return (
        <GateFrame
          title="新建接收台账"
          lead="区民政局收取、汇总各街镇台账用。街镇名单和密钥，建好以后再填。"
          width={560}
        >
          <CreateBureauForm onRecoveryCode={onRecoveryCode} back={back} />
        </GateFrame>
      );
    case 'restore':
      return (
        <GateFrame title="从备份恢复" lead="换了电脑、档案丢了，用备份盘上的备份恢复。" width={720}>
          <RestoreForm
            replaces={false}
            onRestored={({ recoveryCode }) => recoveryCode !== null && onRecoveryCode(recoveryCode)}
            back={back}
          />
        </GateFrame>
      );
    case 'sample':
      return (
        <GateFrame title="打开示范街道" lead="示范街道里全是编造的数据，可以放心试。设一个密码就能开始。">
          <Stack>
            <OpenSampleForm onRecoveryCode={onRecoveryCode} back={back} />
          </Stack>
        </GateFrame>
      );
  }
};
