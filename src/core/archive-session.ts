import type { BureauInput } from '../shared/domain/bureau.ts';
import type { Desk } from '../shared/domain/desk.ts';
import type { OfficeInput } from '../shared/domain/office.ts';
import { CodedError } from '../shared/errors.ts';
import { archiveFolder, type FillArchive } from './archive-folder.ts';
import { databaseKeyBehind, type BackupSecret } from './backup/backup-key.ts';
import type { BackupRoot } from './backup/backup-layout.ts';
import { restoreBackup, type Restored } from './backup/restore-backup.ts';
import type { ArchiveLock } from './db/archive-lock.ts';
import { requireStrongPassword } from './keys/key-ring.ts';
import { lookupKey } from './keys/lookup-key.ts';
import type { OpenArchive } from './open-archive.ts';
import type { Ports } from './ports.ts';
import {
  attachmentIdentityOf,
  deskOf,
  initializeArchive,
  initializeBureau,
} from './services/archive-setup.ts';
import { removeStrayReceivedFiles } from './services/received-files.ts';
import { backupRoundsOf } from './services/backup-rounds.ts';
import { bringDutiesUpToDate } from './services/dossier-duties.ts';
import { fixityRoundsOf } from './services/fixity-rounds.ts';
import { scanDeskOf } from './services/scan-desk.ts';
import type { Watch } from './services/watched-work.ts';
import { asStorageError } from './storage-error.ts';

export type ArchiveState = 'absent' | 'locked' | 'open';

/** The one archive of this process: absent, locked or open. */
export interface ArchiveSession {
  state(): ArchiveState;
  /** @throws CodedError ARCHIVE_LOCKED or ARCHIVE_ABSENT */
  requireOpen(): OpenArchive;
  /** Whose desk the open archive is; null while none is open. */
  desk(): Desk | null;
  /** Makes an archive and leaves it open. @returns the recovery code, to be printed. @throws CodedError ARCHIVE_EXISTS, WEAK_PASSWORD, ARCHIVE_BUSY */
  create(password: string, office: OfficeInput): Promise<string>;
  /** The same for a district bureau. */
  createBureau(password: string, bureau: BureauInput): Promise<string>;
  /** @throws CodedError WRONG_PASSWORD, ARCHIVE_ABSENT, ARCHIVE_BUSY, ARCHIVE_DAMAGED, ARCHIVE_NEWER, NOT_AN_ARCHIVE, MIGRATION_FAILED */
  unlock(password: string): Promise<void>;
  /** Opens with the recovery code, sets a new password, uses the code up. @returns the new code. @throws CodedError WRONG_RECOVERY_CODE and those of unlock */
  recover(recoveryCode: string, newPassword: string): Promise<string>;
  /**
   * Restores the archive from a backup and leaves it open; what was there is set aside. With the recovery code a new
   * password is set and the code used up.
   * @throws CodedError WRONG_PASSWORD, WRONG_RECOVERY_CODE, BACKUP_UNSOUND, ARCHIVE_NEWER, ARCHIVE_BUSY, DISK_FULL, CANCELLED
   */
  restore(backup: BackupToRestore, watch: Watch): Promise<SessionRestored>;
  lock(): Promise<void>;
  /** Wraps the same key anew; the database is not touched. @throws CodedError WRONG_PASSWORD, WEAK_PASSWORD */
  changePassword(current: string, next: string): Promise<void>;
  /** @returns a new recovery code; the old one is dead. @throws CodedError WRONG_PASSWORD */
  renewRecoveryCode(password: string): Promise<string>;
  /** The raw 32-byte key as 64 hex digits, for another SQLCipher 4 program. @throws CodedError WRONG_PASSWORD, ARCHIVE_ABSENT */
  showRawKey(password: string): Promise<string>;
}

/** A backup, and what opens it. */
export interface BackupToRestore {
  readonly root: BackupRoot;
  readonly name: string;
  readonly secret: BackupSecret;
}

export interface SessionRestored extends Restored {
  /** A new recovery code where the old one was used. */
  readonly recoveryCode: string | null;
}

interface Opened {
  readonly archive: OpenArchive;
  readonly desk: Desk;
  readonly lock: ArchiveLock;
}

/** Runs works one after another; what a disk does wrong becomes a coded failure. */
const queue = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work).catch((error: unknown): never => {
      throw asStorageError(error);
    });
    last = result.catch(() => {});
    return result;
  };
};

/** The session of one archive folder. Opening, closing and re-keying happen one after another. */
export const createArchiveSession = (ports: Ports): ArchiveSession => {
  const folder = archiveFolder(ports);
  const { keyRing } = folder;
  try {
    folder.finishRestore();
  } catch (error) {
    // Another process has the folder, or the disk refuses: the next opening tries again.
    ports.logger.error('restore-not-finished', error);
  }
  const inTurn = queue();
  let opened: Opened | null = null;

  const requireExists = (): void => {
    if (!folder.exists()) throw new CodedError('ARCHIVE_ABSENT', {});
  };

  const keyBehindPassword = (password: string): Promise<Uint8Array> => {
    requireExists();
    return keyRing.behindPassword(password);
  };

  /** Takes the lock, lets `prepare` make what is missing, and opens. On failure the lock is given back. */
  const openUnderLock = async <T>(key: Uint8Array, prepare: () => Promise<T>): Promise<T> => {
    const lock = folder.lock();
    try {
      const prepared = await prepare();
      const store = await folder.openStore(key);
      try {
        const attachmentIdentity = await attachmentIdentityOf(store);
        const desk = await deskOf(store);
        if (desk === 'office') await bringDutiesUpToDate({ store, ports });
        else await removeStrayReceivedFiles({ store, ports });
        const archive = { store, ports, keys: { database: key, lookup: lookupKey(key), attachmentIdentity } };
        opened = { lock, desk, archive };
        if (desk === 'office' && ports.scanFolder !== undefined) {
          scanDeskOf(opened.archive).start();
          fixityRoundsOf(opened.archive).start();
        }
        if (ports.scanFolder !== undefined) backupRoundsOf(archive).start();
      } catch (error) {
        await store.close();
        throw error;
      }
      return prepared;
    } catch (error) {
      lock.release();
      throw error;
    }
  };

  const open = async (key: Uint8Array): Promise<void> => {
    if (opened === null) await openUnderLock(key, async () => {});
  };

  const create = async (password: string, fill: FillArchive): Promise<string> => {
    if (folder.exists()) throw new CodedError('ARCHIVE_EXISTS', {});
    requireStrongPassword(password);
    const key = ports.random.bytes(32);
    return openUnderLock(key, () => folder.create(password, key, fill));
  };

  const lock = async (): Promise<void> => {
    if (opened === null) return;
    const closing = opened;
    await backupRoundsOf(closing.archive).close();
    opened = null;
    await fixityRoundsOf(closing.archive).close();
    await scanDeskOf(closing.archive).close();
    await closing.archive.store.close();
    closing.lock.release();
  };

  const recover = async (recoveryCode: string, newPassword: string): Promise<string> => {
    requireExists();
    requireStrongPassword(newPassword);
    const key = await keyRing.behindRecoveryCode(recoveryCode);
    await open(key);
    await keyRing.setPassword(newPassword, key);
    return keyRing.renewRecoveryCode(key);
  };

  const restore = async ({ root, name, secret }: BackupToRestore, watch: Watch): Promise<SessionRestored> => {
    if (secret.kind === 'recovery-code') requireStrongPassword(secret.newPassword);
    await lock();
    const key = await databaseKeyBehind(root, name, secret, ports);
    const held = folder.lock();
    const { archive: archiveFolder, packages: packagesFolder } = ports.paths;
    const restored = await restoreBackup(
      { root, name, databaseKey: key },
      { archiveFolder, packagesFolder },
      ports.clock.instant(),
      watch,
    ).finally(() => held.release());
    await open(key);
    if (secret.kind === 'password') return { ...restored, recoveryCode: null };
    await keyRing.setPassword(secret.newPassword, key);
    return { ...restored, recoveryCode: await keyRing.renewRecoveryCode(key) };
  };

  const changePassword = async (current: string, next: string): Promise<void> => {
    requireStrongPassword(next);
    await keyRing.setPassword(next, await keyBehindPassword(current));
  };

  return {
    state: () => (opened !== null ? 'open' : folder.exists() ? 'locked' : 'absent'),
    requireOpen: () => {
      if (opened !== null) return opened.archive;
      requireExists();
      throw new CodedError('ARCHIVE_LOCKED', {});
    },
    desk: () => opened?.desk ?? null,
    create: (password, office) =>
      inTurn(() => create(password, (store) => initializeArchive(store, ports, office))),
    createBureau: (password, bureau) =>
      inTurn(() => create(password, (store) => initializeBureau(store, ports, bureau))),
    unlock: (password) => inTurn(async () => open(await keyBehindPassword(password))),
    recover: (recoveryCode, newPassword) => inTurn(() => recover(recoveryCode, newPassword)),
    restore: (backup, watch) => inTurn(() => restore(backup, watch)),
    lock: () => inTurn(lock),
    changePassword: (current, next) => inTurn(() => changePassword(current, next)),
    renewRecoveryCode: (password) =>
      inTurn(async () => keyRing.renewRecoveryCode(await keyBehindPassword(password))),
    showRawKey: (password) =>
      inTurn(async () => Buffer.from(await keyBehindPassword(password)).toString('hex')),
  };
};
