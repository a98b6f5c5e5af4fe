import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { FilingNumberToken } from '../../../../shared/domain/filing-number.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { messageOf } from '../../../components/error-sentence.ts';
import type { RuleFieldsProps } from './rule-fields.ts';

/** What a clerk calls the parts of a number. */
const tokenLabels: Readonly<Record<FilingNumberToken, string>> = {
  office: '街道简称',
  YYYY: '年份',
  seq: '序号',
  seq4: '四位序号',
  area9: '街道代码',
  village3: '社区代码',
  category: '类别字母',
};
const tokens = Object.entries(tokenLabels);

/** The template of filing numbers, with the number that it would give next to it while typing. */
export const FilingNumberFields = ({ body, onChange }: RuleFieldsProps) => {
  const input = useRef<HTMLInputElement>(null);
  const template = body.filingNumberTemplate;
  const [asked] = useDebouncedValue(template.trim(), 200);
  const { data: preview, error } = useQuery(
    useApi().rules.previewFilingNumber.queryOptions({
      input: { template: asked },
      enabled: asked !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const setTemplate = (filingNumberTemplate: string): void => onChange({ ...body, filingNumberTemplate });
  const insert = (token: string): void => {
    const at = input.current?.selectionStart ?? template.length;
    setTemplate(`${template.slice(0, at)}{${token}}${template.slice(at)}`);
    input.current?.focus();
  };
  return (
    <Stack gap="sm">
      <TextInput
        ref={input}
        label="备案号样式"
        maxLength={80}
        value={template}
        error={error === null ? undefined : messageOf(error).happened}
        onChange={(event) => setTemplate(event.currentTarget.value)}
      />
      <Group gap={6}>
        <Text size="sm" c="dimmed">
          插入：
        </Text>
        {tokens.map(([token, label]) => (
          <Button key={token} size="compact-sm" variant="default" fw={400} onClick={() => insert(token)}>
            {label}
          </Button>
        ))}
      </Group>
      <Text size="sm" aria-live="polite">
        <Text span inherit c="dimmed">
          下一个号的样子：
        </Text>
        {error === null ? (preview?.example ?? '') : '—'}
      </Text>
    </Stack>
  );
};
