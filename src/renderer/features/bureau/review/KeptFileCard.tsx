import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReceivedPackage } from '../../../../shared/domain/bureau.ts';
import { useApi, useSaveFromHost } from '../../../app/archive-api.tsx';
import { instantWords } from '../../../app/calendar-words.ts';
import { Card } from '../../../components/Card.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { messageOf } from '../../../components/error-sentence.ts';
import { ProgressPanel } from '../../../components/ProgressPanel.tsx';
import { useProgressRun } from '../../../components/use-progress-run.ts';
import { checkStageLabels } from './check-stages.ts';

interface Rechecked {
  readonly fileName: string;
  readonly files: number;
}

/** The file as it came, kept: it can be opened and compared again, and saved. */
export const KeptFileCard = ({ received }: { readonly received: ReceivedPackage }) => {
  const { id, fileName, importedAt, importedBy } = received;
  const { bureau } = useApi();
  const saveFromHost = useSaveFromHost();
  const run = useProgressRun<Rechecked>();
  const download = useMutation({
    mutationFn: async () => saveFromHost((await bureau.downloadTicket.call({ id })).href),
    onError: (error) => notifications.show({ color: 'orange', message: messageOf(error).happened }),
  });
  return (
    <Card title="收到的原件">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {fileName}，{instantWords(importedAt)}由 {importedBy} 收下，原样保存。
        </Text>
        <Group gap="xs" wrap="nowrap" flex="none">
          <Button
            size="xs"
            variant="default"
            onClick={() => void run.start((signal) => bureau.recheck.call({ id }, { signal }))}
          >
            重新打开核对
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} />}
            loading={download.isPending}
            onClick={() => download.mutate()}
          >
            另存一份
          </Button>
        </Group>
      </Group>
      {run.state.phase === 'running' ? (
        <ProgressPanel
          title="正在重新打开核对"
          progress={run.state.progress}
          elapsedMs={run.state.elapsedMs}
          stageLabels={checkStageLabels}
          onCancel={run.cancel}
        />
      ) : null}
      {run.state.phase === 'failed' ? <ErrorNotice error={run.state.error} /> : null}
      {run.state.phase === 'done' ? (
        <Text size="sm" role="status" c="teal.8" mt="xs">
          打开无误：{run.state.result.files} 个文件，与收到时完全相同。
        </Text>
      ) : null}
    </Card>
  );
};
