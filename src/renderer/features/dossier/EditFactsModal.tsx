import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { needsChangeFiling } from '../../../shared/domain/filed-facts.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { EligibilityHints } from '../organizations/EligibilityHints.tsx';
import { bringIntoSight, FocusedFact, useAskedFact } from '../organizations/facts/fact-focus.ts';
import { factsOf, factsProblems } from '../organizations/facts/facts-form.ts';
import { OrganizationFactsFields } from '../organizations/facts/OrganizationFactsFields.tsx';

interface EditFactsModalProps {
  readonly dossier: Dossier;
  readonly onClose: () => void;
}

export const EditFactsModal = ({ dossier, onClose }: EditFactsModalProps) => {
  const api = useApi();
  const { organization } = dossier;
  const asked = useAskedFact();
  const [facts, setFacts] = useState(() => factsOf(organization));
  const { data: roster = [] } = useQuery(
    api.roster.list.queryOptions({
      input: { organizationId: organization.id, text: '', includeFormer: false },
    }),
  );
  const save = useMutation(api.organizations.updateFacts.mutationOptions({ onSuccess: onClose }));
  const navigate = useNavigate();
  const start = useMutation(
    api.filings.startOnOrganization.mutationOptions({
      onSuccess: ({ id }) => void navigate(paths.filing(id)),
    }),
  );
  const changes = needsChangeFiling(organization, facts);
  const problems = factsProblems(facts);
  return (
    <Modal opened onClose={onClose} title="更正备案事项" size={860}>
      <ImeSafeForm
        aria-label="更正备案事项"
        onSubmit={() => {
          if (problems.size > 0) return;
          if (changes) {
            start.mutate({ organizationId: organization.id, kind: 'change', entryMode: 'live', facts });
          } else save.mutate({ id: organization.id, facts });
        }}
      >
        <Stack onFocus={bringIntoSight}>
          <Select
            data-autofocus={asked === 'responsible-person' || undefined}
            label="负责人"
            placeholder={roster.length === 0 ? '先在花名册里添加成员' : '从花名册里选'}
            clearable
            searchable
            data={roster.map(({ personId, name, roleTitle }) => ({
              value: personId,
              label: roleTitle === null ? name : `${name}（${roleTitle}）`,
            }))}
            value={facts.responsiblePersonId}
            onChange={(responsiblePersonId) => setFacts({ ...facts, responsiblePersonId })}
          />
          <EligibilityHints personId={facts.responsiblePersonId} organizationId={organization.id} />
          <FocusedFact value={asked}>
            <OrganizationFactsFields facts={facts} onChange={setFacts} />
          </FocusedFact>
          {changes ? (
            <Text size="sm" role="status">
              这里改了已备案的事项，要重新备案：按“办变更备案”，改动会带过去，发了新证书才生效。
              <BasisHint basis="第二条（四）" />
            </Text>
          ) : null}
          <ErrorNotice error={save.error ?? start.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不改了
            </Button>
            <Button type="submit" loading={save.isPending || start.isPending} disabled={problems.size > 0}>
              {changes ? '办变更备案' : '保存'}
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
