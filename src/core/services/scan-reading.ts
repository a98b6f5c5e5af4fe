import type { Attachment } from '../../shared/domain/attachment.ts';
import { isKindOn } from '../../shared/domain/document.ts';
import type { PaperTarget } from '../../shared/domain/dossier-file.ts';
import { inboxItemId, storagePlaceId, type InboxItemId } from '../../shared/domain/ids.ts';
import type { InboxItem, ScanReading } from '../../shared/domain/scan-inbox.ts';
import { scanRuns, type PageReading, type ScanRun } from '../../shared/domain/scan-runs.ts';
import { openAttachment } from '../attachments/attachments.ts';
import type { Writer } from '../db/archive-store.ts';
import {
  insertInboxPart,
  saveReading,
  saveSuggestion,
  settleInboxItem,
} from '../db/repositories/scan-inbox.ts';
import { paperCodes } from '../documents/paper-codes.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { CodesOnPage } from '../scans/find-codes.ts';
import type { ReadScan } from '../scans/read-scan.ts';
import type { ScanReader } from '../scans/scan-reader.ts';
import { placeAttachment, takeBytesIn } from './dossier-files.ts';
import { homeOfPaper } from './scan-homes.ts';
import { requireItem } from './scan-inbox.ts';
import { suggestByName } from './scan-suggestions.ts';

/** What became of an item that was looked at. */
export type ScanOutcome =
  | { readonly outcome: 'filed' | 'waiting' }
  | { readonly outcome: 'parted'; readonly filed: number; readonly waiting: number };

/** What a page says, its codes' checks judged. */
const pageReading = (archive: OpenArchive, { codes, blank }: CodesOnPage): PageReading => {
  const readings = codes.map((code) => paperCodes(archive.keys).read(code));
  const ours = readings.flatMap((reading) => (reading.kind === 'ours' ? [reading.paper] : []));
  const [paper] = ours;
  if (paper !== undefined) return ours.length === 1 ? { kind: 'paper', paper } : { kind: 'several' };
  if (readings.some(({ kind }) => kind === 'foreign')) return { kind: 'foreign' };
  return { kind: blank ? 'blank' : 'none' };
};

/** Leaves an item to the clerk, with what helps to file it. */
const leaveWaiting = (
  archive: OpenArchive,
  writer: Writer,
  item: InboxItem,
  reading: ScanReading,
): ScanOutcome => {
  saveReading(writer, item.id, reading);
  const name = item.parent?.fileName ?? item.paper.fileName;
  saveSuggestion(writer, item.id, suggestByName(writer, name, archive.ports.clock.today()));
  return { outcome: 'waiting' };
};

/** Files an item by its code, or leaves it waiting with the reason. */
const settleRun = async (
  archive: OpenArchive,
  writer: Writer,
  item: InboxItem,
  run: Pick<ScanRun, 'paper' | 'why'>,
  pages: number,
): Promise<ScanOutcome> => {
  if (run.paper === null) return leaveWaiting(archive, writer, item, { finding: run.why, pages });
  const { clock } = archive.ports;
  const home = await homeOfPaper(writer, run.paper, clock.today());
  if (home.finding !== 'code') {
    const place = isKindOn(run.paper.kind, 'place')
      ? { placeId: storagePlaceId.parse(run.paper.subjectId) }
      : {};
    return leaveWaiting(archive, writer, item, { finding: home.finding, pages, ...place });
  }
  await placeAttachment(writer, archive, item.paper.id, home.target);
  saveReading(writer, item.id, { finding: 'code', pages });
  settleInboxItem(writer, item.id, { state: 'filed', filedAs: home.target, at: clock.instant() });
  return { outcome: 'filed' };
};

/** True while an item still waits to be looked at; somebody may have filed it by hand while it was being read. */
const isStillUnread = ({ state, reading }: InboxItem): boolean => state === 'waiting' && reading === null;

const partName = (fileName: string, { from, to }: ScanRun): string => {
  const stem = fileName.replace(/\.[^.]*$/, '');
  return `${stem}_第${from === to ? from : `${from}至${to}`}页.pdf`;
};

/** The parts as attachments, each copied in before any item names it; null where the PDF cannot be taken apart. */
const partAttachments = async (
  archive: OpenArchive,
  reader: ScanReader,
  { paper }: InboxItem,
  runs: readonly ScanRun[],
): Promise<readonly Attachment[] | null> => {
  const { bytes } = await openAttachment(archive, paper.id);
  const parts = await reader.part(bytes, runs, paper.sha256);
  if (parts === null) return null;
  const attachments: Attachment[] = [];
  for (const [at, part] of parts.entries()) {
    const fileName = partName(paper.fileName, runs[at]!);
    attachments.push(await takeBytesIn(archive, fileName, part));
  }
  return attachments;
};

/** A page without a code probably belongs to what was scanned before it; only a clerk says so. */
const suggestNeighbour = (writer: Writer, id: InboxItemId, before: PaperTarget | null): void => {
  if (before === null || requireItem(writer, id).suggestion !== null) return;
  saveSuggestion(writer, id, { target: before, reason: '扫在同一个文件里，紧跟着这个组织的材料' });
};

/** Parts a scan of several papers. The scan itself stays as it was received, and goes into no dossier. */
const settleParts = (
  archive: OpenArchive,
  item: InboxItem,
  runs: readonly ScanRun[],
  attachments: readonly Attachment[],
  pages: number,
): Promise<ScanOutcome> =>
  archive.store.write(async (writer) => {
    if (!isStillUnread(requireItem(writer, item.id))) return { outcome: 'waiting' };
    saveReading(writer, item.id, { finding: 'parted', pages });
    settleInboxItem(writer, item.id, { state: 'filed', filedAs: null, at: archive.ports.clock.instant() });
    let filed = 0;
    let before: PaperTarget | null = null;
    for (const [at, attachment] of attachments.entries()) {
      const run = runs[at]!;
      const id = inboxItemId.parse(archive.ports.random.id());
      insertInboxPart(writer, { id, attachment, parentId: item.id, pages: { from: run.from, to: run.to } });
      const part = requireItem(writer, id);
      const { outcome } = await settleRun(archive, writer, part, run, run.to - run.from + 1);
      if (outcome === 'filed') {
        filed += 1;
        before = requireItem(writer, id).filedAs;
      } else suggestNeighbour(writer, id, before);
    }
    return { outcome: 'parted', filed, waiting: attachments.length - filed };
  });

const settleScan = async (
  archive: OpenArchive,
  reader: ScanReader,
  item: InboxItem,
  scan: ReadScan,
): Promise<ScanOutcome> => {
  const pages = scan.pages.length;
  const runs = scanRuns(scan.pages.map((page) => pageReading(archive, page)));
  const parted =
    scan.failure === null && runs.length > 1 && item.paper.mediaType === 'application/pdf'
      ? await partAttachments(archive, reader, item, runs)
      : null;
  if (parted !== null) return settleParts(archive, item, runs, parted, pages);
  return archive.store.write(async (writer) => {
    const current = requireItem(writer, item.id);
    if (!isStillUnread(current)) return { outcome: 'waiting' };
    const [only] = runs;
    if (scan.failure !== null)
      return leaveWaiting(archive, writer, current, { finding: scan.failure, pages });
    if (only !== undefined && runs.length === 1) return settleRun(archive, writer, current, only, pages);
    return leaveWaiting(archive, writer, current, { finding: 'several', pages });
  });
};

/**
 * Looks at an item and files it, or its parts, by the codes on its pages. Filing and saying so are one work: cut off
 * anywhere, the item is unread, and is looked at again.
 *
 * @param signal gives the reading up; the item stays unread
 * @throws CodedError NOT_FOUND, ARCHIVE_DAMAGED `attachment`, DISK_FULL, STORAGE_UNWRITABLE
 */
export const readItem = async (
  archive: OpenArchive,
  reader: ScanReader,
  id: InboxItemId,
  signal?: AbortSignal,
): Promise<ScanOutcome> => {
  const item = await archive.store.read((source) => requireItem(source, id));
  const { bytes } = await openAttachment(archive, item.paper.id);
  const scan = await reader.read(bytes, item.paper.mediaType, signal);
  return settleScan(archive, reader, item, scan);
};
