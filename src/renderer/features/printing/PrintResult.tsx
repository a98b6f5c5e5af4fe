import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { PrintedDocument } from '../../../shared/domain/printing.ts';
import { documentShortLabels } from '../../../shared/labels/document.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { documentWords } from './setup-words.ts';

/** What a run came to, as the contract says it. */
export interface PrintOutcome {
  readonly documents: readonly PrintedDocument[];
  readonly jobs: number;
  readonly papers: number;
  readonly numbered: number;
  readonly skipped: readonly {
    readonly subjectId: string;
    readonly organizationId: OrganizationId | null;
    readonly name: string;
    readonly missing: readonly string[];
  }[];
}

/** One document that was made: sent, or to be opened and printed here. */
const DocumentLine = ({ document }: { readonly document: PrintedDocument }) => {
  const { documents } = useApi();
  const {
    data: href,
    error,
    mutate,
  } = useMutation({
    mutationFn: async (fileId: string) => URL.createObjectURL(await documents.takeFile.call({ fileId })),
  });
  const { fileId } = document;
  useEffect(() => {
    if (fileId !== '') mutate(fileId);
  }, [fileId, mutate]);
  useEffect(() => () => (href === undefined ? undefined : URL.revokeObjectURL(href)), [href]);
  return (
    <Stack gap={2}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">
          <b>{document.kinds.map((kind) => documentShortLabels[kind]).join('、')}</b>　
          {documentWords(document)}
          {document.sent ? '　已送打印机' : ''}
        </Text>
        {href === undefined ? null : (
          <Group gap="xs" wrap="nowrap" flex="none">
            <Button
              component="a"
              href={href}
              target="_blank"
              rel="noopener"
              size="compact-sm"
              leftSection={<IconExternalLink size={16} />}
            >
              打开打印
            </Button>
            <Button
              component="a"
              href={href}
              download={document.fileName}
              size="compact-sm"
              variant="default"
              leftSection={<IconDownload size={16} />}
            >
              存为 PDF
            </Button>
          </Group>
        )}
      </Group>
      {document.tray === null ? null : (
        <Text size="sm" c="orange.9">
          放纸：{document.tray}
        </Text>
      )}
      <ErrorNotice error={error} />
    </Stack>
  );
};

/** What came of a run: the documents, what was registered, what was left out. */
export const PrintResult = ({
  outcome: { documents, papers, numbered, skipped },
  onClose,
}: {
  readonly outcome: PrintOutcome;
  readonly onClose: () => void;
}) => (
  <Stack gap="sm" role="status">
    <Text fw={700}>
      {papers === 0 ? '没有可以打印的文书' : `做好了 ${papers} 份文书，${documents.length} 个打印文件`}
    </Text>
    {documents.map((document) => (
      <DocumentLine key={`${document.fileName}${document.fileId}`} document={document} />
    ))}
    {numbered === 0 ? null : (
      <Text size="sm">
        编号登记了 {numbered} 份，见{' '}
        <Anchor component={Link} to={paths.register('issued')} size="sm">
          已发文书登记
        </Anchor>
        。打坏的，在那里作废，再重打。
      </Text>
    )}
    {skipped.length === 0 ? null : (
      <Text size="sm">
        跳过了 {skipped.length} 个：
        {skipped
          .slice(0, 8)
          .map(({ name, missing }) => `${name}（缺${missing.join('、')}）`)
          .join('；')}
        {skipped.length > 8 ? '……' : ''}
      </Text>
    )}
    <Group justify="flex-end">
      <Button onClick={onClose} data-autofocus>
        知道了
      </Button>
    </Group>
  </Stack>
);
