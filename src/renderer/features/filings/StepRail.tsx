import { Text, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Filing } from '../../../shared/domain/filing.ts';
import { filingActionLabels } from '../../../shared/labels/filing.ts';
import { Card } from '../../components/Card.tsx';
import { stagesOf, stageTitles, stepsAt, type FilingStage } from './filing-stages.ts';
import { copiesReceived } from './held-copies.ts';
import classes from './StepRail.module.css';

interface StepRailProps {
  readonly filing: Filing;
  readonly current: FilingStage;
  readonly open: FilingStage;
  readonly onOpen: (stage: FilingStage) => void;
}

/** What the rail says under a station: the last step taken there and its day. */
const noteOf = (filing: Filing, stage: FilingStage): string => {
  if (stage === 'copies') return filing.state === 'filed' ? copiesReceived(filing.copies) : '';
  const last = stepsAt(filing.steps, stage).at(-1);
  if (last !== undefined) return `${last.actedOn}　${filingActionLabels[last.action]}`;
  return stage === 'materials' ? '草稿自动保存' : '';
};

/** The way of a filing with its days; each station opens. */
export const StepRail = ({ filing, current, open, onOpen }: StepRailProps) => {
  const stages = stagesOf(filing.kind);
  const reached = stages.indexOf(current);
  return (
    <Card>
      <ol className={classes['rail']} aria-label="办理步骤">
        {stages.map((stage, index) => {
          const done = index < reached || (filing.state === 'dissolved' && stage === current);
          const standing = done ? 'done' : index === reached ? 'now' : 'later';
          return (
            <li key={stage} className={classes[standing]}>
              <UnstyledButton
                className={classes['station'] ?? ''}
                aria-current={stage === open ? 'step' : undefined}
                onClick={() => onOpen(stage)}
              >
                <span className={classes['mark']} aria-hidden>
                  {done ? <IconCheck size={14} stroke={2.5} /> : index + 1}
                </span>
                <span>
                  <Text span size="sm" fw={standing === 'now' ? 700 : 400} display="block">
                    {stageTitles[stage]}
                  </Text>
                  <Text span size="xs" c="dimmed" display="block">
                    {noteOf(filing, stage)}
                  </Text>
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
    </Card>
  );
};
