import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentKind } from '../../../shared/domain/document.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useDraftText } from '../../components/use-draft-text.ts';
import { PickList } from './PickList.tsx';
import { toggled } from './print-choice.ts';
import classes from './PrintScreen.module.css';
import { subjectWords } from './subject-words.ts';

interface SubjectPickerProps {
  readonly kind: DocumentKind;
  readonly selected: readonly string[];
  readonly onChange: (selected: readonly string[]) => void;
}

const listed = 200;

/** Which filings, records, certificates or communities the papers are made of. */
export const SubjectPicker = ({ kind, selected, onChange }: SubjectPickerProps) => {
  const [name, setName] = useState('');
  const [text, setText] = useDraftText(name, setName);
  const { data, error, refetch } = useQuery(
    useApi().documents.subjects.queryOptions({
      input: { kind, text: name, offset: 0, limit: listed },
      placeholderData: keepPreviousData,
    }),
  );
  const rows = data?.rows ?? [];
  const total = data?.total ?? 0;
  const words = subjectWords(kind);
  return (
    <section className={classes['picker']} aria-label={`选择${words.what}`}>
      <TextInput
        role="search"
        placeholder={words.search}
        aria-label={words.search}
        maxLength={60}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" aria-live="polite">
          已选 <b>{selected.length}</b> {words.unit}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={rows.length === 0}
            onClick={() => onChange([...new Set([...selected, ...rows.map(({ subjectId }) => subjectId)])])}
          >
            全选这 {rows.length} {words.unit}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={selected.length === 0}
            onClick={() => onChange([])}
          >
            清空
          </Button>
        </Group>
      </Group>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <div className={classes['picks']}>
        <PickList
          label={words.what}
          rows={rows.map(({ subjectId: id, name: whose, detail }) => ({
            id,
            name: whose,
            description: detail,
          }))}
          selected={selected}
          onToggle={(id) => onChange(toggled(selected, id))}
        />
        {data !== undefined && total === 0 ? (
          <Text size="sm" c="dimmed" ta="center" py="xl" px="md">
            {name === '' ? words.none : `没有名称含“${name}”的`}
          </Text>
        ) : null}
        {total > rows.length ? (
          <Text size="sm" c="dimmed" ta="center" py="sm">
            只列出前 {rows.length} {words.unit}，请输入名称缩小范围。
          </Text>
        ) : null}
      </div>
    </section>
  );
};
