import { Grid, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import type { RulePackBody } from '../../../../shared/domain/rule-pack.ts';
import { voteShareLabels } from '../../../../shared/labels/rule-pack.ts';
import { ItemsEditor } from '../../reports/survey/ItemsEditor.tsx';
import { ScaleFields } from '../../reports/survey/ScaleFields.tsx';
import { WeightFields } from '../../reports/survey/WeightFields.tsx';
import type { RuleFieldsProps } from './rule-fields.ts';
import { WholeNumber } from './WholeNumber.tsx';

type Share = RulePackBody['vote']['quorum'];
const shares = (['half', 'two-thirds'] as const).map((value: Share) => ({
  value,
  label: voteShareLabels[value],
}));

/** What a new survey begins with, and when a vote of the members passes. */
export const SurveyRuleFields = ({ body, onChange }: RuleFieldsProps) => {
  const { survey, vote } = body;
  const setSurvey = (change: Partial<typeof survey>): void =>
    onChange({ ...body, survey: { ...survey, ...change } });
  const { items, weights, minimumBallots, ...scale } = survey;
  return (
    <Grid gap="lg">
      <Grid.Col span={7}>
        <Stack gap="sm">
          <SimpleGrid cols={2} spacing="sm">
            <WholeNumber
              label="每年满意度测评（次）"
              max={4}
              value={body.surveysPerYear}
              onChange={(surveysPerYear) => onChange({ ...body, surveysPerYear })}
            />
            <WholeNumber
              label="每组有效票至少（张）"
              max={1000}
              value={minimumBallots}
              onChange={(value) => setSurvey({ minimumBallots: value })}
            />
          </SimpleGrid>
          <ScaleFields scale={scale} onChange={setSurvey} />
          <Text size="sm">三方权重</Text>
          <WeightFields weights={weights} onChange={(value) => setSurvey({ weights: value })} />
          <SimpleGrid cols={2} spacing="sm">
            <Select
              label="会议表决：到会人数"
              allowDeselect={false}
              data={shares}
              value={vote.quorum}
              onChange={(quorum) => quorum !== null && onChange({ ...body, vote: { ...vote, quorum } })}
            />
            <Select
              label="会议表决：同意占到会"
              allowDeselect={false}
              data={shares}
              value={vote.majority}
              onChange={(majority) => majority !== null && onChange({ ...body, vote: { ...vote, majority } })}
            />
          </SimpleGrid>
        </Stack>
      </Grid.Col>
      <Grid.Col span={5}>
        <Text size="sm" mb={6}>
          测评项目
        </Text>
        <ItemsEditor items={items} onChange={(value) => setSurvey({ items: value })} />
      </Grid.Col>
    </Grid>
  );
};
