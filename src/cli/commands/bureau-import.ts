import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Command } from 'commander';
import { readPartsIndex } from '../../core/ledger/package-parts.ts';
import { keyIdOf } from '../../core/ledger/minisign.ts';
import { keyFingerprint } from '../../core/ledger/recipient.ts';
import { bureauArchiveOf } from '../../core/routes/base.ts';
import { receiveFile } from '../../core/services/received-files.ts';
import { signerIn } from '../../core/services/registered-streets.ts';
import type { Core } from '../../core/open-core.ts';
import type { InboxEntry } from '../../shared/contract/bureau.ts';
import type { PackageReview, ReceivedPackage } from '../../shared/domain/bureau.ts';
import { qualityLabels, qualityLevelLabels } from '../../shared/labels/bureau.ts';
import { withArchive, type ArchiveClient } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { follow } from '../progress.ts';
import { refusalOf, refusalSentence, run, type Outcome, type Refusal } from '../run.ts';

interface Options {
  readonly archive: string;
  readonly by: string;
  readonly period?: string;
  readonly trust: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
}

const shownFindings = 10;

interface Refused extends Refusal {
  readonly fileName: string;
}

interface Done {
  readonly review: PackageReview;
  /** Null for a dry run. */
  readonly taken: ReceivedPackage | null;
}

/** An index brings the parts that lie beside it. */
const withParts = async (path: string): Promise<readonly string[]> => {
  if (!path.endsWith('.parts.json')) return [path];
  const { parts } = await readPartsIndex(path);
  const beside = parts.map(({ name }) => join(dirname(path), name));
  const there = await Promise.all(beside.map((each) => stat(each).catch(() => null)));
  return [path, ...beside.filter((_, at) => there[at]?.isFile() === true)];
};

const readable = async (path: string): Promise<string> => {
  if ((await stat(path).catch(() => null))?.isFile() !== true) throw new CommandError(`Cannot read ${path}.`);
  return path;
};

/** Streams the files into the inbox. @returns the entries that they became, once each */
const putIn = async (
  client: ArchiveClient,
  core: Core,
  files: readonly string[],
): Promise<readonly InboxEntry[]> => {
  const paths = new Set(
    (await Promise.all(files.map(readable).map(async (file) => withParts(await file)))).flat(),
  );
  const archive = bureauArchiveOf(core.context);
  const ids = new Set<string>();
  for (const path of paths) ids.add((await receiveFile(archive, basename(path), createReadStream(path))).id);
  return (await client.bureau.inbox()).filter(({ id }) => ids.has(id)).reverse();
};

/** A street's card in a file, or its signing key itself. */
const textOf = (given: string): Promise<string> => readFile(given, 'utf8').catch(() => given);

/**
 * Registers who signed a package from the cards on the command line: whoever types them has them before their eyes,
 * which is the confirmation.
 */
const trust = async (
  client: ArchiveClient,
  { id, signer }: InboxEntry,
  { trust: cards, by }: Options,
): Promise<boolean> => {
  if (signer === null) return false;
  for (const card of cards) {
    const text = await textOf(card);
    const keys = signerIn(text);
    if (keyIdOf(keys.signingKey) !== signer.keyId) continue;
    if (signer.card !== null && signer.card.signingKey !== keys.signingKey) continue;
    const heard = signer.card?.fingerprint ?? keyFingerprint({ ...keys, validUntil: null });
    await client.bureau.registerSigner({ id, card: text, confirmedBy: by, heard });
    return true;
  }
  return false;
};

const entryOf = async (client: ArchiveClient, id: InboxEntry['id']): Promise<InboxEntry | undefined> =>
  (await client.bureau.inbox()).find((each) => each.id === id);

const checkWithTrust = async (
  client: ArchiveClient,
  id: InboxEntry['id'],
  options: Options,
): Promise<PackageReview> => {
  const check = async (): Promise<PackageReview> =>
    follow(await client.bureau.check({ id, expectedPeriod: options.period ?? null }), options.json);
  try {
    return await check();
  } catch (error) {
    const entry = refusalOf(error)?.code === 'PACKAGE_UNKNOWN_SIGNER' ? await entryOf(client, id) : undefined;
    if (entry === undefined || !(await trust(client, entry, options))) throw error;
    return check();
  }
};

/** What is refused is taken out of the inbox again: the file is still where it was given from. */
const take = async (
  client: ArchiveClient,
  { id, fileName }: InboxEntry,
  options: Options,
): Promise<Done | Refused> => {
  try {
    const review = await checkWithTrust(client, id, options);
    if (options.dryRun) {
      await client.bureau.discard({ id });
      return { review, taken: null };
    }
    const choice = { id, importedBy: options.by, expectedPeriod: options.period ?? null };
    return { review, taken: await follow(await client.bureau.import(choice), options.json) };
  } catch (error) {
    await client.bureau.discard({ id }).catch(() => {});
    const refused = refusalOf(error);
    if (refused === null || refused.code === 'CANCELLED') throw error;
    return { fileName, ...refused };
  }
};

const lineOf = (result: Done | Refused): readonly string[] => {
  if ('code' in result) return [`${result.fileName}: ${refusalSentence(result)}`];
  const { review, taken } = result;
  const { head, counts, differences, findings } = review;
  const { added, removed, changed, against } = differences;
  return [
    `${taken === null ? 'Would take in' : 'Taken in'} ${review.fileName}: ${head.streetName} ${head.period}${head.correction === null ? '' : `, correction ${head.correction}`}, ${counts.organizations} organizations (${counts.standing} standing), ${counts.scans} scans${against === null ? '' : `; against ${against.period}-${against.serial}: ${added} new, ${removed} gone, ${changed} changed`}`,
    ...findings
      .slice(0, shownFindings)
      .map(
        ({ level, code, organization, detail }) =>
          `  ${qualityLevelLabels[level]}: ${organization ?? ''} ${qualityLabels[code]}${detail === null ? '' : `（${detail}）`}`,
      ),
    ...(findings.length > shownFindings ? [`  … and ${findings.length - shownFindings} more findings`] : []),
  ];
};

const exitCodeOf = (results: readonly (Done | Refused)[]): ExitCode => {
  const refused = results.filter((each) => 'code' in each).length;
  if (refused === 0) return exitCodes.done;
  return refused === results.length ? exitCodes.refused : exitCodes.incomplete;
};

const importFiles = (files: readonly string[], options: Options): Promise<Outcome> =>
  withArchive({ archive: options.archive }, async (client, core) => {
    const results: (Done | Refused)[] = [];
    for (const entry of await putIn(client, core, files)) results.push(await take(client, entry, options));
    return {
      data: {
        imported: results.flatMap((each) => ('code' in each || each.taken === null ? [] : [each.taken])),
        reviews: results.flatMap((each) => ('code' in each ? [] : [each.review])),
        refused: results.filter((each) => 'code' in each),
      },
      lines: results.flatMap(lineOf),
      exitCode: exitCodeOf(results),
    };
  });

export const bureauImportCommand = (): Command =>
  new Command('import')
    .description(
      "check streets' packages and take them in; exit code 4 where some were refused, 3 where all were",
    )
    .argument('<file...>', 'packages, indexes of parts, or parts, in any order')
    .requiredOption('--archive <dir>', 'folder of the archive')
    .option('--by <name>', 'who takes them in', '命令行操作员')
    .option('--period <code>', 'the period that is being collected; others are refused')
    .option(
      '--trust <card>',
      "a street's key card in a file, or its signing key: confirms who signed; may be repeated",
      (card: string, all: readonly string[]) => [...all, card],
      [] as readonly string[],
    )
    .option('--dry-run', 'check only and take nothing in', false)
    .option('--json', 'print one JSON object', false)
    .action((files: readonly string[], options: Options) =>
      run(options.json, () => importFiles(files, options)),
    );
