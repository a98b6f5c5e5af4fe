import { Loader, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { InboxItemId } from '../../../shared/domain/ids.ts';
import {
  standingOf,
  type InboxItem,
  type InboxRow,
  type ScanStanding,
} from '../../../shared/domain/scan-inbox.ts';
import { scanStandingLabels } from '../../../shared/labels/scan-inbox.ts';
import { StatusBadge, type StatusTone } from '../../components/StatusBadge.tsx';
import classes from './Inbox.module.css';

const tones: Partial<Readonly<Record<ScanStanding, StatusTone>>> = {
  code: 'good',
  'by-hand': 'going',
  parted: 'going',
  foreign: 'late',
  damaged: 'late',
  sealed: 'late',
};

/** How a scan stands; a turning wheel while nobody has looked at it. */
export const StandingBadge = ({ item }: { readonly item: InboxItem }) => {
  const standing = standingOf(item);
  return standing === null ? (
    <Loader size={16} aria-label="等待识别" />
  ) : (
    <StatusBadge tone={tones[standing] ?? 'waiting'}>{scanStandingLabels[standing]}</StatusBadge>
  );
};

const detailOf = ({ item, suggested }: InboxRow): string => {
  if (suggested !== null) return `可能是：${suggested.organizationName} · ${suggested.place}`;
  if (item.parent !== null) return `从《${item.parent.fileName}》分出`;
  return item.reading === null ? '等待识别' : '请选组织和位置';
};

/** Steps of the keys, also those that hands already know from other lists. */
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, J: 1, ArrowUp: -1, k: -1, K: -1 };

/** Called with the chosen line when it becomes so; a browser without it scrolls by hand. */
const keepInView = (line: HTMLElement | null): void => line?.scrollIntoView?.({ block: 'nearest' });

interface InboxListProps {
  readonly rows: readonly InboxRow[];
  readonly chosen: InboxItemId | null;
  readonly onChoose: (id: InboxItemId) => void;
  /** Enter: file it where it probably belongs, or ask. */
  readonly onConfirm: () => void;
  /** Delete: belongs into no dossier. */
  readonly onSetAside: () => void;
  /** The slash: find an organization. */
  readonly onAsk: () => void;
}

/** Scans that wait: one stop for Tab, arrows or J and K inside. */
export const InboxList = ({ rows, chosen, onChoose, onConfirm, onSetAside, onAsk }: InboxListProps) => {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const at = rows.findIndex(({ item }) => item.id === chosen);
    const next = step === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next !== undefined) onChoose(next.item.id);
    else if (event.key === 'Enter') onConfirm();
    else if (event.key === 'Delete') onSetAside();
    else if (event.key === '/') onAsk();
    else return;
    event.preventDefault();
  };
  return (
    <div
      role="listbox"
      aria-label="待归档的扫描件"
      aria-activedescendant={chosen === null ? undefined : `scan-${chosen}`}
      tabIndex={0}
      data-autofocus
      className={classes['list']}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => {
        const { id, paper } = row.item;
        return (
          <div
            key={id}
            id={`scan-${id}`}
            ref={id === chosen ? keepInView : null}
            role="option"
            aria-selected={id === chosen}
            className={classes['item']}
            onClick={() => onChoose(id)}
          >
            <div className={classes['head']}>
              <Text size="sm" fw={600} truncate title={paper.fileName}>
                {paper.fileName}
              </Text>
              <StandingBadge item={row.item} />
            </div>
            <Text size="xs" c="dimmed" truncate>
              {detailOf(row)}
            </Text>
          </div>
        );
      })}
    </div>
  );
};
