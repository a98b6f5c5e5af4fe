/**
 * The process that is killed: does one job over and over on an archive and says, in one line each, what it has been
 * promised by the core. Arguments: job, archive folder.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { addAttachment } from '../../src/core/attachments/attachments.ts';
import type { ArchiveSession } from '../../src/core/archive-session.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import type { Ports } from '../../src/core/ports.ts';
import { listRestorable, restoreArchive } from '../../src/core/services/backup-restore.ts';
import { runBackup } from '../../src/core/services/backups.ts';
import { importWorkbook } from '../../src/core/services/imports.ts';
import { exportLedger } from '../../src/core/services/ledger-export.ts';
import { bureauKeys } from '../../src/core/services/ledger-keys.ts';
import { putCommunity } from '../../src/core/services/office.ts';
import { importSampleStreet, sampleOffice } from '../../src/core/services/sample-street.ts';
import { openNodeCore } from '../../src/loopback/open-node-core.ts';
import { bureauOn } from './bureau-job.ts';
import { archiveOn, areasOn, mergeOn, papersOn, scanOn, sealOn, surveyOn } from './desk-jobs.ts';
import {
  diskBeside,
  firstPassword,
  jobs,
  passwordAfter,
  type Acknowledgement,
  type Job,
} from './acknowledgement.ts';

/** Written at once: a line that waits in a buffer would die with us. */
const say = (line: Acknowledgement): void => void writeSync(1, `${JSON.stringify(line)}\n`);

const resultOf = async <T>(
  stream: AsyncIterable<{ readonly type: 'progress' } | { readonly type: 'result'; readonly result: T }>,
): Promise<T> => {
  for await (const event of stream) if (event.type === 'result') return event.result;
  throw new Error('the stream ended without a result');
};

const smallLedger = (round: number): Uint8Array =>
  Buffer.from(
    `社区,组织名称,类别,备注\n${Array.from({ length: 30 }, (_, index) => `阳光里社区,第${round}轮第${index + 1}合唱队,文体活动类,试验\n`).join('')}`,
  );

const importOn = async (archive: OpenArchive): Promise<void> => {
  for (let round = 0; ; round++) {
    const { id } = await putCommunity(archive, {
      id: null,
      code: `990101002${String(round).padStart(3, '0')}`,
      name: `新建第${round}社区`,
      settlement: 'urban',
      settlementClass: null,
      partyOrganization: null,
      validFrom: null,
      validTo: null,
    });
    say({ what: 'community', id });
    const ledger = { fileName: `第${round}轮.csv`, bytes: smallLedger(round), dryRun: false };
    const { importId } = await resultOf(
      round === 0 ? importSampleStreet(archive) : importWorkbook(archive, ledger),
    );
    say({ what: 'import', id: z.string().parse(importId) });
  }
};

const attachOn = async (archive: OpenArchive): Promise<void> => {
  for (;;) {
    const bytes = randomBytes(600_000);
    const { id } = await addAttachment(archive, { fileName: 'a.pdf', mediaType: 'application/pdf', bytes });
    say({ what: 'attachment', id, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
};

const exportOn = async (archive: OpenArchive): Promise<void> => {
  const bureauKeyIds = (await bureauKeys(archive)).map(({ id }) => id);
  for (;;) {
    const made = await resultOf(
      exportLedger(archive, { period: '2026H1', bureauKeyIds, includeScans: true }),
    );
    say({ what: 'package', fileName: made.fileName, sha256: made.sha256 });
  }
};

const changePasswordOn = async (session: ArchiveSession): Promise<void> => {
  for (let changes = 1; ; changes++) {
    await session.changePassword(passwordAfter(changes - 1), passwordAfter(changes));
    say({ what: 'password', changes });
  }
};

const backUpOn = async (archive: OpenArchive): Promise<void> => {
  for (;;) {
    await addAttachment(archive, {
      fileName: 'a.pdf',
      mediaType: 'application/pdf',
      bytes: randomBytes(600_000),
    });
    const { name } = await resultOf(runBackup(archive, { placeId: 'folder' }));
    say({ what: 'backup', name });
  }
};

const restoreOn = async (session: ArchiveSession, ports: Ports): Promise<void> => {
  const context = { session, ports };
  for (;;) {
    const [newest] = (await listRestorable(ports)).filter(({ placeId }) => placeId === 'folder');
    if (newest === undefined) throw new Error('there is no backup to restore');
    const { placeId, archive, name } = newest;
    const secret = { kind: 'password', password: firstPassword } as const;
    const { figures } = await resultOf(restoreArchive(context, { placeId, archive, name, secret }));
    say({ what: 'restored', organizations: figures.organizations });
  }
};

const run = async (job: Job, session: ArchiveSession, ports: Ports): Promise<void> => {
  if (job === 'create') {
    say({ what: 'ready' });
    await session.create(firstPassword, await sampleOffice(ports));
    say({ what: 'created' });
    return attachOn(session.requireOpen());
  }
  await session.unlock(firstPassword);
  if (job === 'restore') await resultOf(runBackup(session.requireOpen(), { placeId: 'folder' }));
  say({ what: 'ready' });
  switch (job) {
    case 'import':
      return importOn(session.requireOpen());
    case 'attach':
      return attachOn(session.requireOpen());
    case 'export':
      return exportOn(session.requireOpen());
    case 'password':
      return changePasswordOn(session);
    case 'scans':
      return scanOn(session.requireOpen(), say);
    case 'papers':
      return papersOn(session.requireOpen(), say);
    case 'archiving':
      return archiveOn(session.requireOpen(), say);
    case 'seals':
      return sealOn(session.requireOpen(), say);
    case 'merges':
      return mergeOn(session.requireOpen(), say);
    case 'areas':
      return areasOn(session.requireOpen(), say);
    case 'backup':
      return backUpOn(session.requireOpen());
    case 'restore':
      return restoreOn(session, ports);
    case 'bureau':
      return bureauOn(session.requireOpen(), say);
    case 'surveys':
      return surveyOn(session.requireOpen(), say);
  }
};

const [job, archiveFolder] = z.tuple([z.enum(jobs), z.string()]).parse(process.argv.slice(2));
const logger = { info: () => {}, error: (event: string, error: unknown) => console.error(event, error) };
const backupFolder = diskBeside(archiveFolder);
mkdirSync(backupFolder, { recursive: true });
const core = await openNodeCore({ archiveFolder, logger, backupFolder });
await run(job, core.context.session, core.context.ports);
