import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPeople, exportPeople } from '../../../src/core/services/people-list.ts';
import { reveal } from '../../../src/core/services/reveals.ts';
import { addMember } from '../../../src/core/services/roster-changes.ts';
import { readFullRoster, readPublicRoster } from '../../../src/core/services/roster-papers.ts';
import { readSnapshotRows, takeSnapshot } from '../../../src/core/services/roster-snapshots.ts';
import { exportRoster, readRoster, readStructure } from '../../../src/core/services/roster.ts';
import { search } from '../../../src/core/services/search.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { maskAddress, maskIdentityNumber, maskPhone } from '../../../src/shared/domain/masking.ts';
import { memberOf } from '../../support/members.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { workbookRows } from '../../support/workbooks.ts';

/** Beyond the basic plane, a form chosen by a selector, a compatibility ideograph, a minority name with its dot. */
const names = ['𠮷𡈽芳', '葛\u{E0100}城', '\uF9DC明', '阿依古丽·买买提', '㛃𬭚'] as const;
const everybody = {
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

let archive: TestArchive;
let team: OrganizationId;
beforeAll(async () => {
  archive = await openTestArchive();
  team = await enterOrganization(archive);
  for (const name of names) await addMember(archive, memberOf(team, { name, joinedOn: '2021' }));
});
afterAll(() => archive.close());

const onRoster = { text: '', includeFormer: false, asOf: null };

describe('rare characters in names', () => {
  test('stay as typed on the roster, in a frozen one, on paper and in workbooks', async () => {
    const { id } = await takeSnapshot(archive, { organizationId: team, asOf: '2026-01-01' });
    const papers = await archive.store.read((reader) => [
      readFullRoster(reader, { snapshotId: id }).lines.map(({ name }) => name),
      readPublicRoster(reader, { organizationId: team, asOf: '2026-01-01' }).lines.map(({ name }) => name),
    ]);
    const sheets = [
      await workbookRows(await exportRoster(archive, { ...onRoster, organizationId: team })),
      await workbookRows(await exportPeople(archive, everybody)),
    ].map((rows) => rows.slice(3).map(([name]) => name));
    const rows = await readRoster(archive, { ...onRoster, organizationId: team });
    const frozen = await readSnapshotRows(archive, id);
    const sorted = (found: readonly unknown[]): unknown[] => found.map(String).toSorted();
    for (const found of [rows.map(({ name }) => name), frozen.map(({ name }) => name), ...papers, ...sheets])
      expect(sorted(found)).toEqual([...names].toSorted());
  });

  test.each(names.map((name) => [name, [...name][0]!] as const))(
    '%s is found by its first character',
    async (name, first) => {
      const { rows } = await readPeople(archive, {
        filter: { ...everybody, text: first },
        after: null,
        limit: 10,
      });
      expect(rows.map((row) => row.name)).toContain(name);
      const roster = await readRoster(archive, { ...onRoster, organizationId: team, text: first });
      expect(roster.map((row) => row.name)).toContain(name);
    },
  );

  test('are revealed and searched whole', async () => {
    const { people } = await reveal(archive, {
      target: { kind: 'roster', organizationId: team, asOf: null },
      actor: '李',
      reason: 'contact',
      note: null,
    });
    expect(people.map(({ name }) => name)).toEqual([...names]);
    const found = await search(archive, { text: '𡈽', kind: null, limit: 10 });
    expect(JSON.stringify(found)).toContain('𠮷𡈽芳');
  });
});

test('masks count characters as people do', () => {
  expect(maskIdentityNumber('𠮷葛\u{E0100}34567890')).toBe('******7890');
  expect(maskPhone('𠮷5678')).toBe('*5678');
  expect(maskAddress('𠮷林社区3号楼')).toBe('𠮷林社区****');
  expect(maskAddress('无门牌')).toBe('****');
});

test('the structure counts whom the roster lists', async () => {
  const { bands } = await readStructure(archive, { organizationId: team, asOf: null });
  expect(bands.reduce((sum, { male, female, unknownSex }) => sum + male + female + unknownSex, 0)).toBe(
    names.length,
  );
});
