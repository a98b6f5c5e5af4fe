import { Anchor, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

interface UnlockFormProps {
  readonly onForgotten: () => void;
}

export const UnlockForm = ({ onForgotten }: UnlockFormProps) => {
  const [password, setPassword] = useState('');
  const unlock = useMutation(useApi().archive.unlock.mutationOptions());
  return (
    <ImeSafeForm aria-label="打开档案" onSubmit={() => password !== '' && unlock.mutate({ password })}>
      <Stack>
        <PasswordInput
          label="密码"
          size="md"
          autoFocus
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ErrorNotice error={unlock.error} />
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={onForgotten}>
            忘了密码，用恢复码打开
          </Anchor>
          <Button type="submit" size="md" loading={unlock.isPending} disabled={password === ''}>
            打开
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
