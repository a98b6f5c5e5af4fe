import { Group, Select, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RulePack, RulePackBody } from '../../../../shared/domain/rule-pack.ts';
import { ledgerPeriodsLabels } from '../../../../shared/labels/rule-pack.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { WholeNumber } from '../../settings/rules/WholeNumber.tsx';
import { SaveBar } from '../../settings/SaveBar.tsx';

const periods = [
  { value: 'half-year', label: ledgerPeriodsLabels['half-year'] },
  { value: 'quarter', label: ledgerPeriodsLabels.quarter },
] as const;

type LedgerRule = RulePackBody['ledger'];

const DueDaysForm = ({ pack }: { readonly pack: RulePack }) => {
  const [draft, setDraft] = useState<LedgerRule | null>(null);
  const save = useMutation(useApi().rules.save.mutationOptions({ onSuccess: () => setDraft(null) }));
  const rule = draft ?? pack.body.ledger;
  return (
    <ImeSafeForm
      aria-label="报送期限"
      onSubmit={() =>
        draft !== null &&
        save.mutate({ id: pack.id, validFrom: pack.validFrom, body: { ...pack.body, ledger: draft } })
      }
    >
      <Group align="flex-end" gap="md">
        <Select
          label="报送周期"
          w={160}
          allowDeselect={false}
          data={periods}
          value={rule.periods}
          onChange={(value) => value !== null && setDraft({ ...rule, periods: value })}
        />
        <WholeNumber
          label="期满后几天内报送"
          max={90}
          value={rule.dueDaysAfter}
          onChange={(dueDaysAfter) => setDraft({ ...rule, dueDaysAfter })}
        />
      </Group>
      <Text size="sm" c="dimmed" mt="xs">
        迟报、逾期的天数按这里算，要和发给街镇的通知一致。
      </Text>
      <ErrorNotice error={save.error} />
      <SaveBar
        changed={draft !== null}
        valid
        saving={save.isPending}
        saved={save.isSuccess}
        onReset={() => setDraft(null)}
      />
    </ImeSafeForm>
  );
};

/** How often ledgers come and when they are due. */
export const DueDaysTab = () => {
  const { data, error, refetch } = useQuery(useApi().rules.current.queryOptions({ input: { on: null } }));
  return (
    <Card title="报送期限">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined ? error === null ? <ScreenLoading /> : null : <DueDaysForm pack={data} />}
    </Card>
  );
};
