import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { z } from 'zod';
import { bureauInput, type BureauCard } from '../../shared/domain/bureau.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { officeInput } from '../../shared/domain/office.ts';
import { withCore, type ArchiveClient } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { readJsonFile } from '../json-file.ts';
import { readPassword } from '../password.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly archive: string;
  readonly desk: string;
  readonly office?: string;
  readonly bureau?: string;
  readonly identity?: string;
  readonly signingKey?: string;
  readonly validUntil?: string;
  readonly json: boolean;
}

/** The office file of `init`. @throws CommandError naming the first wrong field */
const readOfficeFile = (path: string): Promise<z.infer<typeof officeInput>> =>
  readJsonFile(path, officeInput);

const fileOf = (options: Options, name: 'office' | 'bureau'): string => {
  const path = options[name];
  if (path === undefined) throw new CommandError(`--desk ${name} needs --${name} <file>.`);
  return path;
};

const created = (archive: string, recoveryCode: string): readonly string[] => [
  `Archive created in ${archive}.`,
  `Recovery code (print it, keep it apart): ${recoveryCode}`,
];

const initOffice = (options: Options): Promise<Outcome> =>
  withCore({ archive: options.archive }, async (client) => {
    const { archive } = options;
    const office = await readOfficeFile(fileOf(options, 'office'));
    const { recoveryCode } = await client.archive.create({
      password: await readPassword('New password'),
      office,
    });
    return { data: { archive, recoveryCode }, lines: created(archive, recoveryCode) };
  });

/** The key ceremony: new keys, or those that `bureau keygen` made earlier. */
const putKeys = async (client: ArchiveClient, options: Options): Promise<BureauCard> => {
  const { identity, signingKey } = options;
  const until = isoDate.nullable().safeParse(options.validUntil ?? null);
  if (!until.success) throw new CommandError('--valid-until takes a day, e.g. 2028-12-31.');
  const validUntil = until.data;
  if (identity === undefined && signingKey === undefined) return client.bureau.makeKeys({ validUntil });
  if (identity === undefined || signingKey === undefined)
    throw new CommandError('--identity and --signing-key go together.');
  const read = (path: string): Promise<string> =>
    readFile(path, 'utf8').catch(() => {
      throw new CommandError(`Cannot read ${path}.`);
    });
  return client.bureau.bringKeys({
    identity: await read(identity),
    signingKey: await read(signingKey),
    validUntil,
  });
};

const initBureau = (options: Options): Promise<Outcome> =>
  withCore({ archive: options.archive }, async (client) => {
    const { archive } = options;
    const bureau = await readJsonFile(fileOf(options, 'bureau'), bureauInput);
    const password = await readPassword('New password');
    const { recoveryCode } = await client.archive.create({ desk: 'bureau', password, bureau });
    const { text, recipient, fingerprint } = await putKeys(client, options);
    return {
      data: { archive, recoveryCode, card: text, recipient, fingerprint },
      lines: [
        ...created(archive, recoveryCode),
        'Public key card (hand it to the streets):',
        ...text.split('\n').map((line) => `  ${line}`),
        `Fingerprint: ${fingerprint}`,
      ],
    };
  });

const init = (options: Options): Promise<Outcome> => {
  if (options.desk === 'office') return initOffice(options);
  if (options.desk === 'bureau') return initBureau(options);
  throw new CommandError('--desk takes office or bureau.');
};

export const initCommand = (): Command =>
  new Command('init')
    .description("create an encrypted archive: an office's, or a district bureau's")
    .requiredOption('--archive <dir>', 'folder of the archive')
    .option('--desk <desk>', 'office or bureau', 'office')
    .option('--office <file>', 'office profile and communities, JSON')
    .option('--bureau <file>', 'bureau profile and streets, JSON')
    .option('--identity <file>', "bureau: its identity, made earlier by 'bureau keygen' or age-keygen")
    .option('--signing-key <file>', "bureau: its minisign secret key, made earlier by 'bureau keygen'")
    .option('--valid-until <day>', 'bureau: last day of its key card; none where left out')
    .option('--json', 'print one JSON object', false)
    .action((options: Options) => run(options.json, async () => init(options)));
