import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MemberField, PersonDetails } from '../../../../shared/domain/people.ts';
import { memberFieldLabels } from '../../../../shared/labels/people.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { textOrNull } from '../../organizations/facts/facts-form.ts';
import type { ProfileCardProps } from './profile-card.ts';

/** What the rules of the street allow to be kept beyond the necessary; no card where they allow nothing. */
export const DetailsCard = ({ profile }: ProfileCardProps) => {
  const api = useApi();
  const { data: rules } = useQuery(api.rules.current.queryOptions({ input: { on: null } }));
  const [draft, setDraft] = useState<Partial<PersonDetails>>({});
  const save = useMutation(api.people.saveDetails.mutationOptions({ onSuccess: () => setDraft({}) }));
  const fields: readonly MemberField[] = rules?.body.members.optionalFields ?? [];
  if (fields.length === 0) return null;
  const { details, person } = profile;
  return (
    <Card title="其他资料">
      <ImeSafeForm aria-label="其他资料" onSubmit={() => save.mutate({ id: person.id, details: draft })}>
        <Stack gap="xs">
          {fields.map((field) => (
            <TextInput
              key={field}
              label={memberFieldLabels[field]}
              maxLength={field === 'address' ? 120 : 60}
              // The address is masked: what is typed replaces it, blank keeps it.
              placeholder={
                field === 'address' && details.address !== null ? `${details.address}（不改就空着）` : ''
              }
              value={draft[field] ?? (field === 'address' ? '' : (details[field] ?? ''))}
              onChange={(event) => setDraft({ ...draft, [field]: textOrNull(event.currentTarget.value) })}
            />
          ))}
          <ErrorNotice error={save.error} />
          <Group>
            <Button
              type="submit"
              size="compact-md"
              variant="light"
              disabled={Object.keys(draft).length === 0}
              loading={save.isPending}
            >
              保存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Card>
  );
};
