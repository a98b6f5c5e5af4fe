import { Button, Group, ScrollArea, Select, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MatchedLine } from '../../../../shared/contract/training.ts';
import { personId, type PersonId } from '../../../../shared/domain/ids.ts';
import type { TrainingSessionRow } from '../../../../shared/domain/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { linesOfPaste, type PastedName } from './pasted-names.ts';

type Person = MatchedLine['people'][number];

const personWords = ({ name, tail, unit, enrolled }: Person): string =>
  [name, tail === null ? '' : `尾号 ${tail}`, unit ?? '', enrolled ? '' : '不在名单上']
    .filter((word) => word !== '')
    .join('　');

interface LineProps {
  readonly given: PastedName;
  readonly people: readonly Person[];
  readonly chosen: PersonId | null;
  readonly onChoose: (id: PersonId | null) => void;
}

const Line = ({ given, people, chosen, onChoose }: LineProps) => {
  const [only] = people;
  return (
    <Table.Tr>
      <Table.Td w={170}>
        {given.name} {given.tail}
      </Table.Td>
      <Table.Td>
        {people.length === 0 || only === undefined ? (
          <StatusBadge tone="late">找不到，先添加到培训对象</StatusBadge>
        ) : people.length === 1 ? (
          <Text size="sm">{personWords(only)}</Text>
        ) : (
          <Select
            size="xs"
            aria-label={`${given.name}是哪一位`}
            placeholder={`有 ${people.length} 位，请选`}
            data={people.map((person) => ({ value: person.personId, label: personWords(person) }))}
            value={chosen}
            onChange={(value) => onChoose(personId.safeParse(value).data ?? null)}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
};

/** Names out of Excel or a chat: each found on the list or in the pool, and asked for where several could be meant. */
export const PasteAttendance = ({
  session,
  onDone,
}: {
  readonly session: TrainingSessionRow;
  readonly onDone: () => void;
}) => {
  const { training } = useApi();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<number, PersonId | null>>(new Map());
  const match = useMutation(training.matchLines.mutationOptions({ onSuccess: () => setChosen(new Map()) }));
  const save = useMutation(training.saveAttendance.mutationOptions({ onSuccess: onDone }));
  const lines = linesOfPaste(text);
  const found = match.data ?? [];
  const personOf = ({ line, people }: MatchedLine): PersonId | null =>
    people.length === 1 ? (people[0]?.personId ?? null) : (chosen.get(line) ?? null);
  const ids = [...new Set(found.flatMap((line) => personOf(line) ?? []))];
  const asked = found.filter((line) => line.people.length > 1 && personOf(line) === null).length;
  const check = (): void => {
    if (lines.length > 0) match.mutate({ id: session.id, lines: [...lines] });
  };
  return (
    <Stack gap="sm" flex={1} mih={0}>
      <Textarea
        autoFocus
        label="粘贴到训的人"
        description="一行一人：姓名，后面可以有证件号码或后四位。直接从 Excel、WPS 复制两列过来。"
        rows={4}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group>
        <Button variant="default" disabled={lines.length === 0} loading={match.isPending} onClick={check}>
          核对 {lines.length} 行
        </Button>
        <Button
          disabled={ids.length === 0 || asked > 0}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              id: session.id,
              way: 'paste',
              entries: ids.map((id) => ({ personId: id, status: 'present', lateMinutes: 0, madeUpOn: null })),
            })
          }
        >
          记 {ids.length} 人出席
        </Button>
        {asked === 0 ? null : (
          <Text size="sm" c="orange.8">
            有 {asked} 行同名，请选是哪一位
          </Text>
        )}
      </Group>
      <ErrorNotice error={match.error ?? save.error} />
      <ScrollArea flex={1} type="auto">
        <Table aria-label="核对结果">
          <Table.Tbody>
            {found.map(({ line, people }) => {
              const given = match.variables?.lines[line];
              return given === undefined ? null : (
                <Line
                  key={line}
                  given={given}
                  people={people}
                  chosen={chosen.get(line) ?? null}
                  onChoose={(id) => setChosen(new Map(chosen).set(line, id))}
                />
              );
            })}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Stack>
  );
};
