import { Group, Text, UnstyledButton } from '@mantine/core';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { LedgerPeriodState, PeriodCode } from '../../../shared/domain/ledger.ts';
import { periodWords } from '../../../shared/labels/ledger.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import classes from './PeriodList.module.css';
import { dueWords, periodStanding } from './period-standing.ts';

interface PeriodListProps {
  readonly periods: readonly LedgerPeriodState[];
  /** The period that is being worked on; see currentPeriod. */
  readonly currentCode: PeriodCode;
  readonly today: IsoDate;
  readonly selected: PeriodCode;
  readonly onSelect: (code: PeriodCode) => void;
}

/** Periods of the last years, the newest first. */
export const PeriodList = ({ periods, currentCode, today, selected, onSelect }: PeriodListProps) => (
  <nav className={classes['list']} aria-label="报送期">
    {periods.map((period) => {
      const { tone, text } = periodStanding(period, currentCode, today);
      return (
        <UnstyledButton
          key={period.code}
          className={classes['period'] ?? ''}
          aria-current={period.code === selected ? 'true' : undefined}
          onClick={() => onSelect(period.code)}
        >
          <Group justify="space-between" gap={4}>
            <Text size="sm" fw={700} style={{ whiteSpace: 'nowrap' }}>
              {periodWords(period.code)}
            </Text>
            <StatusBadge tone={tone}>{text}</StatusBadge>
          </Group>
          <Text size="xs" c="dimmed" mt={4}>
            {dueWords(period)}
            {period.frozenAt === null ? '' : '，已冻结'}
          </Text>
        </UnstyledButton>
      );
    })}
  </nav>
);
