import { retentionLabels } from '../labels/archiving.ts';
import type { ArchiveItem } from './archive-item.ts';

/** 归档章 — DA/T 22-2015, 5.4.5: six cells alike. */
export const archiveStampMm = { widthMm: 45, heightMm: 16 } as const;

/** What stands in the cells, upper row first; what is not known yet stays empty. */
export type ArchiveStamp = readonly [
  readonly [fonds: string, year: string, item: string],
  readonly [unit: string, retention: string, pages: string],
];

/** The stamp of an archived item. The fonds may be written in once the archive has assigned one. */
export const archiveStampOf = (
  { year, item, retention, pages }: Pick<ArchiveItem, 'year' | 'item' | 'retention' | 'pages'>,
  { fonds, unit }: { readonly fonds: string | null; readonly unit: string },
): ArchiveStamp => [
  [fonds ?? '', String(year), String(item).padStart(4, '0')],
  [unit, retentionLabels[retention], pages === null ? '' : String(pages)],
];
