import { rename, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command } from 'commander';
import { reportingStateLabels, reportingTiming } from '../../shared/labels/bureau.ts';
import { withArchive, type ArchiveClient } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { run, type Outcome } from '../run.ts';

interface StatusOptions {
  readonly archive: string;
  readonly period?: string;
  readonly json: boolean;
}

interface RollupOptions extends StatusOptions {
  readonly out: string;
}

/** The period that was asked for, or the last one that has ended. */
const periodOf = async (client: ArchiveClient, asked: string | undefined): Promise<string> => {
  if (asked !== undefined) return asked;
  const [running, ended] = await client.bureau.periods();
  return (ended ?? running)?.code ?? '';
};

const status = ({ archive, period: asked }: StatusOptions): Promise<Outcome> =>
  withArchive({ archive }, async (client) => {
    const { period, streets } = await client.bureau.reporting({ period: await periodOf(client, asked) });
    const open = streets.filter(({ state }) => state === 'missing' || state === 'returned').length;
    return {
      data: { period, streets },
      lines: [
        `${period.code}, due ${period.dueOn}: ${period.reported} of ${period.expected} streets have reported, ${period.accepted} accepted, ${period.returned} returned, ${period.late} late`,
        ...streets.map(
          (row) =>
            `${row.streetCode} ${row.streetName}: ${reportingStateLabels[row.state]}，${reportingTiming(row)}${row.organizations === null ? '' : `，${row.organizations} 个组织`}`,
        ),
      ],
      ...(open === 0 ? {} : { exitCode: exitCodes.incomplete }),
    };
  });

const kinds: Readonly<Record<string, 'rollup' | 'csv' | 'json'>> = {
  '.xlsx': 'rollup',
  '.csv': 'csv',
  '.json': 'json',
};

/** Puts a file where it was asked for, whole or not at all. */
const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const partial = `${path}.partial`;
  try {
    await writeFile(partial, bytes);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error instanceof Error ? new CommandError(`Cannot write ${path}: ${error.message}`) : error;
  }
};

const rollup = ({ archive, period: asked, out }: RollupOptions): Promise<Outcome> => {
  const kind = kinds[extname(out).toLowerCase()];
  if (kind === undefined) throw new CommandError('--out ends in .xlsx, .csv or .json.');
  return withArchive({ archive }, async (client) => {
    const period = await periodOf(client, asked);
    const file = await client.bureau.file({ period, kind });
    const bytes = new Uint8Array(await file.arrayBuffer());
    await writeWhole(out, bytes);
    const { total, streets } = await client.bureau.rollup({ period });
    const reported = streets.filter((row) => row.reported).length;
    return {
      data: { period, path: out, byteLength: bytes.length, streets: streets.length, reported, total },
      lines: [
        `${period}: ${reported} of ${streets.length} streets, ${total.organizations} organizations, ${total.members} members`,
        `Written: ${out} (${bytes.length} bytes)`,
      ],
    };
  });
};

const onPeriod = (command: Command): Command =>
  command
    .requiredOption('--archive <dir>', 'folder of the archive')
    .option('--period <code>', 'e.g. 2026H1; the last one that has ended where left out')
    .option('--json', 'print one JSON object', false);

export const bureauStatusCommand = (): Command =>
  onPeriod(
    new Command('status').description(
      'who has reported a period and who is late; exit code 4 while a package is missing or was returned',
    ),
  ).action((options: StatusOptions) => run(options.json, () => status(options)));

export const bureauRollupCommand = (): Command =>
  onPeriod(new Command('rollup').description("the district's roll-up as a workbook, or as open data"))
    .requiredOption('--out <file>', '.xlsx for people; .csv or .json with documented columns')
    .action((options: RollupOptions) => run(options.json, async () => rollup(options)));
