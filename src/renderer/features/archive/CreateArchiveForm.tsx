import { Button, Group, Stack, Stepper } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { officeInput, type CommunityInput, type OfficeProfile } from '../../../shared/domain/office.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { CommunityPasteField } from '../settings/CommunityPasteField.tsx';
import { OfficeProfileFields } from '../settings/OfficeProfileFields.tsx';
import { emptyOfficeProfile } from '../settings/office-profile-form.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { useNewPassword } from './use-new-password.ts';

interface CreateArchiveFormProps {
  readonly onRecoveryCode: (recoveryCode: string) => void;
  readonly back: ReactNode;
}

const lastStep = 2;

/** Street, communities, password; then the archive is made and its recovery code printed. */
export const CreateArchiveForm = ({ onRecoveryCode, back }: CreateArchiveFormProps) => {
  const [step, setStep] = useState(0);
  const [profile, setProfile] = useState<OfficeProfile>(emptyOfficeProfile);
  const [communities, setCommunities] = useState<readonly CommunityInput[]>([]);
  const password = useNewPassword();
  const create = useMutation(
    useApi().archive.create.mutationOptions({ onSuccess: (made) => onRecoveryCode(made.recoveryCode) }),
  );
  const office = officeInput.safeParse({ profile, communities });
  const ready = [
    officeInput.shape.profile.safeParse(profile).success,
    true,
    password.ready && office.success,
  ];

  const submit = (): void => {
    if (ready[step] !== true) return;
    if (step < lastStep) setStep(step + 1);
    else if (office.success) create.mutate({ password: password.first, office: office.data });
  };

  return (
    <ImeSafeForm aria-label="新建档案" onSubmit={submit}>
      <Stepper active={step} onStepClick={(to) => to < step && setStep(to)} size="sm" mb="lg">
        <Stepper.Step label="街道与枢纽" />
        <Stepper.Step label="社区" />
        <Stepper.Step label="密码" />
      </Stepper>
      <Stack>
        {step === 0 ? <OfficeProfileFields profile={profile} onChange={setProfile} brief /> : null}
        {step === 1 ? <CommunityPasteField communities={communities} onChange={setCommunities} /> : null}
        {step === 2 ? <NewPasswordFields password={password} autoFocus /> : null}
        <ErrorNotice error={create.error} />
        <Group justify="space-between">
          {step === 0 ? (
            back
          ) : (
            <Button variant="default" onClick={() => setStep(step - 1)}>
              上一步
            </Button>
          )}
          <Button type="submit" disabled={ready[step] !== true} loading={create.isPending}>
            {step < lastStep ? '下一步' : '建立档案'}
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
