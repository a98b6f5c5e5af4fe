import { SimpleGrid, Text, TextInput } from '@mantine/core';
import type { ContentOf, RecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { noTally, type SurveyTally } from '../../../../shared/domain/survey.ts';
import { surveyAnswerLabels } from '../../../../shared/labels/survey.ts';
import { DateField } from '../../../components/DateField.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { OptionalText } from '../../records/OptionalText.tsx';
import { lacksOf, useRecordForm } from '../../records/record-draft.ts';
import { RecordModal } from '../../records/RecordModal.tsx';
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
  const { draft, change, changeContent } = form;
  const { content } = draft;
  const problem = problemOf(content);
  return (
    <RecordModal
      title={evaluation === null ? '登记活动群众评价' : '活动群众评价'}
      record={evaluation}
      lacks={lacksOf([
        ['活动名称', draft.title.trim() === ''],
        ['日期', draft.occurredOn === null],
        ['相符的票数', problem !== null],
      ])}
      saving={form.saving}
      error={form.error}
      onSubmit={form.submit}
      onClose={onClose}
    >
      <SimpleGrid cols={3} spacing="md">
        <TextInput
          label="活动名称"
          withAsterisk
          data-autofocus
          maxLength={80}
          value={draft.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <DateField
          label="活动日期"
          withAsterisk
          value={draft.occurredOn}
          onChange={(occurredOn) => change({ occurredOn })}
        />
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
    </RecordModal>
  );
};
