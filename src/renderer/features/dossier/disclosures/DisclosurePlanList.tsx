import { Anchor, Button, Group, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import type { PlannedDisclosureState } from '../../../../shared/domain/disclosure.ts';
import type { RecordId } from '../../../../shared/domain/ids.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { useDossierSealed } from '../../exits/dossier-sealed.ts';
import { planStateLabels, planStateTones } from '../../disclosures/plan-words.ts';

interface DisclosurePlanListProps {
  readonly plan: readonly PlannedDisclosureState[];
  readonly onRecord: (planned: PlannedDisclosureState) => void;
  readonly onOpen: (id: RecordId) => void;
}

interface PlanLineProps extends Omit<DisclosurePlanListProps, 'plan'> {
  readonly planned: PlannedDisclosureState;
}

const PlanLine = ({ planned, onRecord, onOpen }: PlanLineProps) => {
  const { label, state, dueOn, recordId } = planned;
  const sealed = useDossierSealed();
  return (
    <Group gap="sm" wrap="nowrap">
      <Text size="sm" w={190}>
        {label}
      </Text>
      <StatusBadge tone={planStateTones[state]}>{planStateLabels[state]}</StatusBadge>
      <Text size="sm" c="dimmed" flex={1}>
        {recordId === null && state !== 'not-owed' ? `${dueOn} 前公开` : ''}
      </Text>
      {recordId !== null ? (
        <Anchor component="button" type="button" size="sm" onClick={() => onOpen(recordId)}>
          查看
        </Anchor>
      ) : (
        <Button
          size="compact-sm"
          variant={state === 'overdue' || state === 'due' ? 'light' : 'subtle'}
          disabled={sealed}
          aria-label={`登记${label}的公开`}
          onClick={() => onRecord(planned)}
        >
          登记公开
        </Button>
      )}
    </Group>
  );
};

/** The running period of each subject and the one before it; a plan comes newest first. */
const latestOf = (plan: readonly PlannedDisclosureState[]): readonly PlannedDisclosureState[] =>
  plan.filter(
    ({ subject }, index) => plan.slice(0, index).filter((other) => other.subject === subject).length < 2,
  );

/** What the rules ask for, and how each stands; what is settled or long ago is a switch away. */
export const DisclosurePlanList = ({ plan, ...events }: DisclosurePlanListProps) => {
  const [all, setAll] = useState(false);
  const waiting = latestOf(plan).filter(({ state }) => state !== 'done' && state !== 'not-owed');
  const shown = all ? plan : waiting;
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {plan.length === 0
            ? '规则没有要求定期公开；公开计划在“设置—规则”里定。'
            : waiting.length === 0
              ? '应公开的都公开了。'
              : `公开计划：还有 ${waiting.length} 项`}
        </Text>
        {plan.length === 0 ? null : (
          <Switch
            size="sm"
            label="全部"
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        )}
      </Group>
      {shown.map((planned) => (
        <PlanLine key={`${planned.subject}${planned.period}`} planned={planned} {...events} />
      ))}
    </Stack>
  );
};
