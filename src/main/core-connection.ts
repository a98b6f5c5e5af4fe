import { randomUUID } from 'node:crypto';
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import type { FolderUse } from './chosen-folder.ts';
import { fromCore, type CoreOptions, type FromCore, type ToCore } from './core-messages.ts';
import type { IntakeAnswer, TakeIntoInbox } from './inbox.ts';
import type { FindPackage } from './page-protocol.ts';
import { printToPdf } from './pdf-printer.ts';
import { listPrinters, sendToPrinter } from './print-devices.ts';

export interface CoreConnection {
  /** Hands the page a port of its own; an earlier port of that page dies with its page. */
  connect(contents: WebContents): void;
  readonly findPackage: FindPackage;
  readonly takeIntoInbox: TakeIntoInbox;
  /** From now on this folder is watched for scans, or backups go to it; null for none. */
  useFolder(use: FolderUse, folder: string | null): void;
  /** Waits until running work has ended and the archive is closed. */
  close(): Promise<void>;
}

interface Intake {
  readonly write: (path: string) => Promise<void>;
  readonly answer: PromiseWithResolvers<IntakeAnswer>;
}

/** Starts the core in a utility process and answers what it asks of main. */
export const startCore = (
  entry: string,
  options: CoreOptions,
  writeLog: (line: string) => void,
): CoreConnection => {
  const child: UtilityProcess = utilityProcess.fork(entry, [], {
    serviceName: 'hub-archive-core',
    // Measured: a young generation of this size keeps a package of 1 GiB under 300 MiB and costs nothing else.
    execArgv: ['--max-semi-space-size=4'],
  });
  const say = (message: ToCore): void => child.postMessage(message);
  const waiting = new Map<string, (found: { path: string; fileName: string } | null) => void>();
  const intakes = new Map<string, Intake>();
  const closed = Promise.withResolvers<void>();

  const print = async (message: Extract<FromCore, { type: 'print' }>): Promise<void> => {
    const pdf = await printToPdf(message.html, message.paper).catch(() => null);
    say({ type: 'printed', job: message.job, pdf });
  };

  const writeIntake = async (job: string, path: string): Promise<void> => {
    const written = await intakes
      .get(job)
      ?.write(path)
      .then(
        () => true,
        () => false,
      );
    say({ type: 'end-intake', job, written: written ?? false });
  };

  const listDevices = async (job: string): Promise<void> =>
    say({ type: 'devices', job, devices: await listPrinters().catch(() => []) });

  const send = async ({ job, pdf, settings }: Extract<FromCore, { type: 'send' }>): Promise<void> => {
    const failure = await sendToPrinter(pdf, settings).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
    );
    say({ type: 'sent', job, failure });
  };

  child.on('message', (data: unknown) => {
    const message = fromCore.parse(data);
    switch (message.type) {
      case 'started':
        break;
      case 'print':
        void print(message);
        break;
      case 'list-devices':
        void listDevices(message.job);
        break;
      case 'send':
        void send(message);
        break;
      case 'package':
        waiting.get(message.job)?.(
          message.path === null ? null : { path: message.path, fileName: message.fileName },
        );
        waiting.delete(message.job);
        break;
      case 'intake':
        void writeIntake(message.job, message.path);
        break;
      case 'intake-ended':
        intakes.get(message.job)?.answer.resolve(message);
        intakes.delete(message.job);
        break;
      case 'log':
        writeLog(message.line);
        break;
      case 'closed':
        closed.resolve();
        break;
    }
  });
  child.once('exit', () => closed.resolve());
  say({ type: 'start', options });

  return {
    connect: (contents) => {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ type: 'connect' } satisfies ToCore, [port1]);
      contents.postMessage('hub-archive-port', null, [port2]);
    },
    findPackage: (id) =>
      new Promise((resolve) => {
        const job = randomUUID();
        waiting.set(job, resolve);
        say({ type: 'find-package', job, id });
      }),
    takeIntoInbox: (fileName, write) => {
      const job = randomUUID();
      const answer = Promise.withResolvers<IntakeAnswer>();
      intakes.set(job, { write, answer });
      say({ type: 'begin-intake', job, fileName });
      return answer.promise;
    },
    useFolder: (use, folder) => say({ type: 'folder', use, folder }),
    close: async () => {
      say({ type: 'close' });
      await closed.promise;
      child.kill();
    },
  };
};
