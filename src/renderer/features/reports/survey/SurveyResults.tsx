import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { evaluatorGroup, surveyResult, type SurveyContent } from '../../../../shared/domain/survey.ts';
import { evaluatorGroupLabels } from '../../../../shared/labels/survey.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { CloseSurvey } from './CloseSurvey.tsx';
import { FollowUpCard } from './FollowUpCard.tsx';
import { FormerSurveys } from './FormerSurveys.tsx';
import { GroupResultTable, ItemResultTable } from './ResultTables.tsx';
import type { SurveyDraft } from './use-survey-draft.ts';

const SmallSample = ({ content }: { readonly content: SurveyContent }) => {
  const { groups } = surveyResult(content);
  const few = evaluatorGroup.options.filter((group) => groups[group].tooFew);
  if (few.length === 0) return null;
  const words = few.map((group) => `${evaluatorGroupLabels[group]} ${groups[group].valid} 张`).join('，');
  return (
    <Alert icon={<IconAlertTriangle size={18} />} color="yellow" variant="light" title="样本偏少">
      有效票：{words}；规则要求每组至少 {content.minimumBallots} 张，结果只宜参考。
    </Alert>
  );
};

/** Figures, closing, and what follows from them. */
export const SurveyResults = ({ draft }: { readonly draft: SurveyDraft }) => {
  const { content } = draft.survey;
  const { low } = surveyResult(content);
  const counted = content.closedOn !== null;
  return (
    <Stack gap="md">
      <SmallSample content={content} />
      <GroupResultTable content={content} />
      <ErrorNotice error={draft.error} />
      <CloseSurvey draft={draft} />
      {counted && (low || content.followUp !== null) ? <FollowUpCard draft={draft} /> : null}
      <ItemResultTable content={content} />
      <FormerSurveys survey={draft.survey} />
    </Stack>
  );
};
