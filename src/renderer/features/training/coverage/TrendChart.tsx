import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TrainingCycleId } from '../../../../shared/domain/ids.ts';
import { coverageRate } from '../../../../shared/domain/rotation.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { Card } from '../../../components/Card.tsx';

const heightPx = 72;

interface TrendChartProps {
  readonly question: { readonly asOf: string | null; readonly cycleId: TrainingCycleId | null };
}

/** How coverage grew, month by month: a bar for each, its number above it. */
export const TrendChart = ({ question }: TrendChartProps) => {
  const { data } = useQuery(useApi().rotation.trend.queryOptions({ input: question }));
  if (data === undefined || data.length < 2) return null;
  return (
    <Card title="每月覆盖率">
      <Group align="flex-end" gap="md" wrap="nowrap" role="list" aria-label="每月覆盖率">
        {data.map(({ on, count }) => {
          const rate = coverageRate(count) ?? 0;
          return (
            <div
              key={on}
              role="listitem"
              aria-label={`${on} ${rate}%`}
              title={`${on}：${count.trained}/${count.people}`}
              style={{ flex: 1, maxWidth: 72, textAlign: 'center' }}
            >
              <Text size="xs">{rate}%</Text>
              <div
                style={{
                  height: Math.max(2, (rate / 100) * heightPx),
                  background: 'var(--mantine-primary-color-filled)',
                  borderRadius: 3,
                }}
              />
              <Text size="xs" c="dimmed">
                {on.slice(2, 7)}
              </Text>
            </div>
          );
        })}
      </Group>
    </Card>
  );
};
