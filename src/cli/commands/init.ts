import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { z } from 'zod';
import { officeInput } from '../../shared/domain/office.ts';
import { withCore } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { readPassword } from '../password.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly archive: string;
  readonly office: string;
  readonly json: boolean;
}

/** The office file of `init`. @throws CommandError naming the first wrong field */
export const readOfficeFile = async (path: string): Promise<z.infer<typeof officeInput>> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandError(`Cannot read ${path}.`);
  });
  const parsed = z
    .string()
    .transform((value, context): unknown => {
      try {
        return JSON.parse(value);
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(officeInput)
    .safeParse(text);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new CommandError(`${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'invalid'}`);
};

const init = async ({ archive, office }: Options): Promise<Outcome> =>
  withCore({ archive }, async (client) => {
    const officeData = await readOfficeFile(office);
    const { recoveryCode } = await client.archive.create({
      password: await readPassword('New password'),
      office: officeData,
    });
    return {
      data: { archive, recoveryCode },
      lines: [`Archive created in ${archive}.`, `Recovery code (print it, keep it apart): ${recoveryCode}`],
    };
  });

export const initCommand = (): Command =>
  new Command('init')
    .description('create an encrypted archive')
    .requiredOption('--archive <dir>', 'folder of the archive')
    .requiredOption('--office <file>', 'office profile and communities, JSON')
    .option('--json', 'print one JSON object', false)
    .action((options: Options) => run(options.json, () => init(options)));
