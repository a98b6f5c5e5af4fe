import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { ReceivedPackage } from '../../shared/domain/bureau.ts';
import type { LedgerOrganization } from '../../shared/domain/ledger-snapshot.ts';
import { withArchive, type ArchiveClient } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly archive: string;
  readonly accept: boolean;
  readonly reason: readonly string[];
  readonly about: readonly string[];
  readonly by: string;
  readonly out: string;
  readonly json: boolean;
}

const findPackage = async (client: ArchiveClient, named: string): Promise<ReceivedPackage> => {
  const all = await client.bureau.packages({ period: null });
  const found = all.find(({ id, fileName, sha256 }) => [id, fileName, sha256].includes(named));
  if (found === undefined) throw new CommandError(`No package ${named} was taken in.`);
  return found;
};

const lineNamed = (lines: readonly LedgerOrganization[], named: string): LedgerOrganization => {
  const found = lines.filter(({ id, name, filingNumber }) => [id, name, filingNumber].includes(named));
  const [line] = found;
  if (line === undefined) throw new CommandError(`The ledger has no organization ${named}.`);
  if (found.length > 1)
    throw new CommandError(`The ledger has ${found.length} organizations ${named}: give the filing number.`);
  return line;
};

/** `--reason TEXT` is about the whole ledger, `--about ORGANIZATION=TEXT` about one. */
const reasonsOf = async (client: ArchiveClient, { id }: ReceivedPackage, { reason, about }: Options) => {
  const lines = about.length === 0 ? [] : (await client.bureau.ledger({ id })).organizations;
  return [
    ...reason.map((text) => ({ organizationId: null, text })),
    ...about.map((each) => {
      const at = each.indexOf('=');
      if (at < 1) throw new CommandError('--about takes ORGANIZATION=TEXT.');
      return { organizationId: lineNamed(lines, each.slice(0, at)).id, text: each.slice(at + 1) };
    }),
  ];
};

const answer = (named: string, options: Options): Promise<Outcome> =>
  withArchive({ archive: options.archive }, async (client) => {
    const found = await findPackage(client, named);
    const reasons = await reasonsOf(client, found, options);
    if (options.accept && reasons.length > 0)
      throw new CommandError('--accept takes no reasons; leave it out to return the package.');
    const { id } = found;
    const answered = await client.bureau.answer({
      id,
      outcome: options.accept ? 'accepted' : 'returned',
      reasons,
      decidedBy: options.by,
    });
    const file = await client.bureau.receiptFile({ id });
    await mkdir(options.out, { recursive: true });
    const path = join(options.out, file.name);
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
    return {
      data: { ...answered, path },
      lines: [
        `${options.accept ? 'Accepted' : `Returned for ${reasons.length} reasons`}: ${found.fileName}`,
        `Receipt (hand it to the street): ${path}`,
      ],
    };
  });

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];

export const bureauReceiptCommand = (): Command =>
  new Command('receipt')
    .description('accept a package or return it with reasons, and write the signed receipt')
    .argument('<package>', 'file name, SHA-256 or id of a package that was taken in')
    .requiredOption('--archive <dir>', 'folder of the archive')
    .requiredOption('--out <dir>', 'folder for the receipt')
    .option('--accept', 'accept it; without this it is returned', false)
    .option('--reason <text>', 'why it goes back; may be repeated', collect, [] as readonly string[])
    .option(
      '--about <organization=text>',
      'a reason about one organization, by name, filing number or id; may be repeated',
      collect,
      [] as readonly string[],
    )
    .option('--by <name>', 'who decides', '命令行操作员')
    .option('--json', 'print one JSON object', false)
    .action((named: string, options: Options) => run(options.json, () => answer(named, options)));
