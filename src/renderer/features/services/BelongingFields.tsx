import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { communityId } from '../../../shared/domain/ids.ts';
import type { PersonInput } from '../../../shared/domain/person.ts';
import { registerSpec } from '../../../shared/domain/service-register.ts';
import { registerWords } from '../../../shared/labels/service-register.ts';
import { useApi } from '../../app/archive-api.tsx';
import { OrganizationBox } from '../scans/OrganizationBox.tsx';
import { textOrNull } from '../organizations/facts/facts-form.ts';
import { PersonBox } from './PersonBox.tsx';
import type { ServiceForm } from './service-draft.ts';

interface BelongingProps {
  readonly form: ServiceForm;
}

export const OrganizationField = ({ form }: BelongingProps) => (
  <OrganizationBox
    label={registerWords(form.register).organization}
    required={registerSpec(form.register).organization === 'required'}
    value={form.draft.organization}
    onChange={(organization) => form.change({ organization })}
  />
);

export const CommunityField = ({ form }: BelongingProps) => {
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  return (
    <Select
      label="社区（村）"
      withAsterisk={registerSpec(form.register).community === 'required'}
      searchable
      clearable
      data={(office?.communities ?? []).map(({ id, name }) => ({ value: id as string, label: name }))}
      value={form.draft.communityId}
      onChange={(id) => form.change({ communityId: id === null ? null : communityId.parse(id) })}
    />
  );
};

const nobody: PersonInput = {
  name: '',
  sex: null,
  birthDate: null,
  politicalStatus: null,
  identityKind: null,
  identityNumber: null,
  phone: null,
};

/** Somebody on no roster yet: name and telephone are enough. */
const NewPerson = ({ form, person }: BelongingProps & { readonly person: PersonInput }) => (
  <Group grow align="flex-end">
    <TextInput
      label="姓名"
      withAsterisk
      maxLength={60}
      value={person.name}
      onChange={(event) => form.change({ newPerson: { ...person, name: event.currentTarget.value } })}
    />
    <TextInput
      label="电话"
      maxLength={30}
      value={person.phone ?? ''}
      onChange={(event) =>
        form.change({ newPerson: { ...person, phone: textOrNull(event.currentTarget.value) } })
      }
    />
  </Group>
);

/** Whom the line is about. A volunteer who is on no roster is entered here. */
export const PersonField = ({ form }: BelongingProps) => {
  const { draft, register } = form;
  const required = registerSpec(register).person === 'required';
  if (draft.newPerson !== null) {
    return (
      <Group align="flex-end" wrap="nowrap">
        <div style={{ flex: 1 }}>
          <NewPerson form={form} person={draft.newPerson} />
        </div>
        <Button variant="default" onClick={() => form.change({ newPerson: null })}>
          改为挑选
        </Button>
      </Group>
    );
  }
  return (
    <Group align="flex-end" wrap="nowrap">
      <div style={{ flex: 1 }}>
        <PersonBox
          label={registerWords(register).person}
          required={required}
          organizationId={draft.organization?.id ?? null}
          value={draft.person}
          onChange={(person) =>
            form.change({ person: person === null ? null : { id: person.personId, name: person.name } })
          }
        />
      </div>
      {register === 'volunteer' ? (
        <Button variant="light" onClick={() => form.change({ person: null, newPerson: nobody })}>
          不在花名册上
        </Button>
      ) : null}
    </Group>
  );
};
