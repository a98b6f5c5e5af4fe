import { Alert, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconShieldExclamation } from '@tabler/icons-react';
import { StackedModal } from '../../../components/StackedModal.tsx';
import { useQuery } from '@tanstack/react-query';
import type { HeldAttachment } from '../../../../shared/domain/dossier-file.ts';
import { attachmentWarningLabels } from '../../../../shared/labels/attachment.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { PreviewBar } from './PreviewBar.tsx';
import { PreviewStage } from './PreviewStage.tsx';
import { useLook } from './use-look.ts';
import { useSaveAttachment } from './use-save-attachment.ts';

export interface PreviewedPaper {
  readonly title: string;
  readonly attachment: HeldAttachment;
}

interface PreviewModalProps {
  /** At least one. */
  readonly papers: readonly PreviewedPaper[];
  readonly first: number;
  readonly onClose: () => void;
}

/** Papers shown inside the application, one after another; nothing that is in them is run. */
export const PreviewModal = ({ papers, first, onClose }: PreviewModalProps) => {
  const api = useApi();
  const controls = useLook(papers.length, first);
  const { look, turnPage, turnPaper, zoom, rotate } = controls;
  const paper = papers[look.paper] ?? papers[0];
  const attachmentId = paper?.attachment.id;
  const { data: view, error } = useQuery({
    ...api.files.view.queryOptions({
      input: { attachmentId: attachmentId ?? ('' as never) },
      staleTime: Infinity,
    }),
    enabled: attachmentId !== undefined,
  });
  const save = useSaveAttachment();
  const pages = view?.means === 'pages' ? view.pages : 1;
  useHotkeys([
    ['ArrowRight', () => turnPage(1, pages)],
    ['ArrowLeft', () => turnPage(-1, pages)],
    ['PageDown', () => turnPaper(1)],
    ['PageUp', () => turnPaper(-1)],
    ['+', () => zoom(1)],
    ['=', () => zoom(1)],
    ['-', () => zoom(-1)],
    ['0', () => zoom(0)],
    ['R', rotate],
  ]);
  if (paper === undefined) return null;
  const { attachment } = paper;
  return (
    <StackedModal
      stackId="preview"
      onClose={onClose}
      title={paper.title}
      size="min(1280px, 96vw)"
      centered
      styles={{
        content: { height: '94vh', display: 'flex', flexDirection: 'column' },
        body: { flex: 1, minHeight: 0 },
      }}
    >
      <Stack h="100%" gap="sm">
        <PreviewBar
          controls={controls}
          papers={papers.length}
          pages={pages}
          pictured={view?.means === 'pages' || view?.means === 'picture'}
          onSave={() => save(attachment.id)}
        />
        {attachment.warnings.map((warning) => (
          <Alert key={warning} color="orange" p="xs" icon={<IconShieldExclamation size={18} />}>
            {attachmentWarningLabels[warning]}
          </Alert>
        ))}
        <PreviewStage key={attachment.id} attachment={attachment} look={look} view={view} error={error} />
      </Stack>
    </StackedModal>
  );
};
