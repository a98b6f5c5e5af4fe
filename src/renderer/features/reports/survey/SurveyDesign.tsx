import { Alert, Grid, SegmentedControl, Stack, TextInput, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import {
  evaluatorGroup,
  hasBallots,
  validBallots,
  type SurveyContent,
} from '../../../../shared/domain/survey.ts';
import { surveyEntryLabels } from '../../../../shared/labels/survey.ts';
import { DateField } from '../../../components/DateField.tsx';
import { ItemsEditor } from './ItemsEditor.tsx';
import { ScaleFields } from './ScaleFields.tsx';
import type { SurveyDraft } from './use-survey-draft.ts';
import { WeightFields } from './WeightFields.tsx';

const entries = (['counts', 'sheets'] as const).map((value) => ({ value, label: surveyEntryLabels[value] }));

/** Ballots that are in, however they are entered. */
const ballotsIn = ({ groups, entry }: SurveyContent): number =>
  evaluatorGroup.options.reduce(
    (sum, group) => sum + (entry === 'sheets' ? groups[group].sheets.length : validBallots(groups[group])),
    0,
  );

const LockedNotice = ({ content }: { readonly content: SurveyContent }) => {
  const ballots = ballotsIn(content);
  return (
    <Alert icon={<IconLock size={18} />} color="gray" variant="light">
      已经{ballots === 0 ? '开始录票' : `录入 ${ballots} 张票`}
      ，测评项目、分值和权重不能再改，这样前后的票才比得起来。
      {content.closedOn === null
        ? '要改，请先在“录入测评票”里清掉票数。'
        : '测评已经结束，要改请先到“结果”里重新打开。'}
    </Alert>
  );
};

/** Items, scale and weights; they stay as they are from the first ballot on. */
export const SurveyDesign = ({ draft }: { readonly draft: SurveyDraft }) => {
  const { title, occurredOn, content } = draft.survey;
  const locked = hasBallots(content) || content.closedOn !== null;
  return (
    <Stack gap="md">
      {locked ? <LockedNotice content={content} /> : null}
      <Grid gap="lg">
        <Grid.Col span={6}>
          <Title order={2} size="h6" mb="xs">
            测评项目
          </Title>
          <ItemsEditor
            items={content.items}
            disabled={locked}
            onChange={(items) => draft.change({ items })}
          />
        </Grid.Col>
        <Grid.Col span={6}>
          <Stack gap="md">
            <Grid gap="sm">
              <Grid.Col span={7}>
                <TextInput
                  label="名称"
                  maxLength={80}
                  value={title}
                  onChange={(event) => draft.describe({ title: event.currentTarget.value })}
                />
              </Grid.Col>
              <Grid.Col span={5}>
                <DateField
                  label="测评日期"
                  required
                  value={occurredOn}
                  onChange={(day) => day !== null && draft.describe({ occurredOn: day })}
                />
              </Grid.Col>
            </Grid>
            <SegmentedControl
              aria-label="录入方式"
              data={entries}
              disabled={locked}
              value={content.entry}
              onChange={(entry) => draft.change({ entry })}
            />
            <ScaleFields
              scale={content.scale}
              disabled={locked}
              onChange={(scale) => draft.change({ scale })}
            />
            <div>
              <Title order={2} size="h6" mb="xs">
                三方权重
              </Title>
              <WeightFields
                weights={content.weights}
                disabled={locked}
                onChange={(weights) => draft.change({ weights })}
              />
            </div>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
};
