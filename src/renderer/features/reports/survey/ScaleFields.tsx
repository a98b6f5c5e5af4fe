import { Checkbox, SimpleGrid, Stack } from '@mantine/core';
import type { SurveyContent } from '../../../../shared/domain/survey.ts';
import { WholeNumber } from '../../settings/rules/WholeNumber.tsx';

type Scale = SurveyContent['scale'];

interface ScaleFieldsProps {
  readonly scale: Scale;
  readonly disabled?: boolean;
  readonly onChange: (scale: Scale) => void;
}

const points = [
  ['satisfied', '满意（分）'],
  ['mostlySatisfied', '基本满意（分）'],
  ['dissatisfied', '不满意（分）'],
  ['alertBelow', '低于几分要整改'],
] as const;

/** Points of each answer, what 不了解 counts, and the line of a low score. */
export const ScaleFields = ({ scale, disabled = false, onChange }: ScaleFieldsProps) => (
  <Stack gap="sm">
    <SimpleGrid cols={4} spacing="sm">
      {points.map(([field, label]) => (
        <WholeNumber
          key={field}
          label={label}
          max={100}
          disabled={disabled}
          value={scale[field]}
          onChange={(value) => onChange({ ...scale, [field]: value })}
        />
      ))}
    </SimpleGrid>
    <Checkbox
      label="“不了解”也算一张票（计 0 分、不算满意）"
      description="不勾选时，“不了解”不参加计算。"
      disabled={disabled}
      checked={scale.unknownCounts}
      onChange={(event) => onChange({ ...scale, unknownCounts: event.currentTarget.checked })}
    />
  </Stack>
);
