import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { StackedModal } from '../../components/StackedModal.tsx';
import { useState } from 'react';
import type { DocumentFormat } from '../../../shared/domain/document.ts';
import { documentKindLabels } from '../../../shared/labels/document.ts';
import { FontNotice } from './FontNotice.tsx';
import { AddToQueueButton } from '../printing/AddToQueueButton.tsx';
import { MakeDialog } from './MakeDialog.tsx';
import { zoomOptions, type PreviewZoom } from './preview-page.ts';
import { PreviewSheet } from './PreviewSheet.tsx';
import type { Printable } from './printable.ts';
import { useMakeDocuments } from './use-make-documents.ts';

interface PaperModalProps {
  readonly printable: Printable;
  readonly onClose: () => void;
}

/** One paper over the screen that it is made of: as it will look, and the way to Word and to the printer. */
export const PaperModal = ({ printable: { kind, subjectId }, onClose }: PaperModalProps) => {
  const [zoom, setZoom] = useState<PreviewZoom>('width');
  const making = useMakeDocuments();
  const make = (format: DocumentFormat): void =>
    making.make({ kind, subjectIds: [subjectId], seal: null, mark: null, issue: null, format });
  const busy = making.run.state.phase === 'running';
  return (
    <StackedModal
      stackId="paper"
      onClose={onClose}
      title={documentKindLabels[kind]}
      size="min(900px, 96vw)"
      centered
      styles={{
        content: { height: '94vh', display: 'flex', flexDirection: 'column' },
        body: { flex: 1, minHeight: 0 },
      }}
    >
      <Stack h="100%" gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <SegmentedControl
            size="xs"
            aria-label="预览大小"
            data={[...zoomOptions]}
            value={zoom}
            onChange={setZoom}
          />
          <Group gap="sm" wrap="nowrap">
            <AddToQueueButton kind={kind} subjectIds={[subjectId]} />
            <Button
              variant="default"
              leftSection={<IconFileTypeDocx size={18} stroke={1.6} />}
              disabled={busy}
              onClick={() => make('docx')}
            >
              存为 Word
            </Button>
            <Button
              leftSection={<IconFileTypePdf size={18} stroke={1.6} />}
              disabled={busy}
              data-autofocus
              onClick={() => make('pdf')}
            >
              存为 PDF
            </Button>
          </Group>
        </Group>
        <FontNotice kind={kind} subjectIds={[subjectId]} />
        <PreviewSheet kind={kind} subjectIds={[subjectId]} withSeal={false} zoom={zoom} />
      </Stack>
      <MakeDialog making={making} onWordInstead={() => make('docx')} />
    </StackedModal>
  );
};
