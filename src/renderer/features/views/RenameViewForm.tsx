import { Button, Group, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedView } from '../../../shared/domain/saved-view.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { messageOf } from '../../components/error-sentence.ts';
import { useSavedViews } from './use-views.ts';

interface RenameViewFormProps {
  readonly view: SavedView;
  readonly onDone: () => void;
}

export const RenameViewForm = ({ view, onDone }: RenameViewFormProps) => {
  const [name, setName] = useState(view.name);
  const rename = useMutation(useApi().views.rename.mutationOptions({ onSuccess: onDone }));
  const wanted = name.trim();
  const taken = useSavedViews().some(
    (other) => other.list === view.list && other.name === wanted && other.id !== view.id,
  );
  const submit = (): void => {
    if (wanted !== '' && !taken) rename.mutate({ id: view.id, name: wanted });
  };
  return (
    <ImeSafeForm onSubmit={submit} aria-label={`改名“${view.name}”`}>
      <Group wrap="nowrap" gap="xs" align="flex-start">
        <TextInput
          flex={1}
          autoFocus
          aria-label="新名称"
          maxLength={24}
          value={name}
          error={
            taken ? '已有同名的视图' : rename.error === null ? undefined : messageOf(rename.error).happened
          }
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" disabled={wanted === '' || taken} loading={rename.isPending}>
          改名
        </Button>
        <Button variant="default" onClick={onDone}>
          取消
        </Button>
      </Group>
    </ImeSafeForm>
  );
};
