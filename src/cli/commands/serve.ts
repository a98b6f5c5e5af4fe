import { Command } from 'commander';
import { openNodeCore } from '../../loopback/open-node-core.ts';
import { startBrowserHost } from '../../loopback/browser-host.ts';
import { terminalLogger } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { rendererFolder } from '../renderer-folder.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly archive: string;
  readonly port: string;
  readonly scanFolder?: string;
  readonly backupFolder?: string;
  readonly json: boolean;
}

const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });

const serve = async ({ archive, port, scanFolder, backupFolder, json }: Options): Promise<Outcome> => {
  const portNumber = Number(port);
  if (!Number.isInteger(portNumber) || portNumber < 0 || portNumber > 65_535)
    throw new CommandError(`Not a port: ${port}`);
  const core = await openNodeCore({
    archiveFolder: archive,
    logger: terminalLogger,
    scanFolder: scanFolder ?? null,
    backupFolder: backupFolder ?? null,
  });
  const host = await startBrowserHost({
    core,
    logger: terminalLogger,
    rendererFolder: await rendererFolder(),
    port: portNumber,
  });
  if (json) console.log(JSON.stringify({ ok: true, result: { startUrl: host.startUrl } }));
  else
    console.log(
      `Open in a browser on this machine (the address works once):\n\n  ${host.startUrl}\n\nStop with Ctrl+C.`,
    );
  await untilStopped();
  await host.close();
  await core.close();
  return { data: { stopped: true }, lines: ['Stopped.'] };
};

export const serveCommand = (): Command =>
  new Command('serve')
    .description('serve the application to a browser on this machine')
    .requiredOption('--archive <dir>', 'folder of the archive')
    .option('--port <number>', 'port; 0 takes a free one', '0')
    .option('--scan-folder <dir>', 'folder that the scanner writes into; its files are taken in')
    .option('--backup-folder <dir>', 'folder on another disk that backups go to')
    .option('--json', 'print one JSON object', false)
    .action((options: Options) => run(options.json, () => serve(options)));
