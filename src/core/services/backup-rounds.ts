import { dayOfInstant } from '../../shared/domain/instant-day.ts';
import { daysBetween } from '../../shared/domain/calendar-days.ts';
import { isCoded } from '../../shared/errors.ts';
import { backupNames } from '../backup/backup-layout.ts';
import { getBackupSettings, lastGoodBackup, lastGoodEvent } from '../db/repositories/backups.ts';
import type { OpenArchive } from '../open-archive.ts';
import { backUpTo, checkIn } from './backups.ts';
import { findPlaces, rootOf, type FoundPlace } from './backup-places.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Watch } from './watched-work.ts';

/** Makes the backups that are due while an archive is open, and when it is closed. */
export interface BackupRounds {
  start(): void;
  /** Stops; makes the day's backup first where it is to be made at closing. Never fails: what went wrong is noted. */
  close(): Promise<void>;
}

/** People come in, look and start to work; the first round is when they have. */
const everyMs = 5 * 60_000;
/** After a failure the place is left alone for a while: it may be full. */
const afterFailureMs = 60 * 60_000;
const daysBetweenFullChecks = 7;

/** Where the day's backup goes; null where none is chosen, it is not there, or today's is made. */
export const placeDue = async (
  archive: OpenArchive,
  when: 'daily' | 'closing',
): Promise<FoundPlace | null> => {
  const { settings, good } = await archive.store.read((reader) => ({
    settings: getBackupSettings(reader),
    good: lastGoodBackup(reader),
  }));
  const today = dayOfInstant(archive.ports.clock.instant());
  if (settings.when !== when || settings.placeId === null) return null;
  if (good !== null && dayOfInstant(good.at) === today) return null;
  const place = (await findPlaces(archive.ports)).find(({ id }) => id === settings.placeId);
  return place === undefined || place.freeBytes === null ? null : place;
};

/** Reads every stored file of the newest backup, once a week. @returns whether it was due */
const checkWhenDue = async (archive: OpenArchive, watch: Watch): Promise<boolean> => {
  const { settings, last } = await archive.store.read((reader) => ({
    settings: getBackupSettings(reader),
    last: lastGoodEvent(reader, 'full-check'),
  }));
  const today = dayOfInstant(archive.ports.clock.instant());
  if (settings.when === 'off' || settings.placeId === null) return false;
  if (last !== null && Math.abs(daysBetween(dayOfInstant(last.at), today)) < daysBetweenFullChecks)
    return false;
  const place = (await findPlaces(archive.ports)).find(({ id }) => id === settings.placeId);
  if (place === undefined || place.freeBytes === null) return false;
  const newest = (await backupNames(rootOf(archive, place).folder)).at(-1);
  if (newest === undefined) return false;
  await checkIn(archive, place, { name: newest, full: true }, watch);
  return true;
};

/** Does what is due now. */
export const backUpWhatIsDue = async (archive: OpenArchive, watch: Watch): Promise<void> => {
  const place = await placeDue(archive, 'daily');
  if (place !== null) await backUpTo(archive, place, 'daily', watch);
  else await checkWhenDue(archive, watch);
};

const openRounds = (archive: OpenArchive): BackupRounds => {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<unknown> = Promise.resolve();
  let isStarted = false;
  let isStopping = false;
  const watch: Watch = {
    report: async () => {
      if (isStopping) throw new CodedError('CANCELLED', {});
    },
  };
  const wait = (milliseconds: number): void => {
    if (!isStopping) timer = setTimeout(again, milliseconds).unref();
  };
  const again = (): void => {
    running = backUpWhatIsDue(archive, watch).then(
      () => wait(everyMs),
      (error: unknown) => {
        // Somebody is backing up by hand: then nothing has failed.
        if (!isCoded(error, 'CANCELLED') && !isCoded(error, 'BACKUP_RUNNING'))
          archive.ports.logger.error('backup-round-failed', error);
        wait(afterFailureMs);
      },
    );
  };
  return {
    start: () => {
      isStarted = true;
      wait(everyMs);
    },
    close: async () => {
      if (!isStarted) return;
      isStopping = true;
      if (timer !== null) clearTimeout(timer);
      await running;
      try {
        const place = await placeDue(archive, 'closing');
        if (place !== null) await backUpTo(archive, place, 'closing', { report: async () => {} });
      } catch (error) {
        archive.ports.logger.error('closing-backup-failed', error);
      }
    },
  };
};

/* Keyed by the open archive: what is under way goes with it when it is locked. */
const rounds = new WeakMap<OpenArchive, BackupRounds>();

export const backupRoundsOf = (archive: OpenArchive): BackupRounds => {
  const own = rounds.get(archive) ?? openRounds(archive);
  rounds.set(archive, own);
  return own;
};
