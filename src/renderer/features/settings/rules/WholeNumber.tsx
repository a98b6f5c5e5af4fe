import { NumberInput, type NumberInputProps } from '@mantine/core';

interface WholeNumberProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A whole number that is never blank: an emptied box keeps its last number when left. */
export const WholeNumber = ({ value, onChange, min = 0, ...rest }: WholeNumberProps) => (
  <NumberInput
    {...rest}
    min={min}
    hideControls
    allowDecimal={false}
    allowNegative={false}
    clampBehavior="strict"
    value={value}
    onChange={(next) => typeof next === 'number' && onChange(next)}
  />
);
