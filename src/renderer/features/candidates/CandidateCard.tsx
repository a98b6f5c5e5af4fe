import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { standingStatuses } from '../../../shared/domain/organization.ts';
import {
  candidateCriterion,
  type LegalRegistration,
  type RegistrationCandidate,
} from '../../../shared/domain/registration.ts';
import { candidateCriterionLabels } from '../../../shared/labels/registration.ts';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { CandidateModal } from './CandidateModal.tsx';
import { RegistrationModal } from './RegistrationModal.tsx';

const Registered = ({ registration }: { readonly registration: LegalRegistration }) => (
  <Text size="sm">
    {`${registration.registeredOn} 在${registration.registrar}登记为“${registration.registeredName}”，统一社会信用代码 ${registration.creditCode}。`}
  </Text>
);

const Reasons = ({ candidate }: { readonly candidate: RegistrationCandidate }) => (
  <Stack gap={2}>
    {candidateCriterion.options.map((criterion) =>
      candidate.reasons[criterion] === null ? null : (
        <Text key={criterion} size="sm">
          {`${candidateCriterionLabels[criterion]}：${candidate.reasons[criterion]}`}
        </Text>
      ),
    )}
    <Text size="sm" c="dimmed">
      {`${candidate.since} 列入${
        candidate.demonstration === null ? '' : `，${candidate.demonstration.since} 起为培育示范点`
      }`}
    </Text>
  </Stack>
);

/** 拟登记: whether this organization is fit for legal registration, why, and what became of it. */
export const CandidateCard = ({ dossier: { organization } }: { readonly dossier: Dossier }) => {
  const api = useApi();
  const [open, setOpen] = useState<'candidate' | 'register' | null>(null);
  const { data, error } = useQuery(
    api.candidates.ofOrganization.queryOptions({ input: { organizationId: organization.id } }),
  );
  const remove = useMutation(api.candidates.remove.mutationOptions());
  if (data === undefined) return <ErrorNotice error={error} />;
  const { marked, candidate, registration } = data;
  const standing = standingStatuses.includes(organization.status);
  if (registration === null && !standing) return null;
  return (
    <Stack gap="xs" mt="lg" component="section" aria-label="拟登记">
      <Group gap="sm">
        <Text fw={700} size="sm">
          拟登记
        </Text>
        <BasisHint basis="第二条" />
      </Group>
      {registration === null ? null : <Registered registration={registration} />}
      {candidate === null ? null : <Reasons candidate={candidate} />}
      {marked && candidate === null ? (
        <Text size="sm" c="orange.8">
          已标为拟登记，还没有写理由。
        </Text>
      ) : null}
      {standing ? (
        <Group gap="xs">
          <Button size="compact-md" variant="light" onClick={() => setOpen('candidate')}>
            {marked ? '写理由、改情况' : '列入拟登记台账'}
          </Button>
          {marked ? (
            <>
              <Button size="compact-md" variant="light" onClick={() => setOpen('register')}>
                已依法登记
              </Button>
              <Button
                size="compact-md"
                variant="subtle"
                color="gray.7"
                loading={remove.isPending}
                onClick={() => remove.mutate({ organizationId: organization.id })}
              >
                移出台账
              </Button>
            </>
          ) : null}
        </Group>
      ) : null}
      <ErrorNotice error={remove.error} />
      {open === 'candidate' ? (
        <CandidateModal
          organizationId={organization.id}
          candidate={candidate}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'register' ? (
        <RegistrationModal
          organization={organization}
          done={candidate?.done ?? []}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Stack>
  );
};
