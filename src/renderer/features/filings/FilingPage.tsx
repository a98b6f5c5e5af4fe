import { Grid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Filing } from '../../../shared/domain/filing.ts';
import { currentStage, stagesOf, type FilingStage } from './filing-stages.ts';
import { FilingHeader } from './FilingHeader.tsx';
import { StagePanel } from './StagePanel.tsx';
import { StepRail } from './StepRail.tsx';
import { todayHere } from './today-here.ts';
import classes from './FilingPage.module.css';

/** The station that is waited for is open; any other opens from the rail. A step taken moves on by itself. */
export const FilingPage = ({ filing }: { readonly filing: Filing }) => {
  const current = currentStage(filing, todayHere());
  const [query] = useSearchParams();
  const asked = stagesOf(filing.kind).find((stage) => stage === query.get('stage'));
  const [chosen, setChosen] = useState<{ readonly stage: FilingStage; readonly while: FilingStage } | null>(
    asked === undefined ? null : { stage: asked, while: current },
  );
  const open = chosen !== null && chosen.while === current ? chosen.stage : current;
  return (
    <>
      <FilingHeader filing={filing} />
      <Grid gap="md">
        <Grid.Col span={3} className={classes['rail'] ?? ''}>
          <StepRail
            filing={filing}
            current={current}
            open={open}
            onOpen={(stage) => setChosen({ stage, while: current })}
          />
        </Grid.Col>
        <Grid.Col span={9}>
          <Stack gap="md">
            <StagePanel key={open} filing={filing} stage={open} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
};
