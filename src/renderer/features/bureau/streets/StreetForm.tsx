import { Button } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { streetInput, type RegisteredStreet, type StreetInput } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { SaveBar } from '../../settings/SaveBar.tsx';
import { StreetFields } from './StreetFields.tsx';

/** A street that was put on the list by mistake; one that has reported stays. */
const RemoveStreet = ({ street: { code, name } }: { readonly street: RegisteredStreet }) => {
  const navigate = useNavigate();
  const remove = useMutation(
    useApi().bureau.removeStreet.mutationOptions({ onSuccess: () => void navigate(bureauPaths.streets) }),
  );
  const ask = (): void => {
    modals.openConfirmModal({
      title: `从名册删去“${name}”？`,
      children: '它还没有报送过，删去不影响别的街镇。',
      labels: { confirm: '删去', cancel: '取消' },
      onConfirm: () => remove.mutate({ code }),
    });
  };
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="gray" loading={remove.isPending} onClick={ask}>
        删去
      </Button>
      <ErrorNotice error={remove.error} />
    </>
  );
};

export const StreetForm = ({ street }: { readonly street: RegisteredStreet }) => {
  const { bureau } = useApi();
  const [draft, setDraft] = useState<StreetInput | null>(null);
  const { data: profile } = useQuery(bureau.profile.queryOptions());
  const save = useMutation(bureau.saveStreet.mutationOptions({ onSuccess: () => setDraft(null) }));
  const parsed = streetInput.safeParse(draft ?? street);
  return (
    <Card title="街镇" aside={street.packages === 0 ? <RemoveStreet street={street} /> : null}>
      <ImeSafeForm
        aria-label="街镇"
        onSubmit={() => draft !== null && parsed.success && save.mutate(parsed.data)}
      >
        <StreetFields
          street={draft ?? street}
          districtCode={profile?.districtCode ?? ''}
          onChange={setDraft}
          codeFixed
        />
        <ErrorNotice error={save.error} />
        <SaveBar
          changed={draft !== null}
          valid={parsed.success}
          saving={save.isPending}
          saved={save.isSuccess}
          onReset={() => setDraft(null)}
        />
      </ImeSafeForm>
    </Card>
  );
};
