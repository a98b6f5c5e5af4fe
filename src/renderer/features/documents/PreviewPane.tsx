import { ActionIcon, Center, Group, SegmentedControl, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFileSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { LabelChoice } from '../../../shared/domain/label-sheet.ts';
import { isLabelKind } from '../../../shared/domain/printing.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FontNotice } from './FontNotice.tsx';
import { zoomOptions, type PreviewZoom } from './preview-page.ts';
import { subjectWords } from './subject-words.ts';
import { PreviewSheet } from './PreviewSheet.tsx';
import classes from './PrintScreen.module.css';

interface PreviewPaneProps {
  readonly kind: DocumentKind;
  readonly subjectIds: readonly string[];
  readonly withSeal: boolean;
  readonly labels: LabelChoice | null;
}

interface PagerProps {
  readonly position: number;
  readonly count: number;
  readonly onMove: (position: number) => void;
}

/** Leafs through a batch, a document at a time. */
const Pager = ({ position, count, onMove }: PagerProps) => (
  <Group gap={4} wrap="nowrap">
    <ActionIcon
      variant="subtle"
      aria-label="上一份"
      disabled={position === 0}
      onClick={() => onMove(position - 1)}
    >
      <IconChevronLeft size={18} />
    </ActionIcon>
    <Text size="sm" aria-live="polite" miw={96} ta="center">
      第 {position + 1} / {count} 份
    </Text>
    <ActionIcon
      variant="subtle"
      aria-label="下一份"
      disabled={position === count - 1}
      onClick={() => onMove(position + 1)}
    >
      <IconChevronRight size={18} />
    </ActionIcon>
  </Group>
);

/** Labels that a preview shows; the contract previews no more. */
const shownLabels = 50;

/** The chosen documents as they will look on paper, one at a time. */
export const PreviewPane = ({ kind, subjectIds, withSeal, labels }: PreviewPaneProps) => {
  const [wanted, setWanted] = useState(0);
  const [zoom, setZoom] = useState<PreviewZoom>('page');
  const count = subjectIds.length;
  const position = Math.max(0, Math.min(wanted, count - 1));
  const subjectId = subjectIds[position];
  // Labels stand side by side on one sheet.
  const joined = isLabelKind(kind);
  if (subjectId === undefined) {
    return (
      <Center className={classes['preview'] ?? ''}>
        <EmptyState
          icon={IconFileSearch}
          title={`先在左边选${subjectWords(kind).what}`}
          hint="选好以后，这里显示和纸上一样的预览。可以一次选很多个，成批打印。"
        />
      </Center>
    );
  }
  return (
    <section className={classes['preview']} aria-label="预览">
      <Group justify="space-between" wrap="nowrap">
        {joined ? (
          <Text size="sm" c="dimmed">
            {count > shownLabels ? `预览前 ${shownLabels} 个标签` : `${count} 个，印在一起`}
          </Text>
        ) : (
          <Pager position={position} count={count} onMove={setWanted} />
        )}
        <SegmentedControl
          size="xs"
          aria-label="预览大小"
          data={[...zoomOptions]}
          value={zoom}
          onChange={setZoom}
        />
      </Group>
      <FontNotice kind={kind} subjectIds={subjectIds} />
      <PreviewSheet
        kind={kind}
        subjectIds={joined ? subjectIds.slice(0, shownLabels) : [subjectId]}
        withSeal={withSeal}
        labels={labels}
        zoom={zoom}
      />
    </section>
  );
};
