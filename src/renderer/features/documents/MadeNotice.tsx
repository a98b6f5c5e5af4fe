import { Anchor, CloseButton, Group, Paper, ScrollArea, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import type { MadeBatch } from './use-make-documents.ts';

interface MadeNoticeProps {
  readonly made: MadeBatch;
  readonly onClose: () => void;
}

const Skipped = ({ skipped }: Pick<MadeBatch, 'skipped'>) => (
  <>
    <Text size="sm">跳过了 {skipped.length} 个，它们还缺内容：</Text>
    <ScrollArea.Autosize mah={150} type="auto">
      <Stack gap={4}>
        {skipped.map(({ organizationId, name, missing }) => (
          <Text key={organizationId} size="sm">
            <Anchor component={Link} to={paths.dossier(organizationId)} size="sm">
              {name}
            </Anchor>
            　缺：{missing.join('、')}
          </Text>
        ))}
      </Stack>
    </ScrollArea.Autosize>
  </>
);

/** What a batch came to: the file, and who was left out with what is missing. */
export const MadeNotice = ({ made: { fileName, count, skipped }, onClose }: MadeNoticeProps) => (
  <Paper withBorder p="md" mb="sm" role="status">
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={6}>
        <Text size="sm" fw={700}>
          {count === 0 ? '没有可以打印的文书' : `做好 ${count} 份：${fileName}`}
        </Text>
        {skipped.length === 0 ? null : <Skipped skipped={skipped} />}
      </Stack>
      <CloseButton aria-label="收起" onClick={onClose} />
    </Group>
  </Paper>
);
