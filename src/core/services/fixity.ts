import type { FixityOutcome, FixityState, FixityTrouble } from '../../shared/domain/fixity.ts';
import { CodedError } from '../../shared/errors.ts';
import { fixityOutcomeLabels } from '../../shared/labels/fixity.ts';
import { lookAtBytes } from '../attachments/look-at-bytes.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  bytesNotSeenSince,
  countBytesNotSeenSince,
  countFixity,
  listFixityTroubles,
  saveFixityMark,
  type KeptBytes,
} from '../db/repositories/fixity.ts';
import { getSetting, saveSetting } from '../db/repositories/settings.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { watched, type ProgressThen, type Watch } from './watched-work.ts';

const daysKey = 'fixity-days';
const begunKey = 'fixity-begun';
const usualDays = 30;

const daysOf = (reader: Reader): number => Number(getSetting(reader, daysKey) ?? usualDays);

/** Instants sort as text; a look before this one is too old. */
const dueBefore = (now: string, days: number): string =>
  new Date(Date.parse(now) - days * 24 * 3_600_000).toISOString();

const stateOf = (reader: Reader, now: string): FixityState => {
  const days = daysOf(reader);
  return {
    ...countFixity(reader),
    days,
    due: countBytesNotSeenSince(reader, dueBefore(now, days)),
    unfinishedSince: getSetting(reader, begunKey) || null,
    troubles: listFixityTroubles(reader),
  };
};

/** How the stored bytes stand, and every paper whose bytes are not sound. */
export const readFixity = ({ store, ports: { clock } }: OpenArchive): Promise<FixityState> =>
  store.read((reader) => stateOf(reader, clock.instant()));

/** @param days between two looks at the same bytes */
export const setFixityDays = async (archive: OpenArchive, days: number): Promise<FixityState> => {
  await archive.store.write((writer) => saveSetting(writer, daysKey, String(days)));
  return readFixity(archive);
};

interface Look extends KeptBytes {
  readonly outcome: FixityOutcome;
}

/** @param least the looks count as made at this instant at least: a clock that was put back must not undo them */
const keepLooks = ({ store, ports }: OpenArchive, looks: readonly Look[], least: string): Promise<void> =>
  store.write((writer) => {
    const now = ports.clock.instant();
    const checkedAt = now < least ? least : now;
    for (const { sha256, outcome } of looks) saveFixityMark(writer, { sha256, outcome, checkedAt });
  });

/** So many looks are kept at once: a cut-off loses no more than these. */
const batch = 50;

/** Looks at everything that was not seen since `begun`. */
const lookAtAll = async (
  archive: OpenArchive,
  begun: string,
  watch: Watch,
  signal?: AbortSignal,
): Promise<void> => {
  const total = await archive.store.read((reader) => countBytesNotSeenSince(reader, begun));
  let done = 0;
  for (;;) {
    const next = await archive.store.read((reader) => bytesNotSeenSince(reader, begun, batch));
    if (next.length === 0) return;
    const looks: Look[] = [];
    try {
      for (const bytes of next) {
        await watch.report('fixity', done, Math.max(total, done));
        looks.push({ ...bytes, outcome: await lookAtBytes(archive, bytes.sha256, signal) });
        done += 1;
      }
    } finally {
      await keepLooks(archive, looks, begun);
    }
  }
};

/**
 * Looks at all stored bytes (FEATURES B5). Cut off or cancelled, it is gone on with where it stood.
 *
 * @throws CodedError CANCELLED
 */
export const checkFixity = (
  archive: OpenArchive,
  { anew }: { readonly anew: boolean },
  signal?: AbortSignal,
): ProgressThen<FixityState> =>
  watched(async (watch) => {
    const { store, ports } = archive;
    const begun = await store.write((writer) => {
      const unfinished = getSetting(writer, begunKey) ?? '';
      if (unfinished !== '' && !anew) return unfinished;
      // Bytes that come in at this very moment are looked at as well.
      const now = new Date(Date.parse(ports.clock.instant()) + 1).toISOString();
      saveSetting(writer, begunKey, now);
      return now;
    });
    await lookAtAll(archive, begun, watch, signal);
    await store.write((writer) => saveSetting(writer, begunKey, ''));
    return readFixity(archive);
  }, signal);

const troubleColumns: readonly ListColumn<FixityTrouble>[] = [
  { header: '组织', width: 28, value: (row) => row.organizationName ?? '待归档扫描件' },
  { header: '材料', width: 32, value: (row) => row.title },
  { header: '文件名', width: 32, value: (row) => row.fileName },
  { header: '情况', width: 12, value: (row) => fixityOutcomeLabels[row.outcome] },
  {
    header: '检查时间',
    width: 22,
    value: (row) => new Date(row.checkedAt).toLocaleString('zh-CN', { hour12: false }),
  },
  { header: '校验值（SHA-256）', width: 70, value: (row) => row.sha256 },
];

/** The report as a workbook: what is damaged or gone, with its dossier. */
export const exportFixity = async (archive: OpenArchive): Promise<File> => {
  const { troubles } = await readFixity(archive);
  return exportedList(archive, {
    name: '材料完好性检查报告',
    sheetName: '完好性检查',
    columns: troubleColumns,
    rows: troubles,
  });
};

/** Takes up a little of what is due; called again and again while an archive is open. @returns how many were seen */
export const lookAtDue = async (archive: OpenArchive, most: number, signal: AbortSignal): Promise<number> => {
  const { store, ports } = archive;
  const due = await store.read((reader) =>
    bytesNotSeenSince(reader, dueBefore(ports.clock.instant(), daysOf(reader)), most),
  );
  const looks: Look[] = [];
  try {
    for (const bytes of due)
      looks.push({ ...bytes, outcome: await lookAtBytes(archive, bytes.sha256, signal) });
  } finally {
    if (looks.length > 0) await keepLooks(archive, looks, '');
  }
  for (const { outcome, sha256 } of looks) {
    if (outcome !== 'sound')
      ports.logger.error(
        'fixity',
        new CodedError('ARCHIVE_DAMAGED', { part: 'attachment' }, { cause: sha256 }),
      );
  }
  return looks.length;
};
