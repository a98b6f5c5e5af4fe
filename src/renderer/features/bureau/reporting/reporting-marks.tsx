import { Group } from '@mantine/core';
import type { StreetReporting } from '../../../../shared/domain/bureau.ts';
import { reportingStateLabels, reportingTiming } from '../../../../shared/labels/bureau.ts';
import { StatusBadge, type StatusTone } from '../../../components/StatusBadge.tsx';

type Standing = Pick<StreetReporting, 'state' | 'late' | 'days'>;

const toneOf = ({ state, late }: Standing): StatusTone => {
  switch (state) {
    case 'missing':
      return late ? 'late' : 'ended';
    case 'received':
      return 'waiting';
    case 'accepted':
      return 'good';
    case 'returned':
      return 'late';
  }
};

const waitingWords = { ...reportingStateLabels, received: '待答复' } as const;

/** Where a street stands with a period, and whether it was late. */
export const ReportingMarks = ({ standing }: { readonly standing: Standing }) => (
  <Group gap={6} wrap="nowrap">
    <StatusBadge tone={toneOf(standing)}>{waitingWords[standing.state]}</StatusBadge>
    {standing.state === 'missing' || standing.late ? (
      <StatusBadge tone={standing.late ? 'late' : 'ended'}>{reportingTiming(standing)}</StatusBadge>
    ) : null}
  </Group>
);
