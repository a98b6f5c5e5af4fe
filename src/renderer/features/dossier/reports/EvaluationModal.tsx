import { SimpleGrid, Text } from '@mantine/core';
import type { ContentOf, RecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { noTally, type SurveyTally } from '../../../../shared/domain/survey.ts';
import { surveyAnswerLabels } from '../../../../shared/labels/survey.ts';
import { todayHere } from '../../filings/today-here.ts';
import { OptionalText } from '../../records/OptionalText.tsx';
import { useRecordForm } from '../../records/record-draft.ts';
import { RecordDay, RecordForm, RecordTitle } from '../../records/RecordForm.tsx';
import { WholeNumber } from '../../settings/rules/WholeNumber.tsx';

interface EvaluationModalProps {
  readonly organizationId: OrganizationId;
  readonly evaluation: RecordOf<'activity-evaluation'> | null;
  readonly onClose: () => void;
}

type Evaluation = ContentOf<'activity-evaluation'>;

const answers = Object.keys(surveyAnswerLabels) as (keyof SurveyTally)[];
const slips = [
  ['issued', '发放'],
  ['returned', '回收'],
  ['void', '作废'],
] as const;

const problemOf = ({ issued, returned, void: spoilt, tally }: Evaluation): string | null => {
  if (returned > issued) return `回收 ${returned} 张，多于发放 ${issued} 张`;
  const sum = answers.reduce((total, answer) => total + tally[answer], 0);
  const valid = returned - spoilt;
  return sum === valid ? null : `各档合计 ${sum} 张，应等于有效票 ${valid} 张`;
};

const blank: Evaluation = {
  kind: 'activity-evaluation',
  place: null,
  issued: 0,
  returned: 0,
  void: 0,
  tally: noTally,
  remark: null,
};

/** Slips by which the public judged one activity, by counts (policy Art. 4). */
export const EvaluationModal = ({ organizationId, evaluation, onClose }: EvaluationModalProps) => {
  const form = useRecordForm(
    organizationId,
    evaluation,
    { title: '', occurredOn: todayHere(), content: blank },
    onClose,
  );
  const { draft, changeContent } = form;
  const { content } = draft;
  const problem = problemOf(content);
  return (
    <RecordForm
      form={form}
      record={evaluation}
      titles={['登记活动群众评价', '活动群众评价']}
      names={['活动名称', '日期']}
      lacks={[['相符的票数', problem !== null]]}
      onClose={onClose}
    >
      <SimpleGrid cols={3} spacing="md">
        <RecordTitle form={form} label="活动名称" focused />
        <RecordDay form={form} label="活动日期" />
        <OptionalText
          label="地点"
          maxLength={120}
          value={content.place}
          onChange={(place) => changeContent({ place })}
        />
      </SimpleGrid>
      <SimpleGrid cols={7} spacing="xs">
        {slips.map(([field, label]) => (
          <WholeNumber
            key={field}
            label={label}
            max={100_000}
            value={content[field]}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(value) => changeContent({ [field]: value })}
          />
        ))}
        {answers.map((answer) => (
          <WholeNumber
            key={answer}
            label={surveyAnswerLabels[answer]}
            max={100_000}
            value={content.tally[answer]}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(value) => changeContent({ tally: { ...content.tally, [answer]: value } })}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" c={problem === null ? 'dimmed' : 'red.8'} aria-live="polite">
        {problem ?? `有效票 ${content.returned - content.void} 张，合计相符`}
      </Text>
      <OptionalText
        label="群众意见"
        maxLength={1000}
        rows={2}
        value={content.remark}
        onChange={(remark) => changeContent({ remark })}
      />
    </RecordForm>
  );
};
