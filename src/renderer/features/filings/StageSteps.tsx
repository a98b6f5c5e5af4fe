import { Text } from '@mantine/core';
import type { Filing } from '../../../shared/domain/filing.ts';
import { Card } from '../../components/Card.tsx';
import { actionsAt, stageHintOf, stepsAt, type FilingStage } from './filing-stages.ts';
import { StepForm } from './StepForm.tsx';
import { StepRecords } from './StepRecords.tsx';
import { useStepDefaults } from './use-step-defaults.ts';

interface StageStepsProps {
  readonly filing: Filing;
  readonly stage: FilingStage;
  /** Runs before a step is handed in. */
  readonly before?: () => Promise<void>;
}

/** What can be done at a station now, and what has been done there. */
export const StageSteps = ({ filing, stage, before }: StageStepsProps) => {
  const defaults = useStepDefaults(filing, stage);
  const actions = actionsAt(filing, stage);
  const steps = stepsAt(filing.steps, stage);
  const idle = actions.length === 0 && steps.length === 0;
  return (
    <>
      {actions.length === 0 || defaults === null ? null : (
        // Another step asks for other things: a form for each.
        <StepForm
          key={`${filing.steps.length} ${actions[0]}`}
          filing={filing}
          actions={actions}
          defaults={defaults}
          {...(before === undefined ? {} : { before })}
        />
      )}
      {idle ? (
        <Card>
          <Text size="sm" c="dimmed">
            {stageHintOf(filing, stage)}
          </Text>
        </Card>
      ) : null}
      <StepRecords filing={filing} steps={steps} />
    </>
  );
};
