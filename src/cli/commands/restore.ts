import { Command } from 'commander';
import { CodedError } from '../../shared/errors.ts';
import { withCore } from '../archive-client.ts';
import { readPassword } from '../password.ts';
import { follow } from '../progress.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly from: string;
  readonly archive: string;
  readonly name?: string;
  readonly recoveryCode?: string;
  readonly json: boolean;
}

const restore = async ({ from, archive, name, recoveryCode, json }: Options): Promise<Outcome> =>
  withCore({ archive, backupFolder: from }, async (client) => {
    const there = (await client.backups.restorable()).filter(({ placeId }) => placeId === 'folder');
    const wanted = name === undefined ? there[0] : there.find((each) => each.name === name);
    if (wanted === undefined) throw new CodedError('NOT_FOUND', { what: 'backup' });
    const password = await readPassword(recoveryCode === undefined ? 'Password' : 'New password');
    const result = await follow(
      await client.backups.restore({
        placeId: 'folder',
        archive: wanted.archive,
        name: wanted.name,
        secret:
          recoveryCode === undefined
            ? { kind: 'password', password }
            : { kind: 'recovery-code', recoveryCode, newPassword: password },
      }),
      json,
    );
    const { figures, aside } = result;
    return {
      data: result,
      lines: [
        `Restored ${figures.name} into ${archive}: ${figures.organizations} organizations, ${figures.people} people, ${figures.rows} rows, ${figures.papers} stored files; all as the manifest says.`,
        ...(aside === null ? [] : [`What was there before lies in ${archive}/${aside}.`]),
        ...(result.recoveryCode === null ? [] : [`New recovery code: ${result.recoveryCode}`]),
      ],
    };
  });

export const restoreCommand = (): Command =>
  new Command('restore')
    .description('restore an archive from a backup; what is there is set aside first')
    .requiredOption('--from <dir>', 'folder that holds backups')
    .requiredOption('--archive <dir>', 'folder of the archive')
    .option('--name <name>', 'the backup; the newest by default')
    .option('--recovery-code <code>', 'open with the printed code and set a new password')
    .option('--json', 'print one JSON object', false)
    .action((options: Options) => run(options.json, () => restore(options)));
