import { Group, Input, Select } from '@mantine/core';
import type { TimeLimit } from '../../../../shared/domain/rule-pack.ts';
import { timeLimitUnitLabels } from '../../../../shared/labels/rule-pack.ts';
import { WholeNumber } from './WholeNumber.tsx';

interface TimeLimitFieldProps {
  readonly label: string;
  readonly value: TimeLimit;
  readonly onChange: (value: TimeLimit) => void;
}

const units = [
  { value: 'working', label: timeLimitUnitLabels.working },
  { value: 'calendar', label: timeLimitUnitLabels.calendar },
] as const;

export const TimeLimitField = ({ label, value, onChange }: TimeLimitFieldProps) => (
  <Input.Wrapper label={label} labelElement="div">
    <Group gap={8} wrap="nowrap">
      <WholeNumber
        w={80}
        max={365}
        aria-label={label}
        value={value.days}
        onChange={(days) => onChange({ ...value, days })}
      />
      <Select
        w={124}
        aria-label={`${label}的单位`}
        allowDeselect={false}
        data={units}
        value={value.unit}
        onChange={(unit) => unit !== null && onChange({ ...value, unit })}
      />
    </Group>
  </Input.Wrapper>
);
