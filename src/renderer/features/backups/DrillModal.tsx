import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import type { ChosenBackup } from './chosen-backup.ts';

interface DrillModalProps {
  readonly chosen: ChosenBackup;
  readonly onClose: () => void;
  readonly onStart: (password: string) => void;
}

/** Asks for the password that the backup opens with: a drill that needed none would prove little. */
export const DrillModal = ({ chosen: { backup, placeLabel }, onClose, onStart }: DrillModalProps) => {
  const [password, setPassword] = useState('');
  return (
    <Modal opened onClose={onClose} title="演练恢复" closeButtonProps={{ 'aria-label': '关闭' }}>
      <ImeSafeForm aria-label="演练恢复" onSubmit={() => password !== '' && onStart(password)}>
        <Stack>
          <Text size="sm">
            用{placeLabel}里的第 {backup.number}{' '}
            号备份，在一个空文件夹里完整恢复一遍，逐表、逐份比对数量和校验值，
            比完就删去。现在的档案不受影响，结果记入备份记录。
          </Text>
          <PasswordInput
            label="备份那天的密码"
            description="后来换过密码的，填备份那天用的。"
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={password === ''}>
              开始演练
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
