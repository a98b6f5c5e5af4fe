import { basename } from 'node:path';
import type { FolderState } from '../../shared/domain/scan-folder.ts';
import { CodedError, isCoded } from '../../shared/errors.ts';
import { countInbox, nextUnreadItem, saveReading } from '../db/repositories/scan-inbox.ts';
import type { OpenArchive } from '../open-archive.ts';
import { openScanReader, type ScanReader } from '../scans/scan-reader.ts';
import { watchFolder } from './scan-folder.ts';
import { readItem } from './scan-reading.ts';
import type { Watch } from './watched-work.ts';

/** What came of looking at scans. */
export interface ReadCounts {
  /** Scans, or parts of scans, that are in their dossiers now. */
  readonly filed: number;
  /** Those that a clerk must file. */
  readonly waiting: number;
}

/** Where scans are taken in and read while an archive is open. */
export interface ScanDesk {
  /** Looks at the host's folder every few seconds, and reads what waits unread. */
  start(): void;
  /**
   * Reads what waits unread, the oldest first; one reading at a time, so a second one waits for the first.
   *
   * @throws CodedError CANCELLED by the watch; what is unread stays so, and is not read until somebody asks, or another
   *   scan arrives
   */
  readAll(watch: Watch): Promise<ReadCounts>;
  /** Something has arrived: reading goes on where a cancel has stopped it. */
  wake(): void;
  folder(): Promise<FolderState>;
  /** Ends what runs; the scan being read is read anew when the archive is opened next. */
  close(): Promise<void>;
}

const lookEveryMs = 3_000;

const openDesk = (archive: OpenArchive): ScanDesk => {
  const { logger, scanFolder } = archive.ports;
  const folder = watchFolder();
  const stopping = new AbortController();
  let reader: ScanReader | null = null;
  let paused = false;
  let watchers = 0;
  let readable = true;
  let timer: NodeJS.Timeout | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let looking: Promise<unknown> = Promise.resolve();

  const readOne = async (id: Parameters<typeof readItem>[2]): Promise<ReadCounts> => {
    try {
      const read = await readItem(archive, (reader ??= openScanReader()), id, stopping.signal);
      if (read.outcome === 'parted') return read;
      return { filed: read.outcome === 'filed' ? 1 : 0, waiting: read.outcome === 'waiting' ? 1 : 0 };
    } catch (error) {
      if (stopping.signal.aborted || isCoded(error, 'DISK_FULL')) throw error;
      // One scan that cannot be read stops no other: it waits for a clerk.
      logger.error('scan-reading-failed', error);
      await archive.store.write((writer) => saveReading(writer, id, { finding: 'damaged', pages: 0 }));
      return { filed: 0, waiting: 1 };
    }
  };

  const readUnread = async (watch: Watch): Promise<ReadCounts> => {
    const counts = { filed: 0, waiting: 0 };
    for (let done = 0; ; done += 1) {
      const { next, unread } = await archive.store.read((source) => ({
        next: nextUnreadItem(source),
        unread: countInbox(source).unread,
      }));
      await watch.report('reading', done, done + unread);
      if (next === null) return counts;
      const { filed, waiting } = await readOne(next.id);
      counts.filed += filed;
      counts.waiting += waiting;
    }
  };

  const inTurn = (watch: Watch): Promise<ReadCounts> => {
    const reading = last.then(() => readUnread(watch));
    last = reading.catch(() => {});
    return reading;
  };

  const readAll = async (watch: Watch): Promise<ReadCounts> => {
    paused = false;
    watchers += 1;
    try {
      return await inTurn(watch);
    } catch (error) {
      if (isCoded(error, 'CANCELLED')) paused = true;
      throw error;
    } finally {
      watchers -= 1;
    }
  };

  /** Gives way after each scan to whoever wants to see the progress. */
  const behind: Watch = {
    report: async () => {
      if (watchers > 0) throw new CodedError('CANCELLED', {});
    },
  };

  const readBehind = async (): Promise<void> => {
    try {
      await inTurn(behind);
    } catch (error) {
      if (!isCoded(error, 'CANCELLED')) throw error;
    }
  };

  const lookAtFolder = async (): Promise<void> => {
    const path = scanFolder?.() ?? null;
    if (path === null) return;
    try {
      if ((await folder.look(archive, path)) > 0) paused = false;
      readable = true;
    } catch (error) {
      // A network share that is away is no reason to stop looking.
      if (readable) logger.error('scan-folder-unreadable', error);
      readable = false;
    }
  };

  const look = async (): Promise<void> => {
    await lookAtFolder();
    if (paused || stopping.signal.aborted) return;
    const { unread } = await archive.store.read(countInbox);
    if (unread > 0 && watchers === 0) await readBehind();
  };

  const lookSafely = async (): Promise<void> => {
    try {
      await look();
    } catch (error) {
      if (!stopping.signal.aborted) logger.error('scan-desk-failed', error);
    }
    if (!stopping.signal.aborted) timer = setTimeout(lookAgain, lookEveryMs).unref();
  };

  const lookAgain = (): void => {
    looking = lookSafely();
  };

  return {
    start: lookAgain,
    readAll,
    wake: () => void (paused = false),
    folder: async () => {
      const path = scanFolder?.() ?? null;
      return { name: path === null ? null : basename(path), readable, ...folder.state() };
    },
    close: async () => {
      stopping.abort(new Error('the archive is being closed'));
      if (timer !== null) clearTimeout(timer);
      await reader?.close();
      await Promise.allSettled([looking, last]);
    },
  };
};

/* Keyed by the open archive, as made-files.ts does: what is under way goes with it when it is locked. */
const desks = new WeakMap<OpenArchive, ScanDesk>();

/** The desk of an open archive; it does nothing by itself until it is started. */
export const scanDeskOf = (archive: OpenArchive): ScanDesk => {
  const desk = desks.get(archive) ?? openDesk(archive);
  desks.set(archive, desk);
  return desk;
};
