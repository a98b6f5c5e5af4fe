import { Paper, Stack } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/archive-api.tsx';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImportAllBar } from './ImportAllBar.tsx';
import { InboxEntryCard } from './InboxEntryCard.tsx';
import type { Intake } from './use-intake.ts';

/** Files that came in and were not taken yet. */
export const WaitingFiles = ({ intake }: { readonly intake: Intake }) => {
  const { data, error, refetch } = useQuery(useApi().bureau.inbox.queryOptions());
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ScreenLoading />;
  if (data.length === 0) {
    return (
      <Paper withBorder>
        <EmptyState
          icon={IconInbox}
          title="没有待处理的文件"
          hint="街镇用 U 盘或邮件交来的报送包，拖进这个窗口，或点右上角“选择文件”。"
        />
      </Paper>
    );
  }
  return (
    <Stack gap="sm">
      <ImportAllBar entries={data} intake={intake} />
      {data.map((entry) => (
        <InboxEntryCard key={entry.id} entry={entry} intake={intake} />
      ))}
    </Stack>
  );
};
