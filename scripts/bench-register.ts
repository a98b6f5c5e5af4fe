/**
 * `npm run bench -- register`: list, dossier, search and first screen of a whole district (5,000 organizations with
 * 60 members each) against their limits; search also against the plain way of doing it, a LIKE scan of the same
 * archive. `HUB_ARCHIVE_BENCH_ORGANIZATIONS` makes it smaller or larger.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenArchive } from '../src/core/open-archive.ts';
import { readDossier } from '../src/core/services/dossier.ts';
import { readHome } from '../src/core/services/home.ts';
import { checkName } from '../src/core/services/name-check.ts';
import { exportOrganizationList, listOrganizations } from '../src/core/services/organizations.ts';
import { readRoster } from '../src/core/services/roster.ts';
import { search } from '../src/core/services/search.ts';
import type { OrganizationFilter, OrganizationSort } from '../src/shared/contract/organizations.ts';
import type { OrganizationId } from '../src/shared/domain/ids.ts';
import { officeInput } from '../src/shared/domain/office.ts';
import { resources, withFreshArchive } from './fresh-archive.ts';
import { generatedOffice, generateStreet } from './street-generator.ts';

const organizations = Number(process.env['HUB_ARCHIVE_BENCH_ORGANIZATIONS'] ?? 5000);
const membersPerOrganization = 60;
const rounds = 60;

/** A list or dossier opens at once: two and a half frames. A search answers while the next key is pressed. */
const limits = { list: 40, dossier: 40, search: 50, home: 200, nameCheck: 100, export: 5000 } as const;

/** 95th percentile of the rounds in milliseconds, after a few unmeasured ones. */
const p95 = async (work: (round: number) => unknown, count = rounds): Promise<number> => {
  for (let round = 0; round < Math.min(5, count); round++) await work(round);
  const taken: number[] = [];
  for (let round = 0; round < count; round++) {
    const start = performance.now();
    await work(round);
    taken.push(performance.now() - start);
  }
  return taken.sort((one, other) => one - other)[Math.ceil(count * 0.95) - 1] ?? Number.NaN;
};

const report = (what: string, milliseconds: number, limit: number): void => {
  console.log(
    `${what}: p95 ${milliseconds.toFixed(2)} ms, limit ${limit} ms, ratio ${(milliseconds / limit).toFixed(3)}`,
  );
};

const everything: OrganizationFilter = {
  text: '',
  communityIds: [],
  statuses: [],
  fourClasses: [],
  settlement: null,
  proposedRegistration: null,
  lacking: null,
  due: null,
};

const benchList = async (archive: OpenArchive): Promise<void> => {
  const page = (
    filter: Partial<OrganizationFilter>,
    by: OrganizationSort['by'] = 'community',
    offset = 0,
  ): Promise<number> =>
    p95(() =>
      listOrganizations(archive, {
        filter: { ...everything, ...filter },
        sort: { by, descending: false },
        offset,
        limit: 50,
      }),
    );
  report('list, first page', await page({}), limits.list);
  report('list, last page', await page({}, 'community', organizations - 50), limits.list);
  report('list by name', await page({}, 'name'), limits.list);
  report('list by completeness', await page({}, 'completeness'), limits.list);
  report('list, text of one character', await page({ text: '队' }), limits.list);
  report('list, text of two characters', await page({ text: '书画' }), limits.list);
  report('list, pinyin initials', await page({ text: 'hcd' }), limits.list);
  report('list, lacking fallback Party', await page({ lacking: 'fallback-party' }), limits.list);
};

const benchPages = async (archive: OpenArchive, ids: readonly OrganizationId[]): Promise<void> => {
  const nth = (round: number): OrganizationId => {
    const id = ids[(round * 7919) % ids.length];
    if (id === undefined) throw new Error('no organizations');
    return id;
  };
  report('dossier', await p95((round) => readDossier(archive, nth(round))), limits.dossier);
  report(
    `roster of ${membersPerOrganization}`,
    await p95((round) =>
      readRoster(archive, { organizationId: nth(round), text: '', includeFormer: false, asOf: null }),
    ),
    limits.dossier,
  );
  report('first screen', await p95(() => readHome(archive), 20), limits.home);
  report('name check', await p95(() => checkName(archive, '阳光里夕阳红舞蹈团', null), 20), limits.nameCheck);
  report(
    `export of ${ids.length} lines`,
    await p95(
      () => exportOrganizationList(archive, { filter: everything, sort: { by: 'name', descending: false } }),
      3,
    ),
    limits.export,
  );
};

/** What a search without an index does: look at every name. */
const likeScan = (archive: OpenArchive, text: string): Promise<unknown> =>
  archive.store.read((reader) =>
    reader.all(
      `SELECT id, name FROM organizations WHERE name LIKE :like UNION ALL
       SELECT id, name FROM people WHERE name LIKE :like`,
      { like: `%${text}%` },
    ),
  );

const benchSearch = async (archive: OpenArchive): Promise<void> => {
  const queries = {
    'a common character': '英',
    'a rare character': '𠮷',
    'two characters': '书画',
    'a whole name': '欧阳建国',
    'a word nobody has': '龙舟',
    'pinyin initials': 'zxy',
    'full pinyin': 'ouyang',
    'last four of an identity number': '123X',
  } as const;
  for (const [what, text] of Object.entries(queries)) {
    const milliseconds = await p95(() => search(archive, { text, kind: null, limit: 6 }));
    report(`search, ${what}`, milliseconds, limits.search);
    if (!/^\p{Script=Han}/u.test(text)) continue;
    const peer = await p95(() => likeScan(archive, text), 10);
    console.log(
      `  LIKE scan of the same names: ${peer.toFixed(1)} ms, ratio ${(peer / milliseconds).toFixed(1)}`,
    );
  }
};

const { profile } = officeInput.parse(
  JSON.parse(await readFile(join(resources, 'sample/office.json'), 'utf8')),
);
await withFreshArchive(generatedOffice(profile, 250), async (archive) => {
  const start = performance.now();
  const ids = await generateStreet(archive, { organizations, membersPerOrganization, seed: 1 });
  const seconds = (performance.now() - start) / 1000;
  const members = organizations * membersPerOrganization;
  console.log(
    `entered ${organizations} organizations and ${members} members in ${seconds.toFixed(1)} s, ${Math.round(members / seconds)} members a second`,
  );
  await benchList(archive);
  await benchPages(archive, ids);
  await benchSearch(archive);
});
