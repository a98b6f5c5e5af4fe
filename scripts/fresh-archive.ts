import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { migrate } from '../src/core/db/migrate.ts';
import { openArchiveStore } from '../src/core/db/open-archive-store.ts';
import { lookupKey } from '../src/core/keys/lookup-key.ts';
import type { OpenArchive } from '../src/core/open-archive.ts';
import type { Ports } from '../src/core/ports.ts';
import {
  attachmentIdentityOf,
  initializeArchive,
  initializeBureau,
} from '../src/core/services/archive-setup.ts';
import type { BureauInput } from '../src/shared/domain/bureau.ts';
import type { ArchiveStore } from '../src/core/db/archive-store.ts';
import { systemClock, systemRandom } from '../src/core/system-ports.ts';
import type { OfficeInput } from '../src/shared/domain/office.ts';

/** Resources that the application ships. */
export const resources = resolve(import.meta.dirname, '../resources');

type FillArchive = (store: ArchiveStore, ports: Ports) => Promise<void>;

const portsIn = (folder: string): Ports => ({
  clock: systemClock,
  random: systemRandom,
  logger: { info: () => {}, error: () => {} },
  pdf: { available: async () => false, print: () => Promise.reject(new Error('no printer')) },
  paths: { archive: folder, packages: folder, resources },
  applicationVersion: '0.0.0-bench',
});

const openFresh = async (folder: string, fill: FillArchive): Promise<OpenArchive> => {
  const ports = portsIn(folder);
  const key = ports.random.bytes(32);
  const file = join(folder, 'archive.db');
  migrate(file, key);
  const store = await openArchiveStore(file, key);
  await fill(store, ports);
  return {
    store,
    ports,
    keys: { database: key, lookup: lookupKey(key), attachmentIdentity: await attachmentIdentityOf(store) },
  };
};

const withFresh = async <T>(
  fill: FillArchive,
  work: (archive: OpenArchive, folder: string) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-archive-bench-'));
  try {
    const archive = await openFresh(folder, fill);
    try {
      return await work(archive, folder);
    } finally {
      await archive.store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Lends a new encrypted archive, opened past its password, in a temp folder that goes afterwards. */
export const withFreshArchive = <T>(
  office: OfficeInput,
  work: (archive: OpenArchive, folder: string) => Promise<T>,
): Promise<T> => withFresh((store, ports) => initializeArchive(store, ports, office), work);

/** The district that benches and kills are about. */
export const districtOfBench: BureauInput = {
  profile: {
    districtCode: '990101',
    districtName: '新城区',
    bureauName: '新城区民政局',
    contactName: null,
    contactPhone: null,
  },
  streets: [],
};

/** The same of a district bureau. */
export const withFreshBureau = <T>(
  bureau: BureauInput,
  work: (archive: OpenArchive, folder: string) => Promise<T>,
): Promise<T> => withFresh((store, ports) => initializeBureau(store, ports, bureau), work);
