import { Textarea, TextInput } from '@mantine/core';
import { textOrNull } from '../organizations/facts/facts-form.ts';

interface OptionalTextProps {
  readonly label: string;
  readonly value: string | null;
  readonly maxLength: number;
  readonly onChange: (value: string | null) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** Several lines where given. */
  readonly rows?: number;
}

/** A text that may be left out; blank is null. */
export const OptionalText = ({ value, onChange, rows, autoFocus = false, ...rest }: OptionalTextProps) => {
  const props = { ...rest, value: value ?? '', 'data-autofocus': autoFocus || undefined };
  return rows === undefined ? (
    <TextInput {...props} onChange={(event) => onChange(textOrNull(event.currentTarget.value))} />
  ) : (
    <Textarea
      {...props}
      autosize
      minRows={rows}
      maxRows={Math.max(rows, 10)}
      onChange={(event) => onChange(textOrNull(event.currentTarget.value))}
    />
  );
};
