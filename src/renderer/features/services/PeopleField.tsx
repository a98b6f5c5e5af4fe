import { ActionIcon, Button, Group, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { registerSpec } from '../../../shared/domain/service-register.ts';
import { durationText, registerWords } from '../../../shared/labels/service-register.ts';
import { textOrNull } from '../organizations/facts/facts-form.ts';
import { PersonBox } from './PersonBox.tsx';
import type { NamedPerson, ServiceForm } from './service-draft.ts';

interface RowProps {
  readonly person: NamedPerson;
  readonly counted: boolean;
  readonly onChange: (person: NamedPerson) => void;
  readonly onRemove: () => void;
}

const PersonRow = ({ person, counted, onChange, onRemove }: RowProps) => (
  <Table.Tr>
    <Table.Td>
      {person.name}
      <Text span size="xs" c="dimmed" ml={8}>
        {person.maskedPhone}
      </Text>
    </Table.Td>
    {counted ? (
      <Table.Td w={130}>
        <NumberInput
          size="xs"
          aria-label={`${person.name}的服务分钟数`}
          min={0}
          max={60_000}
          step={30}
          allowDecimal={false}
          value={person.minutes}
          onChange={(minutes) => onChange({ ...person, minutes: typeof minutes === 'number' ? minutes : 0 })}
        />
      </Table.Td>
    ) : null}
    <Table.Td w={200}>
      <TextInput
        size="xs"
        aria-label={`${person.name}的分工`}
        placeholder="分工"
        maxLength={60}
        value={person.note ?? ''}
        onChange={(event) => onChange({ ...person, note: textOrNull(event.currentTarget.value) })}
      />
    </Table.Td>
    <Table.Td w={40}>
      <ActionIcon variant="subtle" color="gray.7" aria-label={`去掉${person.name}`} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </Table.Td>
  </Table.Tr>
);

/** Gives everybody who has none yet the same minutes. */
const SameMinutes = ({ onGive }: { readonly onGive: (minutes: number) => void }) => {
  const [minutes, setMinutes] = useState<number>(120);
  return (
    <Group gap={6} wrap="nowrap" align="flex-end">
      <NumberInput
        w={110}
        label="每人分钟数"
        min={1}
        max={60_000}
        step={30}
        allowDecimal={false}
        value={minutes}
        onChange={(value) => setMinutes(typeof value === 'number' ? value : 0)}
      />
      <Button variant="light" disabled={minutes < 1} onClick={() => onGive(minutes)}>
        都记上
      </Button>
    </Group>
  );
};

/** People of a line, from rosters and from the volunteers, with their minutes where they count. */
export const PeopleField = ({ form }: { readonly form: ServiceForm }) => {
  const { register, draft, change } = form;
  const { people } = draft;
  const counted = registerSpec(register).people === 'minutes';
  const total = people.reduce((sum, { minutes }) => sum + minutes, 0);
  const words = registerWords(register);
  return (
    <Stack gap={6}>
      <Group align="flex-end" wrap="nowrap">
        <div style={{ flex: 1 }}>
          <PersonBox
            key={people.length}
            label={`${words.people}（成员、志愿者，逐个加）`}
            organizationId={draft.organization?.id ?? null}
            value={null}
            onChange={(person) => {
              if (person === null || people.some(({ personId }) => personId === person.personId)) return;
              const { personId, name, maskedPhone } = person;
              change({ people: [...people, { personId, name, maskedPhone, minutes: 0, note: null }] });
            }}
          />
        </div>
        {counted && people.length > 0 ? (
          <SameMinutes
            onGive={(minutes) =>
              change({
                people: people.map((person) => (person.minutes === 0 ? { ...person, minutes } : person)),
              })
            }
          />
        ) : null}
      </Group>
      {people.length === 0 ? null : (
        <>
          <Table verticalSpacing={3} aria-label={words.people}>
            <Table.Tbody>
              {people.map((person, index) => (
                <PersonRow
                  key={person.personId}
                  person={person}
                  counted={counted}
                  onChange={(changed) => change({ people: people.with(index, changed) })}
                  onRemove={() => change({ people: people.toSpliced(index, 1) })}
                />
              ))}
            </Table.Tbody>
          </Table>
          <Text size="sm" c="dimmed">
            {counted ? `${people.length} 人，合计 ${durationText(total)}` : `${people.length} 人`}
          </Text>
        </>
      )}
    </Stack>
  );
};
