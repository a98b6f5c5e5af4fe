import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';

interface YuanInputProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  /** Whole fen; null where nothing is typed. */
  readonly fen: number | null;
  readonly onFen: (fen: number | null) => void;
}

/** Yuan on screen, whole fen in the archive. What is typed stays as it is typed: `400.` is on its way to `400.05`. */
export const YuanInput = ({ fen, onFen, ...rest }: YuanInputProps) => {
  const [typed, setTyped] = useState<number | string>(fen === null ? '' : fen / 100);
  return (
    <NumberInput
      {...rest}
      min={0}
      max={1_000_000_000}
      decimalScale={2}
      thousandSeparator=","
      hideControls
      value={typed}
      onChange={(value) => {
        setTyped(value);
        const yuan = typeof value === 'number' ? value : Number.parseFloat(value);
        onFen(Number.isFinite(yuan) ? Math.round(yuan * 100) : null);
      }}
    />
  );
};
