import { Anchor, Button, Table } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { PersonMerge } from '../../../shared/domain/people.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';

const Row = ({ merge }: { readonly merge: PersonMerge }) => {
  const undo = useMutation(useApi().people.undoMerge.mutationOptions());
  return (
    <Table.Tr>
      <Table.Td>{dayOfInstant(merge.mergedAt)}</Table.Td>
      <Table.Td>
        {merge.mergedName} 并入{' '}
        <Anchor component={Link} to={paths.person(merge.keptId)} size="sm">
          {merge.keptName}
        </Anchor>
        <ErrorNotice error={undo.error} />
      </Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-sm"
          variant="subtle"
          loading={undo.isPending}
          onClick={() => undo.mutate({ id: merge.id })}
        >
          撤销合并
        </Button>
      </Table.Td>
    </Table.Tr>
  );
};

/** Merges that were made; each can be taken back while nobody has changed the person since. */
export const PastMerges = () => {
  const { data: merges = [] } = useQuery(useApi().people.merges.queryOptions());
  if (merges.length === 0) return null;
  return (
    <Card title="合并过的人">
      <Table verticalSpacing={6} fz="sm">
        <Table.Tbody>
          {merges.map((merge) => (
            <Row key={merge.id} merge={merge} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
};
