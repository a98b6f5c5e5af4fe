import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OfficeInput } from '../shared/domain/office.ts';
import { CodedError } from '../shared/errors.ts';
import { acquireArchiveLock, type ArchiveLock } from './archive-lock.ts';
import { checkPages } from './db/check-pages.ts';
import { migrate } from './db/migrate.ts';
import { openArchiveStore } from './db/open-archive-store.ts';
import { readKeyFile, writeKeyFile } from './keys/key-file.ts';
import { passwordBytes, unwrapKey, wrapKey, type KeySlot } from './keys/key-slot.ts';
import { lookupKey } from './keys/lookup-key.ts';
import { formatRecoveryCode, parseRecoveryCode, recoveryEntropyBytes } from './keys/recovery-code.ts';
import type { OpenArchive } from './open-archive.ts';
import type { Ports } from './ports.ts';
import { attachmentIdentityOf, initializeArchive } from './services/archive-setup.ts';

/** Shortest password that is taken. A phrase of eight characters or more; its strength lies in argon2id. */
const minimumPasswordLength = 8;

export type ArchiveState = 'absent' | 'locked' | 'open';

/** The one archive of this process: absent, locked or open. */
export interface ArchiveSession {
  state(): ArchiveState;
  /** @throws CodedError ARCHIVE_LOCKED or ARCHIVE_ABSENT */
  requireOpen(): OpenArchive;
  /** Makes an archive and leaves it open. @returns the recovery code, to be printed. @throws CodedError ARCHIVE_EXISTS, WEAK_PASSWORD, ARCHIVE_BUSY */
  create(password: string, office: OfficeInput): Promise<string>;
  /** @throws CodedError WRONG_PASSWORD, ARCHIVE_ABSENT, ARCHIVE_BUSY, ARCHIVE_DAMAGED, ARCHIVE_NEWER, NOT_AN_ARCHIVE, MIGRATION_FAILED */
  unlock(password: string): Promise<void>;
  /** Opens with the recovery code, sets a new password, uses the code up. @returns the new code. @throws CodedError WRONG_RECOVERY_CODE and those of unlock */
  recover(recoveryCode: string, newPassword: string): Promise<string>;
  lock(): Promise<void>;
  /** Wraps the same key anew; the database is not touched. @throws CodedError WRONG_PASSWORD, WEAK_PASSWORD */
  changePassword(current: string, next: string): Promise<void>;
  /** @returns a new recovery code; the old one is dead. @throws CodedError WRONG_PASSWORD */
  renewRecoveryCode(password: string): Promise<string>;
  /** The raw 32-byte key as 64 hex digits, for another SQLCipher 4 program. @throws CodedError WRONG_PASSWORD, ARCHIVE_ABSENT */
  showRawKey(password: string): Promise<string>;
}

interface Opened {
  readonly archive: OpenArchive;
  readonly lock: ArchiveLock;
}

export const createArchiveSession = (ports: Ports): ArchiveSession => {
  const folder = ports.paths.archive;
  const databasePath = join(folder, 'archive.db');
  const keyPath = join(folder, 'archive.key.json');
  let opened: Opened | null = null;
  let wrongTries = 0;
  let lastWrongTry = 0;
  let busy: Promise<unknown> = Promise.resolve();

  /** Opening, closing and re-keying happen one after another. */
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const result = busy.then(work);
    busy = result.catch(() => {});
    return result;
  };

  const exists = (): boolean => existsSync(keyPath) || existsSync(databasePath);

  const requireExists = (): void => {
    if (!exists()) throw new CodedError('ARCHIVE_ABSENT', {});
  };

  const requireStrong = (password: string): void => {
    if ([...password.normalize('NFKC')].length < minimumPasswordLength) {
      throw new CodedError('WEAK_PASSWORD', { minimumLength: minimumPasswordLength });
    }
  };

  /** After three wrong tries each further one waits twice as long as the last, up to a minute. */
  const retryAfterSeconds = (): number => (wrongTries < 3 ? 0 : Math.min(60, 2 ** (wrongTries - 2)));

  const secondsToWait = (): number =>
    Math.max(
      0,
      Math.ceil((lastWrongTry + retryAfterSeconds() * 1000 - Date.parse(ports.clock.instant())) / 1000),
    );

  const keyBehind = async (kind: KeySlot['kind'], secret: Uint8Array): Promise<Uint8Array | null> => {
    for (const slot of readKeyFile(keyPath).slots.filter((each) => each.kind === kind)) {
      const key = await unwrapKey(slot, secret);
      if (key !== null) return key;
    }
    return null;
  };

  const keyBehindPassword = async (password: string): Promise<Uint8Array> => {
    requireExists();
    const wait = secondsToWait();
    if (wait > 0) throw new CodedError('WRONG_PASSWORD', { retryAfterSeconds: wait });
    const key = await keyBehind('password', passwordBytes(password));
    if (key === null) {
      wrongTries += 1;
      lastWrongTry = Date.parse(ports.clock.instant());
      throw new CodedError('WRONG_PASSWORD', { retryAfterSeconds: retryAfterSeconds() });
    }
    wrongTries = 0;
    return key;
  };

  const open = async (key: Uint8Array, lock: ArchiveLock): Promise<OpenArchive> => {
    if (!existsSync(databasePath)) throw new CodedError('ARCHIVE_DAMAGED', { part: 'database' });
    checkPages(databasePath, key);
    migrate(databasePath, key);
    const store = await openArchiveStore(databasePath, key);
    try {
      const attachmentIdentity = await attachmentIdentityOf(store);
      const archive: OpenArchive = { store, ports, keys: { lookup: lookupKey(key), attachmentIdentity } };
      opened = { archive, lock };
      return archive;
    } catch (error) {
      await store.close();
      throw error;
    }
  };

  const openLocked = async (key: Uint8Array): Promise<void> => {
    if (opened !== null) return;
    const lock = acquireArchiveLock(folder);
    try {
      await open(key, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  };

  const replaceSlot = async (kind: KeySlot['kind'], secret: Uint8Array, key: Uint8Array): Promise<void> => {
    const file = readKeyFile(keyPath);
    const slot = await wrapKey(kind, secret, key, ports.random);
    writeKeyFile(keyPath, { ...file, slots: [...file.slots.filter((each) => each.kind !== kind), slot] });
  };

  const newRecoveryCode = async (key: Uint8Array): Promise<string> => {
    const entropy = ports.random.bytes(recoveryEntropyBytes);
    await replaceSlot('recovery-code', entropy, key);
    return formatRecoveryCode(entropy);
  };

  const create = async (password: string, office: OfficeInput): Promise<string> => {
    if (exists()) throw new CodedError('ARCHIVE_EXISTS', {});
    requireStrong(password);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (process.platform !== 'win32') chmodSync(folder, 0o700);
    const lock = acquireArchiveLock(folder);
    const key = ports.random.bytes(32);
    const entropy = ports.random.bytes(recoveryEntropyBytes);
    try {
      const slots = [
        await wrapKey('password', passwordBytes(password), key, ports.random),
        await wrapKey('recovery-code', entropy, key, ports.random),
      ];
      migrate(databasePath, key);
      if (process.platform !== 'win32') chmodSync(databasePath, 0o600);
      const store = await openArchiveStore(databasePath, key);
      try {
        await initializeArchive(store, ports, office);
      } finally {
        await store.close();
      }
      // The key file comes last: an archive exists only once it can be opened again.
      writeKeyFile(keyPath, { format: 'hub-archive-key', version: 1, slots });
      await open(key, lock);
      return formatRecoveryCode(entropy);
    } catch (error) {
      lock.release();
      for (const name of ['archive.db', 'archive.db-wal', 'archive.db-shm', 'archive.key.json']) {
        rmSync(join(folder, name), { force: true });
      }
      throw error;
    }
  };

  const lockNow = async (): Promise<void> => {
    if (opened === null) return;
    const { archive, lock } = opened;
    opened = null;
    await archive.store.close();
    lock.release();
  };

  const recover = async (recoveryCode: string, newPassword: string): Promise<string> => {
    requireExists();
    requireStrong(newPassword);
    const entropy = parseRecoveryCode(recoveryCode);
    const key = entropy === null ? null : await keyBehind('recovery-code', entropy);
    if (key === null) throw new CodedError('WRONG_RECOVERY_CODE', {});
    await openLocked(key);
    await replaceSlot('password', passwordBytes(newPassword), key);
    return newRecoveryCode(key);
  };

  return {
    state: () => (opened !== null ? 'open' : exists() ? 'locked' : 'absent'),
    requireOpen: () => {
      if (opened !== null) return opened.archive;
      requireExists();
      throw new CodedError('ARCHIVE_LOCKED', {});
    },
    create: (password, office) => oneAtATime(() => create(password, office)),
    unlock: (password) => oneAtATime(async () => openLocked(await keyBehindPassword(password))),
    recover: (recoveryCode, newPassword) => oneAtATime(() => recover(recoveryCode, newPassword)),
    lock: () => oneAtATime(lockNow),
    changePassword: (current, next) =>
      oneAtATime(async () => {
        requireStrong(next);
        await replaceSlot('password', passwordBytes(next), await keyBehindPassword(current));
      }),
    renewRecoveryCode: (password) =>
      oneAtATime(async () => newRecoveryCode(await keyBehindPassword(password))),
    showRawKey: (password) =>
      oneAtATime(async () => Buffer.from(await keyBehindPassword(password)).toString('hex')),
  };
};
