import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createArchiveSession, type ArchiveSession } from '../../src/core/archive-session.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { openArchiveStore } from '../../src/core/db/open-archive-store.ts';
import { lookupKey } from '../../src/core/keys/lookup-key.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import type { Ports } from '../../src/core/ports.ts';
import {
  attachmentIdentityOf,
  initializeArchive,
  initializeBureau,
} from '../../src/core/services/archive-setup.ts';
import type { BureauInput } from '../../src/shared/domain/bureau.ts';
import type { ArchiveStore } from '../../src/core/db/archive-store.ts';
import type { OfficeInput } from '../../src/shared/domain/office.ts';
import { CodedError } from '../../src/shared/errors.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock {
  today(): string;
  instant(): string;
  set(instant: string): void;
}

const testClock = (): TestClock => {
  let now = '2026-11-23T01:00:00.000Z';
  return { today: () => now.slice(0, 10), instant: () => now, set: (instant) => void (now = instant) };
};

/** The same bytes and ids in the same order in every run. */
const testRandom = (): Ports['random'] => {
  let count = 0;
  const block = (): Buffer => createHash('sha256').update(`hub-archive test ${count++}`).digest();
  return {
    bytes: (length) => {
      const blocks: Buffer[] = [];
      while (blocks.length * 32 < length) blocks.push(block());
      return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
    },
    id: () => `id${String(count++).padStart(8, '0')}`,
  };
};

export interface TestPorts extends Ports {
  readonly clock: TestClock;
  readonly loggedErrors: readonly { readonly event: string; readonly error: unknown }[];
}

/** Ports on a folder: fake clock and randomness, no PDF printer, the real resources. */
export const testPorts = (folder: string): TestPorts => {
  const loggedErrors: { event: string; error: unknown }[] = [];
  return {
    clock: testClock(),
    random: testRandom(),
    logger: { info: () => {}, error: (event, error) => void loggedErrors.push({ event, error }) },
    loggedErrors,
    pdf: {
      available: () => Promise.resolve(false),
      print: () => Promise.reject(new CodedError('PDF_PRINTER_MISSING', {})),
    },
    paths: {
      archive: join(folder, 'archive'),
      packages: join(folder, 'packages'),
      resources: resolve(import.meta.dirname, '../../resources'),
    },
    applicationVersion: '0.0.0-test',
  };
};

/** A small fictional street: two urban communities and a village. */
export const testOffice: OfficeInput = {
  profile: {
    districtCode: '990101',
    districtName: '新城区',
    streetCode: '990101001',
    streetName: '新河街道',
    authorityName: '新河街道办事处',
    partyCommittee: '新河街道党工委',
    hubName: '新河街道社会组织联合会',
    hubCreditCode: null,
    shortName: '新河街',
    contactName: null,
    contactPhone: null,
    address: null,
    fondsCode: null,
  },
  communities: [
    ['990101001001', '阳光里社区', 'urban', '111', '阳光里社区党委'],
    ['990101001002', '和平里社区', 'urban', '111', '和平里社区党委'],
    ['990101001201', '龙泉村', 'rural', '220', '龙泉村党支部'],
  ].map(([code, name, settlement, settlementClass, partyOrganization]) => ({
    code: code ?? '',
    name: name ?? '',
    settlement: settlement === 'rural' ? 'rural' : 'urban',
    settlementClass: settlementClass ?? null,
    partyOrganization: partyOrganization ?? null,
    validFrom: null,
    validTo: null,
  })),
};

export interface TestArchive extends OpenArchive {
  readonly ports: TestPorts;
  /** The temp folder; the archive is in `archive/`. */
  readonly folder: string;
  readonly databaseKey: Uint8Array;
  /** Closes the archive and removes the folder. */
  close(): Promise<void>;
}

/**
 * A real encrypted archive in a temp folder, open and filled with an office. Opened past its password, because
 * argon2id would cost every test a quarter of a second.
 */
export const openTestArchive = (office: OfficeInput = testOffice): Promise<TestArchive> =>
  openFilled((store, ports) => initializeArchive(store, ports, office));

/** The bureau of the district that `testOffice` is in, without streets and before its key ceremony. */
export const testBureau: BureauInput = {
  profile: {
    districtCode: '990101',
    districtName: '新城区',
    bureauName: '新城区民政局',
    contactName: '陈晓',
    contactPhone: null,
  },
  streets: [],
};

/** The same of a district bureau. */
export const openTestBureau = (bureau: BureauInput = testBureau): Promise<TestArchive> =>
  openFilled((store, ports) => initializeBureau(store, ports, bureau));

const openFilled = async (
  fill: (store: ArchiveStore, ports: Ports) => Promise<void>,
): Promise<TestArchive> => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-archive-test-'));
  const ports = testPorts(folder);
  const databaseKey = ports.random.bytes(32);
  const file = join(ports.paths.archive, 'archive.db');
  await mkdir(ports.paths.archive, { mode: 0o700 });
  migrate(file, databaseKey);
  const store = await openArchiveStore(file, databaseKey);
  await fill(store, ports);
  return {
    store,
    ports,
    keys: {
      database: databaseKey,
      lookup: lookupKey(databaseKey),
      attachmentIdentity: await attachmentIdentityOf(store),
    },
    folder,
    databaseKey,
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** A session on a fresh temp folder, for tests of passwords and files. */
export const openTestSession = async (): Promise<{
  readonly session: ArchiveSession;
  readonly ports: TestPorts;
  readonly close: () => Promise<void>;
}> => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-archive-session-'));
  const ports = testPorts(folder);
  const session = createArchiveSession(ports);
  return {
    session,
    ports,
    close: async () => {
      await session.lock();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
