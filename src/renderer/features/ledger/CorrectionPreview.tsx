import { Stack, Text, TextInput } from '@mantine/core';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import { codedErrorOf } from '../../app/client.ts';
import { messageOf } from '../../components/error-sentence.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useCorrectionPreview } from './use-travelling-scans.ts';

interface CorrectionPreviewProps {
  readonly period: PeriodCode;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

const kindWords = { added: '新增', changed: '更正', removed: '移出' } as const;
const shownChanges = 8;

/** What has changed since the period was sent, and why it is sent again. */
export const CorrectionPreview = ({ period, reason, onReason }: CorrectionPreviewProps) => {
  const { data, error } = useCorrectionPreview(period, true);
  if (codedErrorOf(error)?.code === 'LEDGER_UNCHANGED') {
    const { happened, next } = messageOf(error);
    return (
      <Text size="sm" c="dimmed">
        {happened}
        {next}
      </Text>
    );
  }
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={700}>
        只报送这些变化（{data.changes.length} 处）
      </Text>
      {data.changes.slice(0, shownChanges).map(({ id, organization, kind, field, before, after }) => (
        <Text key={`${id} ${field}`} size="sm">
          {kindWords[kind]}　{organization}
          {field === '' ? '' : `：${field}“${before}”改为“${after}”`}
        </Text>
      ))}
      {data.changes.length > shownChanges ? (
        <Text size="sm" c="dimmed">
          还有 {data.changes.length - shownChanges} 处，更正表里逐条列出。
        </Text>
      ) : null}
      {data.parts.length === 0 ? null : (
        <Text size="sm" c="dimmed">
          随之更新：{data.parts.join('、')}
        </Text>
      )}
      <TextInput
        label="更正的理由"
        placeholder="如：补报兜底党组织"
        maxLength={500}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
    </Stack>
  );
};
