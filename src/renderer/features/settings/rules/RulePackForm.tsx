import { Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { rulePackBody, type RulePack, type RulePackBody } from '../../../../shared/domain/rule-pack.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { Card } from '../../../components/Card.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { SaveBar } from '../SaveBar.tsx';
import { ArchivalCodeFields } from './ArchivalCodeFields.tsx';
import { ExitRuleFields } from './ExitRuleFields.tsx';
import { FilingNumberFields } from './FilingNumberFields.tsx';
import { LedgerRuleFields } from './LedgerRuleFields.tsx';
import { MemberRuleFields } from './MemberRuleFields.tsx';
import { PaperRuleFields } from './PaperRuleFields.tsx';
import { ProcedureFields } from './ProcedureFields.tsx';
import { SurveyRuleFields } from './SurveyRuleFields.tsx';

interface RulePackFormProps {
  readonly saved: RulePack;
}

/**
 * A change counts from the day that is set here. The same day corrects the pack in force; a later day starts a
 * new one, and what was decided before stays as it was.
 */
export const RulePackForm = ({ saved }: RulePackFormProps) => {
  const [draft, setDraft] = useState<RulePackBody | null>(null);
  const [validFrom, setValidFrom] = useState<string | null>(saved.validFrom);
  const save = useMutation(useApi().rules.save.mutationOptions({ onSuccess: () => setDraft(null) }));
  const body = draft ?? saved.body;
  const parsed = rulePackBody.safeParse(body);
  const corrects = validFrom === saved.validFrom;
  const reset = (): void => {
    setDraft(null);
    setValidFrom(saved.validFrom);
  };
  const submit = (): void => {
    if (!parsed.success || validFrom === null) return;
    save.mutate({ id: corrects ? saved.id : null, validFrom, body: parsed.data });
  };
  return (
    <ImeSafeForm aria-label="规则" onSubmit={submit}>
      <Stack gap="md">
        <Card title="备案办理">
          <ProcedureFields body={body} onChange={setDraft} />
        </Card>
        <Card title="备案号">
          <FilingNumberFields body={body} onChange={setDraft} />
        </Card>
        <Card title="档号">
          <ArchivalCodeFields body={body} onChange={setDraft} />
        </Card>
        <Card title="公文">
          <PaperRuleFields body={body} onChange={setDraft} />
        </Card>
        <Card title="测评与表决">
          <SurveyRuleFields body={body} onChange={setDraft} />
        </Card>
        <Card title="成员">
          <MemberRuleFields body={body} onChange={setDraft} />
        </Card>
        <Card title="信息公开、处理与退出">
          <ExitRuleFields body={body} onChange={setDraft} />
        </Card>
        <Card title="台账与目标">
          <LedgerRuleFields body={body} onChange={setDraft} />
        </Card>
        <Card>
          <Group align="flex-end" gap="md">
            <DateField label="从哪天起执行" w={200} required value={validFrom} onChange={setValidFrom} />
            <Text size="sm" c="dimmed" pb={8}>
              {corrects ? '更正现行规则' : '另立新规则，以前办结的仍按原规则'}
            </Text>
          </Group>
          <ErrorNotice error={save.error} />
          <SaveBar
            changed={draft !== null || !corrects}
            valid={parsed.success && validFrom !== null}
            saving={save.isPending}
            saved={save.isSuccess}
            onReset={reset}
          />
        </Card>
      </Stack>
    </ImeSafeForm>
  );
};
