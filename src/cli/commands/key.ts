import { Command } from 'commander';
import { withCore } from '../archive-client.ts';
import { readPassword } from '../password.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly archive: string;
  readonly json: boolean;
}

const show = async ({ archive }: Options): Promise<Outcome> =>
  withCore({ archive }, async (_client, core) => {
    const rawKey = await core.context.session.showRawKey(await readPassword('Password'));
    return {
      data: { rawKey },
      lines: [
        `Raw key: x'${rawKey}'`,
        'Opens archive.db in any SQLCipher 4 program. Whoever has it can read everything: write it down nowhere.',
      ],
    };
  });

export const keyCommand = (): Command =>
  new Command('key').description('keys of the archive').addCommand(
    new Command('show')
      .description('show the raw database key, for another SQLCipher 4 program')
      .requiredOption('--archive <dir>', 'folder of the archive')
      .option('--json', 'print one JSON object', false)
      .action((options: Options) => run(options.json, () => show(options))),
  );
