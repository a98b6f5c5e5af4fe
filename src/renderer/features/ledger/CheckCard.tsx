import { Accordion, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { LedgerFinding, PeriodCode } from '../../../shared/domain/ledger.ts';
import { ledgerFindingLevelLabels } from '../../../shared/labels/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { groupFindings, type FindingGroup } from './finding-groups.ts';
import { FindingGroupItem } from './FindingGroupItem.tsx';
import { PaperButton } from './PaperButton.tsx';

const levelTones = { blocking: 'red.8', warning: 'orange.8' } as const;

const Level = ({
  level,
  groups,
}: {
  readonly level: LedgerFinding['level'];
  readonly groups: readonly FindingGroup[];
}) => {
  const ofLevel = groups.filter((group) => group.level === level);
  if (ofLevel.length === 0) return null;
  const count = ofLevel.reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <div>
      <Text size="sm" fw={700} c={levelTones[level]} mb={4}>
        {ledgerFindingLevelLabels[level]}（{count} 处）
      </Text>
      <Accordion variant="separated" chevronPosition="left">
        {ofLevel.map((group) => (
          <FindingGroupItem key={group.code} group={group} />
        ))}
      </Accordion>
    </div>
  );
};

/** The check before a submission: what must be mended, what should be looked at, each with the way there. */
export const CheckCard = ({ period }: { readonly period: PeriodCode }) => {
  const { data, error, refetch } = useQuery(useApi().ledger.check.queryOptions({ input: { period } }));
  const groups = groupFindings(data ?? []);
  return (
    <Card title="报送前检查" aside={<PaperButton kind="check" period={period} label="打印" />}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null ? <ScreenLoading /> : null}
      {data !== undefined && data.length === 0 ? (
        <Group gap="xs" wrap="nowrap">
          <IconCircleCheck size={20} color="var(--mantine-color-teal-7)" aria-hidden />
          <Text size="sm">没有发现问题，可以报送。</Text>
        </Group>
      ) : null}
      <Stack gap="md">
        <Level level="blocking" groups={groups} />
        <Level level="warning" groups={groups} />
      </Stack>
    </Card>
  );
};
