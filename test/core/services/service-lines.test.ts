import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { readQuietOrganizations } from '../../../src/core/services/inactivity.ts';
import { emptyRecycleBin } from '../../../src/core/services/recycle-bin.ts';
import { readRuralTeams } from '../../../src/core/services/rural-teams.ts';
import { addServiceFile, removeServiceFile } from '../../../src/core/services/service-files.ts';
import {
  readServiceLine,
  readServiceLines,
  removeServiceLine,
  restoreServiceLine,
  storeServiceLine,
} from '../../../src/core/services/service-lines.ts';
import type { ServiceFilter } from '../../../src/shared/contract/service-registers.ts';
import { serviceLineId, type OrganizationId } from '../../../src/shared/domain/ids.ts';
import type { ServiceLineInput, ServiceRegister } from '../../../src/shared/domain/service-register.ts';
import { filedTeam } from '../../support/ended-organization.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { recordInputOf, surveyOf } from '../../support/sample-records.ts';
import { registerVolunteer, serviceLineOf } from '../../support/sample-services.ts';

let archive: TestArchive;
let organization: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  organization = await filedTeam(archive);
});
afterEach(() => archive.close());

const everything: ServiceFilter = {
  text: '',
  communityIds: [],
  organizationId: null,
  state: null,
  late: false,
  from: null,
  to: null,
};
const store = (change: Partial<ServiceLineInput> = {}) =>
  storeServiceLine(archive, { id: null, newPerson: null, line: serviceLineOf(organization, change) });
const list = (register: ServiceRegister, filter: Partial<ServiceFilter> = {}) =>
  readServiceLines(archive, { register, filter: { ...everything, ...filter }, offset: 0, limit: 50 });

/** The smallest PNG. */
const photo = new File(
  [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  '合影.png',
);

describe('an activity', () => {
  test('says need, people and judgement, adds up, and is late without its papers after three days', async () => {
    const { personId } = await registerVolunteer(archive, '王志愿');
    if (personId === null) throw new Error('no person');
    const row = await store({
      occurredOn: '2026-11-18',
      content: {
        domain: 'service-supply',
        needSource: 'residents',
        need: '  独居老人买菜不便 ',
        groups: ['elderly'],
        heads: 42,
        asked: 20,
        pleased: 19,
        judgement: '',
      },
      people: [{ personId, minutes: 90, note: '领队' }],
    });
    expect(row).toMatchObject({ late: true, people: 1, minutes: 90, state: 'service-supply' });
    expect(row.content).toMatchObject({ need: '独居老人买菜不便', judgement: null, place: null });
    await store({ title: '书画义写', content: { domain: 'civility', needSource: 'committee', heads: 8 } });
    expect((await list('activity')).sums).toEqual({ fen: 0, heads: 50, minutes: 90, late: 1 });
    expect((await list('activity', { late: true })).rows.map(({ title }) => title)).toEqual(['邻里守望']);
    expect((await list('activity', { state: 'civility' })).rows.map(({ title }) => title)).toEqual([
      '书画义写',
    ]);
    const { people } = await readServiceLine(archive, row.id);
    expect(people).toMatchObject([{ name: '王志愿', maskedPhone: '138****1234', minutes: 90, points: 15 }]);
    const filed = { ...row.content, filedOn: '2026-11-21' };
    await storeServiceLine(archive, {
      id: row.id,
      newPerson: null,
      line: serviceLineOf(organization, { occurredOn: '2026-11-18', content: filed }),
    });
    expect((await list('activity', { late: true })).total).toBe(0);
    // Its people left with what was said last.
    expect((await readServiceLine(archive, row.id)).people).toEqual([]);
  });

  test.each([
    [
      { title: '无域', content: { needSource: 'own' } },
      { field: 'domain', flaw: 'missing' },
    ],
    [{ content: { domain: 'sports', needSource: 'own' } }, { field: 'domain', flaw: 'unknown' }],
    [
      { content: { domain: 'civility', needSource: 'own', startsAt: '10:00', endsAt: '09:30' } },
      { field: 'endsAt', flaw: 'order' },
    ],
    [
      { content: { domain: 'civility', needSource: 'own', asked: 3, pleased: 4 } },
      { field: 'pleased', flaw: 'out-of-range' },
    ],
    [
      { content: { domain: 'civility', needSource: 'own', phone: '13800001234' } },
      { field: 'phone', flaw: 'unknown' },
    ],
    [{ organizationId: null }, { field: 'organizationId', flaw: 'missing' }],
    [
      { register: 'resource' as const, content: { giver: 'unit', form: 'money' }, occurredOn: '2026-11-24' },
      { field: 'occurredOn', flaw: 'future' },
    ],
  ])('is refused with the field at fault: %j', async (change, data) => {
    await expect(store(change)).rejects.toMatchObject({ code: 'SERVICE_LINE_REFUSED', data });
    expect((await list('activity')).total).toBe(0);
  });

  test('goes to the recycle bin with its photo and comes back; emptied, it takes the bytes along', async () => {
    const { id } = await store();
    const { attachment } = await addServiceFile(archive, { id, file: photo });
    await addServiceFile(archive, { id, file: photo });
    expect((await readServiceLine(archive, id)).files).toEqual([{ title: '合影', attachment }]);
    await removeServiceLine(archive, id);
    await expect(readServiceLine(archive, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await restoreServiceLine(archive, id);
    expect((await readServiceLine(archive, id)).files).toHaveLength(1);
    await removeServiceFile(archive, { id, attachmentId: attachment.id });
    expect((await readServiceLine(archive, id)).row.papers).toBe(0);
    await removeServiceLine(archive, id);
    const emptied = await emptyRecycleBin(archive, { items: [{ what: 'service-line', id }], count: 1 });
    expect(emptied.removed).toBe(1);
    expect(emptied.bytesFreed).toBeGreaterThan(0);
  });

  test('is a sign of life and stands in the timeline of its dossier', async () => {
    archive.ports.clock.set('2028-01-10T01:00:00.000Z');
    const quiet = () =>
      readQuietOrganizations(archive, {
        filter: { communityIds: [], marked: null },
        offset: 0,
        limit: 10,
      });
    expect((await quiet()).total).toBe(1);
    await store({ occurredOn: '2028-01-08' });
    expect((await quiet()).total).toBe(0);
    const { timeline } = await readDossier(archive, organization);
    expect(timeline[0]).toEqual({
      on: '2028-01-08',
      kind: 'service-line',
      title: '活动',
      detail: '邻里守望',
    });
  });
});

describe('other registers', () => {
  test('a contract cites a counted survey of its organization; no more is paid than it says', async () => {
    const survey = await storeRecord(archive, {
      id: null,
      record: recordInputOf(organization, surveyOf({ closedOn: null })),
    });
    const contract = {
      form: 'purchase',
      buyer: '新河街道办事处',
      fen: 1_000_000,
      surveyId: survey.id,
      payments: [
        { on: '2026-11-01', fen: 333_333, note: '首付' },
        { on: '2026-11-20', fen: 666_667, note: null },
      ],
    };
    const purchase = (content: ServiceLineInput['content']) =>
      store({ register: 'purchase', title: '助老服务', content });
    await expect(purchase(contract)).rejects.toMatchObject({ code: 'SURVEY_NOT_CITABLE' });
    await storeRecord(archive, {
      id: survey.id,
      record: recordInputOf(organization, { ...surveyOf(), closedOn: '2026-07-20' }),
    });
    const kept = await purchase(contract);
    expect(kept.names[survey.id]).toBe('记录');
    await expect(purchase({ ...contract, fen: 999_999 })).rejects.toMatchObject({
      data: { field: 'payments', flaw: 'over-amount' },
    });
    await purchase({ ...contract, surveyId: null, fen: 50, payments: [] });
    expect((await list('purchase')).sums.fen).toBe(1_000_050);
  });

  test('a rural community has its team once all three criteria have their evidence', async () => {
    await expect(store({ register: 'rural-team', title: '助耕队', content: {} })).rejects.toMatchObject({
      data: { field: 'organizationId', flaw: 'not-rural' },
    });
    const team = await filedTeam(archive, '龙泉村助耕队');
    await archive.store.write((writer) => {
      writer.run(
        `UPDATE organizations SET community_id = (SELECT id FROM communities WHERE name = '龙泉村') WHERE id = ?`,
        [team],
      );
    });
    const line = serviceLineOf(team, {
      register: 'rural-team',
      title: '龙泉村助耕队',
      occurredOn: '2026-06-01',
      content: { effect: '全年助耕 300 亩', local: '茶山互助' },
    });
    const { id, state } = await storeServiceLine(archive, { id: null, newPerson: null, line });
    expect(state).toBe('lacking');
    expect(await readRuralTeams(archive, null)).toMatchObject([
      { communityName: '龙泉村', team: null, candidates: 1 },
    ]);
    const content = { ...line.content, participation: '全村八成农户参加' };
    await storeServiceLine(archive, { id, newPerson: null, line: { ...line, content } });
    expect(await readRuralTeams(archive, null)).toMatchObject([
      { team: { lineId: id, name: '龙泉村助耕队', since: '2026-06-01' }, candidates: 0 },
    ]);
    expect(await readRuralTeams(archive, '2026-05-31')).toMatchObject([{ team: null, candidates: 0 }]);
  });

  test('a need is matched, done, and waits for nobody else', async () => {
    const { communityId } = await archive.store.read(
      (reader) =>
        reader.get<{ communityId: string }>('SELECT id AS communityId FROM communities LIMIT 1') ?? {
          communityId: '',
        },
    );
    const need = (change: Partial<ServiceLineInput>) =>
      store({
        register: 'need',
        title: '理发上门',
        organizationId: null,
        communityId: communityId as ServiceLineInput['communityId'],
        content: { raisedBy: 'grid', need: '十位老人要理发' },
        ...change,
      });
    expect((await need({})).state).toBe('open');
    const done = { raisedBy: 'grid', need: '十位老人要理发', doneOn: '2026-11-22' };
    await expect(need({ content: done })).rejects.toMatchObject({
      data: { field: 'organizationId', flaw: 'missing' },
    });
    expect((await need({ organizationId: organization })).state).toBe('matched');
    expect((await need({ organizationId: organization, content: done })).state).toBe('done');
    expect((await list('need', { state: 'open' })).total).toBe(1);
  });

  test('what is referred to cannot go', async () => {
    const team = await store({ register: 'emergency-team', title: '防汛队', content: {} });
    await store({ register: 'drill', title: '防汛演练', content: { subject: 'flood', teamId: team.id } });
    await expect(removeServiceLine(archive, team.id)).rejects.toMatchObject({ code: 'RECORD_IN_USE' });
    await expect(
      store({
        register: 'drill',
        title: '演练',
        content: { subject: 'flood', teamId: serviceLineId.parse('id1') },
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
