/**
 * `npm run bench -- package` or `node scripts/bench-package.ts --size 1G`: a package of random scans, made and opened
 * again, against the chain of standard tools on the same machine: the two manifests by sha256sum and sha512sum,
 * `minisign -S`, `zip -0 | age` and a sync; back by `age -d`, unzip, `minisign -V` and both sums. The limit is 0.6 of
 * their time each way, and 256 MiB for the process that makes it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { addAttachment } from '../src/core/attachments/attachments.ts';
import { migrate } from '../src/core/db/migrate.ts';
import { openArchiveStore } from '../src/core/db/open-archive-store.ts';
import { lookupKey } from '../src/core/keys/lookup-key.ts';
import { generateSigningKey, minisignSecretFile, publicKeyText } from '../src/core/ledger/minisign.ts';
import { verifyPackage } from '../src/core/ledger/verify-package.ts';
import type { OpenArchive } from '../src/core/open-archive.ts';
import type { Ports } from '../src/core/ports.ts';
import { attachmentIdentityOf, initializeArchive } from '../src/core/services/archive-setup.ts';
import { exportLedger } from '../src/core/services/ledger-export.ts';
import { addBureauKey, bureauKeys, confirmBureauKey } from '../src/core/services/ledger-keys.ts';
import { sampleOffice } from '../src/core/services/sample-street.ts';
import { systemClock, systemRandom } from '../src/core/system-ports.ts';

const mib = 2 ** 20;
const scanBytes = 4 * mib;
const limits = { share: 0.6, memoryMib: 256 } as const;
const period = '2026H1';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '256M' },
    runs: { type: 'string', default: '3' },
    /** Used by the bench itself: measures one task in a process of its own. */
    task: { type: 'string' },
    folder: { type: 'string', default: '' },
  },
});

const bytesOf = (size: string): number => {
  const match = /^(\d+)([MG])$/.exec(size);
  if (match === null) throw new Error(`--size ${size}: give it as 256M or 1G`);
  return Number(match[1]) * mib * (match[2] === 'G' ? 1024 : 1);
};

const portsIn = (folder: string): Ports => ({
  clock: systemClock,
  random: systemRandom,
  logger: { info: () => {}, error: () => {} },
  pdf: { available: async () => false, print: () => Promise.reject(new Error('no printer')) },
  paths: {
    archive: join(folder, 'archive'),
    packages: join(folder, 'packages'),
    resources: resolve(import.meta.dirname, '../resources'),
  },
  applicationVersion: '0.0.0-bench',
});

/** The bench's archive is random bytes and no secret: its key comes from its folder's name. */
const keyOf = (folder: string): Uint8Array => Buffer.from(folder.padEnd(32, '.').slice(-32));

const openIn = async (folder: string): Promise<OpenArchive> => {
  const ports = portsIn(folder);
  const file = join(ports.paths.archive, 'archive.db');
  await mkdir(ports.paths.archive, { recursive: true, mode: 0o700 });
  migrate(file, keyOf(folder));
  const store = await openArchiveStore(file, keyOf(folder));
  const isNew = (await store.read((reader) => reader.get('SELECT 1 FROM communities'))) === undefined;
  if (isNew) await initializeArchive(store, ports, await sampleOffice(ports));
  return {
    store,
    ports,
    keys: {
      database: keyOf(folder),
      lookup: lookupKey(keyOf(folder)),
      attachmentIdentity: await attachmentIdentityOf(store),
    },
  };
};

/** One filed organization whose filing has all the scans; the same scans as plain files for the peer. */
const fill = async (archive: OpenArchive, plainFolder: string, size: number): Promise<void> => {
  await mkdir(plainFolder);
  const scans: string[] = [];
  for (let at = 0; at < size; at += scanBytes) {
    const bytes = randomFillSync(new Uint8Array(Math.min(scanBytes, size - at)));
    await writeFile(join(plainFolder, `${scans.length}.pdf`), bytes);
    const added = { fileName: `${scans.length}.pdf`, mediaType: 'application/pdf', bytes };
    scans.push((await addAttachment(archive, added)).id);
  }
  await archive.store.write((writer) => {
    writer.run(
      `INSERT INTO organizations (id, name, name_pinyin, name_initials, community_id, status, filing_number, filed_on, created_at, updated_at)
       SELECT 'bench', '阳光里舞蹈队', 'yang guang li', 'ygl', id, 'filed', '新河街社备〔2026〕1号', '2026-03-01', '2026-03-01', '2026-03-01' FROM communities LIMIT 1`,
    );
    writer.run(
      `INSERT INTO filings (id, organization_id, kind, state, entry_mode, status_before, facts, started_on, closed_on, created_at, updated_at)
       VALUES ('bench', 'bench', 'initial', 'filed', 'live', 'preparing', '{}', '2026-02-01', '2026-03-01', '2026-02-01', '2026-03-01')`,
    );
    scans.forEach((scan, position) =>
      writer.run('INSERT INTO attachment_links (attachment_id, filing_id, position) VALUES (?, ?, ?)', [
        scan,
        'bench',
        position,
      ]),
    );
  });
};

interface Measured {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly peakMib: number;
  readonly stages: Readonly<Record<string, number>>;
}

const measured = async (work: (stage: (name: string) => void) => Promise<void>): Promise<Measured> => {
  const stages: Record<string, number> = {};
  const started = performance.now();
  let current = 'start';
  let since = started;
  const stage = (name: string): void => {
    const now = performance.now();
    stages[current] = (stages[current] ?? 0) + (now - since) / 1000;
    current = name;
    since = now;
  };
  await work(stage);
  stage('');
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return {
    seconds: (performance.now() - started) / 1000,
    processorSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMib: maxRSS / 1024,
    stages,
  };
};

/** Runs in a process of its own, so that its memory is that of an export and of nothing else. */
const tasks: Readonly<Record<string, (folder: string) => Promise<Measured>>> = {
  export: async (folder) => {
    const archive = await openIn(folder);
    const bureauKeyIds = (await bureauKeys(archive)).map(({ id }) => id);
    const result = await measured(async (stage) => {
      for await (const event of exportLedger(archive, { period, bureauKeyIds, includeScans: true })) {
        if (event.type === 'progress') stage(event.stage);
      }
    });
    await archive.store.close();
    return result;
  },
  verify: async () => {
    const [path = '', identity = ''] = (process.env['BENCH_PACKAGE'] ?? '').split('|');
    return measured(async () => void (await verifyPackage(path, { identity, signer: null })));
  },
};

const inOwnProcess = (task: string, folder: string, environment: Record<string, string> = {}): Measured =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--max-semi-space-size=4', import.meta.filename, '--task', task, '--folder', folder],
      {
        encoding: 'utf8',
        // What ships is JavaScript: memory must not count the compiler that strips the types of our sources.
        env: {
          ...process.env,
          ...environment,
          NODE_NO_WARNINGS: '1',
          NODE_COMPILE_CACHE: join(folder, 'compiled'),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    ),
  ) as Measured;

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

const seconds = (work: () => void): number => {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
};

const sums = ['sha256', 'sha512'] as const;

/** Makes the bag's lists beside the scans, signs them, and packs and encrypts it all. */
const peer = (plainFolder: string, recipient: string, out: string, keys: string): number =>
  seconds(() => {
    const lists = sums
      .map(
        (sum) =>
          `find . -type f ! -name 'manifest-*' -print0 | sort -z | xargs -0 ${sum}sum > manifest-${sum}.txt`,
      )
      .join(' && ');
    execFileSync(
      'sh',
      [
        '-c',
        `rm -f manifest-* && ${lists} && minisign -S -s "$3" -m manifest-sha256.txt < /dev/null > /dev/null && zip -0 -q -r - . | age -r "$1" -o "$2" && sync "$2"`,
        'sh',
        recipient,
        out,
        join(keys, 'bench.key'),
      ],
      { cwd: plainFolder },
    );
  });

/** Decrypts, unpacks, and checks the signature and both lists. */
const peerBack = (identityFile: string, encrypted: string, keys: string): number => {
  const unpacked = join(keys, 'unpacked');
  return seconds(() => {
    execFileSync('sh', [
      '-c',
      `mkdir "$3" && age -d -i "$1" -o "$3.zip" "$2" && unzip -q "$3.zip" -d "$3" && cd "$3" && minisign -V -q -p "$4/bench.pub" -m manifest-sha256.txt && sha256sum --quiet -c manifest-sha256.txt && sha512sum --quiet -c manifest-sha512.txt; rm -rf "$3" "$3.zip"`,
      'sh',
      identityFile,
      encrypted,
      unpacked,
      keys,
    ]);
  });
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const fixed = (value: number): string => value.toFixed(2);
const verdict = (kept: boolean): string => (kept ? 'kept' : 'MISSED');

/** A sync before each run, so that none pays for what another left in the cache. */
const settle = (): void => void spawnSync('sync');

/** Makes one package and opens it again, each in a process of its own. */
const makeAndCheck = async (
  folder: string,
  identity: string,
): Promise<{ readonly exported: Measured; readonly checked: Measured }> => {
  settle();
  const exported = inOwnProcess('export', folder);
  const packages = join(folder, 'packages');
  const [made = ''] = (await readdir(packages)).filter((name) => name.endsWith('.ledger.age'));
  const path = join(packages, made);
  const checked = inOwnProcess('verify', folder, { BENCH_PACKAGE: `${path}|${identity}` });
  await rm(path);
  return { exported, checked };
};

const compare = async (): Promise<void> => {
  const size = bytesOf(options.size);
  const folder = await mkdtemp(join(tmpdir(), 'hub-archive-bench-'));
  try {
    const archive = await openIn(folder);
    const plainFolder = join(folder, 'plain');
    await fill(archive, plainFolder, size);
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const key = await addBureauKey(archive, { name: 'bench', recipient });
    await confirmBureauKey(archive, { id: key.id, confirmedBy: 'bench', heard: key.fingerprint });
    await archive.store.close();
    const identityFile = join(folder, 'identity');
    await writeFile(identityFile, `${identity}\n`, { mode: 0o600 });

    const hasPeer = ['zip', 'unzip', 'age', 'minisign'].every(has);
    const signing = generateSigningKey(systemRandom);
    await writeFile(join(folder, 'bench.key'), await minisignSecretFile(signing), { mode: 0o600 });
    await writeFile(join(folder, 'bench.pub'), `untrusted comment: bench\n${publicKeyText(signing)}\n`);
    const exports: Measured[] = [];
    const peers: number[] = [];
    const peersBack: number[] = [];
    const checks: Measured[] = [];
    const encrypted = join(folder, 'peer.zip.age');
    await makeAndCheck(folder, identity); // uncounted: it compiles the sources
    for (let run = 1; run <= Number(options.runs); run++) {
      const { exported, checked } = await makeAndCheck(folder, identity);
      exports.push(exported);
      checks.push(checked);
      if (!hasPeer) continue;
      settle();
      peers.push(peer(plainFolder, recipient, encrypted, folder));
      peersBack.push(peerBack(identityFile, encrypted, folder));
      await rm(encrypted);
    }
    report(size, exports, checks, hasPeer ? { peers, peersBack } : null);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const report = (
  size: number,
  exports: readonly Measured[],
  checks: readonly Measured[],
  peer: { readonly peers: readonly number[]; readonly peersBack: readonly number[] } | null,
): void => {
  const made = median(exports.map((each) => each.seconds));
  const peak = Math.max(...exports.map(({ peakMib }) => peakMib));
  const processor = median(exports.map(({ processorSeconds }) => processorSeconds));
  console.log(
    `package of ${size / mib} MiB of scans, made, synced, opened again and compared: ${fixed(made)} s ` +
      `(${(size / mib / made).toFixed(0)} MiB/s; processor time ${fixed(processor)} s)`,
  );
  for (const stage of Object.keys(exports[0]?.stages ?? {})) {
    console.log(`  ${stage}: ${fixed(median(exports.map(({ stages }) => stages[stage] ?? 0)))} s`);
  }
  console.log(
    `peak memory: ${peak.toFixed(0)} MiB, limit ${limits.memoryMib} MiB: ${verdict(peak < limits.memoryMib)}`,
  );
  const checked = median(checks.map((each) => each.seconds));
  const checkPeak = Math.max(...checks.map(({ peakMib }) => peakMib));
  console.log(`verify: ${fixed(checked)} s, peak memory ${checkPeak.toFixed(0)} MiB`);
  if (peer === null) {
    console.log('peer: zip, unzip, age or minisign is not installed; not compared');
    return;
  }
  const shareOf = (what: string, ours: number, theirs: number): void =>
    console.log(
      `${what}: theirs ${fixed(theirs)} s, ours ${fixed(ours / theirs)} of it, limit ${limits.share}: ${verdict(ours / theirs <= limits.share)}`,
    );
  shareOf('making it (both sums, minisign, zip -0 | age, sync)', made, median(peer.peers));
  shareOf('opening it (age -d, unzip, minisign -V, both sums)', checked, median(peer.peersBack));
};

const task = options.task === undefined ? undefined : tasks[options.task];
if (task === undefined) await compare();
else process.stdout.write(JSON.stringify(await task(options.folder)));
