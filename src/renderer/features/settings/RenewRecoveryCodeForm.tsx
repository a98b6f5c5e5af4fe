import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { RecoveryCodeSheet } from '../archive/RecoveryCodeSheet.tsx';

/** A new recovery code makes the old paper worthless; it shows once. */
export const RenewRecoveryCodeForm = () => {
  const [password, setPassword] = useState('');
  const renew = useMutation(
    useApi().archive.renewRecoveryCode.mutationOptions({ onSuccess: () => setPassword('') }),
  );
  const recoveryCode = renew.data?.recoveryCode;
  return (
    <ImeSafeForm aria-label="换恢复码" onSubmit={() => password !== '' && renew.mutate({ password })}>
      <Stack maw={420}>
        <Text size="sm" c="dimmed">
          恢复码丢了、被人看过，或换了保管人，就换一个。换后旧的立即失效。
        </Text>
        <PasswordInput
          label="密码"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ErrorNotice error={renew.error} />
        <Group>
          <Button type="submit" variant="light" disabled={password === ''} loading={renew.isPending}>
            生成新的恢复码
          </Button>
        </Group>
      </Stack>
      <Modal
        opened={recoveryCode !== undefined}
        onClose={renew.reset}
        title="新的恢复码，只显示这一次"
        size={620}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        <Stack>
          <RecoveryCodeSheet recoveryCode={recoveryCode ?? ''} />
          <Group justify="flex-end">
            <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>
              打印
            </Button>
            <Button onClick={renew.reset}>已打印（或抄写）并收好</Button>
          </Group>
        </Stack>
      </Modal>
    </ImeSafeForm>
  );
};
