import { DateInput, type DateInputProps } from '@mantine/dates';
import { dateFromText } from './date-text.ts';

interface DateFieldProps extends Omit<
  DateInputProps,
  'value' | 'onChange' | 'valueFormat' | 'dateParser' | 'withTime'
> {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A calendar day, typed as clerks write it or picked; the value is `YYYY-MM-DD`. */
export const DateField = ({ value, onChange, ...rest }: DateFieldProps) => (
  <DateInput
    {...rest}
    value={value}
    onChange={onChange}
    valueFormat="YYYY-MM-DD"
    dateParser={dateFromText}
    placeholder={rest.placeholder ?? '如 2026-11-23'}
    clearable={rest.required !== true}
    // Keys clear it by deleting what is typed; Tab goes on to the next field.
    clearButtonProps={{ tabIndex: -1 }}
  />
);
