import { useState } from 'react';
import classes from './CountCell.module.css';
import { countFromText } from './entry-grid.ts';

interface CountCellProps {
  readonly label: string;
  readonly value: number;
  /** Cells with the same column are above and below each other for the arrow keys. */
  readonly column: string;
  readonly disabled: boolean;
  readonly wrong?: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (value: number) => void;
  /** A block was pasted; true where it was taken. */
  readonly onPasteText?: (text: string) => boolean;
}

/** A box for one count: digits only, also full-width ones; empty is nought; entering it marks what is there. */
export const CountCell = ({
  label,
  value,
  column,
  disabled,
  wrong = false,
  autoFocus = false,
  onChange,
  onPasteText,
}: CountCellProps) => {
  // While an input method composes, the box belongs to it.
  const [composing, setComposing] = useState<string | null>(null);
  return (
    <input
      className={classes['cell']}
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-invalid={wrong}
      data-column={column}
      disabled={disabled}
      autoFocus={autoFocus}
      placeholder="0"
      value={composing ?? (value === 0 ? '' : String(value))}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const { isComposing } = event.nativeEvent as InputEvent;
        if (isComposing) setComposing(text);
        else onChange(countFromText(text));
      }}
      onCompositionStart={(event) => setComposing(event.currentTarget.value)}
      onCompositionEnd={(event) => {
        setComposing(null);
        onChange(countFromText(event.currentTarget.value));
      }}
      onPaste={(event) => {
        if (onPasteText?.(event.clipboardData.getData('text')) === true) event.preventDefault();
      }}
    />
  );
};
