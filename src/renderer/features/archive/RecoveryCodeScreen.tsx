import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { GateFrame } from './GateFrame.tsx';
import { RecoveryCodeSheet } from './RecoveryCodeSheet.tsx';
import classes from './RecoveryCodeSheet.module.css';

interface RecoveryCodeScreenProps {
  readonly recoveryCode: string;
  readonly onKept: () => void;
}

/** The recovery code shows once; the way on opens only when someone says that it is on paper. */
export const RecoveryCodeScreen = ({ recoveryCode, onKept }: RecoveryCodeScreenProps) => {
  const [kept, setKept] = useState(false);
  return (
    <GateFrame
      title="请打印恢复码"
      lead="忘了密码时，只有它能打开档案。它只显示这一次，谁也找不回来。"
      width={620}
    >
      <Stack>
        <RecoveryCodeSheet recoveryCode={recoveryCode} />
        <Group justify="space-between" className={classes['controls'] ?? ''}>
          <Checkbox
            label="已打印（或抄写）并收好"
            checked={kept}
            onChange={(event) => setKept(event.currentTarget.checked)}
          />
          <Group gap="sm">
            <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>
              打印
            </Button>
            <Button disabled={!kept} onClick={onKept}>
              进入档案
            </Button>
          </Group>
        </Group>
      </Stack>
    </GateFrame>
  );
};
