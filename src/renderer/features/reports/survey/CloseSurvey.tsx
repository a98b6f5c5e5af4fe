import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { hasBallots, surveyImbalances } from '../../../../shared/domain/survey.ts';
import { Card } from '../../../components/Card.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { imbalanceWords } from './imbalance-words.ts';
import type { SurveyDraft } from './use-survey-draft.ts';

const Reopen = ({ draft }: { readonly draft: SurveyDraft }) => {
  const { closedOn, imbalanceReason } = draft.survey.content;
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {closedOn} 结束{imbalanceReason === null ? '' : `；票数不符的原因：${imbalanceReason}`}
      </Text>
      <Button
        size="compact-md"
        variant="default"
        onClick={() => void draft.commit({ closedOn: null, imbalanceReason: null })}
      >
        重新打开
      </Button>
    </Group>
  );
};

/** Closing freezes the numbers: they must agree, or somebody says why they do not. */
export const CloseSurvey = ({ draft }: { readonly draft: SurveyDraft }) => {
  const { content } = draft.survey;
  const [closedOn, setClosedOn] = useState<string | null>(todayHere());
  const [reason, setReason] = useState('');
  if (content.closedOn !== null) return <Reopen draft={draft} />;
  if (!hasBallots(content)) return <Text c="dimmed">录入测评票以后，这里出结果。</Text>;
  const imbalances = surveyImbalances(content);
  const ready = closedOn !== null && (imbalances.length === 0 || reason.trim() !== '');
  const submit = (): void => {
    if (!ready) return;
    void draft.commit({ closedOn, imbalanceReason: imbalances.length === 0 ? null : reason.trim() });
  };
  return (
    <Card accent title="结束测评">
      <ImeSafeForm aria-label="结束测评" onSubmit={submit}>
        <Stack gap="sm">
          {imbalances.length === 0 ? (
            <Text size="sm">票数全部相符。结束以后票数不再改动，结果计入档案。</Text>
          ) : (
            <>
              <Text size="sm">
                还有 {imbalances.length} 处票数不符。最好先改到相符；确实查不清的，写明原因：
              </Text>
              <List size="sm">
                {imbalances.map((imbalance) => (
                  <List.Item key={`${imbalance.group}-${imbalance.problem}-${imbalance.item}`}>
                    {imbalanceWords(imbalance, content.items)}
                  </List.Item>
                ))}
              </List>
              <TextInput
                label="票数不符的原因"
                withAsterisk
                maxLength={300}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </>
          )}
          <Group align="flex-end" justify="space-between">
            <DateField label="结束日期" w={180} required value={closedOn} onChange={setClosedOn} />
            <Button type="submit" disabled={!ready}>
              结束测评
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Card>
  );
};
