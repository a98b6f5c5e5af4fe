import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
  IconZoomReset,
  type Icon,
} from '@tabler/icons-react';
import type { LookControls } from './use-look.ts';

interface ToolProps {
  readonly icon: Icon;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}

const Tool = ({ icon: Icon, label, onClick, disabled = false }: ToolProps) => (
  <Tooltip label={label}>
    <ActionIcon variant="default" size="lg" aria-label={label} onClick={onClick} disabled={disabled}>
      <Icon size={18} stroke={1.6} />
    </ActionIcon>
  </Tooltip>
);

interface PreviewBarProps {
  readonly controls: LookControls;
  readonly papers: number;
  readonly pages: number;
  /** Something that can be zoomed and turned. */
  readonly pictured: boolean;
  readonly onSave: () => void;
}

/** What can be done with the paper in view; every button has its key. */
export const PreviewBar = ({ controls, papers, pages, pictured, onSave }: PreviewBarProps) => {
  const { look, turnPage, turnPaper, zoom, rotate } = controls;
  return (
    <Group justify="space-between" wrap="nowrap">
      {papers > 1 ? (
        <Group gap="xs" wrap="nowrap">
          <Tool
            icon={IconChevronLeft}
            label="上一份（PageUp）"
            onClick={() => turnPaper(-1)}
            disabled={look.paper === 0}
          />
          <Text size="sm">
            第 {look.paper + 1} / {papers} 份
          </Text>
          <Tool
            icon={IconChevronRight}
            label="下一份（PageDown）"
            onClick={() => turnPaper(1)}
            disabled={look.paper + 1 >= papers}
          />
        </Group>
      ) : (
        <span />
      )}
      {pages > 1 ? (
        <Group gap="xs" wrap="nowrap">
          <Tool icon={IconChevronLeft} label="上一页（←）" onClick={() => turnPage(-1, pages)} />
          <Text size="sm" aria-live="polite">
            第 {look.page + 1} / {pages} 页
          </Text>
          <Tool icon={IconChevronRight} label="下一页（→）" onClick={() => turnPage(1, pages)} />
        </Group>
      ) : null}
      <Group gap="xs" wrap="nowrap">
        {pictured ? (
          <>
            <Tool icon={IconZoomOut} label="缩小（－）" onClick={() => zoom(-1)} />
            <Tool icon={IconZoomReset} label="看全页（0）" onClick={() => zoom(0)} />
            <Tool icon={IconZoomIn} label="放大（＋）" onClick={() => zoom(1)} />
            <Tool icon={IconRotateClockwise} label="转一下（R）" onClick={rotate} />
          </>
        ) : null}
        <Tool icon={IconDownload} label="另存一份" onClick={onSave} />
      </Group>
    </Group>
  );
};
