import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { migrate } from '../src/core/db/migrate.ts';
import { openArchiveStore } from '../src/core/db/open-archive-store.ts';
import { lookupKey } from '../src/core/keys/lookup-key.ts';
import type { OpenArchive } from '../src/core/open-archive.ts';
import type { Ports } from '../src/core/ports.ts';
import { attachmentIdentityOf, initializeArchive } from '../src/core/services/archive-setup.ts';
import { systemClock, systemRandom } from '../src/core/system-ports.ts';
import type { OfficeInput } from '../src/shared/domain/office.ts';

/** Resources that the application ships. */
export const resources = resolve(import.meta.dirname, '../resources');

const portsIn = (folder: string): Ports => ({
  clock: systemClock,
  random: systemRandom,
  logger: { info: () => {}, error: () => {} },
  pdf: { available: async () => false, print: () => Promise.reject(new Error('no printer')) },
  paths: { archive: folder, packages: folder, resources },
  applicationVersion: '0.0.0-bench',
});

const openFresh = async (folder: string, office: OfficeInput): Promise<OpenArchive> => {
  const ports = portsIn(folder);
  const key = ports.random.bytes(32);
  const file = join(folder, 'archive.db');
  migrate(file, key);
  const store = await openArchiveStore(file, key);
  await initializeArchive(store, ports, office);
  return {
    store,
    ports,
    keys: { database: key, lookup: lookupKey(key), attachmentIdentity: await attachmentIdentityOf(store) },
  };
};

/** Lends a new encrypted archive, opened past its password, in a temp folder that goes afterwards. */
export const withFreshArchive = async <T>(
  office: OfficeInput,
  work: (archive: OpenArchive, folder: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-archive-bench-'));
  try {
    const archive = await openFresh(folder, office);
    try {
      return await work(archive, folder);
    } finally {
      await archive.store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
