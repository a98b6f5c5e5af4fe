import { Button, Checkbox, Group, Text, TextInput } from '@mantine/core';
import { IconEyeOff, IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import type { RosterRow } from '../../../../shared/domain/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { MemberModal } from './MemberModal.tsx';
import { PasteMembersModal } from './PasteMembersModal.tsx';
import { RosterTable } from './RosterTable.tsx';

/** The member who is edited, `new` for one who is added, `paste` for a block of them, null for nobody. */
type Editing = RosterRow | 'new' | 'paste' | null;

/** The roster: numbers masked, members added and changed without leaving the keyboard. */
export const RosterTab = ({ organizationId }: { readonly organizationId: OrganizationId }) => {
  const [text, setText] = useState('');
  const [includeFormer, setIncludeFormer] = useState(false);
  const [editing, setEditing] = useState<Editing>(null);
  const {
    data: rows,
    error,
    refetch,
  } = useQuery(
    useApi().roster.list.queryOptions({
      input: { organizationId, text: text.trim(), includeFormer },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <TextInput
            w={164}
            placeholder="筛选姓名、职务"
            aria-label="筛选成员"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Checkbox
            label="含已离开的"
            checked={includeFormer}
            onChange={(event) => setIncludeFormer(event.currentTarget.checked)}
          />
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            <IconEyeOff size={15} style={{ verticalAlign: -2, marginInlineEnd: 6 }} aria-hidden />
            证件与电话已遮盖
          </Text>
        </Group>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={() => setEditing('paste')}>
            从 Excel 粘贴
          </Button>
          <Button
            variant="light"
            leftSection={<IconUserPlus size={18} stroke={1.6} />}
            onClick={() => setEditing('new')}
          >
            添加成员
          </Button>
        </Group>
      </Group>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {rows === undefined ? null : rows.length === 0 ? (
        <EmptyState
          icon={IconUsers}
          title={text === '' ? '花名册还是空的' : '没有找到这个人'}
          hint={
            text === ''
              ? '成员不多可逐个添加；已有 Excel 花名册的，用“导入”一次完成。'
              : '换个字，或勾上“含已离开的”。'
          }
        />
      ) : (
        <RosterTable rows={rows} onEdit={setEditing} />
      )}
      {editing === 'paste' ? (
        <PasteMembersModal organizationId={organizationId} onClose={() => setEditing(null)} />
      ) : null}
      {editing === null || editing === 'paste' ? null : (
        <MemberModal
          organizationId={organizationId}
          member={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
};
