import { Button, Group, Modal, Radio, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MergedField, MergePreview, PersonRow } from '../../../shared/domain/people.ts';
import { mergedFieldLabels } from '../../../shared/labels/people.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';

interface MergeModalProps {
  readonly one: PersonRow;
  readonly other: PersonRow;
  readonly onClose: () => void;
}

interface FieldChoiceProps {
  readonly field: MergePreview['fields'][number];
  readonly taken: boolean;
  readonly onTake: (taken: boolean) => void;
}

/** Where only one entry knows a fact, that one counts; where both do and differ, the clerk chooses. */
const FieldChoice = ({ field, taken, onTake }: FieldChoiceProps) => {
  const { kept, merged } = field;
  const label = mergedFieldLabels[field.field];
  if (kept === null || merged === null || kept === merged) {
    return (
      <Table.Tr>
        <Table.Td c="dimmed">{label}</Table.Td>
        <Table.Td colSpan={2}>{kept ?? merged ?? '—'}</Table.Td>
      </Table.Tr>
    );
  }
  return (
    <Table.Tr>
      <Table.Td c="dimmed">{label}</Table.Td>
      <Table.Td>
        <Radio
          label={kept}
          aria-label={`${label}用 ${kept}`}
          checked={!taken}
          onChange={() => onTake(false)}
        />
      </Table.Td>
      <Table.Td>
        <Radio
          label={merged}
          aria-label={`${label}用 ${merged}`}
          checked={taken}
          onChange={() => onTake(true)}
        />
      </Table.Td>
    </Table.Tr>
  );
};

const organizationsOf = (...people: readonly PersonRow[]): string =>
  [...new Set(people.flatMap(({ organizations }) => organizations.map(({ name }) => name)))].join('、');

/** Shows what one person of two entries will be, before it is done. */
export const MergeModal = ({ one, other, onClose }: MergeModalProps) => {
  const { people } = useApi();
  // The entry with an identity number stays.
  const [keptId, mergedId] =
    one.maskedIdentityNumber === null && other.maskedIdentityNumber !== null
      ? [other.id, one.id]
      : [one.id, other.id];
  const [take, setTake] = useState<readonly MergedField[]>([]);
  const { data: preview, error } = useQuery(
    people.mergePreview.queryOptions({ input: { keptId, mergedId } }),
  );
  const merge = useMutation(people.merge.mutationOptions({ onSuccess: onClose }));
  return (
    <Modal opened onClose={onClose} title={`合并 ${one.name}`} size={620}>
      <Stack>
        <ErrorNotice error={error} />
        {preview === undefined ? null : (
          <>
            <Table verticalSpacing={6} fz="sm">
              <Table.Tbody>
                {preview.fields.map((field) => (
                  <FieldChoice
                    key={field.field}
                    field={field}
                    taken={take.includes(field.field)}
                    onTake={(taken) =>
                      setTake(taken ? [...take, field.field] : take.filter((one_) => one_ !== field.field))
                    }
                  />
                ))}
              </Table.Tbody>
            </Table>
            <Text size="sm">合并后所在组织：{organizationsOf(preview.kept, preview.merged)}</Text>
            {preview.bothIn.length === 0 ? null : (
              <Text size="sm">
                两条都在 {preview.bothIn.join('、')}：合成一条，从较早的加入日期算起，职务取较高的。
              </Text>
            )}
            <Text size="sm" c="dimmed">
              双方的身份标签、任期、同意书、发展阶段和兼任都保留。合并后可以撤销。
            </Text>
          </>
        )}
        <ErrorNotice error={merge.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            不合并
          </Button>
          <Button
            disabled={preview === undefined}
            loading={merge.isPending}
            onClick={() => merge.mutate({ keptId, mergedId, take: [...take] })}
          >
            合并成一个人
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
