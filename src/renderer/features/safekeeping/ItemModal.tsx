import { Anchor, Divider, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ArchiveItem, ItemChange } from '../../../shared/domain/archive-item.ts';
import { itemActionLabels, retentionLabels } from '../../../shared/labels/archiving.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import { ItemForm } from './ItemForm.tsx';
import { changedWords } from './item-words.ts';

const Change = ({ change }: { readonly change: ItemChange }) => (
  <div>
    <Text size="sm">
      {dayOfInstant(change.at)}　{change.by}　{itemActionLabels[change.action]}　理由：{change.reason}
    </Text>
    {changedWords(change).map((words) => (
      <Text key={words} size="xs" c="dimmed">
        {words}
      </Text>
    ))}
  </div>
);

interface ItemModalProps {
  readonly item: ArchiveItem;
  readonly onClose: () => void;
}

/** One archived item: what the catalogue says, how it is corrected, and what was corrected before. */
export const ItemModal = ({ item, onClose }: ItemModalProps) => {
  const { data: changes = [] } = useQuery(
    useApi().archiving.changes.queryOptions({ input: { id: item.id } }),
  );
  return (
    <Modal opened onClose={onClose} title={item.archivalCode} size={720}>
      <Stack gap="sm">
        <Group gap="md">
          <Anchor component={Link} to={paths.dossier(item.organizationId)} size="sm">
            {item.organizationName}
          </Anchor>
          <Text size="sm" c="dimmed">
            {item.year} 年度，保管期限{retentionLabels[item.retention]}；{item.archivedOn} {item.archivedBy}{' '}
            归档
          </Text>
        </Group>
        <ItemForm item={item} onClose={onClose} />
        {changes.length === 0 ? null : (
          <>
            <Divider label="改动记录" labelPosition="left" />
            {changes.map((change) => (
              <Change key={`${change.at}-${change.action}-${change.reason}`} change={change} />
            ))}
          </>
        )}
      </Stack>
    </Modal>
  );
};
