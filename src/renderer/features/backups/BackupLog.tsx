import { Table, Text } from '@mantine/core';
import type { BackupEvent } from '../../../shared/domain/backup.ts';
import { backupEventLabels, backupFailureWords, backupReasonLabels } from '../../../shared/labels/backup.ts';

/** What was done about backups, the newest first. */
export const BackupLog = ({ events }: { readonly events: readonly BackupEvent[] }) =>
  events.length === 0 ? (
    <Text c="dimmed">还没有记录。</Text>
  ) : (
    <Table verticalSpacing={4} aria-label="备份记录">
      <Table.Thead>
        <Table.Tr>
          {['时间', '做了什么', '位置', '编号', '结果'].map((word) => (
            <Table.Th key={word}>{word}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {events.slice(0, 30).map((event) => (
          <Table.Tr key={event.id}>
            <Table.Td>{new Date(event.at).toLocaleString('zh-CN', { hour12: false })}</Table.Td>
            <Table.Td>
              {backupEventLabels[event.kind]}
              {event.reason === null ? '' : `（${backupReasonLabels[event.reason]}）`}
            </Table.Td>
            <Table.Td>{event.placeLabel}</Table.Td>
            <Table.Td>{event.number ?? '—'}</Table.Td>
            <Table.Td>
              <Text size="sm" {...(event.good ? {} : { c: 'red.8' })}>
                {event.good ? event.detail : `没有做成：${backupFailureWords(event.failure)}`}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
