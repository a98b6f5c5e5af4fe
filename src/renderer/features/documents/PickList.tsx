import { Checkbox, Group } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import classes from './PrintScreen.module.css';

export interface PickRow<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly description: string;
  readonly mark?: ReactNode;
}

interface PickListProps<Id extends string> {
  /** What is listed, read aloud. */
  readonly label: string;
  readonly rows: readonly PickRow<Id>[];
  readonly selected: readonly string[];
  readonly onToggle: (id: Id) => void;
}

const moves: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Things to tick. One stop for Tab, however long it is: arrows move inside, the space bar ticks. */
export const PickList = <Id extends string>({ label, rows, selected, onToggle }: PickListProps<Id>) => {
  const [active, setActive] = useState(0);
  const chosen = new Set(selected);
  const stop = Math.min(active, rows.length - 1);
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const next = moves[event.key]?.(stop, rows.length - 1);
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelectorAll('input')[next]?.focus();
  };
  return (
    <div role="group" aria-label={label} onKeyDown={move}>
      {rows.map((row, index) => (
        <Group key={row.id} wrap="nowrap" justify="space-between" className={classes['pick'] ?? ''}>
          <Checkbox
            checked={chosen.has(row.id)}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => setActive(index)}
            onChange={() => onToggle(row.id)}
            label={row.name}
            description={row.description}
          />
          {row.mark}
        </Group>
      ))}
    </div>
  );
};
