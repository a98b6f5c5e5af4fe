import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { factsOf, factsProblems } from '../organizations/facts/facts-form.ts';
import { OrganizationFactsFields } from '../organizations/facts/OrganizationFactsFields.tsx';

interface EditFactsModalProps {
  readonly dossier: Dossier;
  readonly onClose: () => void;
}

export const EditFactsModal = ({ dossier, onClose }: EditFactsModalProps) => {
  const api = useApi();
  const { organization } = dossier;
  const [facts, setFacts] = useState(() => factsOf(organization));
  const { data: roster = [] } = useQuery(
    api.roster.list.queryOptions({
      input: { organizationId: organization.id, text: '', includeFormer: false },
    }),
  );
  const save = useMutation(api.organizations.updateFacts.mutationOptions({ onSuccess: onClose }));
  const problems = factsProblems(facts);
  return (
    <Modal opened onClose={onClose} title="更正备案事项" size={860}>
      <ImeSafeForm
        aria-label="更正备案事项"
        onSubmit={() => problems.size === 0 && save.mutate({ id: organization.id, facts })}
      >
        <Stack>
          <Select
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
          <OrganizationFactsFields facts={facts} onChange={setFacts} />
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不改了
            </Button>
            <Button type="submit" loading={save.isPending} disabled={problems.size > 0}>
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
