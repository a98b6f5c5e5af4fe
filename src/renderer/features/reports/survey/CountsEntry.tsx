import { Box, Group, Stack, Text, Title } from '@mantine/core';
import {
  evaluatorGroup,
  hasBallots,
  type EvaluatorGroup,
  type SurveyGroup,
} from '../../../../shared/domain/survey.ts';
import { evaluatorGroupLabels } from '../../../../shared/labels/survey.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { BalanceNotice } from './BalanceNotice.tsx';
import { ClosedNotice } from './ClosedNotice.tsx';
import { moveInGrid } from './entry-grid.ts';
import { GroupCounts } from './GroupCounts.tsx';
import { TallyTable } from './TallyTable.tsx';
import type { SurveyDraft } from './use-survey-draft.ts';
import { weightPercent } from './weight-percent.ts';

/** Entry by counts: one grid through all groups, from cell to cell with Enter. */
export const CountsEntry = ({ draft }: { readonly draft: SurveyDraft }) => {
  const { content } = draft.survey;
  const closed = content.closedOn !== null;
  const changeGroup = (group: EvaluatorGroup, part: Partial<SurveyGroup>): void =>
    draft.change({ groups: { ...content.groups, [group]: { ...content.groups[group], ...part } } });
  return (
    <Stack gap="md">
      {closed ? <ClosedNotice /> : null}
      <Group justify="space-between">
        <BalanceNotice content={content} />
        <Text size="sm" c="dimmed">
          回车到下一格，↑↓ 换行；可从 Excel 粘贴一块
        </Text>
      </Group>
      <ErrorNotice error={draft.error} />
      <Stack gap="lg" onKeyDown={moveInGrid}>
        {evaluatorGroup.options.map((group) => (
          <Box key={group} component="section" maw={900} aria-label={evaluatorGroupLabels[group]}>
            <Group justify="space-between" mb={4} wrap="nowrap">
              <Title order={2} size="h6">
                {evaluatorGroupLabels[group]}
                <Text span size="sm" c="dimmed" ms={8}>
                  权重 {weightPercent(content.weights, group)}
                </Text>
              </Title>
              <GroupCounts
                group={group}
                counts={content.groups[group]}
                disabled={closed}
                autoFocus={group === 'committees' && !hasBallots(content)}
                onChange={(part) => changeGroup(group, part)}
              />
            </Group>
            <TallyTable
              content={content}
              group={group}
              disabled={closed}
              onChange={(tallies) => changeGroup(group, { tallies })}
            />
          </Box>
        ))}
      </Stack>
    </Stack>
  );
};
