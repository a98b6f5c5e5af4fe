/**
 * `npm run bench -- import`: the sample street from bytes to committed archive, against the limit of 5 s, and its
 * rows per second against the same rows put into a plain SQLite file by prepared statements.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { foundation } from '../src/core/db/migrations/0001-foundation.ts';
import type { OpenArchive } from '../src/core/open-archive.ts';
import { importWorkbook } from '../src/core/services/imports.ts';
import { officeInput } from '../src/shared/domain/office.ts';
import type { ImportReport } from '../src/shared/domain/workbook-import.ts';
import { resources, withFreshArchive } from './fresh-archive.ts';

const limitSeconds = 5;
const runs = 3;

interface Timed {
  readonly seconds: number;
  readonly stages: ReadonlyMap<string, number>;
  readonly report: ImportReport;
}

const timedImport = async (archive: OpenArchive, bytes: Uint8Array): Promise<Timed> => {
  const start = performance.now();
  const stages = new Map<string, number>();
  let stage = 'read';
  let since = start;
  for await (const event of importWorkbook(archive, {
    fileName: 'street-ledger.xlsx',
    bytes,
    dryRun: false,
  })) {
    const now = performance.now();
    stages.set(stage, (stages.get(stage) ?? 0) + (now - since) / 1000);
    since = now;
    if (event.type === 'result') return { seconds: (now - start) / 1000, stages, report: event.result };
    ({ stage } = event);
  }
  throw new Error('the import ended without a result');
};

type Rows = readonly (readonly unknown[])[];
const tables = ['communities', 'people', 'organizations', 'organization_categories', 'memberships'] as const;

const rowsOf = (archive: OpenArchive): Promise<ReadonlyMap<string, Rows>> =>
  archive.store.read(
    (reader) =>
      new Map(
        tables.map((table) => [
          table,
          reader.all<object>(`SELECT * FROM ${table}`).map((row) => Object.values(row)),
        ]),
      ),
  );

/** The same rows into a plain, unencrypted file with the same tables and indexes, in one transaction. */
const timedPeer = (folder: string, rows: ReadonlyMap<string, Rows>): number => {
  const database = new Database(join(folder, 'peer.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  for (const statement of foundation) database.exec(statement);
  const start = performance.now();
  database.transaction(() => {
    for (const [table, values] of rows) {
      const insert = database.prepare(
        `INSERT INTO ${table} VALUES (${(values[0] ?? []).map(() => '?').join(', ')})`,
      );
      for (const row of values) insert.run(...row);
    }
  })();
  const seconds = (performance.now() - start) / 1000;
  database.close();
  return seconds;
};

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

const bytes = await readFile(join(resources, 'sample/street-ledger.xlsx'));
const office = officeInput.parse(JSON.parse(await readFile(join(resources, 'sample/office.json'), 'utf8')));
const imports: Timed[] = [];
const peers: number[] = [];
let written = 0;
for (let run = 0; run < runs; run++) {
  await withFreshArchive(office, async (archive, folder) => {
    imports.push(await timedImport(archive, bytes));
    const rows = await rowsOf(archive);
    written = [...rows.values()].reduce((sum, { length }) => sum + length, 0);
    peers.push(timedPeer(folder, rows));
  });
}

const total = median(imports.map(({ seconds }) => seconds));
const peer = median(peers);
const read = imports[0]?.report.counts.rowsRead ?? 0;
const fixed = (value: number): string => value.toFixed(2);
console.log(
  `import of the sample (${read} rows): ${fixed(total)} s, limit ${limitSeconds} s, ratio ${fixed(total / limitSeconds)}`,
);
for (const stage of ['read', 'rows', 'write']) {
  console.log(`  ${stage}: ${fixed(median(imports.map(({ stages }) => stages.get(stage) ?? 0)))} s`);
}
console.log(
  `rows written per second: ${Math.round(written / total)}; peer (same ${written} rows, plain SQLite, prepared statements): ${Math.round(written / peer)}, ratio ${fixed(peer / total)}`,
);
