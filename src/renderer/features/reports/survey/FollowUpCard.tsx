import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { addDays } from '../../../../shared/domain/calendar-days.ts';
import type { SurveyContent } from '../../../../shared/domain/survey.ts';
import { BasisHint } from '../../../components/BasisHint.tsx';
import { Card } from '../../../components/Card.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { todayHere } from '../../filings/today-here.ts';
import type { SurveyDraft } from './use-survey-draft.ts';

type FollowUp = NonNullable<SurveyContent['followUp']>;

/** Days that a follow-up has unless somebody says otherwise. */
const usualDays = 30;

const PlanFollowUp = ({ draft }: { readonly draft: SurveyDraft }) => {
  const [measures, setMeasures] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(addDays(todayHere(), usualDays));
  const ready = measures.trim() !== '' && dueOn !== null;
  const submit = (): void => {
    if (!ready) return;
    void draft.commit({ followUp: { measures: measures.trim(), dueOn, closedOn: null, outcome: null } });
  };
  return (
    <ImeSafeForm aria-label="安排整改" onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          得分低于 {draft.survey.content.scale.alertBelow} 分。写下要怎样整改、哪天前做完，到期会提醒。
        </Text>
        <Textarea
          label="整改措施"
          withAsterisk
          autosize
          minRows={2}
          maxLength={1000}
          value={measures}
          onChange={(event) => setMeasures(event.currentTarget.value)}
        />
        <Group align="flex-end" justify="space-between">
          <DateField label="整改期限" w={180} required value={dueOn} onChange={setDueOn} />
          <Button type="submit" disabled={!ready}>
            安排整改
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};

const CloseFollowUp = ({ draft, followUp }: { readonly draft: SurveyDraft; readonly followUp: FollowUp }) => {
  const [outcome, setOutcome] = useState('');
  const [closedOn, setClosedOn] = useState<string | null>(todayHere());
  const ready = outcome.trim() !== '' && closedOn !== null;
  const submit = (): void => {
    if (ready) void draft.commit({ followUp: { ...followUp, closedOn, outcome: outcome.trim() } });
  };
  const overdue = followUp.dueOn < todayHere();
  return (
    <ImeSafeForm aria-label="办结整改" onSubmit={submit}>
      <Stack gap="sm">
        <Group gap="sm">
          <StatusBadge tone={overdue ? 'late' : 'waiting'}>
            {overdue ? '整改逾期' : '整改中'}，期限 {followUp.dueOn}
          </StatusBadge>
          <Text size="sm">{followUp.measures}</Text>
        </Group>
        <Textarea
          label="办结情况"
          withAsterisk
          autoFocus={overdue}
          placeholder="做了什么、有什么凭据；凭据在下面“打印与材料”里存入"
          autosize
          minRows={2}
          maxLength={1000}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value)}
        />
        <Group align="flex-end" justify="space-between">
          <DateField label="办结日期" w={180} required value={closedOn} onChange={setClosedOn} />
          <Button type="submit" disabled={!ready}>
            办结
          </Button>
        </Group>
      </Stack>
    </ImeSafeForm>
  );
};

/** What is done about a low score; closed only with a word of what was done (policy Art. 1). */
export const FollowUpCard = ({ draft }: { readonly draft: SurveyDraft }) => {
  const { followUp } = draft.survey.content;
  const done = followUp !== null && followUp.closedOn !== null;
  return (
    <Card title="低分整改" accent={!done} aside={<BasisHint basis="第一条；第三条" />}>
      {followUp === null ? (
        <PlanFollowUp draft={draft} />
      ) : done ? (
        <Stack gap={4}>
          <Text size="sm">{followUp.measures}</Text>
          <Text size="sm">
            <StatusBadge tone="good">{followUp.closedOn} 办结</StatusBadge>　{followUp.outcome}
          </Text>
        </Stack>
      ) : (
        <CloseFollowUp draft={draft} followUp={followUp} />
      )}
    </Card>
  );
};
