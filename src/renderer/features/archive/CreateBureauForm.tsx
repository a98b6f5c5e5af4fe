import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { bureauInput } from '../../../shared/domain/bureau.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { BureauProfileFields } from '../bureau/settings/BureauProfileFields.tsx';
import { bureauProfileOf, emptyBureauProfile } from '../bureau/settings/bureau-profile-form.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { useNewPassword } from './use-new-password.ts';

interface CreateBureauFormProps {
  readonly onRecoveryCode: (recoveryCode: string) => void;
  readonly back: ReactNode;
}

/** A bureau's archive asks for its district and a password, and for nothing else. */
export const CreateBureauForm = ({ onRecoveryCode, back }: CreateBureauFormProps) => {
  const [draft, setDraft] = useState(emptyBureauProfile);
  const password = useNewPassword();
  const create = useMutation(
    useApi().archive.create.mutationOptions({ onSuccess: (made) => onRecoveryCode(made.recoveryCode) }),
  );
  const bureau = bureauInput.safeParse({ profile: bureauProfileOf(draft) });
  const ready = bureau.success && password.ready;
  return (
    <ImeSafeForm
      aria-label="新建接收台账"
      onSubmit={() =>
        bureau.success &&
        password.ready &&
        create.mutate({ desk: 'bureau', password: password.first, bureau: bureau.data })
      }
    >
      <Stack>
        <BureauProfileFields profile={draft} onChange={setDraft} brief />
        <NewPasswordFields password={password} />
        <ErrorNotice error={create.error} />
        <Group justify="space-between">
          {back}
          <Button type="submit" disabled={!ready} loading={create.isPending}>
            建立档案
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
