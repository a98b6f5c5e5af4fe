import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain } from 'electron';
import { openCore, type Core } from '../core/open-core.ts';
import { bureauArchiveOf } from '../core/routes/base.ts';
import type { PrintDevice, PrintDevices } from '../core/ports.ts';
import { packageFile } from '../core/services/packages.ts';
import { abandonIntake, beginIntake, finishIntake, type Intake } from '../core/services/received-files.ts';
import { asStorageError } from '../core/storage-error.ts';
import { removableMedia } from '../core/removable-media.ts';
import { fontLibrary } from '../core/fonts/installed-fonts.ts';
import { fontFolders, systemClock, systemRandom } from '../core/system-ports.ts';
import { CodedError } from '../shared/errors.ts';
import type { Paper } from '../shared/domain/document.ts';
import { toCore, type CoreOptions, type FromCore } from './core-messages.ts';

/**
 * Entry of the utility process that owns the archive, so that no query or export freezes a window. Main lends
 * the PDF printer; each window gets a message port of its own.
 */
const parent = process.parentPort;
const say = (message: FromCore): void => parent.postMessage(message);

const printing = new Map<string, PromiseWithResolvers<Uint8Array | null>>();

const printThroughMain = async (html: string, paper: Paper): Promise<Uint8Array> => {
  const job = systemRandom.id();
  const answer = Promise.withResolvers<Uint8Array | null>();
  printing.set(job, answer);
  say({ type: 'print', job, html, paper });
  const pdf = await answer.promise;
  printing.delete(job);
  if (pdf === null) throw new CodedError('PDF_FAILED', { reason: 'printToPDF' });
  return pdf;
};

const listing = new Map<string, (devices: readonly PrintDevice[]) => void>();
const sending = new Map<string, (failure: string | null) => void>();

/** Answers of main to one job, once. */
const answered = <T>(waiting: Map<string, (answer: T) => void>, job: string, answer: T): void => {
  waiting.get(job)?.(answer);
  waiting.delete(job);
};

const printers: PrintDevices = {
  way: 'system',
  list: () =>
    new Promise((resolve) => {
      const job = systemRandom.id();
      listing.set(job, resolve);
      say({ type: 'list-devices', job });
    }),
  print: async (pdf, settings) => {
    const job = systemRandom.id();
    const failure = await new Promise<string | null>((resolve) => {
      sending.set(job, resolve);
      say({
        type: 'send',
        job,
        pdf: new Uint8Array(pdf),
        settings: { ...settings, sheet: { ...settings.sheet } },
      });
    });
    if (failure !== null) throw new CodedError('PRINT_FAILED', { reason: failure });
  },
};

const log = (level: string, event: string, detail: unknown): void =>
  say({ type: 'log', line: JSON.stringify({ at: systemClock.instant(), level, event, detail }) });

/** As it was chosen last; main says when it changes. */
const folders: Record<'scan' | 'backup', string | null> = { scan: null, backup: null };

const start = (options: CoreOptions): Promise<Core> =>
  openCore({
    clock: systemClock,
    random: systemRandom,
    logger: {
      info: (event, data) => log('info', event, data ?? null),
      error: (event, error) =>
        log('error', event, error instanceof Error ? (error.stack ?? error.message) : String(error)),
    },
    pdf: { available: async () => true, print: printThroughMain },
    printers,
    paths: {
      archive: options.archiveFolder,
      packages: join(options.archiveFolder, 'packages'),
      resources: options.resourcesFolder,
    },
    media: removableMedia,
    fonts: fontLibrary(fontFolders()),
    applicationVersion: options.applicationVersion,
    scanFolder: () => folders.scan,
    backupFolder: () => folders.backup,
  });

const connect = (core: Core, port: MessagePortMain): void => {
  new RPCHandler(core.router).upgrade(port, { context: core.context });
  port.start();
};

const findPackage = async (core: Core, job: string, id: string): Promise<void> => {
  try {
    const found = await packageFile(core.context.session.requireOpen(), id);
    say({ type: 'package', job, path: found.path, fileName: found.fileName });
  } catch {
    say({ type: 'package', job, path: null, fileName: '' });
  }
};

/** Files that main is writing for a bureau's inbox. */
const intakes = new Map<string, Intake>();

const endIntake = (job: string, accepted: boolean, answer: unknown): void =>
  say({ type: 'intake-ended', job, accepted, answer: JSON.stringify(answer) });

const answering = async (job: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    const refused = asStorageError(error);
    if (!(refused instanceof CodedError)) log('error', 'intake-failed', String(error));
    endIntake(job, false, refused instanceof CodedError ? { code: refused.code, data: refused.data } : {});
  }
};

const startIntake = (core: Core, job: string, fileName: string): Promise<void> =>
  answering(job, async () => {
    const intake = await beginIntake(bureauArchiveOf(core.context), fileName);
    intakes.set(job, intake);
    say({ type: 'intake', job, path: intake.path });
  });

const stopIntake = (core: Core, job: string, written: boolean): Promise<void> =>
  answering(job, async () => {
    const intake = intakes.get(job);
    intakes.delete(job);
    if (intake === undefined) return;
    const archive = bureauArchiveOf(core.context);
    if (written) return endIntake(job, true, await finishIntake(archive, intake));
    await abandonIntake(archive, intake);
    throw new CodedError('STORAGE_UNWRITABLE', {});
  });

let opening: Promise<Core> | null = null;

const handle = async (data: unknown, ports: readonly MessagePortMain[]): Promise<void> => {
  const message = toCore.parse(data);
  if (message.type === 'start') {
    folders.scan = message.options.scanFolder;
    folders.backup = message.options.backupFolder;
    opening = start(message.options);
    await opening;
    return say({ type: 'started' });
  }
  if (message.type === 'folder') {
    folders[message.use] = message.folder;
    return;
  }
  if (message.type === 'devices') return answered(listing, message.job, message.devices);
  if (message.type === 'sent') return answered(sending, message.job, message.failure);
  if (message.type === 'printed') return printing.get(message.job)?.resolve(message.pdf);
  if (opening === null) throw new Error('The core was addressed before it was started.');
  const core = await opening;
  switch (message.type) {
    case 'connect':
      return ports[0] === undefined ? undefined : connect(core, ports[0]);
    case 'find-package':
      return findPackage(core, message.job, message.id);
    case 'begin-intake':
      return startIntake(core, message.job, message.fileName);
    case 'end-intake':
      return stopIntake(core, message.job, message.written);
    case 'close':
      await core.close();
      return say({ type: 'closed' });
  }
};

parent.on('message', ({ data, ports }) => {
  handle(data, ports).catch((error: unknown) =>
    log('error', 'core-message-failed', error instanceof Error ? error.stack : String(error)),
  );
});
