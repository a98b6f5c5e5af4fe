import { Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconMailCheck, IconPackage } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { submissionStandingLabels } from '../../../shared/labels/ledger.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PackageCard } from './PackageCard.tsx';

/** Takes in the bureau's answer. */
const ReceiptImport = () => {
  const take = useMutation(useApi().ledger.importReceipt.mutationOptions());
  const receipt = take.data?.receipt ?? null;
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          接收单位发来回执以后，在这里导入；签名查证无误才会记下。
        </Text>
        <FileButton accept=".txt,text/plain" onChange={(file) => file !== null && take.mutate({ file })}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconMailCheck size={18} stroke={1.6} />}
              loading={take.isPending}
            >
              导入回执
            </Button>
          )}
        </FileButton>
      </Group>
      <ErrorNotice error={take.error} />
      {receipt === null ? null : (
        <Text size="sm" role="status" fw={700}>
          {take.data?.fileName}：{submissionStandingLabels[receipt.outcome]}
        </Text>
      )}
    </Stack>
  );
};

/** Every package that was ever made, what became of it, and what the bureau answered. */
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
          hint="在“检查与报送”里导出的每一个报送包，都会记在这里：什么时候、发给谁、校验值和回执。"
        />
      </Paper>
    );
  }
  const nameOf = (recipient: string): string =>
    keys?.find((key) => key.recipient === recipient)?.name ?? '已移除的公钥';
  return (
    <Stack>
      <ReceiptImport />
      {data.map((made) => (
        <PackageCard
          key={made.id}
          made={made}
          recipients={made.recipients.map(nameOf)}
          follows={data.find(({ id }) => id === made.follows)?.fileName ?? null}
        />
      ))}
    </Stack>
  );
};
