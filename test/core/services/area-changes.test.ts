import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { paperDataOf, paperBasics } from '../../../src/core/services/document-data.ts';
import { getFilingRecord } from '../../../src/core/db/repositories/filings.ts';
import {
  applyAreaChange,
  previewAreaChange,
  readAreaChanges,
  readCommunityCounts,
  undoAreaChange,
} from '../../../src/core/services/area-changes.ts';
import { checkSeal, sealDossier } from '../../../src/core/services/dossier-seal.ts';
import { startFilingOn } from '../../../src/core/services/filings-start.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { getFiling } from '../../../src/core/services/filings.ts';
import { getOffice, putCommunity, updateOffice } from '../../../src/core/services/office.ts';
import { search } from '../../../src/core/services/search.ts';
import type { DocumentKind } from '../../../src/shared/domain/document.ts';
import { rosterSubject } from '../../../src/shared/domain/roster-paper.ts';
import {
  streetNames,
  type AreaChangeInput,
  type CommunityFacts,
} from '../../../src/shared/domain/area-change.ts';
import type { Filing } from '../../../src/shared/domain/filing.ts';
import type { CommunityId, OrganizationId } from '../../../src/shared/domain/ids.ts';
import type { Community } from '../../../src/shared/domain/office.ts';
import { dissolveTeam } from '../../support/ended-organization.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { htmlText } from '../../support/document-text.ts';
import { recordInputOf, reportOf } from '../../support/sample-records.ts';
import { startTeam, takeSteps, upToCertificate, upToNotice } from '../../support/filing-steps.ts';
import { enterOrganization } from '../../support/organization-facts.ts';

let archive: TestArchive;
let sunny: Community;
let peace: Community;
let village: Community;
let filed: Filing;
let preparing: Filing;
let ended: OrganizationId;

/** In 阳光里: one filed team, one whose filing is open, one dissolved. */
beforeEach(async () => {
  archive = await openTestArchive();
  const [first, second, third] = (await getOffice(archive)).communities;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('three communities');
  [sunny, peace, village] = [first, second, third];
  filed = await startTeam(archive, '阳光里夕阳红舞蹈队');
  await takeSteps(archive, filed.id, upToCertificate);
  preparing = await startTeam(archive, '阳光里向日葵合唱团');
  ended = await enterOrganization(archive, '阳光里老棋社');
  await archive.store.write((writer) => {
    writer.run("UPDATE organizations SET status = 'dissolved', filed_on = '2020-01-01' WHERE id = ?", [
      ended,
    ]);
    writer.run(
      "INSERT INTO exits (organization_id, kind, exited_on, volume_year, volume_number, recorded_at) VALUES (?, 'dissolved', '2026-06-01', 2026, 1, 'x')",
      [ended],
    );
  });
});
afterEach(() => archive.close());

const facts = (name: string, code: string): CommunityFacts => ({
  name,
  code,
  settlement: 'urban',
  settlementClass: null,
  partyOrganization: `${name}党委`,
});
const on = { effectiveOn: '2026-11-20', basis: '新政发〔2026〕3号' };
const placeOf = async (id: OrganizationId): Promise<CommunityId> =>
  (await readDossier(archive, id)).organization.communityId;
const communities = async (): Promise<readonly Community[]> => (await getOffice(archive)).communities;
const nameOf = async (id: CommunityId): Promise<string | undefined> =>
  (await communities()).find((each) => each.id === id)?.name;
const countsOn = async (day: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await readCommunityCounts(archive, day)).map(({ name, organizations }) => [name, organizations]),
  );
/** Everything an undo must bring back. */
const standing = () =>
  archive.store.read((reader) => [
    reader.all('SELECT * FROM communities ORDER BY id'),
    reader.all('SELECT id, community_id FROM organizations ORDER BY id'),
    reader.all('SELECT id, facts FROM filings ORDER BY id'),
    reader.all('SELECT profile FROM office_profile'),
    reader.all('SELECT * FROM community_names'),
  ]);
const applied = async (input: AreaChangeInput) => {
  const change = await applyAreaChange(archive, input);
  return change.id;
};

describe('a merge', () => {
  const merge = (): AreaChangeInput => ({
    kind: 'merge',
    communityIds: [sunny.id, peace.id],
    into: facts('阳光社区', '990101001009'),
    ...on,
  });

  test('says first what moves and writes nothing', async () => {
    const before = await standing();
    expect(await previewAreaChange(archive, merge())).toEqual({
      title: '阳光里社区、和平里社区并入阳光社区',
      moves: ['阳光里夕阳红舞蹈队', '阳光里向日葵合唱团']
        .map((name) => expect.objectContaining({ name, from: '阳光里社区', to: '阳光社区' }))
        .toReversed(),
      ended: 1,
      openFilings: 1,
    });
    expect(await standing()).toEqual(before);
  });

  test('takes along who has not ended, with the open filing; closed filings and ended dossiers stay', async () => {
    await applied(merge());
    const made = (await communities()).find(({ name }) => name === '阳光社区');
    expect(made).toMatchObject({ validFrom: '2026-11-20', validTo: null });
    expect(await placeOf(filed.organizationId)).toBe(made?.id);
    expect(await placeOf(preparing.organizationId)).toBe(made?.id);
    expect(await placeOf(ended)).toBe(sunny.id);
    expect((await getFiling(archive, preparing.id)).facts.communityId).toBe(made?.id);
    expect((await getFiling(archive, filed.id)).facts.communityId).toBe(sunny.id);
    expect((await communities()).find(({ id }) => id === sunny.id)?.validTo).toBe('2026-11-19');
    const { timeline } = await readDossier(archive, filed.organizationId);
    expect(timeline).toContainEqual({
      on: '2026-11-20',
      kind: 'area-change',
      title: '划入另一社区',
      detail: '阳光里社区、和平里社区并入阳光社区',
    });
  });

  test('counts of a day are those of that day', async () => {
    await applied(merge());
    expect(await countsOn('2026-11-19')).toEqual({ 阳光里社区: 1, 和平里社区: 0, 龙泉村: 0 });
    expect(await countsOn('2026-11-20')).toEqual({ 阳光社区: 1, 龙泉村: 0 });
    expect(await countsOn('2026-05-31')).toEqual({ 阳光里社区: 1, 和平里社区: 0, 龙泉村: 0 });
  });

  test('into a community that is there needs no new one', async () => {
    await applied({ kind: 'merge', communityIds: [sunny.id], into: { communityId: peace.id }, ...on });
    expect(await placeOf(filed.organizationId)).toBe(peace.id);
    await expect(
      applyAreaChange(archive, {
        kind: 'merge',
        communityIds: [peace.id],
        into: { communityId: peace.id },
        ...on,
      }),
    ).rejects.toMatchObject({ code: 'INVALID_VALUE' });
  });

  test('is undone as a whole, once', async () => {
    const before = await standing();
    const id = await applied(merge());
    expect((await readAreaChanges(archive))[0]).toMatchObject({ organizations: 2, undoable: true });
    await undoAreaChange(archive, id);
    expect(await standing()).toEqual(before);
    expect((await readAreaChanges(archive))[0]).toMatchObject({ undoable: false });
    expect(await countsOn('2026-11-19')).toEqual({ 阳光里社区: 1, 和平里社区: 0, 龙泉村: 0 });
    await expect(undoAreaChange(archive, id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('is not undone when somebody new has come into the community it made', async () => {
    const id = await applied(merge());
    const made = (await communities()).find(({ name }) => name === '阳光社区');
    await archive.store.write(
      (writer) =>
        void writer.run('UPDATE organizations SET community_id = ? WHERE id = ?', [made?.id ?? '', ended]),
    );
    await expect(undoAreaChange(archive, id)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'area-change' },
    });
  });
});

/** What a paper says, as one text. */
const spoken = async (kind: DocumentKind, subjectId: string): Promise<string> => {
  const [paper] = await paperTemplates[kind].prepare(archive, [subjectId]);
  if (paper === undefined) throw new Error('a subject has a paper');
  return htmlText(renderHtml([paper.build(null)])).join('');
};

test('a paper names the community of its own day: of its step, its record, its roster', async () => {
  const agreed = await startTeam(archive, '阳光里棋社');
  // The street agreed on 6 November.
  await takeSteps(archive, agreed.id, upToNotice.slice(0, 3));
  const [before, after] = ['2026-11-06', '2026-11-08'];
  const organizationId = filed.organizationId;
  const report = (occurredOn: string) =>
    storeRecord(archive, { id: null, record: recordInputOf(organizationId, reportOf(), { occurredOn }) });
  const [early, late] = [await report(before), await report(after)];
  await applied({
    kind: 'merge',
    communityIds: [sunny.id, peace.id],
    into: facts('阳光社区', '990101001009'),
    effectiveOn: '2026-11-07',
    basis: on.basis,
  });
  expect(await spoken('approval', agreed.id)).toContain('阳光里社区');
  expect(await spoken('application', preparing.id)).toContain('阳光社区');
  expect(await spoken('work-report', early.id)).toContain('阳光里社区');
  expect(await spoken('work-report', late.id)).toContain('阳光社区');
  expect(await spoken('roster-public', rosterSubject(organizationId, before))).toContain('阳光里社区');
  expect(await spoken('roster-public', rosterSubject(organizationId, after))).toContain('阳光社区');
});

describe('a new name', () => {
  const rename = (): AreaChangeInput => ({
    kind: 'rename',
    communityId: sunny.id,
    into: facts('朝阳里社区', '990101001008'),
    ...on,
  });

  test('stands on new papers; what was closed before keeps the old one', async () => {
    await applied(rename());
    const named = (id: typeof filed.id) =>
      archive.store.read((reader) => {
        const record = getFilingRecord(reader, id);
        if (record === null) throw new Error('it was just started');
        const basics = paperBasics(reader, archive.ports.clock.today());
        return paperDataOf(reader, record.organizationId, basics, { filing: record }).community.name;
      });
    expect(await named(filed.id)).toBe('阳光里社区');
    expect(await named(preparing.id)).toBe('朝阳里社区');
    expect((await readDossier(archive, filed.organizationId)).communityName).toBe('朝阳里社区');
    expect(await countsOn('2026-11-19')).toHaveProperty('阳光里社区', 1);
    expect(await countsOn('2026-11-20')).toHaveProperty('朝阳里社区', 1);
  });

  test('leaves the old name and code findable, until it is undone', async () => {
    const found = async (text: string) =>
      (await search(archive, { text, kind: 'community', limit: 5 })).flatMap(({ hits }) =>
        hits.map(({ title, found: where }) => [title.text, where?.field ?? null]),
      );
    const id = await applied(rename());
    expect(await found('阳光里社区')).toEqual([['朝阳里社区', 'former-name']]);
    expect(await found(sunny.code)).toEqual([['朝阳里社区', 'number']]);
    await undoAreaChange(archive, id);
    expect(await found('阳光里社区')).toEqual([['阳光里社区', null]]);
    expect(await found('朝阳里')).toEqual([]);
  });

  test('cannot take a code that another community has, nor begin tomorrow', async () => {
    await expect(
      applyAreaChange(archive, {
        kind: 'rename',
        communityId: sunny.id,
        into: facts('朝阳里社区', peace.code),
        ...on,
      }),
    ).rejects.toMatchObject({ code: 'CONFLICT', data: { what: 'community-code' } });
    await expect(
      applyAreaChange(archive, {
        kind: 'rename',
        communityId: sunny.id,
        into: facts('朝阳里社区', '990101001008'),
        effectiveOn: '2026-11-24',
        basis: '文',
      }),
    ).rejects.toMatchObject({ code: 'INVALID_VALUE', data: { field: 'effectiveOn' } });
  });

  test('is not undone when its old code has been given away', async () => {
    const id = await applied(rename());
    await putCommunity(archive, {
      ...facts('新来社区', sunny.code),
      validFrom: null,
      validTo: null,
      id: null,
    });
    await expect(undoAreaChange(archive, id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('a split', () => {
  const split = (organizationIds: OrganizationId[]): AreaChangeInput => ({
    kind: 'split',
    communityId: sunny.id,
    into: facts('阳光新城社区', '990101001010'),
    organizationIds,
    ...on,
  });

  test('moves those that were chosen and leaves the rest', async () => {
    const before = await standing();
    const id = await applied(split([filed.organizationId]));
    expect(await nameOf(await placeOf(filed.organizationId))).toBe('阳光新城社区');
    expect(await placeOf(preparing.organizationId)).toBe(sunny.id);
    expect((await communities()).find((each) => each.id === sunny.id)?.validTo).toBeNull();
    await undoAreaChange(archive, id);
    expect(await standing()).toEqual(before);
  });

  test('knows only organizations of that community', async () => {
    await expect(
      applyAreaChange(archive, {
        ...split([filed.organizationId]),
        communityId: village.id,
      } as AreaChangeInput),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { what: 'organization' },
    });
  });

  test('only the latest change is undone', async () => {
    const first = await applied(split([filed.organizationId]));
    const second = await applied({
      kind: 'rename',
      communityId: village.id,
      into: { ...facts('龙泉社区', village.code) },
      ...on,
    });
    await expect(undoAreaChange(archive, first)).rejects.toMatchObject({ code: 'CONFLICT' });
    await undoAreaChange(archive, second);
    await undoAreaChange(archive, first);
    expect((await readAreaChanges(archive)).map(({ undoneAt }) => undoneAt !== null)).toEqual([true, true]);
  });
});

test('the street takes a new name; papers closed before keep the old one', async () => {
  const { profile } = await getOffice(archive);
  const { streetCode, partyCommittee, hubName } = profile;
  const id = await applied({
    kind: 'street',
    names: {
      streetCode,
      partyCommittee,
      hubName,
      streetName: '滨河街道',
      authorityName: '滨河街道办事处',
      shortName: '滨河街',
    },
    ...on,
  });
  const officeOf = (filing: Filing) =>
    archive.store.read((reader) => {
      const record = getFilingRecord(reader, filing.id);
      if (record === null) throw new Error('it was just started');
      const basics = paperBasics(reader, archive.ports.clock.today());
      return paperDataOf(reader, record.organizationId, basics, { filing: record }).office.authorityName;
    });
  expect(await officeOf(filed)).toBe('新河街道办事处');
  expect(await officeOf(preparing)).toBe('滨河街道办事处');
  await undoAreaChange(archive, id);
  expect((await getOffice(archive)).profile).toEqual(profile);
});

test('taking a new name of the street back loses nothing else that was entered since', async () => {
  const { profile } = await getOffice(archive);
  const names = streetNames.parse({ ...profile, streetName: '滨河街道', shortName: '滨河街' });
  const id = await applied({ kind: 'street', names, ...on });
  await updateOffice(archive, { ...(await getOffice(archive)).profile, address: '滨河路 1 号' });
  await undoAreaChange(archive, id);
  expect((await getOffice(archive)).profile).toEqual({ ...profile, address: '滨河路 1 号' });
});

test('a change is not taken back over an organization that has ended since: its dossier stays as sealed', async () => {
  const { organizationId } = filed;
  const split = { kind: 'split', communityId: sunny.id, into: facts('新苑社区', '990101001009') } as const;
  const made = await applied({ ...split, organizationIds: [organizationId], ...on });
  const merged: AreaChangeInput = {
    kind: 'merge',
    communityIds: [village.id],
    into: { communityId: peace.id },
    ...on,
  };
  await dissolveTeam(archive, organizationId);
  await sealDossier(archive, { organizationId, sealedBy: '钱档案', sealedOn: '2026-12-10', exitedOn: null });
  await expect(undoAreaChange(archive, made)).rejects.toMatchObject({ code: 'CONFLICT' });
  const other = await applied(merged);
  await undoAreaChange(archive, other);
  expect(await checkSeal(archive, organizationId)).toEqual({ intact: true, differing: [] });
});

test('a move changes what a change filing begins with, too: nobody applied for it', async () => {
  const change = await startFilingOn(archive, {
    organizationId: filed.organizationId,
    kind: 'change',
    entryMode: 'live',
  });
  await applied({ kind: 'merge', communityIds: [sunny.id], into: { communityId: peace.id }, ...on });
  const { facts: after, factsBefore } = await getFiling(archive, change.id);
  expect([after.communityId, factsBefore?.communityId]).toEqual([peace.id, peace.id]);
});
