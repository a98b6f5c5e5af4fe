import { Checkbox, Group } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { OrganizationRow } from '../../../shared/domain/organization.ts';
import { OrganizationStatusBadge } from '../organizations/OrganizationStatusBadge.tsx';
import classes from './PrintScreen.module.css';

interface PickListProps {
  readonly rows: readonly OrganizationRow[];
  readonly selected: readonly OrganizationId[];
  readonly onToggle: (id: OrganizationId) => void;
}

const moves: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Organizations to tick. One stop for Tab, however long it is: arrows move inside, the space bar ticks. */
export const PickList = ({ rows, selected, onToggle }: PickListProps) => {
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
    <div role="group" aria-label="组织" onKeyDown={move}>
      {rows.map((row, index) => (
        <Group key={row.id} wrap="nowrap" justify="space-between" className={classes['pick'] ?? ''}>
          <Checkbox
            checked={chosen.has(row.id)}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => setActive(index)}
            onChange={() => onToggle(row.id)}
            label={row.name}
            description={[row.communityName, row.filingNumber ?? ''].join('　')}
          />
          <OrganizationStatusBadge status={row.status} />
        </Group>
      ))}
    </div>
  );
};
