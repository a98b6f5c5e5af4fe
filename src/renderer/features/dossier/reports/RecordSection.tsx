import { Button, Group, Table, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDossierSealed } from '../../exits/dossier-sealed.ts';
import { BasisHint } from '../../../components/BasisHint.tsx';

interface RecordSectionProps {
  readonly title: string;
  readonly basis: string;
  /** Word on the button that adds one. */
  readonly add: string;
  readonly onAdd: () => void;
  readonly addDisabled?: boolean;
  /** What to do while there is none. */
  readonly hint: string;
  readonly heads: readonly string[];
  readonly empty: boolean;
  /** Rows of the table. */
  readonly children: ReactNode;
}

/** One kind of record in a tab of the dossier: its list, and the way to add one. */
export const RecordSection = ({
  title,
  basis,
  add,
  onAdd,
  addDisabled = false,
  hint,
  heads,
  empty,
  children,
}: RecordSectionProps) => {
  const sealed = useDossierSealed();
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb={4}>
        <Group gap={8}>
          <Title order={3} size="h6">
            {title}
          </Title>
          <BasisHint basis={basis} />
        </Group>
        <Button
          size="compact-md"
          variant="light"
          leftSection={<IconPlus size={16} stroke={1.6} />}
          disabled={addDisabled || sealed}
          onClick={onAdd}
        >
          {add}
        </Button>
      </Group>
      {empty ? (
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      ) : (
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head} fw={400} c="dimmed">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      )}
    </section>
  );
};
