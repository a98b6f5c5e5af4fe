import { NumberInput, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { capitalAmount } from '../../../../shared/domain/chinese-number.ts';
import { decisionUse, type DecisionUse, type RecordOf } from '../../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { surveyResult } from '../../../../shared/domain/survey.ts';
import { decisionUseLabels } from '../../../../shared/labels/dossier-record.ts';
import { todayHere } from '../../filings/today-here.ts';
import { useRecordForm } from '../../records/record-draft.ts';
import { RecordDay, RecordForm, RecordTitle } from '../../records/RecordForm.tsx';

interface DecisionModalProps {
  readonly organizationId: OrganizationId;
  readonly decision: RecordOf<'decision'> | null;
  /** Closed surveys, newest first; at least one. */
  readonly surveys: readonly RecordOf<'survey'>[];
  readonly onClose: () => void;
}

const uses = decisionUse.options.map((value) => ({ value, label: decisionUseLabels[value] }));

const figuresOf = (survey: RecordOf<'survey'> | undefined): string => {
  if (survey === undefined) return '';
  const { rate, score } = surveyResult(survey.content);
  return rate === null ? '这次测评没有可计的答案' : `满意率 ${rate}%，得分 ${score ?? '—'}`;
};

const titles: Readonly<Record<DecisionUse, string>> = {
  purchase: '购买服务的决定',
  resources: '匹配资源的决定',
  exit: '退出的决定',
};

/** What a survey's result is used for; it always cites that survey (policy Art. 1). */
export const DecisionModal = ({ organizationId, decision, surveys, onClose }: DecisionModalProps) => {
  const [newest] = surveys;
  if (newest === undefined) throw new Error('a decision needs a closed survey');
  const form = useRecordForm(
    organizationId,
    decision,
    {
      title: titles.purchase,
      occurredOn: todayHere(),
      content: {
        kind: 'decision',
        use: 'purchase',
        surveyId: newest.id,
        decidedBy: '',
        body: '',
        amountYuan: null,
      },
    },
    onClose,
  );
  const { draft, change, changeContent } = form;
  const { content } = draft;
  const cited = surveys.find(({ id }) => id === content.surveyId);
  const chooseUse = (use: DecisionUse): void => {
    if (draft.title === titles[content.use]) change({ title: titles[use] });
    changeContent({ use });
  };
  return (
    <RecordForm
      form={form}
      record={decision}
      titles={['登记结果运用', '结果运用']}
      names={['决定事项', '日期']}
      lacks={[['决定单位', content.decidedBy.trim() === '']]}
      onClose={onClose}
    >
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <Select
          label="用于"
          allowDeselect={false}
          data={uses}
          value={content.use}
          onChange={(use) => use !== null && chooseUse(use)}
        />
        <Select
          label="依据的测评"
          allowDeselect={false}
          data={surveys.map(({ id, title, occurredOn }) => ({
            value: id,
            label: `${title}（${occurredOn}）`,
          }))}
          value={content.surveyId}
          onChange={(surveyId) => surveyId !== null && changeContent({ surveyId })}
        />
        <RecordTitle form={form} label="决定事项" />
        <TextInput
          label="决定单位"
          withAsterisk
          placeholder="如 街道办事处、区民政局"
          maxLength={60}
          data-autofocus
          value={content.decidedBy}
          onChange={(event) => changeContent({ decidedBy: event.currentTarget.value })}
        />
        <RecordDay form={form} label="决定日期" />
        <NumberInput
          label="金额（元）"
          placeholder="没有就空着"
          description={content.amountYuan === null ? null : capitalAmount(content.amountYuan)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={1e9}
          decimalScale={2}
          hideControls
          thousandSeparator=","
          value={content.amountYuan ?? ''}
          onChange={(value) => changeContent({ amountYuan: typeof value === 'number' ? value : null })}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed" aria-live="polite">
        {figuresOf(cited)}
      </Text>
      <Textarea
        label="决定内容"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={content.body}
        onChange={(event) => changeContent({ body: event.currentTarget.value })}
      />
    </RecordForm>
  );
};
