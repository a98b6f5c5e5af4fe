import { UnstyledButton } from '@mantine/core';
import type { ImportReport } from '../../../shared/domain/workbook-import.ts';
import { findingLabels, findingLevelLabels } from '../../../shared/labels/workbook-import.ts';
import { StatusBadge, type StatusTone } from '../../components/StatusBadge.tsx';
import classes from './FindingKinds.module.css';

export type FindingKind = ImportReport['byCode'][number];

const tones: Readonly<Record<FindingKind['level'], StatusTone>> = {
  refused: 'late',
  changed: 'going',
  warning: 'waiting',
};

interface FindingKindsProps {
  readonly kinds: readonly FindingKind[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}

/** The kinds of things that were found, the refusals first; one is opened. */
export const FindingKinds = ({ kinds, chosen, onChoose }: FindingKindsProps) => (
  <ul className={classes['kinds']} aria-label="发现的情况">
    {kinds.map(({ code, level, count }, index) => (
      <li key={`${level} ${code}`}>
        <UnstyledButton
          className={classes['kind'] ?? ''}
          aria-current={index === chosen ? 'true' : undefined}
          onClick={() => onChoose(index)}
        >
          <StatusBadge tone={tones[level]}>{findingLevelLabels[level]}</StatusBadge>
          <span>{findingLabels[code].happened.replace(/。$/, '')}</span>
          <span>{count}</span>
        </UnstyledButton>
      </li>
    ))}
  </ul>
);
