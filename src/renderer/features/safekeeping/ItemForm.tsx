import { Button, Group, NumberInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ArchiveItem, ItemFacts } from '../../../shared/domain/archive-item.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { PartialDateField } from '../../components/PartialDateField.tsx';
import { changedWords, itemFactLabels } from './item-words.ts';

const factsOf = ({
  title,
  responsible,
  documentNumber,
  datedOn,
  secrecy,
  pages,
  remark,
}: ArchiveItem): ItemFacts => ({
  title,
  responsible,
  documentNumber,
  datedOn,
  secrecy,
  pages,
  remark,
});

type TextFact = 'responsible' | 'documentNumber' | 'secrecy' | 'remark';

interface ItemFormProps {
  readonly item: ArchiveItem;
  readonly onClose: () => void;
}

/** Corrects what the catalogue says, or opens the item for a correction of its content; always with who and why. */
export const ItemForm = ({ item, onClose }: ItemFormProps) => {
  const { archiving } = useApi();
  const [facts, setFacts] = useState(() => factsOf(item));
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const change = useMutation(archiving.change.mutationOptions({ onSuccess: onClose }));
  const open = useMutation(archiving.setOpen.mutationOptions({ onSuccess: onClose }));
  const changed = changedWords({ before: factsOf(item), after: facts }).length > 0;
  const said = by.trim() !== '' && reason.trim() !== '';
  const who = { id: item.id, by, reason };
  const textField = (key: TextFact) => (
    <TextInput
      label={itemFactLabels[key]}
      value={facts[key] ?? ''}
      onChange={(event) => setFacts({ ...facts, [key]: event.currentTarget.value || null })}
    />
  );
  return (
    <ImeSafeForm
      aria-label="更正著录"
      onSubmit={() => changed && said && facts.title.trim() !== '' && change.mutate({ ...who, facts })}
    >
      <Stack gap="sm">
        <TextInput
          label={itemFactLabels.title}
          withAsterisk
          maxLength={200}
          value={facts.title}
          onChange={(event) => setFacts({ ...facts, title: event.currentTarget.value })}
        />
        <SimpleGrid cols={3} spacing="sm">
          {textField('responsible')}
          {textField('documentNumber')}
          <PartialDateField
            label={itemFactLabels.datedOn}
            value={facts.datedOn}
            onChange={(datedOn) => setFacts({ ...facts, datedOn })}
          />
          {textField('secrecy')}
          <NumberInput
            label={itemFactLabels.pages}
            min={1}
            allowDecimal={false}
            value={facts.pages ?? ''}
            onChange={(value) => setFacts({ ...facts, pages: typeof value === 'number' ? value : null })}
          />
          {textField('remark')}
          <TextInput
            label="更正人"
            withAsterisk
            maxLength={30}
            value={by}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
        </SimpleGrid>
        <TextInput
          label="理由"
          withAsterisk
          placeholder="如 补填页数；日期与原件不符"
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ErrorNotice error={change.error ?? open.error} />
        <Group justify="space-between">
          {item.source === 'filing' ? (
            <span />
          ) : (
            <Button
              variant="default"
              disabled={!said}
              loading={open.isPending}
              onClick={() => open.mutate({ ...who, open: item.openedAt === null })}
            >
              {item.openedAt === null ? '解锁，更正内容' : '改完了，锁上'}
            </Button>
          )}
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              关闭
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!changed || !said}>
              更正著录
            </Button>
          </Group>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
