/**
 * `npm run crash [-- --kills N] [--seed N] [--jobs import,export]`: kills the process at random moments while it
 * creates an archive, backs up, restores, imports, adds and files scans, exports packages, changes the password, archives, seals, merges
 * people and communities, enters ballots and takes in packages at a bureau, each time reopens the archive and compares it with what had been
 * acknowledged. Any loss, half-done work or leftover fails the run.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { importSampleStreet, sampleOffice } from '../src/core/services/sample-street.ts';
import { addBureauKey, confirmBureauKey } from '../src/core/services/ledger-keys.ts';
import type { Writer } from '../src/core/db/archive-store.ts';
import { paperCodes } from '../src/core/documents/paper-codes.ts';
import type { OpenArchive } from '../src/core/open-archive.ts';
import { resize } from '../src/core/scans/gray-image.ts';
import { openNodeCore } from '../src/loopback/open-node-core.ts';
import {
  acknowledgement,
  diskBeside,
  firstPassword,
  jobs,
  scansFolder,
  type Acknowledgement,
  type Job,
} from './crash/acknowledgement.ts';
import { prepareBureau } from './crash/bureau-job.ts';
import { judge } from './crash/judge.ts';
import { districtOfBench } from './fresh-archive.ts';
import { seeded } from './scans/chance.ts';
import { codeOnPaper, drawForm } from './scans/draw-form.ts';
import { encodePdf } from './scans/encode-scan.ts';

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    jobs: { type: 'string', default: jobs.join(',') },
  },
});
const wanted = jobs.filter((job) => options.jobs.split(',').includes(job));

/** Mulberry32: the same moments again for the same seed, as far as the machine repeats itself. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

interface Life {
  readonly said: readonly Acknowledgement[];
  /** From `ready` to the last acknowledgement, or to the death. */
  readonly milliseconds: number;
}

/**
 * Lets a victim work until `stop` and kills it then.
 * @param stop resolves when it has to die; called once the victim is ready
 */
const live = async (
  job: Job,
  folder: string,
  stop: (said: readonly Acknowledgement[]) => Promise<void>,
): Promise<Life> => {
  const victim = spawn(process.execPath, [join(import.meta.dirname, 'crash/victim.ts'), job, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    victim.on('close', (_, signal) => resolve(signal)),
  );
  const said: Acknowledgement[] = [];
  let start = 0;
  for await (const line of createInterface({ input: victim.stdout })) {
    const one = acknowledgement.parse(JSON.parse(line));
    said.push(one);
    if (one.what !== 'ready') continue;
    start = performance.now();
    void stop(said).then(() => victim.kill('SIGKILL'));
  }
  const signal = await ended;
  if (signal !== 'SIGKILL') throw new Error(`the victim of ${job} ended by itself`);
  return { said, milliseconds: performance.now() - start };
};

/** Pauses until so many things have been acknowledged. */
const untilAcknowledged =
  (count: number) =>
  async (said: readonly Acknowledgement[]): Promise<void> => {
    while (said.length <= count) await after(5);
  };

const workspace = mkdtempSync(join(tmpdir(), 'hub-archive-crash-'));
const empty = join(workspace, 'empty');
const filled = join(workspace, 'filled');
const bureau = join(workspace, 'bureau');

/** Scans of two papers of the filled archive each, with a page of nobody between them. */
const drawScans = async (archive: OpenArchive): Promise<void> => {
  const folder = join(workspace, scansFolder);
  mkdirSync(folder);
  const ids = await archive.store.read((reader) =>
    reader.all<{ id: string }>('SELECT id FROM organizations ORDER BY id LIMIT 4').map(({ id }) => id),
  );
  const codes = paperCodes(archive.keys);
  for (const [at, one] of ids.entries()) {
    const pages = [one, null, ids[(at + 1) % ids.length]].map((subjectId, page) =>
      resize(
        drawForm(
          seeded(page + 1),
          subjectId === null || subjectId === undefined
            ? []
            : [codeOnPaper(codes.write({ kind: 'filing-form', subjectId, page: null }))],
        ),
        0.6,
      ),
    );
    writeFileSync(join(folder, `${at}.pdf`), await encodePdf(pages, 70));
  }
};

/** An organization that had ended before it came into the archive, so that its dossier can be sealed at once. */
const endOne = (writer: Writer): void => {
  writer.run(
    "UPDATE organizations SET status = 'dissolved' WHERE id = (SELECT id FROM organizations WHERE status = 'filed' ORDER BY id DESC LIMIT 1)",
  );
};

/** One archive with an office only, and one with the sample street and a confirmed bureau key. */
const prepareTemplates = async (): Promise<void> => {
  const core = await openNodeCore({ archiveFolder: empty, logger: { info: () => {}, error: console.error } });
  const { session, ports } = core.context;
  await session.create(firstPassword, await sampleOffice(ports));
  await session.lock();
  cpSync(empty, filled, { recursive: true });
  const other = await openNodeCore({
    archiveFolder: filled,
    logger: { info: () => {}, error: console.error },
  });
  await other.context.session.unlock(firstPassword);
  const archive = other.context.session.requireOpen();
  for await (const event of importSampleStreet(archive)) if (event.type === 'result') break;
  const recipient = await identityToRecipient(await generateX25519Identity());
  const { id, fingerprint } = await addBureauKey(archive, { name: '新城区民政局', recipient });
  await confirmBureauKey(archive, { id, confirmedBy: '刘敏', heard: fingerprint });
  if (wanted.includes('scans')) await drawScans(archive);
  await archive.store.write((writer) => endOne(writer));
  await core.close();
  await other.close();
};

/** A bureau after its key ceremony, and what its streets have handed in. */
const prepareBureauTemplate = async (): Promise<void> => {
  const core = await openNodeCore({
    archiveFolder: bureau,
    logger: { info: () => {}, error: console.error },
  });
  const { session } = core.context;
  await session.createBureau(firstPassword, districtOfBench);
  await prepareBureau(session.requireOpen(), { streets: 3, organizations: 300, serials: 4 });
  await core.close();
};

const startsEmpty: ReadonlySet<Job> = new Set(['import', 'attach', 'password']);

const freshFolder = (job: Job, name: string): string => {
  const folder = join(workspace, name);
  if (job === 'create') mkdirSync(folder, { mode: 0o700 });
  else if (job === 'bureau') cpSync(bureau, folder, { recursive: true });
  else cpSync(startsEmpty.has(job) ? empty : filled, folder, { recursive: true });
  return folder;
};

/** Acknowledgements of a whole piece of the job's work; kills fall between its start and somewhat past its end. */
const piece: Readonly<Record<Job, number>> = {
  create: 1,
  import: 2,
  attach: 4,
  export: 1,
  password: 3,
  scans: 4,
  papers: 9,
  archiving: 6,
  seals: 8,
  merges: 12,
  areas: 8,
  surveys: 40,
  backup: 3,
  restore: 2,
  bureau: 12,
};
const pastTheEnd = 1.3;

/** @returns how many faults were found */
const killOver = async (job: Job, kills: number, random: () => number): Promise<number> => {
  const rehearsal = freshFolder(job, `${job}-rehearsal`);
  const { milliseconds } = await live(job, rehearsal, untilAcknowledged(piece[job]));
  rmSync(rehearsal, { recursive: true });
  rmSync(diskBeside(rehearsal), { recursive: true, force: true });
  const reopened: number[] = [];
  let promises = 0;
  let faulty = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const folder = freshFolder(job, `${job}-${kill}`);
    const moment = random() * milliseconds * pastTheEnd;
    const { said } = await live(job, folder, () => after(moment));
    const { faults, reopenMilliseconds } = await judge(folder, said);
    promises += said.length - 1;
    reopened.push(reopenMilliseconds);
    faulty += faults.length;
    for (const fault of faults) console.log(`  ${job}, killed after ${Math.round(moment)} ms: ${fault}`);
    rmSync(folder, { recursive: true });
    rmSync(diskBeside(folder), { recursive: true, force: true });
  }
  const sorted = reopened.sort((one, other) => one - other);
  const middle = Math.round(sorted[Math.floor(kills / 2)] ?? 0);
  console.log(
    `${job}: ${kills} kills within ${Math.round(milliseconds * pastTheEnd)} ms, ${promises} acknowledged, ${faulty} faults; reopened in ${middle} ms, at most ${Math.round(sorted.at(-1) ?? 0)} ms`,
  );
  return faulty;
};

console.log(`seed ${options.seed}`);
try {
  await prepareTemplates();
  if (wanted.includes('bureau')) await prepareBureauTemplate();
  const random = randomFrom(Number(options.seed));
  const each = Math.max(1, Math.ceil(Number(options.kills) / wanted.length));
  let faults = 0;
  for (const job of wanted) faults += await killOver(job, each, random);
  console.log(
    faults === 0
      ? `${each * wanted.length} kills: nothing acknowledged was lost, nothing half done was left`
      : `${faults} faults`,
  );
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
