import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { RecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { ReportPeriodState } from '../../../../shared/domain/dossier.ts';
import { reportPeriodStateLabels } from '../../../../shared/labels/report-plan.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { reportPeriodTones } from '../../reports/report-tones.ts';

interface PlanListProps {
  readonly periods: readonly ReportPeriodState[];
  readonly reports: readonly RecordOf<'committee-report'>[];
  /** Opens the form for a period's report. */
  readonly onRecord: (period: string) => void;
  readonly onOpen: (report: RecordOf<'committee-report'>) => void;
}

/** Periods for which the rules ask a report; one press records what is missing. */
export const PlanList = ({ periods, reports, onRecord, onOpen }: PlanListProps) => (
  <Stack gap={6}>
    {periods.map(({ code, label, dueOn, state }) => {
      const report = reports.find(({ content }) => content.period === code);
      return (
        <Group key={code} gap="sm" wrap="nowrap">
          <Text size="sm" w={132}>
            {label}
          </Text>
          <StatusBadge tone={reportPeriodTones[state]}>{reportPeriodStateLabels[state]}</StatusBadge>
          <Text size="sm" c="dimmed" flex={1}>
            {report === undefined ? (state === 'not-owed' ? '' : `${dueOn} 前报告`) : report.occurredOn}
          </Text>
          {report === undefined ? (
            <Button
              size="compact-sm"
              variant={state === 'overdue' || state === 'due' ? 'light' : 'subtle'}
              aria-label={`登记${label}的报告`}
              onClick={() => onRecord(code)}
            >
              登记报告
            </Button>
          ) : (
            <Anchor component="button" type="button" size="sm" onClick={() => onOpen(report)}>
              查看
            </Anchor>
          )}
        </Group>
      );
    })}
  </Stack>
);
