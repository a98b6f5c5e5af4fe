import { Button, Group, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RestrictedPerson } from '../../../shared/contract/eligibility.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { textOrNull } from '../organizations/facts/facts-form.ts';
import { todayHere } from '../filings/today-here.ts';

const empty = { name: '', identityNumber: '', reason: '', source: '' };

const AddForm = () => {
  const [typed, setTyped] = useState(empty);
  const [since, setSince] = useState<string | null>(todayHere());
  const add = useMutation(
    useApi().eligibility.addRestriction.mutationOptions({ onSuccess: () => setTyped(empty) }),
  );
  const ready = typed.name.trim() !== '' && typed.reason.trim() !== '';
  const submit = (): void => {
    if (!ready || add.isPending) return;
    add.mutate({
      name: typed.name,
      identityNumber: textOrNull(typed.identityNumber),
      reason: typed.reason,
      source: textOrNull(typed.source),
      since,
    });
  };
  const field = (
    name: keyof typeof empty,
    label: string,
    more: { readonly withAsterisk?: boolean; readonly maxLength: number },
  ) => (
    <TextInput
      label={label}
      autoComplete="off"
      {...more}
      value={typed[name]}
      onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, [name]: value }))}
    />
  );
  return (
    <ImeSafeForm aria-label="加入限制名单" onSubmit={submit}>
      <Stack gap="sm">
        <SimpleGrid cols={5} spacing="md">
          {field('name', '姓名', { withAsterisk: true, maxLength: 60 })}
          {field('identityNumber', '证件号码', { maxLength: 30 })}
          {field('reason', '原因', { withAsterisk: true, maxLength: 300 })}
          {field('source', '来源文件', { maxLength: 120 })}
          <DateField label="从哪天起" value={since} onChange={setSince} />
        </SimpleGrid>
        <ErrorNotice error={add.error} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            有证件号码的按号码核对，不会错认同名的人；号码本身不保存，只留核对用的密码摘要。
          </Text>
          <Button type="submit" disabled={!ready} loading={add.isPending}>
            加入名单
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};

const Person = ({ person }: { readonly person: RestrictedPerson }) => {
  const remove = useMutation(useApi().eligibility.removeRestriction.mutationOptions());
  return (
    <Table.Tr>
      <Table.Td>{person.name}</Table.Td>
      <Table.Td>{person.maskedIdentityNumber ?? '—'}</Table.Td>
      <Table.Td>{person.reason}</Table.Td>
      <Table.Td>{person.source ?? '—'}</Table.Td>
      <Table.Td>{person.since ?? '—'}</Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray.7"
          loading={remove.isPending}
          onClick={() => remove.mutate({ id: person.id })}
        >
          移出
        </Button>
        <ErrorNotice error={remove.error} />
      </Table.Td>
    </Table.Tr>
  );
};

/** People whom the office keeps from answering for an organization: a hint where one of them is chosen, never a refusal. */
export const RestrictionsRegister = () => {
  const { data: people = [], error, refetch } = useQuery(useApi().eligibility.restrictions.queryOptions());
  return (
    <Stack gap="md">
      <Card title="加入限制名单">
        <AddForm />
      </Card>
      <Card title={`限制名单 ${people.length} 人`}>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {people.length === 0 ? (
          <Text size="sm" c="dimmed">
            名单是空的。加入后，选这个人当负责人时会提醒，但不会拦住。
          </Text>
        ) : (
          <Table aria-label="限制名单">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>姓名</Table.Th>
                <Table.Th>证件号码</Table.Th>
                <Table.Th>原因</Table.Th>
                <Table.Th>来源文件</Table.Th>
                <Table.Th>从哪天起</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.map((person) => (
                <Person key={person.id} person={person} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Card>
    </Stack>
  );
};
