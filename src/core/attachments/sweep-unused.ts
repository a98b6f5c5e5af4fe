import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import {
  deleteUnusedAttachments,
  keptDigests,
  lastRecordedAttachment,
  unheldAttachments,
  type RecordedSoFar,
} from '../db/repositories/attachments.ts';
import type { OpenArchive } from '../open-archive.ts';
import { dropBytes } from './attachments.ts';
import { attachmentsFolder, namedPath, storedNames, unfinishedSuffix } from './stored-path.ts';

/*
 * Bytes without a record are put aside before they go for good: whoever has copied an old database over a new one, and
 * puts the new one back, finds his papers again.
 */
const daysAside = 30;
const asideFolder = (archive: OpenArchive): string => join(attachmentsFolder(archive), 'unused');

export interface Swept {
  /** Records that no dossier, filing or scan held, with their bytes. */
  readonly records: number;
  /** Stored bytes that no record named, put aside. */
  readonly putAside: number;
  /** Bytes that had been put aside and are named again. */
  readonly broughtBack: number;
}

/** So many are looked at before others have their turn. */
const atOnce = 5000;

const pause = async (signal: AbortSignal | undefined): Promise<void> => {
  await otherWork();
  signal?.throwIfAborted();
};

/** Names under which bytes are kept. */
const namesInUse = async (archive: OpenArchive, signal?: AbortSignal): Promise<ReadonlySet<string>> => {
  const nameOf = storedNames(archive);
  const digests = await archive.store.read(keptDigests);
  const names = new Set<string>();
  for (let from = 0; from < digests.length; from += atOnce) {
    for (const digest of digests.slice(from, from + atOnce)) names.add(nameOf(digest));
    await pause(signal);
  }
  return names;
};

const storedFiles = async (archive: OpenArchive, signal?: AbortSignal): Promise<readonly string[]> => {
  const folder = attachmentsFolder(archive);
  const files: string[] = [];
  for (const part of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    const names = await readdir(join(folder, part)).catch(() => []);
    files.push(...names.filter((name) => !name.endsWith(unfinishedSuffix)));
    signal?.throwIfAborted();
  }
  return files;
};

/** Puts them aside unless they have been recorded by now; within a work of the store nobody can record them meanwhile. */
const putAside = (archive: OpenArchive, names: readonly string[]): Promise<number> =>
  archive.store.write((writer) => {
    const used = new Set(keptDigests(writer).map(storedNames(archive)));
    const unnamed = names.filter((name) => !used.has(name));
    const now = new Date(archive.ports.clock.instant());
    mkdirSync(asideFolder(archive), { recursive: true, mode: 0o700 });
    for (const name of unnamed) {
      const aside = join(asideFolder(archive), name);
      renameSync(namedPath(archive, name), aside);
      utimesSync(aside, now, now);
    }
    return unnamed.length;
  });

/** Brings back what is named again, and removes for good what has lain aside for long. @returns how many came back */
const lookAside = (archive: OpenArchive, used: ReadonlySet<string>): number => {
  const oldest = Date.parse(archive.ports.clock.instant()) - daysAside * 24 * 3_600_000;
  let back = 0;
  const aside = asideFolder(archive);
  for (const name of existsSync(aside) ? readdirSync(aside) : []) {
    const path = join(aside, name);
    const home = namedPath(archive, name);
    if (used.has(name) && !existsSync(home)) {
      mkdirSync(dirname(home), { recursive: true, mode: 0o700 });
      renameSync(path, home);
      back += 1;
    } else if (statSync(path).mtimeMs < oldest) rmSync(path);
  }
  return back;
};

const removeUnheld = async (
  archive: OpenArchive,
  soFar: RecordedSoFar,
  signal?: AbortSignal,
): Promise<number> => {
  const ids: string[] = [];
  for (let from = 1; from <= soFar.row; from += atOnce) {
    const rows = { from, count: atOnce };
    ids.push(...(await archive.store.read((reader) => unheldAttachments(reader, soFar, rows))));
    await pause(signal);
  }
  if (ids.length === 0) return 0;
  await dropBytes(archive, await archive.store.write((writer) => deleteUnusedAttachments(writer, ids)));
  return ids.length;
};

/** Where records stand when an archive is opened: nobody has one of these in hand. */
export const recordedSoFar = (archive: OpenArchive): Promise<RecordedSoFar> =>
  archive.store.read((reader) => lastRecordedAttachment(reader, archive.ports.clock.instant()));

/**
 * Removes what a killed process left of papers: records that went nowhere, such as the parts of a scan that was not
 * parted any more, and bytes without a record.
 *
 * @param soFar what was recorded when the archive was opened: later records may be on their way into a dossier
 */
export const sweepUnused = async (
  archive: OpenArchive,
  soFar: RecordedSoFar,
  signal?: AbortSignal,
): Promise<Swept> => {
  const records = await removeUnheld(archive, soFar, signal);
  const used = await namesInUse(archive, signal);
  const broughtBack = lookAside(archive, used);
  const unnamed = (await storedFiles(archive, signal)).filter((name) => !used.has(name));
  return { records, putAside: unnamed.length === 0 ? 0 : await putAside(archive, unnamed), broughtBack };
};
