/**
 * `npm run bench -- register`: lists, dossier, first screen and the completeness of all organizations of a whole
 * district (5,000 organizations with 60 members, ten records and 40 papers each) against their limits. Search has a
 * bench of its own. `HUB_ARCHIVE_BENCH_ORGANIZATIONS` makes it smaller or larger.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenArchive } from '../src/core/open-archive.ts';
import { readDossier } from '../src/core/services/dossier.ts';
import { refreshAllOrganizations } from '../src/core/db/repositories/organization-evidence.ts';
import { countFound, readPeople } from '../src/core/services/people-list.ts';
import type { PeopleFilter } from '../src/shared/contract/people.ts';
import { readHome, readHomePeople } from '../src/core/services/home.ts';
import { checkName } from '../src/core/services/name-check.ts';
import { exportOrganizationList, listOrganizations } from '../src/core/services/organizations.ts';
import { readRoster } from '../src/core/services/roster.ts';
import type { OrganizationFilter, OrganizationSort } from '../src/shared/contract/organizations.ts';
import type { OrganizationId } from '../src/shared/domain/ids.ts';
import { officeInput } from '../src/shared/domain/office.ts';
import { resources, withFreshArchive } from './fresh-archive.ts';
import { generatedOffice, generateStreet } from './street-generator.ts';
import { generatePapers } from './street-papers.ts';

const organizations = Number(process.env['HUB_ARCHIVE_BENCH_ORGANIZATIONS'] ?? 5000);
const membersPerOrganization = 60;
const filesPerOrganization = 40;
const rounds = 60;

/** A list or dossier opens at once: two and a half frames. No query takes half a second. */
const limits = {
  list: 40,
  dossier: 40,
  home: 100,
  people: 500,
  nameCheck: 100,
  completeness: 2000,
  export: 5000,
} as const;

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
  report('list, lacking a committee report', await page({ lacking: 'committee-report' }), limits.list);
  report('list, certificates expiring', await page({ due: 'certificate-expiring' }), limits.list);
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

const everybody: PeopleFilter = {
  text: '',
  tags: [],
  communityIds: [],
  politicalStatuses: [],
  ageBands: [],
  organizations: null,
  lacksConsent: null,
  stages: [],
  bodies: [],
};

const benchPeople = async (archive: OpenArchive): Promise<void> => {
  const page = async (filter: Partial<PeopleFilter>): Promise<number> =>
    p95(() => readPeople(archive, { filter: { ...everybody, ...filter }, after: null, limit: 100 }), 20);
  report('people, first page', await page({}), limits.people);
  report('people, text of one character', await page({ text: '英' }), limits.people);
  report('people over 70', await page({ ageBands: ['70-up'] }), limits.people);
  report('people counted', await p95(() => countFound(archive, everybody), 5), limits.people);
  report('people of the first screen', await p95(() => readHomePeople(archive), 5), limits.people);
};

const benchCompleteness = async (archive: OpenArchive): Promise<void> => {
  const refresh = (): Promise<void> => archive.store.write(refreshAllOrganizations);
  report('completeness of all, nothing changed', await p95(refresh, 3), limits.completeness);
  const anew = (): Promise<void> =>
    archive.store.write((writer) => {
      writer.run("UPDATE organizations SET completeness = 0, gaps = '[]'");
      refreshAllOrganizations(writer);
    });
  report('completeness of all, every one written', await p95(anew, 3), limits.completeness);
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
  const papersStart = performance.now();
  await generatePapers(archive, ids, { filesPerOrganization, seed: 2 });
  console.log(
    `entered ${organizations * filesPerOrganization} papers with the records in ${((performance.now() - papersStart) / 1000).toFixed(1)} s`,
  );
  await benchList(archive);
  await benchPages(archive, ids);
  await benchPeople(archive);
  await benchCompleteness(archive);
});
