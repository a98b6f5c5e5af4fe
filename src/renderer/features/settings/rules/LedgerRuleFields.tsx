import { Checkbox, MultiSelect, Select, SimpleGrid, Stack } from '@mantine/core';
import { ledgerColumn } from '../../../../shared/domain/ledger-columns.ts';
import { ledgerColumnLabels } from '../../../../shared/labels/ledger.ts';
import { ledgerPeriodsLabels } from '../../../../shared/labels/rule-pack.ts';
import type { RuleFieldsProps } from './rule-fields.ts';
import { WholeNumber } from './WholeNumber.tsx';

const periods = [
  { value: 'half-year', label: ledgerPeriodsLabels['half-year'] },
  { value: 'quarter', label: ledgerPeriodsLabels.quarter },
] as const;

const columns = ledgerColumn.options.map((value) => ({ value, label: ledgerColumnLabels[value] }));

/** How the ledger is submitted, what it may contain, and how many organizations a community should have. */
export const LedgerRuleFields = ({ body, onChange }: RuleFieldsProps) => {
  const { ledger, density } = body;
  const setLedger = (change: Partial<typeof ledger>): void =>
    onChange({ ...body, ledger: { ...ledger, ...change } });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={4} spacing="md" verticalSpacing="sm">
        <Select
          label="报送周期"
          allowDeselect={false}
          data={periods}
          value={ledger.periods}
          onChange={(value) => value !== null && setLedger({ periods: value })}
        />
        <WholeNumber
          label="期满后几天内报送"
          max={90}
          value={ledger.dueDaysAfter}
          onChange={(dueDaysAfter) => setLedger({ dueDaysAfter })}
        />
        <WholeNumber
          label="城镇社区目标（个）"
          value={density.urban}
          onChange={(urban) => onChange({ ...body, density: { ...density, urban } })}
        />
        <WholeNumber
          label="农村社区目标（个）"
          value={density.rural}
          onChange={(rural) => onChange({ ...body, density: { ...density, rural } })}
        />
      </SimpleGrid>
      <MultiSelect
        label="工作台账的栏目"
        description="按所选的次序打印；序号总在最前。"
        data={columns}
        value={ledger.columns}
        onChange={(chosen) => chosen.length > 0 && setLedger({ columns: chosen })}
        searchable
      />
      <Checkbox
        label="报送包里带身份证号"
        description="接收单位确有需要才勾选；默认不带。"
        checked={ledger.includeIdentityNumbers}
        onChange={(event) => setLedger({ includeIdentityNumbers: event.currentTarget.checked })}
      />
      <Checkbox
        label="报送包里带联系电话"
        checked={ledger.includePhones}
        onChange={(event) => setLedger({ includePhones: event.currentTarget.checked })}
      />
    </Stack>
  );
};
