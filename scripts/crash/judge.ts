import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveSession } from '../../src/core/archive-session.ts';
import { openAttachment } from '../../src/core/attachments/attachments.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import { checkBackup, readBackups, runBackup } from '../../src/core/services/backups.ts';
import { listImports } from '../../src/core/services/imports.ts';
import { officeKeys } from '../../src/core/services/ledger-keys.ts';
import { packages } from '../../src/core/services/ledger.ts';
import { getOffice } from '../../src/core/services/office.ts';
import { verifyPackage } from '../../src/core/ledger/verify-package.ts';
import { openNodeCore } from '../../src/loopback/open-node-core.ts';
import { attachmentId } from '../../src/shared/domain/ids.ts';
import { bureauFaults } from './bureau-job.ts';
import { deskFaults } from './desk-faults.ts';
import { acknowledged, diskBeside, passwordAfter, type Acknowledgement } from './acknowledgement.ts';

/** What is wrong with an archive after a kill; nothing, if all is well. */
export interface Verdict {
  readonly faults: readonly string[];
  /** How long the first unlocking after the kill took, password hash included. */
  readonly reopenMilliseconds: number;
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const integrityFaults = ({ store }: OpenArchive): Promise<string[]> =>
  store.read((reader) => [
    ...reader
      .all<{ integrity_check: string }>('PRAGMA integrity_check')
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => `integrity: ${row.integrity_check}`),
    ...reader.all('PRAGMA foreign_key_check').map((row) => `reference: ${JSON.stringify(row)}`),
  ]);

const communityFaults = async (archive: OpenArchive, said: readonly Acknowledgement[]): Promise<string[]> => {
  const there = new Set<string>((await getOffice(archive)).communities.map(({ id }) => id));
  return acknowledged(said, 'community').flatMap(({ id }) => (there.has(id) ? [] : [`community ${id} lost`]));
};

const importedTables = {
  organizations: 'organizationsCreated',
  people: 'peopleCreated',
  memberships: 'membershipsCreated',
} as const;

/** Each import is there with all its rows or not at all; at most one more than was acknowledged. */
const importFaults = async (archive: OpenArchive, said: readonly Acknowledgement[]): Promise<string[]> => {
  const records = await listImports(archive);
  const owed = acknowledged(said, 'import');
  const known = new Set<string>(records.map(({ id }) => id));
  const lost = owed.filter(({ id }) => !known.has(id)).map(({ id }) => `import ${id} lost`);
  const surplus = records.length > owed.length + 1 ? [`${records.length} imports of ${owed.length}`] : [];
  const torn = await archive.store.read((reader) =>
    Object.entries(importedTables).flatMap(([table, count]) => {
      const counted = new Map(
        reader
          .all<{
            id: string;
            n: number;
          }>(
            `SELECT import_id AS id, count(*) AS n FROM ${table} WHERE import_id IS NOT NULL GROUP BY import_id`,
          )
          .map(({ id, n }) => [id, n]),
      );
      const strays = [...counted.keys()].filter((id) => !known.has(id));
      const short = records.filter(({ id, counts }) => (counted.get(id) ?? 0) !== counts[count]);
      return [...strays, ...short.map(({ id }) => id)].map((id) => `${table} of import ${id} torn`);
    }),
  );
  return [...lost, ...surplus, ...torn];
};

const attachmentFaults = async (
  archive: OpenArchive,
  said: readonly Acknowledgement[],
): Promise<string[]> => {
  const faults: string[] = [];
  for (const { id, sha256 } of acknowledged(said, 'attachment')) {
    try {
      const { bytes } = await openAttachment(archive, attachmentId.parse(id));
      if (sha256Of(bytes) !== sha256) faults.push(`attachment ${id} changed`);
    } catch (error) {
      faults.push(`attachment ${id}: ${String(error)}`);
    }
  }
  return faults;
};

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Every recorded package is on disk as recorded, and every package on disk is whole, recorded or not. */
const packageFaults = async (archive: OpenArchive, said: readonly Acknowledgement[]): Promise<string[]> => {
  const folder = archive.ports.paths.packages;
  const recorded = new Map((await packages(archive)).map((each) => [each.fileName, each.sha256]));
  const faults = acknowledged(said, 'package')
    .filter(({ fileName, sha256 }) => recorded.get(fileName) !== sha256)
    .map(({ fileName }) => `package ${fileName} not recorded`);
  const onDisk = filesIn(folder);
  for (const [fileName, sha256] of recorded) {
    if (!onDisk.includes(fileName) || sha256Of(readFileSync(join(folder, fileName))) !== sha256) {
      faults.push(`package ${fileName} not as recorded`);
    }
  }
  if (onDisk.length === 0) return faults;
  const { escrowIdentity, signingPublicKey } = await officeKeys(archive);
  for (const fileName of onDisk) {
    await verifyPackage(join(folder, fileName), {
      identity: escrowIdentity,
      signer: signingPublicKey,
    }).catch((error: unknown) => faults.push(`package ${fileName}: ${String(error)}`));
  }
  return faults;
};

/**
 * Every backup that has a manifest is whole, those acknowledged last are there, and the next one clears away what the
 * killed one left.
 */
const backupFaults = async (archive: OpenArchive, said: readonly Acknowledgement[]): Promise<string[]> => {
  const owed = acknowledged(said, 'backup').map(({ name }) => name);
  if (owed.length === 0 && acknowledged(said, 'restored').length === 0) return [];
  const check = async (name: string): Promise<string[]> => {
    try {
      for await (const _ of checkBackup(archive, { placeId: 'folder', name, full: true }));
      return [];
    } catch (error) {
      return [`backup ${name}: ${String(error)}`];
    }
  };
  const there = async (): Promise<string[]> =>
    (await readBackups(archive)).places.flatMap(({ id, backups }) =>
      id === 'folder' ? backups.map(({ name }) => name) : [],
    );
  const before = await there();
  // Retention lets older ones of the same day go.
  const lost = owed.slice(-1).filter((name) => !before.includes(name));
  const faults = lost.map((name) => `backup ${name} lost`);
  for (const name of before) faults.push(...(await check(name)));
  for await (const _ of runBackup(archive, { placeId: 'folder' }));
  const root = join(
    diskBeside(archive.ports.paths.archive),
    filesIn(diskBeside(archive.ports.paths.archive))[0] ?? '',
  );
  const unfinished = filesIn(root).filter(
    (name) => /^\d/.test(name) && !filesIn(join(root, name)).includes('manifest.json'),
  );
  return [...faults, ...unfinished.map((name) => `${name} left over`), ...leftoverFaults(root)];
};

/** Restored or not, the archive holds what the backup held: they are the same. */
const restoreFaults = async (archive: OpenArchive, said: readonly Acknowledgement[]): Promise<string[]> => {
  const [{ organizations } = { organizations: null }] = acknowledged(said, 'restored');
  const { store } = archive;
  const there = await store.read((reader) =>
    reader.get<{ n: number }>('SELECT count(*) AS n FROM organizations'),
  );
  return organizations === null || there?.n === organizations
    ? []
    : [`${there?.n ?? 0} organizations of ${organizations} after restoring`];
};

const temporary = /\.(new|partial|creating|restoring|before-migration)$/;

const leftoverFaults = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => temporary.test(name))
    .map((name) => `${name} left over`);

/** Opens with the last password acknowledged, or with the one whose change was under way. */
const unlockAgain = async (
  session: ArchiveSession,
  said: readonly Acknowledgement[],
): Promise<string | null> => {
  const changes = acknowledged(said, 'password').at(-1)?.changes ?? 0;
  let refusal = '';
  for (const password of [passwordAfter(changes), passwordAfter(changes + 1)]) {
    try {
      await session.unlock(password);
      return null;
    } catch (error) {
      refusal = `unlocking: ${String(error)}`;
    }
  }
  return refusal;
};

const officeFaults = async (archive: OpenArchive, said: readonly Acknowledgement[]): Promise<string[]> => [
  ...(await communityFaults(archive, said)),
  ...(await importFaults(archive, said)),
  ...(await attachmentFaults(archive, said)),
  ...(await packageFaults(archive, said)),
  ...(await deskFaults(archive, said)),
  ...(await restoreFaults(archive, said)),
  ...(await backupFaults(archive, said)),
];

/** Reopens an archive as the next start of the application would, and compares it with what was acknowledged. */
export const judge = async (archiveFolder: string, said: readonly Acknowledgement[]): Promise<Verdict> => {
  const bugs: string[] = [];
  const logger = { info: () => {}, error: (event: string) => void bugs.push(event) };
  const core = await openNodeCore({ archiveFolder, logger, backupFolder: diskBeside(archiveFolder) });
  const { session } = core.context;
  try {
    const owesNothing = acknowledged(said, 'created').length === 0 && session.state() === 'absent';
    if (owesNothing) return { faults: [], reopenMilliseconds: 0 };
    const start = performance.now();
    const refusal = await unlockAgain(session, said);
    const reopenMilliseconds = performance.now() - start;
    if (refusal !== null) return { faults: [refusal], reopenMilliseconds };
    const archive = session.requireOpen();
    const faults = [
      ...(await integrityFaults(archive)),
      ...(await (session.desk() === 'bureau' ? bureauFaults : officeFaults)(archive, said)),
      ...leftoverFaults(archiveFolder),
      ...bugs,
    ];
    return { faults, reopenMilliseconds };
  } finally {
    await core.close();
  }
};
