import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { officeProfile, type OfficeProfile } from '../../../shared/domain/office.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { OfficeProfileFields } from './OfficeProfileFields.tsx';
import { SaveBar } from './SaveBar.tsx';

const OfficeForm = ({ saved }: { readonly saved: OfficeProfile }) => {
  const [draft, setDraft] = useState<OfficeProfile | null>(null);
  const update = useMutation(useApi().office.update.mutationOptions({ onSuccess: () => setDraft(null) }));
  const profile = draft ?? saved;
  const parsed = officeProfile.safeParse(profile);
  return (
    <ImeSafeForm
      aria-label="街道与枢纽"
      onSubmit={() => draft !== null && parsed.success && update.mutate(parsed.data)}
    >
      <OfficeProfileFields profile={profile} onChange={setDraft} />
      <ErrorNotice error={update.error} />
      <SaveBar
        changed={draft !== null}
        valid={parsed.success}
        saving={update.isPending}
        saved={update.isSuccess}
        onReset={() => setDraft(null)}
      />
    </ImeSafeForm>
  );
};

/** The street and its hub organization, as they appear on every paper. */
export const OfficeTab = () => {
  const { data: office, error, refetch } = useQuery(useApi().office.get.queryOptions());
  return (
    <Card title="街道与枢纽">
      {office === undefined ? (
        error === null ? (
          <ScreenLoading />
        ) : (
          <ErrorNotice error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <OfficeForm saved={office.profile} />
      )}
    </Card>
  );
};
