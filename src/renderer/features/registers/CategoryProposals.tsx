import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CategoryScheme } from '../../../shared/domain/organization.ts';
import { categorySchemeLabels } from '../../../shared/labels/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { categoryText, knownText } from './category-words.ts';

interface CategoryProposalsProps {
  readonly scheme: CategoryScheme;
  readonly onClose: () => void;
}

/** Categories that follow from what is known, each to be confirmed or left. */
export const CategoryProposals = ({ scheme, onClose }: CategoryProposalsProps) => {
  const api = useApi();
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const { data: proposals = [], error } = useQuery(
    api.categories.proposals.queryOptions({ input: { scheme } }),
  );
  const apply = useMutation(api.categories.applyProposals.mutationOptions({ onSuccess: onClose }));
  const accepted = proposals
    .filter(({ organizationId }) => !unticked.has(organizationId))
    .map(({ organizationId, proposed }) => ({ organizationId, code: proposed }));
  const toggle = (id: string): void => {
    const next = new Set(unticked);
    if (!next.delete(id)) next.add(id);
    setUnticked(next);
  };
  return (
    <Modal opened onClose={onClose} title={`补“${categorySchemeLabels[scheme]}”`} size={860}>
      <Stack>
        <Text size="sm" c="dimmed">
          只补还没有定的，已定的不动。对照关系在规则里，可以改。
        </Text>
        <ErrorNotice error={error ?? apply.error} />
        <ScrollArea.Autosize mah={420} type="auto">
          <Table aria-label="建议的类别" verticalSpacing={4}>
            <Table.Tbody>
              {proposals.map(({ organizationId, name, communityName, known, proposed }) => (
                <Table.Tr key={organizationId}>
                  <Table.Td w={320}>
                    <Checkbox
                      size="sm"
                      label={name}
                      checked={!unticked.has(organizationId)}
                      onChange={() => toggle(organizationId)}
                    />
                  </Table.Td>
                  <Table.Td>{communityName}</Table.Td>
                  <Table.Td c="dimmed">{knownText(known)}</Table.Td>
                  <Table.Td fw={600}>{categoryText(scheme, proposed)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            先不补
          </Button>
          <Button
            disabled={accepted.length === 0}
            loading={apply.isPending}
            onClick={() => apply.mutate({ scheme, accepted })}
          >
            补 {accepted.length} 个
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
