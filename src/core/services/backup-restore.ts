import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Restorable, RestoreResult } from '../../shared/contract/backups.ts';
import { CodedError } from '../../shared/errors.ts';
import type { ArchiveSession } from '../archive-session.ts';
import { lookAtStored } from '../attachments/look-at-bytes.ts';
import { attachmentsFolder, storedNames } from '../attachments/stored-path.ts';
import type { BackupSecret } from '../backup/backup-key.ts';
import { summaryOf } from '../backup/backup-figures.ts';
import { backupNames, ownRoot, rootsIn, type BackupRoot } from '../backup/backup-layout.ts';
import { copyFiles } from '../backup/copy-files.ts';
import { claimedManifest } from '../backup/manifest.ts';
import { requireBackup } from '../backup/verify-backup.ts';
import { insertBackupEvent, saveBackupNumber } from '../db/repositories/backups.ts';
import { listFixityTroubles, saveFixityMark } from '../db/repositories/fixity.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { aloneOn, noted } from './backups.ts';
import { figureWords } from './backup-words.ts';
import { findPlaces, requirePlace, rootOf, type FoundPlace } from './backup-places.ts';
import { watched, type ProgressThen, type Watch } from './watched-work.ts';

/** The folder that was chosen may be a root of backups itself, or hold some. */
const rootsOf = async (ports: Ports, { path }: FoundPlace): Promise<readonly BackupRoot[]> => {
  if (path === null) return [ownRoot(ports.paths.archive)];
  const beside = await rootsIn(dirname(path));
  return [...(await rootsIn(path)), ...beside.filter(({ folder }) => folder === path)];
};

/**
 * Backups of any archive that can be seen from here, the newest first, as they say of themselves: what proves them is
 * the key, which comes later.
 */
export const listRestorable = async (ports: Ports): Promise<Restorable[]> => {
  const found: Restorable[] = [];
  for (const place of await findPlaces(ports))
    for (const root of await rootsOf(ports, place))
      for (const name of await backupNames(root.folder)) {
        const manifest = await claimedManifest(join(root.folder, name), name).catch(() => null);
        if (manifest === null) continue;
        const { id: placeId, label: placeLabel } = place;
        found.push({ ...summaryOf(name, manifest), placeId, placeLabel, archive: manifest.archive });
      }
  return found.sort((one, other) => (one.madeAt < other.madeAt ? 1 : -1));
};

export interface RestoreInput {
  readonly placeId: string;
  readonly archive: string;
  readonly name: string;
  readonly secret: BackupSecret;
}

const rootNamed = async (ports: Ports, place: FoundPlace, input: RestoreInput): Promise<BackupRoot> => {
  for (const root of await rootsOf(ports, place)) {
    const manifest = await claimedManifest(join(root.folder, input.name), input.name).catch(() => null);
    if (manifest?.archive === input.archive) return root;
  }
  throw new CodedError('NOT_FOUND', { what: 'backup' });
};

const restoreAndNote = async (
  { session, ports }: { readonly session: ArchiveSession; readonly ports: Ports },
  input: RestoreInput,
  watch: Watch,
): Promise<RestoreResult> => {
  const place = await requirePlace(ports, input.placeId, '所选位置');
  const root = await rootNamed(ports, place, input);
  requireBackup(root, input.name);
  const { figures, aside, recoveryCode } = await session.restore(
    { root, name: input.name, secret: input.secret },
    watch,
  );
  const numbers = (await backupNames(root.folder)).map((name) => Number(name.split('-')[0]));
  await session.requireOpen().store.write((writer) => {
    // Going back was meant: newer backups are no sign of anything any more.
    saveBackupNumber(writer, Math.max(...numbers));
    insertBackupEvent(writer, {
      id: ports.random.id(),
      at: ports.clock.instant(),
      kind: 'restore',
      placeKind: place.kind,
      placeLabel: place.label,
      number: figures.number,
      reason: null,
      good: true,
      failure: null,
      detail: `${figureWords(figures)}${aside === null ? '' : `；原来的档案库已另存为“${aside}”`}`,
    });
  });
  return { figures, aside, recoveryCode };
};

/** Restores the archive of this process from a backup, proves it, and leaves it open. */
export const restoreArchive = (
  context: { readonly session: ArchiveSession; readonly ports: Ports },
  input: RestoreInput,
  signal?: AbortSignal,
): ProgressThen<RestoreResult> => watched((watch) => restoreAndNote(context, input, watch), signal);

export interface Mended {
  readonly mended: number;
  /** Papers that are still damaged or gone. */
  readonly left: number;
}

const mendFrom = async (archive: OpenArchive, root: BackupRoot, watch: Watch): Promise<Mended> => {
  const { store, ports } = archive;
  const digests = [...new Set((await store.read(listFixityTroubles)).map(({ sha256 }) => sha256))];
  const nameOf = storedNames(archive);
  let mended = 0;
  for (const [at, sha256] of digests.entries()) {
    await watch.report('papers', at, digests.length);
    const path = `${nameOf(sha256).slice(0, 2)}/${nameOf(sha256)}`;
    const source = join(root.stored, 'attachments', path);
    // Opened and read whole before it replaces anything.
    if (!existsSync(source) || (await lookAtStored(archive, source, sha256)) !== 'sound') continue;
    await mkdir(attachmentsFolder(archive), { recursive: true, mode: 0o700 });
    for await (const _ of copyFiles([{ path, source }], attachmentsFolder(archive), async () => {}));
    await store.write((writer) =>
      saveFixityMark(writer, { sha256, outcome: 'sound', checkedAt: ports.clock.instant() }),
    );
    mended += 1;
  }
  return { mended, left: digests.length - mended };
};

/** Puts papers that a check found damaged or gone back from a place that has them sound. */
export const mendPapers = (
  archive: OpenArchive,
  { placeId }: { readonly placeId: string },
  signal?: AbortSignal,
): ProgressThen<Mended> =>
  watched(async (watch) => {
    const place = await requirePlace(archive.ports, placeId, '所选位置');
    return aloneOn(archive, () =>
      noted(
        archive,
        { kind: 'mend', place, number: null, reason: null },
        () => mendFrom(archive, rootOf(archive, place), watch),
        ({ mended, left }) => ({
          number: null,
          detail: `找回 ${mended} 份${left > 0 ? `，还缺 ${left} 份` : ''}`,
        }),
      ),
    );
  }, signal);
