import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addConsent, takeConsentBack } from '../../../src/core/services/consents.ts';
import {
  countFound,
  exportPeople,
  readPeople,
  readPeopleSummary,
} from '../../../src/core/services/people-list.ts';
import { saveAllowedDetails, setTags } from '../../../src/core/services/people.ts';
import { keepPost, reachStage, removePost, removeStage } from '../../../src/core/services/person-career.ts';
import { keepTerm, readEndingTerms, removeTerm } from '../../../src/core/services/role-terms.ts';
import { addMember, changeMember, leaveRoster } from '../../../src/core/services/roster-changes.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { getOffice } from '../../../src/core/services/office.ts';
import { currentRules, saveRules } from '../../../src/core/services/rules.ts';
import type { PeopleFilter } from '../../../src/shared/contract/people.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { ageBand } from '../../../src/shared/domain/people.ts';
import type { RosterRow } from '../../../src/shared/domain/person.ts';
import { memberOf } from '../../support/members.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { workbookRows } from '../../support/workbooks.ts';

let archive: TestArchive;
let dance: OrganizationId;
let choir: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  dance = await enterOrganization(archive);
  choir = await enterOrganization(archive, '阳光里向日葵合唱团');
});
afterEach(() => archive.close());

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
const add = (to: OrganizationId, facts: Parameters<typeof memberOf>[1], more = {}): Promise<RosterRow> =>
  addMember(archive, { ...memberOf(to, { joinedOn: '2021', ...facts }), ...more });
const found = async (change: Partial<PeopleFilter>): Promise<string[]> => {
  const filter = { ...everybody, ...change };
  const { rows } = await readPeople(archive, { filter, after: null, limit: 50 });
  expect((await countFound(archive, filter)).total).toBe(rows.length);
  return rows.map(({ name }) => name);
};
const identified = { identityNumber: '990516197101115317' };

describe('the list of people', () => {
  test('shows each once, by the sound of their names, page by page', async () => {
    for (const name of ['赵六', '钱七', '孙八', '李九', '欧阳𠮷祥']) await add(dance, { name });
    await add(choir, { name: '欧阳𠮷祥' });
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof readPeople>> = await readPeople(archive, {
        filter: everybody,
        after,
        limit: 2,
      });
      names.push(...page.rows.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    // Two people of one name: nothing says that they are one.
    expect(names).toEqual(['李九', '欧阳𠮷祥', '欧阳𠮷祥', '钱七', '孙八', '赵六']);
  });

  test('counts a person of two organizations once, and leaves out who belongs to none', async () => {
    const first = await add(dance, { name: '甲', ...identified });
    await add(choir, { name: '甲', ...identified });
    const gone = await add(dance, { name: '乙' });
    await leaveRoster(archive, {
      membershipId: gone.membershipId,
      leftOn: '2022-01-01',
      reason: 'moved',
      note: null,
    });
    expect(await found({})).toEqual(['甲']);
    expect(await found({ organizations: 'two' })).toEqual(['甲']);
    expect(await found({ organizations: 'three' })).toEqual([]);
    const { rows } = await readPeople(archive, { filter: everybody, after: null, limit: 10 });
    expect(rows[0]).toMatchObject({
      id: first.personId,
      maskedIdentityNumber: '990***********5317',
      communities: ['阳光里社区'],
      lacksConsents: ['membership', 'sensitive'],
    });
    expect(rows[0]?.organizations.map(({ name }) => name)).toEqual([
      '阳光里夕阳红舞蹈队',
      '阳光里向日葵合唱团',
    ]);
    expect(await readPeopleSummary(archive)).toMatchObject({
      people: 1,
      partyMembers: 0,
      responsiblePersons: 0,
    });
  });

  test('filters by tag, status, age, community and part of a name', async () => {
    const { communities } = await getOffice(archive);
    const old = await add(dance, { name: '王桂英', birthDate: '1950', politicalStatus: 'party-member' });
    await add(dance, { name: '李明', birthDate: '2000-05-01', politicalStatus: 'masses' });
    await add(dance, { name: '不知', birthDate: null });
    await setTags(archive, old.personId, ['veteran-party-member', '社区达人']);
    expect(await found({ text: '桂' })).toEqual(['王桂英']);
    expect(await found({ text: '%' })).toEqual([]);
    expect(await found({ tags: ['社区达人'] })).toEqual(['王桂英']);
    expect(await found({ tags: ['party-member'] })).toEqual(['王桂英']);
    expect(await found({ politicalStatuses: ['masses'] })).toEqual(['李明']);
    expect(await found({ ageBands: ['70-up', 'unknown'] })).toEqual(['不知', '王桂英']);
    expect(await found({ communityIds: [communities[0]!.id] })).toHaveLength(3);
    expect(await found({ communityIds: [communities[1]!.id] })).toEqual([]);
    const { tags } = await readPeopleSummary(archive);
    expect(tags.filter(({ people }) => people > 0)).toEqual([
      { tag: 'veteran-party-member', people: 1 },
      { tag: '社区达人', people: 1 },
    ]);
  });

  test('puts everybody into exactly one age band', async () => {
    const guardianConsent = {
      kind: 'guardian',
      givenOn: '2026-01-01',
      guardianName: '母',
      guardianRelation: '母亲',
      paper: null,
    };
    for (const birthDate of [
      '2012-11-24',
      '2012-11-23',
      '2008-11-23',
      '1990',
      '1966-11-24',
      '1966-11-23',
      '1956-11',
      '1956-12',
      '1940',
      null,
    ])
      await add(dance, { name: birthDate ?? '不详', birthDate }, { guardianConsent });
    const bands = await Promise.all(
      ageBand.options.map(async (band) => [band, (await found({ ageBands: [band] })).toSorted()]),
    );
    expect(Object.fromEntries(bands)).toEqual({
      'under-14': ['2012-11-24'],
      '14-17': ['2012-11-23'],
      '18-35': ['1990', '2008-11-23'],
      '36-59': ['1966-11-24'],
      '60-69': ['1956-11', '1956-12', '1966-11-23'],
      '70-up': ['1940'],
      unknown: ['不详'],
    });
  });

  test('leaves as a workbook, numbers masked', async () => {
    await add(dance, { name: '甲', ...identified, phone: '13812345678' });
    const rows = await workbookRows(await exportPeople(archive, everybody));
    expect(rows[3]?.slice(6, 10)).toEqual([
      '阳光里社区',
      '阳光里夕阳红舞蹈队（成员）',
      '990***********5317',
      '138****5678',
    ]);
  });
});

describe('minors and consents', () => {
  const child = { name: '小明', birthDate: '2015-05-01' };
  const guardianConsent = {
    kind: 'guardian',
    givenOn: '2026-11-01',
    guardianName: '王芳',
    guardianRelation: '母亲',
    paper: '第 3 页',
  } as const;

  test('nobody under 14 comes onto a roster without the guardian, and nothing of them stays', async () => {
    await expect(add(dance, child)).rejects.toMatchObject({ code: 'GUARDIAN_CONSENT_MISSING' });
    expect(await archive.store.read((reader) => reader.all('SELECT id FROM people'))).toEqual([]);
    const row = await add(dance, child, { guardianConsent });
    expect(row).toMatchObject({ minority: 'under-14' });
    expect(await found({ lacksConsent: 'guardian' })).toEqual([]);
  });

  test('a birth date that is corrected to under 14 is held back as well', async () => {
    const row = await add(dance, { name: '小红', birthDate: '2010' });
    const change = {
      membershipId: row.membershipId,
      membership: { role: 'member', roleTitle: null, joinedOn: '2021', remark: null },
      person: { birthDate: '2015' },
    } as const;
    await expect(changeMember(archive, change)).rejects.toMatchObject({ code: 'GUARDIAN_CONSENT_MISSING' });
    expect(await changeMember(archive, { ...change, guardianConsent })).toMatchObject({
      minority: 'under-14',
    });
  });

  test('a consent that is taken back is missing again; the record stays', async () => {
    const { personId } = await add(dance, child, { guardianConsent });
    const given = await addConsent(archive, personId, {
      ...guardianConsent,
      kind: 'membership',
      guardianName: null,
      guardianRelation: null,
    });
    expect(given.person.lacksConsents).toEqual([]);
    const guardian = given.consents.find(({ kind }) => kind === 'guardian')!;
    const after = await takeConsentBack(archive, {
      id: personId,
      consentId: guardian.id,
      revokedOn: '2026-11-20',
    });
    expect(after.person.lacksConsents).toEqual(['guardian']);
    expect(after.consents).toHaveLength(2);
    expect(await found({ lacksConsent: 'guardian' })).toEqual(['小明']);
    await expect(
      takeConsentBack(archive, { id: personId, consentId: guardian.id, revokedOn: '2026-11-20' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('who lacks what is counted as it is listed', async () => {
    await add(dance, { name: '甲', ...identified });
    await add(dance, { name: '乙' });
    const { lacksConsents } = await readPeopleSummary(archive);
    for (const { kind, people } of lacksConsents)
      expect([kind, (await found({ lacksConsent: kind })).length]).toEqual([kind, people]);
    expect(lacksConsents.map(({ people }) => people)).toEqual([2, 1, 0]);
  });
});

describe('what is kept beyond the necessary', () => {
  test('is dropped unless the rules allow it; the address stays masked', async () => {
    const { personId } = await add(dance, { name: '甲' });
    const details = {
      address: '新河街道阳光里社区3号楼201',
      nation: '汉族',
      education: null,
      speciality: null,
      workUnit: null,
    };
    expect((await saveAllowedDetails(archive, personId, details)).details).toMatchObject({
      address: null,
      nation: null,
    });
    const rules = await currentRules(archive, null);
    const members = { ...rules.body.members, optionalFields: ['address' as const] };
    await saveRules(archive, { ...rules, body: { ...rules.body, members } });
    expect((await saveAllowedDetails(archive, personId, details)).details).toMatchObject({
      address: '新河街道****',
      nation: null,
    });
  });
});

describe('the way into the Party, and posts', () => {
  test('stages are counted where somebody has come to, and make the political status', async () => {
    const { personId } = await add(dance, { name: '甲', politicalStatus: 'masses' });
    await reachStage(archive, personId, { stage: 'applicant', reachedOn: '2023', note: null });
    await reachStage(archive, personId, { stage: 'activist', reachedOn: '2024-03', note: null });
    expect(await found({ stages: ['applicant'] })).toEqual([]);
    expect(await found({ stages: ['activist'] })).toEqual(['甲']);
    const after = await reachStage(archive, personId, {
      stage: 'probationary',
      reachedOn: '2026-06-30',
      note: null,
    });
    expect(after.stages.map(({ stage }) => stage)).toEqual(['applicant', 'activist', 'probationary']);
    expect(after.person.politicalStatus).toBe('probationary-party-member');
    expect((await readDossier(archive, dance)).partyMemberCount).toBe(1);
    const { stages } = await readPeopleSummary(archive);
    expect(stages.filter(({ people }) => people > 0)).toEqual([{ stage: 'probationary', people: 1 }]);
    await removeStage(archive, personId, 'probationary');
    expect(await found({ stages: ['activist'] })).toEqual(['甲']);
    await expect(
      reachStage(archive, personId, { stage: 'full', reachedOn: '2027', note: null }),
    ).rejects.toMatchObject({ data: { reason: 'future' } });
  });

  test('posts count while they are held, each committee for itself', async () => {
    const { personId } = await add(dance, { name: '甲' });
    const { communities } = await getOffice(archive);
    const post = {
      body: 'mediation',
      bodyName: null,
      communityId: communities[0]!.id,
      post: '委员',
      startsOn: '2024',
      endsOn: null,
    } as const;
    const { posts } = await keepPost(archive, { id: personId, postId: null, post });
    await keepPost(archive, {
      id: personId,
      postId: null,
      post: { ...post, body: 'party-leadership', endsOn: '2025-01-01' },
    });
    expect((await readPeopleSummary(archive)).bodies.filter(({ people }) => people > 0)).toEqual([
      { body: 'mediation', people: 1 },
    ]);
    expect(await found({ bodies: ['mediation'] })).toEqual(['甲']);
    expect(await found({ bodies: ['party-leadership'] })).toEqual([]);
    await expect(
      keepPost(archive, { id: personId, postId: null, post: { ...post, body: 'other-committee' } }),
    ).rejects.toMatchObject({ data: { field: 'bodyName' } });
    expect((await removePost(archive, personId, posts[0]!.id)).posts).toHaveLength(1);
  });
});

describe('terms', () => {
  test('are on the list before they end, and no longer once a new one follows', async () => {
    const { membershipId } = await add(dance, { name: '甲', role: 'deputy' });
    const term = { role: 'deputy', startsOn: '2024-01-01', endsOn: '2027-01-22', note: null } as const;
    const kept = await keepTerm(archive, { membershipId, termId: null, term });
    expect(await readEndingTerms(archive)).toMatchObject([
      { personName: '甲', endsOn: '2027-01-22', daysLeft: 60 },
    ]);
    await keepTerm(archive, {
      membershipId,
      termId: kept.terms[0]!.id,
      term: { ...term, endsOn: '2027-01-23' },
    });
    expect(await readEndingTerms(archive)).toEqual([]);
    await keepTerm(archive, {
      membershipId,
      termId: kept.terms[0]!.id,
      term: { ...term, endsOn: '2026-11-20' },
    });
    expect(await readEndingTerms(archive)).toMatchObject([{ daysLeft: -3 }]);
    const next = await keepTerm(archive, {
      membershipId,
      termId: null,
      term: { ...term, startsOn: '2026-11-20', endsOn: null },
    });
    expect(await readEndingTerms(archive)).toEqual([]);
    await removeTerm(archive, membershipId, next.terms[0]!.id);
    expect(await readEndingTerms(archive)).toHaveLength(1);
  });
});

describe('Party members are counted by every organization', () => {
  const identityNumber = '990516197101115317';
  const counts = () =>
    archive.store.read((reader) =>
      [dance, choir].map(
        (id) =>
          reader.get<{ count: number }>(
            'SELECT party_member_count AS count FROM organizations WHERE id = ?',
            [id],
          )?.count,
      ),
    );

  test('when a roster of one of them changes who somebody is', async () => {
    const row = await addMember(archive, memberOf(dance, { name: '王芳', identityNumber }));
    await addMember(archive, memberOf(choir, { name: '王芳', identityNumber }));
    expect(await counts()).toEqual([0, 0]);
    await changeMember(archive, {
      membershipId: row.membershipId,
      membership: { role: 'member', roleTitle: null, joinedOn: null, remark: null },
      person: { politicalStatus: 'party-member' },
    });
    expect(await counts()).toEqual([1, 1]);
  });

  test('when somebody known joins another one and is said to be a member', async () => {
    await addMember(archive, memberOf(dance, { name: '王芳', identityNumber }));
    const said = { name: '王芳', identityNumber, politicalStatus: 'party-member' } as const;
    await addMember(archive, memberOf(choir, said));
    expect(await counts()).toEqual([1, 1]);
  });
});

test('a term and a post are changed with their own owner alone', async () => {
  const one = await addMember(archive, memberOf(dance, { name: '王芳' }));
  const other = await addMember(archive, memberOf(dance, { name: '李芳' }));
  const term = { role: 'member', startsOn: '2024-01-01', endsOn: null, note: null } as const;
  const { terms } = await keepTerm(archive, { membershipId: one.membershipId, termId: null, term });
  await expect(
    keepTerm(archive, { membershipId: other.membershipId, termId: terms[0]!.id, term }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'term' } });
  const communityId = (await getOffice(archive)).communities[0]!.id;
  const post = {
    body: 'party-leadership',
    bodyName: null,
    communityId,
    post: '委员',
    startsOn: null,
    endsOn: null,
  } as const;
  const { posts } = await keepPost(archive, { id: one.personId, postId: null, post });
  await expect(keepPost(archive, { id: other.personId, postId: posts[0]!.id, post })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'post' },
  });
});
