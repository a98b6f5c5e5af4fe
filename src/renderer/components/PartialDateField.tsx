import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { dateFromText } from './date-text.ts';

interface PartialDateFieldProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A day known to the year, the month or the day; the value is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const PartialDateField = ({ value, onChange, error, ...rest }: PartialDateFieldProps) => {
  const [text, setText] = useState(value ?? '');
  // A value that was set from elsewhere (read off an identity number, cleared) replaces what was typed.
  if (dateFromText(text, true) !== value) setText(value ?? '');
  const unreadable = text.trim() !== '' && dateFromText(text, true) === null;
  return (
    <TextInput
      {...rest}
      value={text}
      placeholder={rest.placeholder ?? '如 2021、2021-04 或 2021-04-18'}
      error={error ?? (unreadable ? '请写成 2021、2021-04 或 2021-04-18' : undefined)}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(dateFromText(event.currentTarget.value, true));
      }}
      onBlur={(event) => {
        setText(dateFromText(text, true) ?? text);
        rest.onBlur?.(event);
      }}
    />
  );
};
