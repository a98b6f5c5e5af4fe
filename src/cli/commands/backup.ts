import { Command } from 'commander';
import type { BackupFigures } from '../../shared/domain/backup.ts';
import { CodedError } from '../../shared/errors.ts';
import { withArchive } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { follow } from '../progress.ts';
import { run, type Outcome } from '../run.ts';
import { exitCodes } from '../exit-codes.ts';

interface Options {
  readonly archive: string;
  readonly to?: string;
  readonly json: boolean;
}

interface VerifyOptions {
  readonly archive: string;
  readonly from: string;
  readonly name?: string;
  readonly full: boolean;
  readonly json: boolean;
}

const figureLines = (figures: BackupFigures): readonly string[] => [
  `Backup ${figures.name}: ${figures.organizations} organizations, ${figures.people} people, ${figures.rows} rows in ${figures.tables} tables`,
  `Database: ${figures.databaseBytes} bytes; stored files: ${figures.papers}, ${figures.paperBytes} bytes`,
];

const make = async ({ archive, to, json }: Options): Promise<Outcome> => {
  if (to === undefined) throw new CommandError("Say where: --to <dir>, or use 'backup verify'.");
  return withArchive({ archive, backupFolder: to }, async (client) => {
    const figures = await follow(await client.backups.run({ placeId: 'folder' }), json);
    return {
      data: figures,
      lines: [...figureLines(figures), `Copied: ${figures.copied} files, ${figures.copiedBytes} bytes`],
      // Papers that the archive itself has lost are no fault of the backup, but somebody has to know.
      ...(figures.missing > 0 && { exitCode: exitCodes.incomplete }),
    };
  });
};

const verify = async ({ archive, from, name, full, json }: VerifyOptions): Promise<Outcome> =>
  withArchive({ archive, backupFolder: from }, async (client) => {
    const { places } = await client.backups.state();
    const newest = places.find(({ id }) => id === 'folder')?.backups[0]?.name;
    const wanted = name ?? newest;
    if (wanted === undefined) throw new CodedError('NOT_FOUND', { what: 'backup' });
    const figures = await follow(await client.backups.check({ placeId: 'folder', name: wanted, full }), json);
    return {
      data: figures,
      lines: [...figureLines(figures), full ? 'Sound: every file read and compared.' : 'Sound.'],
    };
  });

export const backupCommand = (): Command => {
  const command = new Command('backup')
    .description('back the archive up, encrypted, while it may be in use by nobody else')
    .requiredOption('--archive <dir>', 'folder of the archive')
    .option('--to <dir>', 'folder on another disk; the backup gets a folder of its own in it')
    .option('--json', 'print one JSON object', false)
    .action((options: Options) => run(options.json, () => make(options)));
  command
    .command('verify')
    .description('open a backup with the key and hold it against its manifest')
    .requiredOption('--from <dir>', 'folder that was given to --to')
    .option('--name <name>', 'the backup; the newest by default')
    .option('--full', 'read and compare every stored file', false)
    .action((_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<VerifyOptions>();
      return run(options.json, () => verify(options));
    });
  return command;
};
