import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useDraftText } from './use-draft-text.ts';

interface TextFilterProps {
  /** What can be found by, e.g. 名称、备案号 */
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Width in pixels; takes what is left of the line where none is given. */
  readonly width?: number;
  readonly label?: string;
}

/** Narrows a list by a text; hands it on a moment after the last key. */
export const TextFilter = ({ placeholder, value, onChange, width, label = '筛选' }: TextFilterProps) => {
  const [text, setText] = useDraftText(value, onChange);
  return (
    <TextInput
      {...(width === undefined ? { flex: 1, miw: 0 } : { w: width })}
      placeholder={placeholder}
      aria-label={label}
      maxLength={60}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
};
