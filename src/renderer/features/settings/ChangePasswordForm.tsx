import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { NewPasswordFields } from '../archive/NewPasswordFields.tsx';
import { useNewPassword } from '../archive/use-new-password.ts';

/** Changing the password wraps the archive's key anew; nothing is encrypted again, so it takes a moment only. */
export const ChangePasswordForm = () => {
  const [current, setCurrent] = useState('');
  const next = useNewPassword();
  const change = useMutation(
    useApi().archive.changePassword.mutationOptions({
      onSuccess: () => {
        setCurrent('');
        next.setFirst('');
        next.setSecond('');
      },
    }),
  );
  const ready = current !== '' && next.ready;
  return (
    <ImeSafeForm
      aria-label="换密码"
      onSubmit={() => ready && change.mutate({ currentPassword: current, newPassword: next.first })}
    >
      <Stack maw={420}>
        <PasswordInput
          label="现在的密码"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordFields password={next} />
        <ErrorNotice error={change.error} />
        <Group>
          <Button type="submit" disabled={!ready} loading={change.isPending}>
            换密码
          </Button>
          <Text size="sm" c="dimmed" aria-live="polite">
            {change.isSuccess ? '密码已换，下次打开用新密码。恢复码不变。' : ''}
          </Text>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
