import { SimpleGrid, Text } from '@mantine/core';
import { evaluatorGroup, type SurveyWeights } from '../../../../shared/domain/survey.ts';
import { evaluatorGroupLabels } from '../../../../shared/labels/survey.ts';
import { WholeNumber } from '../../settings/rules/WholeNumber.tsx';
import { weightPercent } from './weight-percent.ts';

interface WeightFieldsProps {
  readonly weights: SurveyWeights;
  readonly disabled?: boolean;
  readonly onChange: (weights: SurveyWeights) => void;
}

/** Shares of the three groups in the total; only their proportion counts. */
export const WeightFields = ({ weights, disabled = false, onChange }: WeightFieldsProps) => (
  <SimpleGrid cols={3} spacing="sm">
    {evaluatorGroup.options.map((group) => (
      <div key={group}>
        <WholeNumber
          label={evaluatorGroupLabels[group]}
          max={100}
          disabled={disabled}
          value={weights[group]}
          onChange={(value) => onChange({ ...weights, [group]: value })}
        />
        <Text size="xs" c="dimmed" mt={4}>
          占 {weightPercent(weights, group)}
        </Text>
      </div>
    ))}
  </SimpleGrid>
);
