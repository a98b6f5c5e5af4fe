import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { charterFieldNames, type CharterArticle } from '../../../shared/domain/charter.ts';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

interface ArticleFormProps {
  readonly number: string;
  readonly article: CharterArticle;
  readonly onSave: (article: CharterArticle) => void;
  readonly onCancel: () => void;
}

/** The words of one article; facts stand in braces and are filled in by themselves. */
export const ArticleForm = ({ number, article, onSave, onCancel }: ArticleFormProps) => {
  const [text, setText] = useState(article.text);
  const [items, setItems] = useState(article.items.join('\n'));
  const input = useRef<HTMLTextAreaElement>(null);
  const insert = (field: string | null): void => {
    if (field === null) return;
    const at = input.current?.selectionStart ?? text.length;
    setText(`${text.slice(0, at)}{${field}}${text.slice(at)}`);
    input.current?.focus();
  };
  const save = (): void =>
    onSave({
      code: article.code,
      text: text.trim(),
      items: items
        .split('\n')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    });
  return (
    <ImeSafeForm aria-label={`修改第${number}条`} onSubmit={save}>
      <Stack gap="xs" p="sm" my={4} bg="var(--mantine-color-default-hover)" style={{ borderRadius: 8 }}>
        <Textarea
          ref={input}
          data-autofocus
          autoFocus
          label={`第${number}条`}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Textarea
          label="分项"
          description="一行一项，（一）（二）的编号自动加"
          autosize
          minRows={1}
          maxRows={12}
          value={items}
          onChange={(event) => setItems(event.currentTarget.value)}
        />
        <Group justify="space-between" align="flex-end">
          <Select
            size="sm"
            w={200}
            aria-label="插入备案事项"
            placeholder="插入备案事项"
            searchable
            data={[...charterFieldNames]}
            value={null}
            onChange={insert}
          />
          <Text size="xs" c="dimmed" flex={1}>
            大括号里的内容自动取自备案事项，事项改了章程跟着改。
          </Text>
          <Button variant="default" onClick={onCancel}>
            不改了
          </Button>
          <Button type="submit">改好了</Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};
