import { SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  archivalClassKey,
  archivalCodeOf,
  archivalTemplateFlaw,
  archivalTokens,
  type RetentionPeriod,
} from '../../../../shared/domain/archival-code.ts';
import { archivalTokenLabels } from '../../../../shared/labels/archiving.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { BasisHint } from '../../../components/BasisHint.tsx';
import { todayHere } from '../../filings/today-here.ts';
import type { RuleFieldsProps } from './rule-fields.ts';

const flawWords = (template: string): string | undefined => {
  const found = archivalTemplateFlaw(template);
  if (found === null) return undefined;
  if (found.flaw === 'unknown') return `不认识“${found.token}”`;
  return found.token === 'item'
    ? '要以件号结尾'
    : `缺少${archivalTokenLabels[found.token as keyof typeof archivalTokenLabels]}`;
};

const examples: readonly RetentionPeriod[] = ['permanent', '30-years', '10-years'];

/** How items are numbered, with the codes that it would give next to it while typing. */
export const ArchivalCodeFields = ({ body, onChange }: RuleFieldsProps) => {
  const rule = body.archivalCode;
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const flaw = flawWords(rule.template);
  const set = (part: Partial<typeof rule>): void => onChange({ ...body, archivalCode: { ...rule, ...part } });
  const year = Number(todayHere().slice(0, 4));
  const fonds = office?.profile.fondsCode ?? null;
  return (
    <Stack gap="sm">
      <TextInput
        label={
          <>
            档号样式 <BasisHint basis="DA/T 22-2015 5.4.2" />
          </>
        }
        description={archivalTokens.map((token) => `{${token}} ${archivalTokenLabels[token]}`).join('　')}
        maxLength={80}
        error={flaw}
        value={rule.template}
        onChange={(event) => set({ template: event.currentTarget.value })}
      />
      <SimpleGrid cols={3} spacing="md">
        <TextInput
          label="档案门类代码"
          maxLength={8}
          value={rule.category}
          onChange={(event) => set({ category: event.currentTarget.value })}
        />
        <TextInput
          label="机构（问题）代码"
          maxLength={8}
          value={rule.unit}
          onChange={(event) => set({ unit: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Text size="sm" aria-live="polite">
        <Text span inherit c="dimmed">
          编出来的样子：
        </Text>
        {flaw === undefined
          ? examples
              .map((retention) => archivalCodeOf(archivalClassKey(rule, { fonds, year, retention }), 1))
              .join('　')
          : '—'}
      </Text>
      {fonds === null ? (
        <Text size="xs" c="dimmed">
          全宗号由档案馆给定，在“街道与枢纽”里填；没有时先空着，已编的档号不变。
        </Text>
      ) : null}
    </Stack>
  );
};
