import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReceivedPackage } from '../../../../shared/domain/bureau.ts';
import { instantWords } from '../../../app/calendar-words.ts';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { packageStanding } from '../inbox/package-standing.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { PrintMenu } from '../../../components/PrintMenu.tsx';
import { useApi } from '../../../app/archive-api.tsx';
import { useSaveReceipt } from './use-answer.ts';

const shownReasons = 8;

/** What was answered, and the file and paper that say so; nothing while there is no answer. */
export const ReceiptCard = ({ received }: { readonly received: ReceivedPackage }) => {
  const { bureau } = useApi();
  const save = useSaveReceipt();
  const { receipt, id } = received;
  if (receipt === null) return null;
  const { tone, text } = packageStanding(received);
  return (
    <Card title="回执" aside={<StatusBadge tone={tone}>{text}</StatusBadge>}>
      <Stack gap="xs">
        <Text size="sm">
          {receipt.receivedOn} 收到，{receipt.decidedBy}于 {instantWords(receipt.decidedAt)}
          {receipt.outcome === 'accepted' ? '接收' : '退回'}。请把回执文件发给街镇，街镇在“报送记录”里导入。
        </Text>
        {receipt.reasons.slice(0, shownReasons).map(({ organization, text: reason }) => (
          <Text key={`${organization ?? ''} ${reason}`} size="sm">
            {organization === null ? '' : `${organization}：`}
            {reason}
          </Text>
        ))}
        {receipt.reasons.length > shownReasons ? (
          <Text size="sm" c="dimmed">
            还有 {receipt.reasons.length - shownReasons} 条，回执里逐条列出。
          </Text>
        ) : null}
        <ErrorNotice error={save.error} />
        <Group gap="xs">
          <Button
            size="xs"
            variant="light"
            leftSection={<IconDownload size={16} />}
            loading={save.isPending}
            onClick={() => save.mutate(id)}
          >
            存回执文件
          </Button>
          <PrintMenu label="打印回执" make={(format) => bureau.receiptPaper.call({ id, format })} />
        </Group>
      </Stack>
    </Card>
  );
};
