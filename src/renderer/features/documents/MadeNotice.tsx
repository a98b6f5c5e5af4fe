import { Anchor, Button, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import type { MadeBatch } from './use-make-documents.ts';

interface MadeNoticeProps {
  readonly made: MadeBatch;
  readonly onClose: () => void;
}

const Skipped = ({ skipped }: Pick<MadeBatch, 'skipped'>) => (
  <>
    <Text size="sm">跳过了 {skipped.length} 个，它们还缺内容，点名称去补齐：</Text>
    <ScrollArea.Autosize mah={280} type="auto" offsetScrollbars>
      <Stack gap={6}>
        {skipped.map(({ subjectId, organizationId, name, missing }) => (
          <Group key={subjectId} justify="space-between" wrap="nowrap" gap="lg">
            {organizationId === null ? (
              <Text size="sm">{name}</Text>
            ) : (
              <Anchor component={Link} to={paths.dossier(organizationId)} size="sm">
                {name}
              </Anchor>
            )}
            <Text size="sm" c="dimmed">
              缺{missing.join('、')}
            </Text>
          </Group>
        ))}
      </Stack>
    </ScrollArea.Autosize>
  </>
);

/** What a batch came to: the file, and who was left out with what is missing. */
export const MadeNotice = ({ made: { fileName, count, skipped }, onClose }: MadeNoticeProps) => (
  <Stack gap="sm" role="status">
    <div>
      <Text fw={700}>{count === 0 ? '没有可以打印的文书' : `做好了 ${count} 份`}</Text>
      {count === 0 ? null : (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {fileName}，已保存到“下载”。
        </Text>
      )}
    </div>
    {skipped.length === 0 ? null : <Skipped skipped={skipped} />}
    <Group justify="flex-end">
      <Button onClick={onClose} data-autofocus>
        知道了
      </Button>
    </Group>
  </Stack>
);
