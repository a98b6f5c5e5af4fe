import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../shared/errors.ts';

export interface ArchiveLock {
  release(): void;
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const ownerOf = (path: string): number | null => {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
};

const held = new Set<string>();

const take = (path: string): boolean => {
  try {
    const descriptor = openSync(path, 'wx', 0o600);
    writeSync(descriptor, String(process.pid));
    closeSync(descriptor);
    held.add(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw new CodedError('STORAGE_UNWRITABLE', {}, { cause: error });
  }
};

/**
 * Takes the archive folder for this process. A lock left by a killed process is taken over: its process number no
 * longer runs, or is our own from an earlier life.
 *
 * @throws CodedError ARCHIVE_BUSY when another process, or another session of this one, has it; STORAGE_UNWRITABLE
 */
export const acquireArchiveLock = (folder: string): ArchiveLock => {
  const path = join(folder, 'archive.lock');
  if (!take(path)) {
    const owner = ownerOf(path);
    const stale = owner === null || (owner === process.pid ? !held.has(path) : !isRunning(owner));
    if (!stale) throw new CodedError('ARCHIVE_BUSY', {});
    rmSync(path, { force: true });
    if (!take(path)) throw new CodedError('ARCHIVE_BUSY', {});
  }
  return {
    release: () => {
      held.delete(path);
      rmSync(path, { force: true });
    },
  };
};
