import { ActionIcon, Group, Modal, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash, type Icon } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedViewId } from '../../../shared/domain/ids.ts';
import type { SavedView, ViewedList } from '../../../shared/domain/saved-view.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { RenameViewForm } from './RenameViewForm.tsx';
import { useSavedViews } from './use-views.ts';

const listWords: Readonly<Record<ViewedList, string>> = {
  organizations: '社会组织',
  filings: '备案办理',
  people: '成员',
};

const Act = ({
  label,
  icon: Glyph,
  disabled = false,
  onClick,
}: {
  readonly label: string;
  readonly icon: Icon;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) => (
  <ActionIcon
    variant="subtle"
    color="gray.8"
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onClick}
  >
    <Glyph size={17} stroke={1.6} />
  </ActionIcon>
);

/** The ids with one moved a place up (-1) or down (1). */
export const moved = (views: readonly SavedView[], id: SavedViewId, step: -1 | 1): readonly SavedViewId[] => {
  const ids = views.map((view) => view.id);
  const from = ids.indexOf(id);
  const other = ids[from + step];
  if (from === -1 || other === undefined) return ids;
  return ids.map((each) => (each === id ? other : each === other ? id : each));
};

/** Order, names and removal of all views; each change is kept at once. */
export const ManageViewsModal = ({ onClose }: { readonly onClose: () => void }) => {
  const { views: api } = useApi();
  const views = useSavedViews();
  const [renaming, setRenaming] = useState<SavedViewId | null>(null);
  const reorder = useMutation(api.reorder.mutationOptions());
  const remove = useMutation(api.remove.mutationOptions());
  return (
    <Modal opened onClose={onClose} title="整理常用视图" size="lg">
      <Stack gap={4}>
        {views.map((view, index) =>
          view.id === renaming ? (
            <RenameViewForm key={view.id} view={view} onDone={() => setRenaming(null)} />
          ) : (
            <Group key={view.id} wrap="nowrap" gap="xs">
              <Text size="sm" truncate flex={1}>
                {view.name}
                <Text span inherit c="dimmed" ms="md">
                  {listWords[view.list]}
                </Text>
              </Text>
              <Act
                label={`上移“${view.name}”`}
                icon={IconArrowUp}
                disabled={index === 0}
                onClick={() => reorder.mutate({ ids: [...moved(views, view.id, -1)] })}
              />
              <Act
                label={`下移“${view.name}”`}
                icon={IconArrowDown}
                disabled={index === views.length - 1}
                onClick={() => reorder.mutate({ ids: [...moved(views, view.id, 1)] })}
              />
              <Act label={`改名“${view.name}”`} icon={IconPencil} onClick={() => setRenaming(view.id)} />
              <Act
                label={`删除“${view.name}”`}
                icon={IconTrash}
                onClick={() => remove.mutate({ id: view.id })}
              />
            </Group>
          ),
        )}
        {views.length === 0 ? (
          <Text size="sm" c="dimmed">
            还没有常用视图。在列表里筛好条件，点书签存下来。
          </Text>
        ) : null}
        <ErrorNotice error={reorder.error ?? remove.error} />
      </Stack>
    </Modal>
  );
};
