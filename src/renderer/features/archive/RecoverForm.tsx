import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { useNewPassword } from './use-new-password.ts';

interface RecoverFormProps {
  readonly onRecoveryCode: (recoveryCode: string) => void;
  readonly onBack: () => void;
}

/** The printed code opens the archive once; a new password is set and a new code printed. */
export const RecoverForm = ({ onRecoveryCode, onBack }: RecoverFormProps) => {
  const [code, setCode] = useState('');
  const password = useNewPassword();
  const recover = useMutation(
    useApi().archive.recover.mutationOptions({ onSuccess: (made) => onRecoveryCode(made.recoveryCode) }),
  );
  const ready = code.trim() !== '' && password.ready;
  return (
    <ImeSafeForm
      aria-label="用恢复码打开"
      onSubmit={() => ready && recover.mutate({ recoveryCode: code.trim(), newPassword: password.first })}
    >
      <Stack>
        <TextInput
          label="恢复码"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NewPasswordFields password={password} />
        <ErrorNotice error={recover.error} />
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            返回，用密码打开
          </Anchor>
          <Button type="submit" loading={recover.isPending} disabled={!ready}>
            打开并换密码
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
