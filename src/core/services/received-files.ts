import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { InboxEntry } from '../../shared/contract/bureau.ts';
import type { ReceivedFile } from '../../shared/domain/bureau.ts';
import { receivedFileId, type ReceivedFileId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  deleteReceivedFile,
  getReceivedFile,
  insertReceivedFile,
  listReceivedFiles,
  type StoredFile,
} from '../db/repositories/received-files.ts';
import { listReceivedPackageIds } from '../db/repositories/received-packages.ts';
import { syncFolder } from '../keys/key-file.ts';
import { readPartsIndex } from '../ledger/package-parts.ts';
import { unsafeNameReason } from '../ledger/safe-name.ts';
import type { OpenArchive } from '../open-archive.ts';
import { asStorageError } from '../storage-error.ts';

/**
 * What comes in lies encrypted as it came, each file in a folder of its own, and stays there when it is taken in: taking
 * in changes rows only. A folder that no row knows was never whole, and goes when the archive is opened.
 */
const receivedFolder = ({ ports }: Pick<OpenArchive, 'ports'>): string =>
  join(ports.paths.archive, 'received');

export const receivedPath = (
  archive: Pick<OpenArchive, 'ports'>,
  { id, fileName }: { readonly id: string; readonly fileName: string },
): string => join(receivedFolder(archive), id, fileName);

/** Under which name a file is kept: its own, unless that could do harm. */
const keptName = (name: string): string =>
  name.includes('/') || name.length > 200 || unsafeNameReason(name) !== null ? 'received.ledger.age' : name;

/** Where a host writes what is coming in, before `finishIntake` takes note of it. */
export interface Intake {
  readonly id: ReceivedFileId;
  readonly path: string;
  readonly fileName: string;
}

export const beginIntake = async (archive: OpenArchive, name: string): Promise<Intake> => {
  const id = receivedFileId.parse(archive.ports.random.id());
  const fileName = keptName(name.normalize('NFC'));
  const path = receivedPath(archive, { id, fileName });
  await mkdir(join(receivedFolder(archive), id), { recursive: true, mode: 0o700 });
  return { id, path, fileName };
};

export const measureFile = async (
  path: string,
): Promise<{ readonly byteLength: number; readonly sha256: string }> => {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return { byteLength: (await stat(path)).size, sha256: hash.digest('hex') };
};

const makeDurable = async (path: string): Promise<void> => {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export const abandonIntake = (archive: OpenArchive, { id }: Pick<Intake, 'id'>): Promise<void> =>
  rm(join(receivedFolder(archive), id), { recursive: true, force: true });

/** Takes note of a file that a host has written whole; the same bytes again are the entry that is there already. */
export const finishIntake = async (archive: OpenArchive, intake: Intake): Promise<ReceivedFile> => {
  const { id, path, fileName } = intake;
  try {
    await makeDurable(path);
    syncFolder(join(receivedFolder(archive), id));
    const measured = await measureFile(path);
    const entry = await archive.store.write((writer) => {
      const known = listReceivedFiles(writer).find(
        (each) => each.sha256 === measured.sha256 && each.fileName === fileName,
      );
      if (known !== undefined) return known;
      const receivedAt = archive.ports.clock.instant();
      insertReceivedFile(writer, { id, fileName, ...measured, receivedAt });
      return { id, fileName, byteLength: measured.byteLength };
    });
    if (entry.id !== id) await abandonIntake(archive, intake);
    return { id: entry.id, fileName: entry.fileName, byteLength: entry.byteLength };
  } catch (error) {
    await abandonIntake(archive, intake);
    throw asStorageError(error);
  }
};

/** Takes in a stream of bytes, for hosts in this process. On failure nothing of it stays. */
export const receiveFile = async (
  archive: OpenArchive,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<ReceivedFile> => {
  const intake = await beginIntake(archive, name);
  try {
    const file = await open(intake.path, 'wx', 0o600);
    try {
      for await (const piece of bytes) await file.writeFile(piece);
    } finally {
      await file.close();
    }
  } catch (error) {
    await abandonIntake(archive, intake);
    throw asStorageError(error);
  }
  return finishIntake(archive, intake);
};

type Named = Pick<StoredFile, 'fileName'>;
export const isPartsIndex = ({ fileName }: Named): boolean => fileName.endsWith('.parts.json');
export const isPartName = ({ fileName }: Named): boolean => /\.\d{3}$/.test(fileName);

/** An index that came in, with those of its parts that have come too. */
interface PartsInInbox {
  /** Of the package that they are. */
  readonly wholeName: string;
  /** By the names in the index. */
  readonly parts: readonly StoredFile[];
  readonly missing: readonly string[];
}

export const partsOf = async (
  archive: OpenArchive,
  index: StoredFile,
  files: readonly StoredFile[],
): Promise<PartsInInbox> => {
  const { fileName: wholeName, parts } = await readPartsIndex(receivedPath(archive, index));
  const found = parts.map(({ name }) => files.find(({ fileName }) => fileName === name) ?? name);
  return {
    wholeName,
    parts: found.filter((each): each is StoredFile => typeof each !== 'string'),
    missing: found.filter((each): each is string => typeof each === 'string'),
  };
};

const entryOf = (
  file: StoredFile,
  kind: InboxEntry['kind'],
  { parts, missing }: Pick<PartsInInbox, 'parts' | 'missing'>,
): InboxEntry => ({
  id: file.id,
  fileName: file.fileName,
  kind,
  byteLength: file.byteLength + parts.reduce((sum, part) => sum + part.byteLength, 0),
  receivedAt: file.receivedAt,
  missingParts: [...missing],
  partsReceived: parts.length,
  checkedAt: file.checkedAt,
  refusal: file.refusal,
  head: file.head,
  signer: file.signer,
});

const none: Pick<PartsInInbox, 'parts' | 'missing'> = { parts: [], missing: [] };

/** What lies in the inbox: packages, sets of parts, and parts whose index has not come; the newest first. */
export const inbox = async (archive: OpenArchive): Promise<InboxEntry[]> => {
  const files = await archive.store.read(listReceivedFiles);
  const sets = new Map<ReceivedFileId, PartsInInbox>();
  for (const file of files.filter(isPartsIndex)) {
    // A broken index stands there alone; checking it says what is wrong with it.
    sets.set(file.id, await partsOf(archive, file, files).catch(() => ({ wholeName: '', ...none })));
  }
  const placed = new Set([...sets.values()].flatMap(({ parts }) => parts.map(({ id }) => id)));
  return files
    .filter(({ id }) => !placed.has(id))
    .map((file) => {
      const set = sets.get(file.id);
      if (set !== undefined) return entryOf(file, 'parts', set);
      return entryOf(file, isPartName(file) ? 'stray-part' : 'package', none);
    });
};

export const requireReceivedFile = (reader: Reader, id: ReceivedFileId): StoredFile => {
  const file = getReceivedFile(reader, id);
  if (file === null) throw new CodedError('NOT_FOUND', { what: 'received-file' });
  return file;
};

/** Takes files out of the inbox and off the disk. */
export const removeReceivedFiles = async (
  archive: OpenArchive,
  ids: readonly ReceivedFileId[],
): Promise<void> => {
  await archive.store.write((writer) => ids.forEach((id) => deleteReceivedFile(writer, id)));
  await Promise.all(ids.map((id) => abandonIntake(archive, { id })));
};

/** Throws an entry away: with an index, its parts too. @throws CodedError NOT_FOUND `received-file` */
export const discardReceived = async (archive: OpenArchive, id: ReceivedFileId): Promise<void> => {
  const { file, files } = await archive.store.read((reader) => ({
    file: requireReceivedFile(reader, id),
    files: listReceivedFiles(reader),
  }));
  const parts = isPartsIndex(file)
    ? await partsOf(archive, file, files).then(
        (set) => set.parts,
        () => [],
      )
    : [];
  await removeReceivedFiles(archive, [id, ...parts.map((part) => part.id)]);
};

/** Removes what a killed process left half received. Call it while nothing is coming in. */
export const removeStrayReceivedFiles = async (
  archive: Pick<OpenArchive, 'store' | 'ports'>,
): Promise<void> => {
  const folder = receivedFolder(archive);
  const onDisk = await readdir(folder).catch(() => []);
  if (onDisk.length === 0) return;
  const known = await archive.store.read(
    (reader) =>
      new Set<string>([...listReceivedFiles(reader).map(({ id }) => id), ...listReceivedPackageIds(reader)]),
  );
  for (const name of onDisk)
    if (!known.has(name)) await rm(join(folder, name), { recursive: true, force: true });
};
