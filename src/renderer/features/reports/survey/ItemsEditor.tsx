import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import { movedItem } from './moved-item.ts';

interface ItemsEditorProps {
  readonly items: readonly string[];
  readonly disabled?: boolean;
  readonly onChange: (items: string[]) => void;
}

const mostItems = 20;

/** Items of a survey: typed one after another with Enter, moved with Alt and the arrows or with the buttons. */
export const ItemsEditor = ({ items, disabled = false, onChange }: ItemsEditorProps) => {
  const list = useRef<HTMLDivElement>(null);
  const focus = (index: number): void => {
    // The box of a new item exists only after the next paint.
    setTimeout(() => list.current?.querySelectorAll('input')[index]?.focus());
  };
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= items.length) return;
    onChange(movedItem(items, from, to));
    focus(to);
  };
  const addAfter = (index: number): void => {
    if (items.length >= mostItems) return;
    onChange(items.toSpliced(index + 1, 0, ''));
    focus(index + 1);
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      addAfter(index);
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
    }
  };
  return (
    <Stack gap={6} ref={list} role="group" aria-label="测评项目">
      {items.map((item, index) => (
        // Items have no name but their place.
        <Group key={index} gap={6} wrap="nowrap">
          <Text size="sm" c="dimmed" w={24} ta="right">
            {index + 1}
          </Text>
          <TextInput
            flex={1}
            size="sm"
            aria-label={`第 ${index + 1} 项`}
            maxLength={60}
            disabled={disabled}
            error={item.trim() === ''}
            value={item}
            onChange={(event) => onChange(items.with(index, event.currentTarget.value))}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`第 ${index + 1} 项上移`}
            disabled={disabled || index === 0}
            onClick={() => move(index, index - 1)}
          >
            <IconArrowUp size={17} stroke={1.6} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`第 ${index + 1} 项下移`}
            disabled={disabled || index === items.length - 1}
            onClick={() => move(index, index + 1)}
          >
            <IconArrowDown size={17} stroke={1.6} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red.8"
            aria-label={`删去第 ${index + 1} 项`}
            disabled={disabled || items.length === 1}
            onClick={() => onChange(items.toSpliced(index, 1))}
          >
            <IconTrash size={17} stroke={1.6} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={16} />}
          disabled={disabled || items.length >= mostItems}
          onClick={() => addAfter(items.length - 1)}
        >
          添加一项
        </Button>
        <Text size="xs" c="dimmed">
          {disabled ? '' : '回车添加下一项，Alt+↑↓ 调整次序'}
        </Text>
      </Group>
    </Stack>
  );
};
