import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { bureauKeygen } from '../../core/ledger/bureau-keygen.ts';
import { systemRandom } from '../../core/system-ports.ts';
import { verifyPackage } from '../../core/ledger/verify-package.ts';
import { withCore, type ArchiveClient } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { follow } from '../progress.ts';
import { run, type Outcome } from '../run.ts';
import { makeDocuments } from './documents.ts';
import { exportPackage } from './ledger.ts';
import { allOrganizations } from './organizations.ts';

interface Options {
  readonly out: string;
  readonly json: boolean;
}

/** The demo's archive is no secret; its password is printed. */
const demoPassword = 'demo-2026';
const demoMark = 'hub-archive-demo.txt';

interface Step {
  readonly step: string;
  readonly made: string;
  readonly seconds: number;
}

/** Runs a step and keeps how long it took. */
const timed = async <T>(
  steps: Step[],
  step: string,
  work: () => Promise<T>,
  made: (result: T) => string,
): Promise<T> => {
  const start = performance.now();
  const result = await work();
  steps.push({ step, made: made(result), seconds: Math.round(performance.now() - start) / 1000 });
  return result;
};

/** Only a folder that an earlier demo made is emptied. */
const prepareFolder = async (out: string): Promise<void> => {
  const names = existsSync(out) ? await readdir(out) : [];
  if (names.length > 0 && !names.includes(demoMark))
    throw new CommandError(`${out} is not empty and was not made by the demo.`);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true, mode: 0o700 });
  await writeFile(join(out, demoMark), 'Made by hub-archive demo; the next demo empties this folder.\n');
};

const mainJob = async (client: ArchiveClient, out: string, quiet: boolean): Promise<readonly Step[]> => {
  const steps: Step[] = [];
  const archive = join(out, 'archive');
  await timed(
    steps,
    'Excel ledger → encrypted archive',
    async () => follow(await client.archive.createSample({ password: demoPassword }), quiet),
    () => archive,
  );
  const rows = await allOrganizations(client, '');
  const imported = (await client.imports.list())[0]?.counts;
  const certified = rows.filter(({ filingNumber }) => filingNumber !== null).map(({ id }) => id);
  const documents = join(out, 'documents');
  const target = { kind: 'certificate', seal: null } as const;
  await timed(
    steps,
    'certificates as Word',
    () =>
      makeDocuments(client, certified, { ...target, format: 'docx' }, join(documents, 'certificates'), quiet),
    ({ files, skipped }) =>
      `${files.length} files in ${join(documents, 'certificates')}, ${skipped.length} left out`,
  );
  await timed(
    steps,
    'certificates as one PDF',
    () => makeDocuments(client, certified, { ...target, format: 'pdf' }, documents, quiet),
    ({ files }) => files.join(', '),
  ).catch((error: unknown) => {
    if (!isMissingPrinter(error)) throw error;
    steps.push({
      step: 'certificates as one PDF',
      made: 'left out: no Chromium, Chrome or Edge on this machine',
      seconds: 0,
    });
  });
  const first = certified.slice(0, 1);
  for (const kind of ['filing-form', 'charter'] as const) {
    await timed(
      steps,
      `${kind} as Word`,
      () => makeDocuments(client, first, { kind, seal: null, format: 'docx' }, documents, quiet),
      ({ files }) => files.join(', '),
    );
  }
  const bureau = await bureauKeygen(join(out, 'bureau'), systemRandom, {
    name: '区民政局',
    validUntil: null,
  });
  const made = await timed(
    steps,
    'half-yearly package',
    () =>
      exportPackage(
        client,
        { period: '2026H1', recipient: bureau.recipient, includeScans: true, correction: null },
        quiet,
      ),
    ({ fileName, byteLength }) => `${join(out, 'packages', fileName)} (${byteLength} bytes)`,
  );
  const { signingPublicKey } = await client.ledger.officeKeys();
  const identity =
    (await readFile(bureau.identityPath, 'utf8'))
      .split('\n')
      .find((line) => line.startsWith('AGE-SECRET-KEY-1')) ?? '';
  await timed(
    steps,
    "opened and checked with the bureau's key",
    () => verifyPackage(join(out, 'packages', made.fileName), { identity, signer: signingPublicKey }),
    ({ content, bag }) =>
      `${'organizations' in content ? content.organizations.length : content.lines.length} organizations, ${bag.files} files, signature holds`,
  );
  if (imported !== undefined) {
    steps[0] = {
      ...(steps[0] ?? { step: '', seconds: 0 }),
      made: `${archive}: ${imported.organizationsCreated} organizations, ${imported.peopleCreated} people; ${imported.rowsRefused} rows refused, ${imported.valuesChanged} values put right`,
    };
  }
  return steps;
};

const isMissingPrinter = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'PDF_PRINTER_MISSING';

const demo = async ({ out, json }: Options): Promise<Outcome> => {
  await prepareFolder(out);
  const archive = join(out, 'archive');
  const steps = await withCore({ archive, packagesFolder: join(out, 'packages') }, (client) =>
    mainJob(client, out, json),
  );
  return {
    data: { steps, archive, password: demoPassword },
    lines: [
      'Hub Archive: the main job on the sample street',
      '',
      ...steps.map(
        ({ step, made, seconds }) => `  ${step.padEnd(42)} ${seconds.toFixed(2).padStart(6)} s   ${made}`,
      ),
      '',
      `Open it:  npm start -- --archive ${archive}     (password: ${demoPassword})`,
    ],
  };
};

export const demoCommand = (): Command =>
  new Command('demo')
    .description('the main job on the sample street: ledger in; archive, documents and package out')
    .requiredOption('--out <dir>', 'folder for everything; emptied when an earlier demo made it')
    .option('--json', 'print one JSON object', false)
    .action((options: Options) => run(options.json, () => demo(options)));
