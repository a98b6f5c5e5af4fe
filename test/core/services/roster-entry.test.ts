import { afterEach, beforeEach, expect, test } from 'vitest';
import { addMembers } from '../../../src/core/services/roster-entry.ts';
import { addMember } from '../../../src/core/services/roster-changes.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { readRoster } from '../../../src/core/services/roster.ts';
import { identityCheckCharacter } from '../../../src/shared/domain/identity-number.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { memberOf } from '../../support/members.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';

let archive: TestArchive;
let team: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  team = await enterOrganization(archive);
});
afterEach(() => archive.close());

const entryOf = (facts: Parameters<typeof memberOf>[1]) => {
  const { person, membership } = memberOf(team, facts);
  const { role, roleTitle, joinedOn, remark } = membership;
  return { person, membership: { role, roleTitle, joinedOn, remark } };
};
const names = async (): Promise<string[]> =>
  (await readRoster(archive, { organizationId: team, text: '', includeFormer: true, asOf: null })).map(
    ({ name }) => name,
  );

test('the sound ones are on the roster together; each other one is named and leaves nothing behind', async () => {
  await addMember(archive, memberOf(team, { name: '已在册', identityNumber: '990516197101115317' }));
  const members = [
    { name: '𠮷小芳', phone: '013812345678' },
    { name: '尾号错', identityNumber: '990516197101115318' },
    { name: '被截断', identityNumber: '990516197101115000' },
    { name: '已在册', identityNumber: '990516197101115317' },
    { name: '冒名', identityNumber: '990516197101115317' },
    { name: '小朋友', birthDate: '2018' },
    { name: '未来', joinedOn: '2030' },
    {
      name: '李四',
      identityNumber: `99051619490312042${identityCheckCharacter('99051619490312042')}`,
      joinedOn: '2022-05',
    },
    { name: '李四', joinedOn: '2022-05' },
  ].map(entryOf);
  const { added, refused } = await addMembers(archive, { organizationId: team, members });
  expect(refused.map(({ index, code, field, reason }) => [index, code, field, reason])).toEqual([
    [0, 'INVALID_VALUE', 'phone', 'phone-unreadable'],
    [1, 'INVALID_VALUE', 'identityNumber', 'identity-check-digit'],
    [2, 'INVALID_VALUE', 'identityNumber', 'identity-cut-by-excel'],
    [3, 'CONFLICT', 'member', null],
    [4, 'CONFLICT', 'identity-number', null],
    [5, 'GUARDIAN_CONSENT_MISSING', null, null],
    [6, 'INVALID_VALUE', 'joinedOn', 'future'],
  ]);
  expect(added).toBe(2);
  expect(await names()).not.toContain('小朋友');
  const people = await archive.store.read((reader) =>
    reader.all<{ name: string }>('SELECT name FROM people ORDER BY name'),
  );
  expect(people).toHaveLength(1 + added);
  expect((await readDossier(archive, team)).memberCount).toBe(1 + added);
});

test('one identity number twice in one page is one member', async () => {
  const twice = [
    entryOf({ name: '甲', identityNumber: '990516197101115317' }),
    entryOf({ name: '甲', identityNumber: '990516197101115317' }),
  ];
  const { added, refused } = await addMembers(archive, { organizationId: team, members: twice });
  expect([added, refused]).toEqual([1, [{ index: 1, code: 'CONFLICT', field: 'member', reason: null }]]);
});

test('five hundred at once take no more than a second or two', async () => {
  const members = Array.from({ length: 500 }, (_, index) =>
    entryOf({ name: `成员${index}`, joinedOn: '2024' }),
  );
  const start = performance.now();
  expect(await addMembers(archive, { organizationId: team, members })).toEqual({ added: 500, refused: [] });
  expect(performance.now() - start).toBeLessThan(5000);
  expect(await names()).toHaveLength(500);
});
