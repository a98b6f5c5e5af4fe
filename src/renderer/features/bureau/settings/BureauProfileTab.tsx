import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bureauProfile, type BureauProfile } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { SaveBar } from '../../settings/SaveBar.tsx';
import { bureauProfileOf } from './bureau-profile-form.ts';
import { BureauProfileFields } from './BureauProfileFields.tsx';

const ProfileForm = ({ saved }: { readonly saved: BureauProfile }) => {
  const [draft, setDraft] = useState<BureauProfile | null>(null);
  const save = useMutation(useApi().bureau.saveProfile.mutationOptions({ onSuccess: () => setDraft(null) }));
  const profile = draft ?? saved;
  const parsed = bureauProfile.safeParse(bureauProfileOf(profile));
  return (
    <ImeSafeForm
      aria-label="接收单位"
      onSubmit={() => draft !== null && parsed.success && save.mutate(parsed.data)}
    >
      <BureauProfileFields profile={profile} onChange={setDraft} />
      <ErrorNotice error={save.error} />
      <SaveBar
        changed={draft !== null}
        valid={parsed.success}
        saving={save.isPending}
        saved={save.isSuccess}
        onReset={() => setDraft(null)}
      />
    </ImeSafeForm>
  );
};

/** The district and its bureau, as they stand on key cards and receipts. */
export const BureauProfileTab = () => {
  const { data, error, refetch } = useQuery(useApi().bureau.profile.queryOptions());
  return (
    <Card title="接收单位">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined ? error === null ? <ScreenLoading /> : null : <ProfileForm saved={data} />}
    </Card>
  );
};
