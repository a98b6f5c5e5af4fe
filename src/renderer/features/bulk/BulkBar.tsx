import { Button, Group, Text } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { useState } from 'react';
import type { BulkChoice } from '../../../shared/contract/bulk.ts';
import type { OrganizationFilter } from '../../../shared/contract/organizations.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { BulkModal } from './BulkModal.tsx';
import { LastBulk } from './LastBulk.tsx';

/** Which organizations of a list were chosen: some by their ids, or all that its filter shows. */
export type Selection = readonly OrganizationId[] | 'all';

interface BulkBarProps {
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
  readonly filter: OrganizationFilter;
  readonly total: number;
}

/** What can be done with what was ticked. */
export const BulkBar = ({ selection, onChange, filter, total }: BulkBarProps) => {
  const [editing, setEditing] = useState(false);
  const count = selection === 'all' ? total : selection.length;
  const chosen: BulkChoice =
    selection === 'all' ? { by: 'filter', filter } : { by: 'ids', ids: [...selection] };
  return (
    <Group gap="sm" mb="sm" role="toolbar" aria-label="批量">
      {count === 0 ? (
        <Text size="sm" c="dimmed">
          在左边打勾选组织，或
        </Text>
      ) : (
        <Text size="sm">
          已选 <b>{count}</b> 个
        </Text>
      )}
      {selection === 'all' ? null : (
        <Button variant="subtle" size="compact-sm" disabled={total === 0} onClick={() => onChange('all')}>
          选中筛出的全部 {total} 个
        </Button>
      )}
      <Button
        size="compact-sm"
        leftSection={<IconEdit size={16} />}
        disabled={count === 0}
        onClick={() => setEditing(true)}
      >
        批量修改
      </Button>
      {count === 0 ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => onChange([])}>
          不选了
        </Button>
      )}
      <LastBulk />
      {editing ? <BulkModal chosen={chosen} count={count} onClose={() => setEditing(false)} /> : null}
    </Group>
  );
};
