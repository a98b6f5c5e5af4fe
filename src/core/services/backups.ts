import { join } from 'node:path';
import type {
  BackupEvent,
  BackupEventKind,
  BackupFigures,
  BackupReason,
  BackupSettings,
  BackupStanding,
  BackupState,
  BackupSummary,
} from '../../shared/domain/backup.ts';
import { daysBetween } from '../../shared/domain/calendar-days.ts';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';
import { CodedError, isCoded } from '../../shared/errors.ts';
import { summaryOf } from '../backup/backup-figures.ts';
import { backupNames, drillFolder, numberOfName, type BackupRoot } from '../backup/backup-layout.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { provenManifest } from '../backup/manifest.ts';
import { pruneBackups } from '../backup/prune-backups.ts';
import { buildArchive } from '../backup/restore-backup.ts';
import { requireBackup, verifyBackup } from '../backup/verify-backup.ts';
import type { Reader } from '../db/archive-store.ts';
import { isDigestKept } from '../db/repositories/attachments.ts';
import {
  getBackupNumber,
  getBackupSettings,
  insertBackupEvent,
  lastBackupTry,
  lastGoodBackup,
  lastGoodEvent,
  listBackupEvents,
  saveBackupNumber,
  saveBackupSettings,
} from '../db/repositories/backups.ts';
import { getSetting, saveSetting } from '../db/repositories/settings.ts';
import { rm } from 'node:fs/promises';
import { databaseKeyBehind } from '../backup/backup-key.ts';
import type { OpenArchive } from '../open-archive.ts';
import { findPlaces, requirePlace, rootOf, type FoundPlace } from './backup-places.ts';
import { figureWords } from './backup-words.ts';
import { watched, type ProgressThen, type Watch } from './watched-work.ts';

const olderKey = 'backup-is-newer';
const shownEvents = 100;

const standingOf = (reader: Reader, now: string, missingPlace: string | null): BackupStanding => {
  const { warnAfterDays } = getBackupSettings(reader);
  const good = lastGoodBackup(reader);
  const tried = lastBackupTry(reader);
  const days = good === null ? 0 : Math.max(0, daysBetween(dayOfInstant(good.at), dayOfInstant(now)));
  return {
    lastGood: good === null ? null : { at: good.at, placeLabel: good.placeLabel, days },
    overdue: good === null || days > warnAfterDays,
    missingPlace,
    lastFailure: tried === null || tried.good ? null : { at: tried.at, code: tried.failure ?? '' },
    isOlderThanBackup: getSetting(reader, olderKey) === 'yes',
    isClockBehind: good !== null && dayOfInstant(good.at) > dayOfInstant(now),
    lastFullCheckAt: lastGoodEvent(reader, 'full-check')?.at ?? null,
    lastDrillAt: lastGoodEvent(reader, 'drill')?.at ?? null,
  };
};

/** The name of the place that is chosen and not there; null where all is well. */
const missingOf = (settings: BackupSettings, places: readonly FoundPlace[]): string | null => {
  if (settings.placeId === null) return null;
  const place = places.find(({ id }) => id === settings.placeId);
  return place === undefined || place.freeBytes === null ? settings.placeLabel : null;
};

/** How well the archive is backed up. */
export const readStanding = async ({ store, ports }: OpenArchive): Promise<BackupStanding> => {
  const places = await findPlaces(ports);
  return store.read((reader) =>
    standingOf(reader, ports.clock.instant(), missingOf(getBackupSettings(reader), places)),
  );
};

/** Backups that prove to be this archive's, the newest first. */
const summariesIn = async (root: BackupRoot, key: Uint8Array): Promise<readonly BackupSummary[]> => {
  const summaries: BackupSummary[] = [];
  for (const name of (await backupNames(root.folder)).toReversed()) {
    const manifest = await provenManifest(join(root.folder, name), name, key).catch(() => null);
    if (manifest !== null) summaries.push(summaryOf(name, manifest));
  }
  return summaries;
};

/** All that the screen of backups shows. */
export const readBackups = async (archive: OpenArchive): Promise<BackupState> => {
  const { store, ports, keys } = archive;
  const places = await findPlaces(ports);
  const listed = await Promise.all(
    places.map(async ({ path: _path, ...place }) => {
      const found = places.find(({ id }) => id === place.id);
      const backups =
        found === undefined ? [] : [...(await summariesIn(rootOf(archive, found), keys.database))];
      return { ...place, backups };
    }),
  );
  return store.read((reader) => {
    const settings = getBackupSettings(reader);
    return {
      settings,
      standing: standingOf(reader, ports.clock.instant(), missingOf(settings, places)),
      places: listed,
      events: [...listBackupEvents(reader, shownEvents)],
    };
  });
};

export const setBackupSettings = async (
  archive: OpenArchive,
  settings: Omit<BackupSettings, 'placeLabel'>,
): Promise<BackupState> => {
  const places = await findPlaces(archive.ports);
  await archive.store.write((writer) => {
    const before = getBackupSettings(writer);
    const label = places.find(({ id }) => id === settings.placeId)?.label;
    saveBackupSettings(writer, {
      ...settings,
      placeLabel: label ?? (settings.placeId === before.placeId ? before.placeLabel : ''),
    });
  });
  return readBackups(archive);
};

/* One piece of work on backups at a time; keyed by the archive, gone with it. */
const atWork = new WeakSet<OpenArchive>();

/** @throws CodedError BACKUP_RUNNING */
export const aloneOn = async <T>(archive: OpenArchive, work: () => Promise<T>): Promise<T> => {
  if (atWork.has(archive)) throw new CodedError('BACKUP_RUNNING', {});
  atWork.add(archive);
  try {
    return await work();
  } finally {
    atWork.delete(archive);
  }
};

interface Noted {
  readonly kind: BackupEventKind;
  readonly place: FoundPlace;
  readonly number: number | null;
  readonly reason: BackupReason | null;
}

/** Writes down what came of a piece of work, whether it went well or not. */
export const noted = async <T>(
  archive: OpenArchive,
  about: Noted,
  work: () => Promise<T>,
  words: (result: T) => { readonly number: number | null; readonly detail: string },
): Promise<T> => {
  const { ports, store } = archive;
  const note = (event: Pick<BackupEvent, 'number' | 'good' | 'failure' | 'detail'>): Promise<void> =>
    store.write((writer) =>
      insertBackupEvent(writer, {
        id: ports.random.id(),
        at: ports.clock.instant(),
        kind: about.kind,
        placeKind: about.place.kind,
        placeLabel: about.place.label,
        reason: about.reason,
        ...event,
      }),
    );
  try {
    const result = await work();
    await note({ ...words(result), good: true, failure: null });
    return result;
  } catch (error) {
    // Who cancels knows it; what is written down is what went wrong.
    if (!isCoded(error, 'CANCELLED'))
      await note({
        number: about.number,
        good: false,
        failure: error instanceof CodedError ? error.code : 'UNEXPECTED',
        detail: '',
      });
    throw error;
  }
};

const figuresNoted = (figures: BackupFigures): { number: number; detail: string } => ({
  number: figures.number,
  detail: figureWords(figures),
});

const make = async (
  archive: OpenArchive,
  place: FoundPlace,
  reason: BackupReason,
  watch: Watch,
): Promise<BackupFigures> => {
  const { store, ports, keys } = archive;
  const { settings, lastNumber } = await store.read((reader) => ({
    settings: getBackupSettings(reader),
    lastNumber: getBackupNumber(reader),
  }));
  const made = await makeBackup(
    {
      archiveFolder: ports.paths.archive,
      packagesFolder: ports.paths.packages,
      databaseKey: keys.database,
      isKept: (sha256) => store.read((reader) => isDigestKept(reader, sha256)),
    },
    {
      place: place.path === null ? null : { path: place.path, label: place.label },
      reason,
      madeAt: ports.clock.instant(),
      applicationVersion: ports.applicationVersion,
    },
    lastNumber,
    watch,
  );
  await store.write((writer) => {
    saveBackupNumber(writer, made.manifest.number);
    if (place.kind !== 'own') saveSetting(writer, olderKey, made.isOlderThanBackup ? 'yes' : '');
  });
  await watch.report('tidy', 0, null);
  // Beside the archive only the last few are of use: they undo a mistake.
  await pruneBackups(made.root, keys.database, place.kind === 'own' ? ownKeeping : settings);
  return made.figures;
};

const ownKeeping = { keepDaily: 3, keepMonthly: 0 };

/** Makes a backup and writes down what came of it. */
export const backUpTo = (
  archive: OpenArchive,
  place: FoundPlace,
  reason: BackupReason,
  watch: Watch,
): Promise<BackupFigures> =>
  aloneOn(archive, () =>
    noted(
      archive,
      { kind: 'backup', place, number: null, reason },
      () => make(archive, place, reason, watch),
      figuresNoted,
    ),
  );

const placeOf = async ({ store, ports }: OpenArchive, id: string): Promise<FoundPlace> => {
  const { placeLabel } = await store.read(getBackupSettings);
  return requirePlace(ports, id, placeLabel === '' ? '所选位置' : placeLabel);
};

/**
 * @throws CodedError BACKUP_PLACE_MISSING, BACKUP_PLACE_FULL, BACKUP_PLACE_UNWRITABLE, BACKUP_PLACE_INSIDE,
 *   BACKUP_RUNNING, BACKUP_UNSOUND, ARCHIVE_DAMAGED, CANCELLED
 */
export const runBackup = (
  archive: OpenArchive,
  { placeId }: { readonly placeId: string },
  signal?: AbortSignal,
): ProgressThen<BackupFigures> =>
  watched(async (watch) => backUpTo(archive, await placeOf(archive, placeId), 'hand', watch), signal);

/** Opens a backup with its key and holds it against its manifest. @throws CodedError BACKUP_UNSOUND, NOT_FOUND */
export const checkBackup = (
  archive: OpenArchive,
  { placeId, name, full }: { readonly placeId: string; readonly name: string; readonly full: boolean },
  signal?: AbortSignal,
): ProgressThen<BackupFigures> =>
  watched(async (watch) => checkIn(archive, await placeOf(archive, placeId), { name, full }, watch), signal);

export const checkIn = (
  archive: OpenArchive,
  place: FoundPlace,
  { name, full }: { readonly name: string; readonly full: boolean },
  watch: Watch,
): Promise<BackupFigures> => {
  const root = rootOf(archive, place);
  requireBackup(root, name);
  const kind = full ? 'full-check' : 'quick-check';
  return aloneOn(archive, () =>
    noted(
      archive,
      { kind, place, number: numberOfName(name), reason: null },
      async () => (await verifyBackup(root, name, archive.keys.database, { full }, watch)).figures,
      figuresNoted,
    ),
  );
};

/**
 * Tries a backup: opens its key file with the password, restores everything into a clean folder, compares, and removes
 * it again. The living archive is not touched.
 */
export const drillBackup = (
  archive: OpenArchive,
  input: { readonly placeId: string; readonly name: string; readonly password: string },
  signal?: AbortSignal,
): ProgressThen<BackupFigures> =>
  watched(async (watch) => {
    const place = await placeOf(archive, input.placeId);
    const root = rootOf(archive, place);
    requireBackup(root, input.name);
    const secret = { kind: 'password', password: input.password } as const;
    const databaseKey = await databaseKeyBehind(root, input.name, secret, archive.ports);
    return aloneOn(archive, () =>
      noted(
        archive,
        { kind: 'drill', place, number: numberOfName(input.name), reason: null },
        async () => {
          const target = drillFolder(archive.ports.paths.archive);
          await rm(target, { recursive: true, force: true });
          try {
            return (await buildArchive({ root, name: input.name, databaseKey }, target, watch)).figures;
          } finally {
            await rm(target, { recursive: true, force: true });
          }
        },
        figuresNoted,
      ),
    );
  }, signal);
