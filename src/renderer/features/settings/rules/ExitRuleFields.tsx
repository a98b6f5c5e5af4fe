import { ActionIcon, Button, Group, Select, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { disclosureSubject, type DisclosureSubject } from '../../../../shared/domain/dossier-record.ts';
import type { RulePackBody } from '../../../../shared/domain/rule-pack.ts';
import { disclosureSubjectLabels } from '../../../../shared/labels/dossier-record.ts';
import type { RuleFieldsProps } from './rule-fields.ts';
import { WholeNumber } from './WholeNumber.tsx';

type PlanItem = RulePackBody['disclosurePlan'][number];

const volumes = [
  { value: 'yearly', label: '每年从第 1 卷编起' },
  { value: 'continuous', label: '一直接着编' },
] as const;

interface PlanLineProps {
  readonly item: PlanItem;
  readonly taken: readonly DisclosureSubject[];
  readonly onChange: (item: PlanItem) => void;
  readonly onRemove: () => void;
}

const PlanLine = ({ item, taken, onChange, onRemove }: PlanLineProps) => (
  <Group gap="sm" align="flex-end" wrap="nowrap">
    <Select
      aria-label="公开事项"
      w={180}
      allowDeselect={false}
      data={disclosureSubject.options.map((value) => ({
        value,
        label: disclosureSubjectLabels[value],
        disabled: value !== item.subject && taken.includes(value),
      }))}
      value={item.subject}
      onChange={(subject: DisclosureSubject | null) => subject !== null && onChange({ ...item, subject })}
    />
    <WholeNumber
      label="每年几次"
      min={1}
      max={12}
      value={item.timesPerYear}
      onChange={(timesPerYear) => onChange({ ...item, timesPerYear })}
    />
    <WholeNumber
      label="期满后几天内公开"
      max={180}
      value={item.graceDays}
      onChange={(graceDays) => onChange({ ...item, graceDays })}
    />
    <ActionIcon
      variant="subtle"
      color="gray"
      size={36}
      aria-label={`去掉${disclosureSubjectLabels[item.subject]}`}
      onClick={onRemove}
    >
      <IconTrash size={18} stroke={1.6} />
    </ActionIcon>
  </Group>
);

/** What has to be disclosed how often, who decides, when an organization counts as quiet, how volumes are numbered. */
export const ExitRuleFields = ({ body, onChange }: RuleFieldsProps) => {
  const { disclosurePlan: plan, exit } = body;
  const taken = plan.map(({ subject }) => subject);
  const free = disclosureSubject.options.find((subject) => !taken.includes(subject));
  const setPlan = (disclosurePlan: PlanItem[]): void => onChange({ ...body, disclosurePlan });
  const setExit = (change: Partial<typeof exit>): void => onChange({ ...body, exit: { ...exit, ...change } });
  return (
    <Stack gap="sm">
      <Text size="sm">信息公开计划：每个组织应公开的事项</Text>
      {plan.map((item, index) => (
        <PlanLine
          key={item.subject}
          item={item}
          taken={taken}
          onChange={(next) => setPlan(plan.with(index, next))}
          onRemove={() => setPlan(plan.toSpliced(index, 1))}
        />
      ))}
      <Group>
        <Button
          size="compact-md"
          variant="light"
          leftSection={<IconPlus size={16} />}
          disabled={free === undefined || plan.length >= 8}
          onClick={() =>
            free !== undefined && setPlan([...plan, { subject: free, timesPerYear: 1, graceDays: 30 }])
          }
        >
          加一项
        </Button>
      </Group>
      <SimpleGrid cols={2} spacing="md">
        <WholeNumber
          label="几个月没有记录算长期无活动"
          min={1}
          max={120}
          value={exit.inactiveMonths}
          onChange={(inactiveMonths) => setExit({ inactiveMonths })}
        />
        <Select
          label="退出档案的卷号"
          allowDeselect={false}
          data={volumes}
          value={exit.volumes}
          onChange={(value) => value !== null && setExit({ volumes: value })}
        />
      </SimpleGrid>
      <TagsInput
        label="作出处理的机关"
        description="登记处理结果时可选；没列的也能直接写。"
        maxTags={40}
        value={exit.authorities}
        onChange={(authorities) => setExit({ authorities })}
      />
    </Stack>
  );
};
