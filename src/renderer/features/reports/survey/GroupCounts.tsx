import { Group, Text } from '@mantine/core';
import { validBallots, type EvaluatorGroup, type SurveyGroup } from '../../../../shared/domain/survey.ts';
import { evaluatorGroupLabels } from '../../../../shared/labels/survey.ts';
import { CountCell } from './CountCell.tsx';

interface GroupCountsProps {
  readonly group: EvaluatorGroup;
  readonly counts: SurveyGroup;
  readonly disabled: boolean;
  /** The clerk begins here. */
  readonly autoFocus?: boolean;
  readonly onChange: (counts: Partial<SurveyGroup>) => void;
}

const fields = [
  ['issued', '发放'],
  ['returned', '回收'],
  ['void', '作废'],
] as const;

/** 发放, 回收, 作废, and what follows: 有效. */
export const GroupCounts = ({ group, counts, disabled, autoFocus = false, onChange }: GroupCountsProps) => {
  const wrong: Readonly<Record<(typeof fields)[number][0], boolean>> = {
    issued: false,
    returned: counts.returned > counts.issued,
    void: counts.void > counts.returned,
  };
  return (
    <Group gap="md" wrap="nowrap">
      {fields.map(([field, label]) => (
        <Group key={field} gap={6} wrap="nowrap">
          <Text size="sm" aria-hidden>
            {label}
          </Text>
          <CountCell
            label={`${evaluatorGroupLabels[group]}${label}`}
            column={field}
            value={counts[field]}
            disabled={disabled}
            wrong={wrong[field]}
            autoFocus={autoFocus && field === 'issued'}
            onChange={(value) => onChange({ [field]: value })}
          />
        </Group>
      ))}
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        有效 <b>{validBallots(counts)}</b> 张
      </Text>
    </Group>
  );
};
