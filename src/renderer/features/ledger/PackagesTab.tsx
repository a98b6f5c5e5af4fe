import { Paper, Table, Text } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { instantWords } from '../../app/calendar-words.ts';
import { periodWords } from '../../../shared/labels/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { byteWords } from '../../components/byte-words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { DownloadButton } from './DownloadButton.tsx';

/** Every package that was ever made. */
export const PackagesTab = () => {
  const { ledger } = useApi();
  const { data, error, refetch } = useQuery(ledger.packages.queryOptions());
  const { data: keys } = useQuery(ledger.bureauKeys.queryOptions());
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ScreenLoading />;
  if (data.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState
          icon={IconPackage}
          title="还没有报送记录"
          hint="在“检查与报送”里导出的每一个报送包，都会记在这里，可以再次下载。"
        />
      </Paper>
    );
  }
  const nameOf = (recipient: string): string =>
    keys?.find((key) => key.recipient === recipient)?.name ?? '已移除的公钥';
  return (
    <Paper withBorder>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>报送期</Table.Th>
            <Table.Th>报送包</Table.Th>
            <Table.Th>发给</Table.Th>
            <Table.Th>内容</Table.Th>
            <Table.Th>制作时间</Table.Th>
            <Table.Th aria-label="下载" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map((made) => (
            <Table.Tr key={made.id}>
              <Table.Td>{periodWords(made.period)}</Table.Td>
              <Table.Td>
                <Text size="sm">{made.fileName}</Text>
                <Text size="xs" c="dimmed" ff="monospace" title={made.sha256}>
                  SHA-256 {made.sha256.slice(0, 16)}…　{byteWords(made.byteLength)}
                </Text>
              </Table.Td>
              <Table.Td>{made.recipients.map(nameOf).join('、')}</Table.Td>
              <Table.Td>
                {made.organizationCount} 个组织
                <br />
                {made.scanCount} 件扫描件
              </Table.Td>
              <Table.Td>{instantWords(made.createdAt)}</Table.Td>
              <Table.Td>
                <DownloadButton id={made.id} size="xs" variant="default" />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
};
