import { Group, Stack, Text } from '@mantine/core';
import type { StreetReporting } from '../../../../shared/domain/bureau.ts';
import type { PeriodCode } from '../../../../shared/domain/ledger.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { Card } from '../../../components/Card.tsx';
import { PrintMenu } from '../../../components/PrintMenu.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';

interface LateCardProps {
  readonly late: readonly StreetReporting[];
  readonly period: PeriodCode;
}

const shown = 6;

const contactOf = ({ contactName, contactPhone }: StreetReporting): string =>
  [contactName, contactPhone].filter((each) => each !== null).join(' ');

/** Whom to call today; nothing where nobody is late. */
export const LateCard = ({ late, period }: LateCardProps) => {
  const { bureau } = useApi();
  if (late.length === 0) return null;
  return (
    <Card
      title="逾期未报"
      accent
      aside={
        <PrintMenu
          label="打印催报单"
          make={(format) => bureau.paper.call({ kind: 'reminders', period, format })}
        />
      }
    >
      <Stack gap={6}>
        {late.slice(0, shown).map((street) => (
          <Group key={street.streetCode} justify="space-between" wrap="nowrap">
            <Text size="sm" truncate>
              {street.streetName}
              <Text span size="sm" c="dimmed" ms="sm">
                {contactOf(street)}
              </Text>
            </Text>
            <StatusBadge tone="late">{street.days} 天</StatusBadge>
          </Group>
        ))}
        {late.length > shown ? (
          <Text size="sm" c="dimmed">
            还有 {late.length - shown} 个，催报单里都列出。
          </Text>
        ) : null}
      </Stack>
    </Card>
  );
};
