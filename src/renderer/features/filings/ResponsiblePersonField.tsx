import { Button, Group, Select } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { MemberModal } from '../dossier/roster/MemberModal.tsx';
import { EligibilityHints } from '../organizations/EligibilityHints.tsx';
import { useFactFocus } from '../organizations/facts/fact-focus.ts';
import type { FactsFieldsProps } from '../organizations/facts/FactsText.tsx';

interface ResponsiblePersonFieldProps extends FactsFieldsProps {
  readonly organizationId: OrganizationId;
}

/** Who answers for the organization: somebody on its roster, or somebody who is put on it here. */
export const ResponsiblePersonField = ({ organizationId, facts, onChange }: ResponsiblePersonFieldProps) => {
  const focus = useFactFocus();
  const [adding, setAdding] = useState(false);
  const { data: roster = [] } = useQuery(
    useApi().roster.list.queryOptions({ input: { organizationId, text: '', includeFormer: false } }),
  );
  const people = roster.map(({ personId, name, roleTitle, maskedPhone }) => ({
    value: personId,
    label: [name, roleTitle, maskedPhone].filter((part) => part !== null).join('　'),
  }));
  return (
    <>
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <Select
          {...focus('responsible-person')}
          label="负责人"
          placeholder={people.length === 0 ? '还没有成员，请点右边添加' : '从花名册里选'}
          flex={1}
          clearable
          searchable
          nothingFoundMessage="花名册里没有这个人，请点右边添加"
          data={people}
          value={facts.responsiblePersonId}
          onChange={(responsiblePersonId) => onChange({ ...facts, responsiblePersonId })}
        />
        <Button
          variant="default"
          fw={400}
          leftSection={<IconUserPlus size={16} stroke={1.6} />}
          onClick={() => setAdding(true)}
        >
          添加负责人
        </Button>
      </Group>
      <EligibilityHints personId={facts.responsiblePersonId} organizationId={organizationId} />
      {adding ? (
        <MemberModal
          organizationId={organizationId}
          member={null}
          role="member"
          onAdded={({ personId }) => onChange({ ...facts, responsiblePersonId: personId })}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
};
