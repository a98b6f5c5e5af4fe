import { Button, Checkbox, Group, Popover, ScrollArea, Stack, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';

export interface FilterOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface FilterMenuProps<T extends string> {
  readonly label: string;
  readonly options: readonly FilterOption<T>[];
  readonly selected: readonly T[];
  readonly onChange: (selected: T[]) => void;
}

/** More options than this get a box to find one in. */
const manyOptions = 12;

const buttonText = <T extends string>({ label, options, selected }: FilterMenuProps<T>): string => {
  if (selected.length === 0) return label;
  const only = selected.length === 1 ? options.find(({ value }) => value === selected[0]) : undefined;
  return `${label}：${only?.label ?? `${selected.length} 项`}`;
};

/** A filter that takes no more room than its name: a button, and behind it a list to tick. */
export const FilterMenu = <T extends string>(props: FilterMenuProps<T>) => {
  const { label, options, selected, onChange } = props;
  const [text, setText] = useState('');
  const shown = options.filter((option) => option.label.includes(text.trim()));
  const toggle = (value: T): void =>
    onChange(selected.includes(value) ? selected.filter((one) => one !== value) : [...selected, value]);
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus onClose={() => setText('')}>
      <Popover.Target>
        <Button
          variant={selected.length === 0 ? 'default' : 'light'}
          fw={400}
          px="sm"
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {buttonText(props)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" miw={220}>
        {options.length > manyOptions ? (
          <TextInput
            size="xs"
            mb="xs"
            placeholder={`找${label}`}
            aria-label={`找${label}`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        ) : null}
        <ScrollArea.Autosize mah={320} type="auto" offsetScrollbars>
          <Stack gap={8} p={4} role="group" aria-label={label}>
            {shown.map((option) => (
              <Checkbox
                key={option.value}
                size="sm"
                label={option.label}
                checked={selected.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Group justify="flex-end" mt="xs">
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={selected.length === 0}
            onClick={() => onChange([])}
          >
            不限
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
};
