import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ViewedList } from '../../../shared/domain/saved-view.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { useOpenView, useSavedViews } from './use-views.ts';
import { viewPath } from './view-links.ts';

interface SaveViewModalProps {
  readonly list: ViewedList;
  readonly query: Readonly<Record<string, string>>;
  readonly hiddenColumns: readonly string[];
  readonly onClose: () => void;
}

/** Gives what the list shows now a name. The name of a view that is there replaces that view, and says so. */
export const SaveViewModal = ({ list, query, hiddenColumns, onClose }: SaveViewModalProps) => {
  const navigate = useNavigate();
  const [name, setName] = useState(useOpenView(list)?.name ?? '');
  const wanted = name.trim();
  const known = useSavedViews().some((view) => view.list === list && view.name === wanted);
  const save = useMutation(
    useApi().views.save.mutationOptions({
      onSuccess: (views) => {
        onClose();
        const saved = views.find((view) => view.list === list && view.name === wanted);
        if (saved !== undefined) void navigate(viewPath(saved), { replace: true });
      },
    }),
  );
  const submit = (): void => {
    if (wanted !== '')
      save.mutate({ list, name: wanted, query: { ...query }, hiddenColumns: [...hiddenColumns] });
  };
  return (
    <Modal opened onClose={onClose} title="存为常用视图">
      <ImeSafeForm onSubmit={submit} aria-label="存为常用视图">
        <Stack>
          <TextInput
            label="名称"
            data-autofocus
            maxLength={24}
            placeholder="如：和平里缺报告的"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {known
              ? `已有“${wanted}”，保存后换成现在的条件。`
              : '现在的筛选条件、排列顺序和列一并存下，放在左边栏，随时点开。'}
          </Text>
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={wanted === ''} loading={save.isPending}>
              {known ? '替换' : '保存'}
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
