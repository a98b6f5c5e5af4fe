/**
 * `npm run bench -- bureau`: the district bureau's desk. Takes in packages of 12 streets with 300 organizations each
 * (FEATURES G11: under 30 s), and then of 25 streets with 200 in each of 6 periods; on both, what screens ask for
 * against half a second.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openBulkThreads } from '../src/core/crypto/bulk-threads.ts';
import type { OpenArchive } from '../src/core/open-archive.ts';
import { districtFile } from '../src/core/services/bureau-files.ts';
import { makeBureauKeys } from '../src/core/services/bureau-keys.ts';
import {
  districtDispositions,
  districtDuplicates,
  districtOrganizations,
} from '../src/core/services/district-lists.ts';
import { districtPeriods, districtReporting } from '../src/core/services/district-reporting.ts';
import { districtRollup } from '../src/core/services/district-rollup.ts';
import {
  checkReceived,
  importReceived,
  receivedPackages,
  reviewOf,
} from '../src/core/services/package-import.ts';
import { inbox, receiveFile } from '../src/core/services/received-files.ts';
import {
  addStreetKey,
  confirmStreetKey,
  putStreet,
  registeredStreets,
} from '../src/core/services/registered-streets.ts';
import { districtOfBench, withFreshBureau } from './fresh-archive.ts';
import { cardOfStreet, generatedLedger, makeStreetPackage, makeStreets } from './desks/street-packages.ts';

const limits = { mergeSeconds: 30, screen: 500, file: 5000 } as const;
const rounds = 20;

const ended = async <T>(
  stream: AsyncIterable<{ readonly type: 'progress' } | { readonly type: 'result'; readonly result: T }>,
): Promise<T> => {
  for await (const event of stream) if (event.type === 'result') return event.result;
  throw new Error('the stream ended without a result');
};

const p95 = async (work: () => Promise<unknown>, count: number): Promise<number> => {
  await work();
  const taken: number[] = [];
  for (let round = 0; round < count; round++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken.sort((one, other) => one - other)[Math.ceil(count * 0.95) - 1] ?? Number.NaN;
};

interface District {
  readonly streets: number;
  readonly organizations: number;
  readonly periods: readonly string[];
}

/** Packages of every street and period in a folder, and their streets on the bureau's list with confirmed keys. */
const prepare = async (
  archive: OpenArchive,
  folder: string,
  { streets: count, organizations, periods }: District,
): Promise<readonly string[]> => {
  const { recipient } = await makeBureauKeys(archive, null);
  const threads = await openBulkThreads(1_000_000);
  const paths: string[] = [];
  try {
    for (const street of await makeStreets(count)) {
      const { code, name } = street;
      await putStreet(archive, {
        code,
        name,
        contactName: null,
        contactPhone: null,
        remark: '',
        expectedFrom: null,
        expectedUntil: null,
      });
      const key = await addStreetKey(archive, { streetCode: code, card: cardOfStreet(street) });
      await confirmStreetKey(archive, { id: key.id, confirmedBy: '陈晓', heard: key.fingerprint });
      for (const period of periods) {
        const ledger = generatedLedger(street, period, organizations);
        paths.push(await makeStreetPackage(street, ledger, { folder, recipient, serial: 1 }, threads));
      }
    }
  } finally {
    await threads.close();
  }
  return paths;
};

/** As the command line and the screen do it: into the inbox, checked and shown, then checked again and taken in. */
const merge = async (archive: OpenArchive, paths: readonly string[]): Promise<number> => {
  const start = performance.now();
  for (const path of paths) {
    const { id } = await receiveFile(archive, basename(path), createReadStream(path));
    await ended(checkReceived(archive, { id, expectedPeriod: null }));
    await ended(importReceived(archive, { id, expectedPeriod: null, importedBy: '陈晓' }));
  }
  return (performance.now() - start) / 1000;
};

const look = async (archive: OpenArchive, period: string): Promise<void> => {
  const [newest] = await receivedPackages(archive, { period, streetCode: null });
  if (newest === undefined) throw new Error('nothing was taken in');
  const filter = { period, cell: 'standing', streetCodes: [], classes: [], statuses: [], text: '' } as const;
  const page = { offset: 0, limit: 50 };
  const screens: Readonly<Record<string, () => Promise<unknown>>> = {
    periods: () => districtPeriods(archive),
    reporting: () => districtReporting(archive, period),
    'roll-up': () => districtRollup(archive, period),
    organizations: () => districtOrganizations(archive, { filter, ...page }),
    'organizations by text': () =>
      districtOrganizations(archive, { filter: { ...filter, text: '阳光' }, ...page }),
    'last page': () => districtOrganizations(archive, { filter, offset: 2950, limit: 50 }),
    dispositions: () => districtDispositions(archive, { period, streetCode: null }),
    duplicates: () => districtDuplicates(archive, period),
    packages: () => receivedPackages(archive, { period: null, streetCode: null }),
    review: () => reviewOf(archive, newest.id),
    streets: () => registeredStreets(archive),
    inbox: () => inbox(archive),
  };
  const report = (what: string, milliseconds: number, limit: number): void =>
    console.log(
      `  ${what}: p95 ${milliseconds.toFixed(1)} ms, limit ${limit} ms, ratio ${(milliseconds / limit).toFixed(3)}`,
    );
  for (const [what, work] of Object.entries(screens)) report(what, await p95(work, rounds), limits.screen);
  for (const kind of ['rollup', 'csv', 'json'] as const)
    report(`${kind} file`, await p95(() => districtFile(archive, { kind, period }), 3), limits.file);
};

const bench = async (district: District): Promise<void> => {
  const { streets, organizations, periods } = district;
  const folder = await mkdtemp(join(tmpdir(), 'hub-archive-bench-bureau-'));
  try {
    await withFreshBureau(districtOfBench, async (archive) => {
      const paths = await prepare(archive, folder, district);
      const seconds = await merge(archive, paths);
      console.log(
        `${streets} streets × ${organizations} organizations × ${periods.length} periods: ${paths.length} packages checked and taken in within ${seconds.toFixed(2)} s, limit ${limits.mergeSeconds} s for 12, ratio for 12 ${(((seconds / paths.length) * 12) / limits.mergeSeconds).toFixed(3)}`,
      );
      await look(archive, periods.at(-1) ?? '');
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

await bench({ streets: 12, organizations: 300, periods: ['2026H1'] });
await bench({
  streets: 25,
  organizations: 200,
  periods: ['2023H2', '2024H1', '2024H2', '2025H1', '2025H2', '2026H1'],
});
