import { Button, Group, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { JudgedDuplicate } from '../../../../shared/domain/district-ledger.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { instantWords } from '../../../app/calendar-words.ts';
import { useClerkName } from '../../../components/clerk-name.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';

/** A person says that they are not one organization, or takes that back. */
export const JudgeButtons = ({
  group: { organizations: all, apart },
}: {
  readonly group: JudgedDuplicate;
}) => {
  const { bureau } = useApi();
  const [name, setName] = useClerkName();
  const tellApart = useMutation(bureau.tellApart.mutationOptions());
  const tellAgain = useMutation(bureau.tellAgain.mutationOptions());
  const organizations = all.map(({ streetCode, id }) => ({ streetCode, id }));
  const by = name.trim();
  if (apart !== null) {
    return (
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {instantWords(apart.at)}，{apart.by} 核实不是同一个。
        </Text>
        <ErrorNotice error={tellAgain.error} />
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          loading={tellAgain.isPending}
          onClick={() => tellAgain.mutate({ organizations })}
        >
          撤回
        </Button>
      </Group>
    );
  }
  return (
    <Group gap="xs" wrap="nowrap">
      <ErrorNotice error={tellApart.error} />
      <TextInput
        size="xs"
        w={110}
        aria-label="核实人姓名"
        placeholder="核实人姓名"
        maxLength={30}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="light"
        disabled={by === ''}
        loading={tellApart.isPending}
        onClick={() => tellApart.mutate({ organizations, by })}
      >
        不是同一个
      </Button>
    </Group>
  );
};
