import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { RulePack } from '../../../../shared/domain/rule-pack.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';

/** All packs of rules, and the days on which each counts. */
export const RulePackHistory = ({ current }: { readonly current: RulePack }) => {
  const { data: packs = [] } = useQuery(useApi().rules.list.queryOptions());
  return (
    <Table verticalSpacing={8}>
      <Table.Tbody>
        {packs.map(({ id, validFrom, validTo, body }) => (
          <Table.Tr key={id}>
            <Table.Td>{body.name}</Table.Td>
            <Table.Td>
              {validFrom} 起{validTo === null ? '' : `，到 ${validTo}`}
            </Table.Td>
            <Table.Td ta="right">
              {id === current.id ? <StatusBadge tone="good">现行</StatusBadge> : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
