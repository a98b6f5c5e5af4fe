import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addConsent } from '../../../src/core/services/consents.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { readPeopleSummary } from '../../../src/core/services/people-list.ts';
import { readPerson, setTags } from '../../../src/core/services/people.ts';
import { reachStage } from '../../../src/core/services/person-career.ts';
import {
  mergePeople,
  previewMerge,
  readDuplicates,
  readMerges,
  tellApart,
  undoMerge,
} from '../../../src/core/services/person-merges.ts';
import { keepTerm } from '../../../src/core/services/role-terms.ts';
import { addMember, changeMember, leaveRoster } from '../../../src/core/services/roster-changes.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import type { RosterRow } from '../../../src/shared/domain/person.ts';
import { memberOf } from '../../support/members.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';

let archive: TestArchive;
let dance: OrganizationId;
let choir: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  dance = await enterOrganization(archive);
  choir = await enterOrganization(archive, '阳光里向日葵合唱团');
});
afterEach(() => archive.close());

const add = (to: OrganizationId, facts: Parameters<typeof memberOf>[1]): Promise<RosterRow> =>
  addMember(archive, memberOf(to, facts));
const identity = '990516197101115317';
/** Every row of the tables that a merge writes. */
const everything = (): Promise<unknown> =>
  archive.store.read((reader) =>
    [
      'people',
      'memberships',
      'role_terms',
      'person_tags',
      'consents',
      'party_stages',
      'person_posts',
      'person_details',
    ].map((table) => [table, reader.all(`SELECT * FROM ${table} ORDER BY 1, 2`)]),
  );

/** 王芳 twice: with a number in the dance team, with a phone in both. */
const twoOfOne = async (): Promise<{ readonly kept: RosterRow; readonly merged: RosterRow }> => {
  const kept = await add(dance, {
    name: '王芳',
    identityNumber: identity,
    joinedOn: '2022-03',
    role: 'backbone',
  });
  const merged = await add(dance, {
    name: '王芳',
    birthDate: '1971-01-11',
    phone: '13812345678',
    politicalStatus: 'party-member',
    joinedOn: '2021',
    remark: '老队员',
  });
  await addMember(archive, memberOf(choir, { name: '别人' }));
  return { kept, merged };
};

describe('the finder', () => {
  test('names pairs of one name that agree in birth date or phone, the likeliest first', async () => {
    await add(dance, { name: '甲', birthDate: '1960-01-02', phone: '13800000001' });
    await add(choir, { name: '甲', birthDate: '1960-01-02', phone: '13800000001' });
    await add(dance, { name: '乙', birthDate: '1961-05' });
    await add(choir, { name: '乙', birthDate: '1961-05' });
    await add(dance, { name: '丙', phone: '13800000002' });
    await add(choir, { name: '丙', phone: '13800000002', birthDate: '1950' });
    // Not: only a year, only a name, two identity numbers.
    await add(dance, { name: '丁', birthDate: '1962' });
    await add(choir, { name: '丁', birthDate: '1962' });
    const { pairs, more } = await readDuplicates(archive);
    expect(pairs.map(({ one, likeness }) => [one.name, likeness])).toEqual([
      ['甲', 'name-birth-phone'],
      ['乙', 'name-birth'],
      ['丙', 'name-phone'],
    ]);
    expect(more).toBe(false);
    await tellApart(archive, { oneId: pairs[0]!.other.id, otherId: pairs[0]!.one.id });
    expect((await readDuplicates(archive)).pairs.map(({ one }) => one.name)).toEqual(['乙', '丙']);
  });

  test('never takes two people with an identity number each for one', async () => {
    const one = await add(dance, { name: '甲', phone: '13800000001', identityNumber: identity });
    const other = await add(choir, {
      name: '甲',
      phone: '13800000001',
      identityNumber: '990516196001010019',
    }).catch(() => null);
    expect(other).toBeNull();
    const plain = await add(choir, { name: '甲', phone: '13800000001' });
    expect((await readDuplicates(archive)).pairs).toHaveLength(1);
    await expect(
      mergePeople(archive, { keptId: one.personId, mergedId: one.personId, take: [] }),
    ).rejects.toMatchObject({ data: { reason: 'same' } });
    expect(plain.personId).not.toBe(one.personId);
  });
});

describe('a merge', () => {
  test('shows masked what it would make', async () => {
    const { kept, merged } = await twoOfOne();
    const preview = await previewMerge(archive, { keptId: kept.personId, mergedId: merged.personId });
    expect(preview.bothIn).toEqual(['阳光里夕阳红舞蹈队']);
    expect(preview.fields).toContainEqual({ field: 'phone', kept: null, merged: '138****5678' });
    expect(preview.fields).toContainEqual({
      field: 'identityNumber',
      kept: '990***********5317',
      merged: null,
    });
    expect(JSON.stringify(preview)).not.toMatch(/19710111|13812345678/);
  });

  test('keeps memberships, tags, terms, consents and stages of both, and counts one person', async () => {
    const { kept, merged } = await twoOfOne();
    const other = await add(choir, { name: '王芳', birthDate: '1971-01-11', joinedOn: '2020' });
    await setTags(archive, kept.personId, ['social-worker']);
    await setTags(archive, merged.personId, ['social-worker', 'child-director']);
    await keepTerm(archive, {
      membershipId: merged.membershipId,
      termId: null,
      term: { role: 'member', startsOn: '2024-01-01', endsOn: null, note: null },
    });
    await addConsent(archive, merged.personId, {
      kind: 'membership',
      givenOn: '2026-01-01',
      guardianName: null,
      guardianRelation: null,
      paper: null,
    });
    await reachStage(archive, merged.personId, { stage: 'activist', reachedOn: '2019', note: null });
    expect((await readPeopleSummary(archive)).people).toBe(4);
    await mergePeople(archive, { keptId: kept.personId, mergedId: merged.personId, take: [] });
    const { profile } = await mergePeople(archive, {
      keptId: kept.personId,
      mergedId: other.personId,
      take: [],
    });
    expect(profile.person).toMatchObject({
      name: '王芳',
      politicalStatus: 'party-member',
      maskedPhone: '138****5678',
    });
    expect(profile.person.tags.toSorted((a, b) => a.localeCompare(b, 'en'))).toEqual([
      'child-director',
      'social-worker',
    ]);
    expect(
      profile.stays.map(({ organizationName, joinedOn, role }) => [organizationName, joinedOn, role]),
    ).toEqual([
      ['阳光里向日葵合唱团', '2020', 'member'],
      ['阳光里夕阳红舞蹈队', '2021', 'backbone'],
    ]);
    expect(profile.terms).toMatchObject([{ membershipId: kept.membershipId }]);
    expect(profile.consents).toHaveLength(1);
    expect(profile.stages).toHaveLength(1);
    expect((await readPeopleSummary(archive)).people).toBe(2);
    expect((await readDossier(archive, dance)).memberCount).toBe(1);
  });

  test('lets the clerk choose which fact is right, also the responsible person follows', async () => {
    const { kept, merged } = await twoOfOne();
    await archive.store.write(
      (writer) =>
        void writer.run('UPDATE organizations SET responsible_person_id = ? WHERE id = ?', [
          merged.personId,
          dance,
        ]),
    );
    await changeMember(archive, {
      membershipId: kept.membershipId,
      membership: { role: 'backbone', roleTitle: null, joinedOn: '2022-03', remark: null },
      person: { politicalStatus: 'masses' },
    });
    const { profile } = await mergePeople(archive, {
      keptId: kept.personId,
      mergedId: merged.personId,
      take: ['politicalStatus'],
    });
    expect(profile.person.politicalStatus).toBe('party-member');
    expect((await readDossier(archive, dance)).organization.responsiblePersonId).toBe(kept.personId);
  });

  test('is taken back without a trace', async () => {
    const { kept, merged } = await twoOfOne();
    await setTags(archive, merged.personId, ['social-worker']);
    await keepTerm(archive, {
      membershipId: merged.membershipId,
      termId: null,
      term: { role: 'member', startsOn: '2024-01-01', endsOn: null, note: null },
    });
    const before = await everything();
    const { id } = await mergePeople(archive, {
      keptId: kept.personId,
      mergedId: merged.personId,
      take: ['name'],
    });
    expect(await readMerges(archive)).toMatchObject([{ id, keptName: '王芳', mergedName: '王芳' }]);
    await undoMerge(archive, id);
    expect(await everything()).toEqual(before);
    expect(await readMerges(archive)).toEqual([]);
    expect((await readDossier(archive, dance)).memberCount).toBe(2);
    await expect(undoMerge(archive, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is not taken back over what was done since', async () => {
    const { kept, merged } = await twoOfOne();
    const { id } = await mergePeople(archive, { keptId: kept.personId, mergedId: merged.personId, take: [] });
    await setTags(archive, kept.personId, ['professional']);
    await expect(undoMerge(archive, id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await readPerson(archive, kept.personId)).person.tags).toEqual(['professional']);
  });
});

test('stays that share a day become one, whoever of them has left; others stay apart', async () => {
  const kept = await add(dance, { name: '王芳', joinedOn: '2022-03', remark: '领舞' });
  const merged = await add(dance, { name: '王芳', joinedOn: '2021', role: 'deputy' });
  const leave = (row: RosterRow, leftOn: string) =>
    leaveRoster(archive, { membershipId: row.membershipId, leftOn, reason: 'moved', note: null });
  await leave(merged, '2023-01-01');
  const first = await add(choir, { name: '王芳', joinedOn: '2015' });
  await leave(first, '2016-01-01');
  await archive.store.write(
    (writer) =>
      void writer.run('UPDATE memberships SET person_id = ? WHERE id = ?', [
        merged.personId,
        first.membershipId,
      ]),
  );
  await addMember(archive, memberOf(choir, { name: '别人' }));
  const before = await everything();
  const { id, profile } = await mergePeople(archive, {
    keptId: kept.personId,
    mergedId: merged.personId,
    take: [],
  });
  expect(profile.stays.map(({ joinedOn, leftOn, role }) => [joinedOn, leftOn, role])).toEqual([
    ['2021', null, 'member'],
    ['2015', '2016-01-01', 'member'],
  ]);
  await undoMerge(archive, id);
  expect(await everything()).toEqual(before);
});
