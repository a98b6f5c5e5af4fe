import { Anchor, Stack } from '@mantine/core';
import { useState } from 'react';
import type { ArchiveStatus } from '../../../shared/contract/archive.ts';
import { CreateArchiveForm } from './CreateArchiveForm.tsx';
import { FirstRunChoice } from './FirstRunChoice.tsx';
import { GateFrame } from './GateFrame.tsx';
import { OpenSampleForm } from './OpenSampleForm.tsx';

interface FirstRunScreenProps {
  readonly status: ArchiveStatus;
  readonly onRecoveryCode: (recoveryCode: string) => void;
}

type FirstRunWay = 'choose' | 'create' | 'sample';

/** The first minute: an archive of one's own street, or a sample street to try things on. */
export const FirstRunScreen = ({ status, onRecoveryCode }: FirstRunScreenProps) => {
  const [way, setWay] = useState<FirstRunWay>('choose');
  const back = (
    <Anchor component="button" type="button" size="sm" onClick={() => setWay('choose')}>
      返回
    </Anchor>
  );
  switch (way) {
    case 'choose':
      return (
        <GateFrame title="欢迎使用枢纽档案" lead="社区社会组织的备案、花名册、台账，都收在这一份加密档案里。">
          <FirstRunChoice
            sampleAvailable={status.sampleAvailable}
            onCreate={() => setWay('create')}
            onSample={() => setWay('sample')}
          />
        </GateFrame>
      );
    case 'create':
      return (
        <GateFrame title="新建档案" lead="约需三分钟。以后都可以在“设置”里修改。" width={720}>
          <CreateArchiveForm onRecoveryCode={onRecoveryCode} back={back} />
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
