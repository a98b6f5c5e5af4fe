/**
 * `npm run bench -- screens`, or `node scripts/bench-screens.ts [PART]`: every procedure of the contract that a screen
 * reads with, over a whole district (5,000 organizations, 300,000 members, 200,000 papers, 40,000 archived items, 21,000
 * scans, a recycle bin), against half a second; procedures whose names hold PART only. The figure is processor time.
 * `HUB_ARCHIVE_BENCH_ORGANIZATIONS` makes it smaller or larger.
 */
import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { officeInput } from '../src/shared/domain/office.ts';
import { resources, withFreshArchive } from './fresh-archive.ts';
import { unnamedProcedures, walkScreens } from './screens/walk-screens.ts';
import { generateDesks } from './street-desks.ts';
import { generatedOffice, generateStreet } from './street-generator.ts';
import { generatePapers } from './street-papers.ts';

const organizations = Number(process.env['HUB_ARCHIVE_BENCH_ORGANIZATIONS'] ?? 5000);
const [part = ''] = process.argv.slice(2);

const { profile } = officeInput.parse(
  JSON.parse(await readFile(join(resources, 'sample/office.json'), 'utf8')),
);
await withFreshArchive(generatedOffice(profile, 250), async (archive) => {
  const ids = await generateStreet(archive, { organizations, membersPerOrganization: 60, seed: 1 });
  await generatePapers(archive, ids, { filesPerOrganization: 40, seed: 2 });
  const { items, slowestYear } = await generateDesks(archive, ids, {
    archivedYears: [2012, 2014, 2016, 2018, 2020, 2022, 2023, 2024, 2025],
    waitingScans: 1000,
    filedScans: 20_000,
    removed: 1000,
    largestRoster: 2000,
    seed: 3,
  });
  console.log(`archived ${items} items; the slowest year took ${(slowestYear / 1000).toFixed(1)} s`);
  for await (const { what, milliseconds, limit } of walkScreens(archive, part)) {
    const ratio = milliseconds / limit;
    const mark = ratio > 1 ? '  OVER' : '';
    console.log(
      `${what}: ${milliseconds.toFixed(1)} ms, limit ${limit} ms, ratio ${ratio.toFixed(3)}${mark}`,
    );
  }
  for (const name of unnamedProcedures()) console.log(`not looked at: ${name}`);
  console.log(`load ${loadavg()[0]?.toFixed(1) ?? ''}`);
});
