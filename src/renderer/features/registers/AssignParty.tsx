import {
  Button,
  Checkbox,
  Group,
  Modal,
  ScrollArea,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FallbackParty, PartyRow } from '../../../shared/contract/party.ts';
import { fallbackPartyKind } from '../../../shared/domain/organization.ts';
import { fallbackPartyLabels } from '../../../shared/labels/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

const kinds = fallbackPartyKind.options.map((value) => ({ value, label: fallbackPartyLabels[value] }));
const onePage = 200;

interface PartyDraft {
  /** community: each by its own community; otherwise one for all that are ticked */
  readonly kind: FallbackParty['kind'] | null;
  readonly name: string;
}

const assignmentOf = (row: PartyRow, { kind, name }: PartyDraft): FallbackParty | null => {
  if (kind === null) return row.proposal;
  return name.trim() === '' ? null : { kind, name: name.trim() };
};

/** Gives every ticked organization its Party organization: that of its community, or one that is typed for all. */
export const AssignParty = ({ onClose }: { readonly onClose: () => void }) => {
  const api = useApi();
  const [draft, setDraft] = useState<PartyDraft>({ kind: null, name: '' });
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const { data, error } = useQuery(
    api.party.list.queryOptions({
      input: { filter: { text: '', communityIds: [], kind: 'none' }, offset: 0, limit: onePage },
    }),
  );
  const assign = useMutation(api.party.assign.mutationOptions({ onSuccess: onClose }));
  const chosen = (data?.rows ?? []).flatMap((row) => {
    const fallbackParty = assignmentOf(row, draft);
    return fallbackParty === null || unticked.has(row.organizationId)
      ? []
      : [{ organizationId: row.organizationId, fallbackParty }];
  });
  const toggle = (id: string): void => {
    const next = new Set(unticked);
    if (!next.delete(id)) next.add(id);
    setUnticked(next);
  };
  return (
    <Modal opened onClose={onClose} title="确定兜底党组织" size={860}>
      <ImeSafeForm
        aria-label="确定兜底党组织"
        onSubmit={() => chosen.length > 0 && !assign.isPending && assign.mutate({ assignments: chosen })}
      >
        <Stack>
          <Text size="sm">
            每个组织只能有一个兜底党组织，两类里选一类。
            <BasisHint basis="第一条" />
          </Text>
          <Group align="flex-end" grow>
            <Select
              label="怎么定"
              data={[{ value: 'own', label: '各用所在社区（村）的党组织' }, ...kinds]}
              allowDeselect={false}
              value={draft.kind ?? 'own'}
              onChange={(value) =>
                setDraft({ ...draft, kind: fallbackPartyKind.safeParse(value).data ?? null })
              }
            />
            {draft.kind === null ? null : (
              <TextInput
                label="党组织名称"
                withAsterisk
                maxLength={60}
                value={draft.name}
                onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
              />
            )}
          </Group>
          <ErrorNotice error={error ?? assign.error} />
          <ScrollArea.Autosize mah={360} type="auto">
            <Table aria-label="还没有党组织的" verticalSpacing={4}>
              <Table.Tbody>
                {(data?.rows ?? []).map((row) => {
                  const party = assignmentOf(row, draft);
                  return (
                    <Table.Tr key={row.organizationId}>
                      <Table.Td w={340}>
                        <Checkbox
                          size="sm"
                          label={row.name}
                          disabled={party === null}
                          checked={party !== null && !unticked.has(row.organizationId)}
                          onChange={() => toggle(row.organizationId)}
                        />
                      </Table.Td>
                      <Table.Td>{row.communityName}</Table.Td>
                      <Table.Td c={party === null ? 'dimmed' : ''}>
                        {party?.name ?? '社区的党组织还没登记，请到设置里补'}
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
          <Group justify="flex-end">
            {(data?.total ?? 0) > onePage ? (
              <Text size="sm" c="dimmed">
                这次先定 {onePage} 个，定完再来定其余的。
              </Text>
            ) : null}
            <Button variant="default" onClick={onClose}>
              先不定
            </Button>
            <Button type="submit" disabled={chosen.length === 0} loading={assign.isPending}>
              确定 {chosen.length} 个
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
