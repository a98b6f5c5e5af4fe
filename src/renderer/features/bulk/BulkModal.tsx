import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkChoice } from '../../../shared/contract/bulk.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { bulkFieldOptions, changeOf, emptyDraft } from './bulk-draft.ts';
import { BulkPreviewTable } from './BulkPreviewTable.tsx';
import { BulkValueField } from './BulkValueField.tsx';

interface BulkModalProps {
  readonly chosen: BulkChoice;
  readonly count: number;
  readonly onClose: () => void;
}

/** One fact for many: choose it, see what becomes of whom, change all at once. */
export const BulkModal = ({ chosen, count, onClose }: BulkModalProps) => {
  const { bulk, fields: fieldsApi } = useApi();
  const { data: fields = [] } = useQuery(fieldsApi.list.queryOptions());
  const [draft, setDraft] = useState(emptyDraft);
  const [settled] = useDebouncedValue(draft, 300);
  const change = changeOf(settled);
  const preview = useQuery({
    ...bulk.preview.queryOptions({ input: { chosen, change: change ?? ({} as never) } }),
    enabled: change !== null,
    placeholderData: keepPreviousData,
  });
  const apply = useMutation(
    bulk.apply.mutationOptions({
      onSuccess: ({ organizations }) => {
        notifications.show({ message: `改好了 ${organizations} 个组织；在列表上方可以撤销。` });
        onClose();
      },
    }),
  );
  const changing = change === null || settled !== draft ? 0 : (preview.data?.counts.changes ?? 0);
  const ready = changing > 0 && !preview.isFetching;
  return (
    <Modal opened onClose={onClose} title={`批量修改 ${count} 个组织`} size={760}>
      <ImeSafeForm
        aria-label="批量修改"
        onSubmit={() => ready && change !== null && apply.mutate({ chosen, change, count: changing })}
      >
        <Stack gap="sm">
          <Select
            label="修改哪一项"
            data-autofocus
            searchable
            data={bulkFieldOptions(fields)}
            value={draft.what}
            onChange={(what) => setDraft({ ...emptyDraft, what })}
            nothingFoundMessage="没有这一项"
          />
          <BulkValueField draft={draft} fields={fields} onChange={setDraft} />
          {change === null ? null : <BulkPreviewTable preview={preview.data} />}
          <ErrorNotice error={preview.error ?? apply.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              不改了
            </Button>
            <Button type="submit" loading={apply.isPending} disabled={!ready}>
              {changing === 0 ? '修改' : `修改 ${changing} 个`}
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
