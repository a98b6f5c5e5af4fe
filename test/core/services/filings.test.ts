import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCertificate, recordCollection } from '../../../src/core/services/certificates.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { filingChecklist } from '../../../src/core/services/filing-checklist.ts';
import { numberRegister, previewFilingNumber } from '../../../src/core/services/filing-numbers.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { saveFilingFacts, startFilingOn } from '../../../src/core/services/filings-start.ts';
import { getFiling, listFilings, recordCopy } from '../../../src/core/services/filings.ts';
import { readRoster } from '../../../src/core/services/roster.ts';
import { currentRules, saveRules } from '../../../src/core/services/rules.ts';
import type { RulePackBody } from '../../../src/shared/domain/rule-pack.ts';
import { bringExitPack } from '../../support/ended-organization.ts';
import {
  startTeam,
  stepOf,
  takeSteps,
  teamLeader,
  upToCertificate,
  upToNotice,
} from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
});
afterEach(() => archive.close());

const changeRules = async (change: Partial<RulePackBody>): Promise<void> => {
  const { id, validFrom, body } = await currentRules(archive, null);
  await saveRules(archive, { id, validFrom, body: { ...body, ...change } });
};

describe('an initial filing', () => {
  test('begins with the organization in preparation and its responsible person on the roster', async () => {
    const filing = await startTeam(archive);
    expect(filing).toMatchObject({
      organizationName: '阳光里夕阳红舞蹈队',
      communityName: '阳光里社区',
      state: 'preparing',
      steps: [],
      dueOn: null,
      allowedActions: ['submit', 'withdraw'],
    });
    const { organization, responsiblePersonName } = await readDossier(archive, filing.organizationId);
    expect(organization.status).toBe('preparing');
    expect(responsiblePersonName).toBe('王秀英');
    const roster = await readRoster(archive, {
      organizationId: filing.organizationId,
      text: '',
      includeFormer: true,
      asOf: null,
    });
    expect(roster.map(({ name, role }) => ({ name, role }))).toEqual([
      { name: '王秀英', role: 'responsible-person' },
    ]);
  });

  test('ends with number, certificate and a filed organization', async () => {
    const { id, organizationId } = await startTeam(archive);
    const filing = await takeSteps(archive, id, upToCertificate);
    expect(filing).toMatchObject({
      state: 'filed',
      filingNumber: '新河街社备〔2026〕1号',
      allowedActions: [],
      dueOn: null,
      notice: { startsOn: '2026-11-09', endsOn: '2026-11-15', days: 7, pausedOn: null },
    });
    expect(filing.steps.map(({ fromState, action, toState }) => `${fromState} ${action} ${toState}`)).toEqual(
      [
        'preparing submit applied',
        'applied committee-pass committee-passed',
        'committee-passed street-agree street-agreed',
        'street-agreed start-notice on-notice',
        'on-notice close-notice notice-cleared',
        'notice-cleared issue-certificate filed',
      ],
    );
    const certificateId = filing.certificateId;
    if (certificateId === null) throw new Error('no certificate');
    expect(await readCertificate(archive, certificateId)).toEqual({
      id: certificateId,
      organizationId,
      filingId: id,
      filingNumber: '新河街社备〔2026〕1号',
      kind: 'original',
      issueReason: '首次备案',
      organizationName: '阳光里夕阳红舞蹈队',
      responsiblePersonName: '王秀英',
      businessScope: '群众舞蹈排练与展演；社区文化志愿服务',
      premises: '阳光里社区文化广场',
      activityArea: '阳光里社区',
      category: '文体活动类',
      authorityName: '新河街道办事处',
      issuedOn: '2026-11-16',
      validTo: null,
      issuedBy: '赵主任',
      collectedBy: null,
      collectorPhone: null,
      collectedOn: null,
      status: 'valid',
      recoveredBy: null,
      recoveredOn: null,
      lossStatement: null,
      voidReason: null,
    });
    const { organization } = await readDossier(archive, organizationId);
    expect(organization).toMatchObject({
      status: 'filed',
      filingNumber: '新河街社备〔2026〕1号',
      filedOn: '2026-11-16',
    });
  });

  test('draft saved again keeps the one responsible person', async () => {
    const { id, facts, organizationId } = await startTeam(archive);
    const responsiblePerson = { ...teamLeader, phone: null, politicalStatus: null };
    const saved = await saveFilingFacts(archive, {
      id,
      facts: { ...facts, premises: '新河公园' },
      responsiblePerson,
    });
    expect(saved.facts).toEqual({ ...facts, premises: '新河公园' });
    const people = await archive.store.read((reader) =>
      reader.all('SELECT name, phone, political_status AS politicalStatus FROM people'),
    );
    expect(people).toEqual([{ name: '王秀英', phone: '13812345678', politicalStatus: 'party-member' }]);
    expect((await readDossier(archive, organizationId)).organization.premises).toBe('新河公园');
  });

  test('draft with another responsible person changes the place on the roster', async () => {
    const { id, facts, organizationId } = await startTeam(archive);
    await saveFilingFacts(archive, { id, facts, responsiblePerson: { ...teamLeader, name: '陈大明' } });
    const roster = await readRoster(archive, { organizationId, text: '', includeFormer: false, asOf: null });
    expect(roster.map(({ name, role }) => `${name} ${role}`).sort()).toEqual([
      '王秀英 member',
      '陈大明 responsible-person',
    ]);
  });

  test('cannot be rewritten once it is handed in, and can again when it is returned', async () => {
    const { id, facts } = await startTeam(archive);
    await takeSteps(archive, id, [stepOf('submit', '2026-11-02')]);
    const change = { id, facts: { ...facts, purpose: '另一宗旨' }, responsiblePerson: null };
    await expect(saveFilingFacts(archive, change)).rejects.toMatchObject({
      code: 'ILLEGAL_STEP',
      data: { state: 'applied' },
    });
    await takeSteps(archive, id, [stepOf('committee-return', '2026-11-03', { opinion: '宗旨太笼统' })]);
    expect((await saveFilingFacts(archive, change)).facts.purpose).toBe('另一宗旨');
  });
});

describe('deadlines', () => {
  test('run by working days for the committee and by calendar days for the street', async () => {
    archive.ports.clock.set('2026-10-15T01:00:00.000Z');
    const { id } = await startTeam(archive);
    const applied = await takeSteps(archive, id, [stepOf('submit', '2026-09-29')]);
    // 1 to 7 October are off, Saturday 10 October is worked
    expect(applied.dueOn).toBe('2026-10-12');
    const listed = await listFilings(archive, {
      states: [],
      kinds: [],
      openOnly: true,
      offset: 0,
      limit: 10,
    });
    expect(listed.rows.map(({ dueOn, overdueDays }) => ({ dueOn, overdueDays }))).toEqual([
      { dueOn: '2026-10-12', overdueDays: 3 },
    ]);
    const passed = await takeSteps(archive, id, [stepOf('committee-pass', '2026-10-08')]);
    expect(passed.dueOn).toBe('2026-10-15');
    expect((await takeSteps(archive, id, [stepOf('street-agree', '2026-10-08')])).dueOn).toBeNull();
  });
});

describe('a step is refused', () => {
  test('in the future, and before the step before it', async () => {
    const { id } = await startTeam(archive);
    await expect(advanceFiling(archive, id, stepOf('submit', '2026-11-24'))).rejects.toMatchObject({
      code: 'STEP_DATE_INVALID',
      data: { reason: 'future' },
    });
    await advanceFiling(archive, id, stepOf('submit', '2026-11-20'));
    await expect(advanceFiling(archive, id, stepOf('committee-pass', '2026-11-19'))).rejects.toMatchObject({
      code: 'STEP_DATE_INVALID',
      data: { reason: 'before-previous' },
    });
    const filing = await advanceFiling(archive, id, stepOf('committee-pass', '2026-11-20'));
    expect(filing.steps.length).toBe(2);
  });

  test('without the opinion that whoever returns it owes', async () => {
    const { id } = await startTeam(archive);
    await advanceFiling(archive, id, stepOf('submit', '2026-11-20'));
    await expect(
      advanceFiling(archive, id, stepOf('committee-return', '2026-11-20', { opinion: null })),
    ).rejects.toMatchObject({ code: 'STEP_INCOMPLETE', data: { missing: ['意见'] } });
    expect((await getFiling(archive, id)).state).toBe('applied');
  });

  test('for a notice without place, and for one shorter than the rule unless it says why', async () => {
    const { id } = await startTeam(archive);
    await takeSteps(archive, id, upToNotice.slice(0, 3));
    const short = stepOf('start-notice', '2026-11-09', {
      notice: { place: '社区公示栏', method: '张贴', days: 3 },
    });
    await expect(advanceFiling(archive, id, { ...short, notice: null })).rejects.toMatchObject({
      data: { missing: ['公示的地点、方式和天数'] },
    });
    await expect(advanceFiling(archive, id, short)).rejects.toMatchObject({
      data: { missing: ['公示少于 7 天的理由'] },
    });
    const hung = await advanceFiling(archive, id, { ...short, overrideReason: '街道会议决定缩短' });
    expect(hung.notice?.endsOn).toBe('2026-11-11');
    expect(hung.steps.at(-1)?.overrideReason).toBe('街道会议决定缩短');
  });

  test('with a scan that is not its own, and leaves no step behind', async () => {
    const { id } = await startTeam(archive);
    const attachmentIds = ['nowhere'] as unknown as ReturnType<typeof stepOf>['attachmentIds'];
    await expect(
      advanceFiling(archive, id, stepOf('submit', '2026-11-02', { attachmentIds })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'attachment' } });
    expect(await getFiling(archive, id)).toMatchObject({ state: 'preparing', steps: [] });
  });
});

describe('the notice', () => {
  test.each(['close-notice', 'issue-certificate'] as const)(
    'must have ended before %s, unless a reason is given',
    async (action) => {
      const { id } = await startTeam(archive);
      await takeSteps(archive, id, upToNotice);
      const early = stepOf(action, '2026-11-15');
      await expect(advanceFiling(archive, id, early)).rejects.toMatchObject({
        code: 'NOTICE_NOT_ENDED',
        data: { endsOn: '2026-11-15' },
      });
      expect((await getFiling(archive, id)).filingNumber).toBeNull();
      const overridden = await advanceFiling(archive, id, { ...early, overrideReason: '救灾急需' });
      expect(overridden.steps.at(-1)).toMatchObject({ action, overrideReason: '救灾急需' });
    },
  );

  test('needs no reason once it has ended, and keeps none', async () => {
    const { id } = await startTeam(archive);
    await takeSteps(archive, id, upToNotice);
    const step = stepOf('close-notice', '2026-11-16', { overrideReason: '多写的理由' });
    expect((await advanceFiling(archive, id, step)).steps.at(-1)?.overrideReason).toBeNull();
  });

  test('stands still while there is an objection, and runs on for what was left', async () => {
    const { id } = await startTeam(archive);
    await takeSteps(archive, id, upToNotice);
    const objected = await advanceFiling(
      archive,
      id,
      stepOf('record-objection', '2026-11-11', { opinion: '居民反映扰民' }),
    );
    expect(objected).toMatchObject({ state: 'objected', notice: { pausedOn: '2026-11-11' } });
    await expect(advanceFiling(archive, id, stepOf('close-notice', '2026-11-20'))).rejects.toMatchObject({
      code: 'ILLEGAL_STEP',
    });
    const resumed = await advanceFiling(archive, id, stepOf('resolve-objection', '2026-11-14'));
    expect(resumed).toMatchObject({ state: 'on-notice', notice: { endsOn: '2026-11-18', pausedOn: null } });
    await expect(advanceFiling(archive, id, stepOf('close-notice', '2026-11-18'))).rejects.toMatchObject({
      code: 'NOTICE_NOT_ENDED',
      data: { endsOn: '2026-11-18' },
    });
    const cleared = await advanceFiling(archive, id, stepOf('close-notice', '2026-11-19'));
    expect(cleared.state).toBe('notice-cleared');
  });
});

describe('an end without a certificate', () => {
  test.each([
    ['committee-decline', [stepOf('submit', '2026-11-02')], 'refused'],
    ['street-refuse', upToNotice.slice(0, 2), 'refused'],
    ['withdraw', upToNotice, 'preparing'],
  ] as const)('by %s sets the standing and leaves no number', async (action, before, status) => {
    const { id, organizationId } = await startTeam(archive);
    await takeSteps(archive, id, before);
    const closed = await advanceFiling(archive, id, stepOf(action, '2026-11-10'));
    expect(closed).toMatchObject({ filingNumber: null, certificateId: null, allowedActions: [] });
    expect((await readDossier(archive, organizationId)).organization).toMatchObject({
      status,
      filingNumber: null,
    });
    expect(await numberRegister(archive, 2026)).toEqual([]);
  });

  test('can be followed by a new application', async () => {
    const { id, organizationId } = await startTeam(archive);
    await takeSteps(archive, id, [...upToNotice.slice(0, 2), stepOf('street-refuse', '2026-11-10')]);
    const again = await startFilingOn(archive, { organizationId, kind: 'initial', entryMode: 'live' });
    const filed = await takeSteps(archive, again.id, upToCertificate);
    expect(filed.filingNumber).toBe('新河街社备〔2026〕1号');
  });
});

describe('filing numbers', () => {
  test('are distinct when two certificates are issued at once', async () => {
    const names = ['甲队', '乙队', '丙队', '丁队'];
    const ready = [];
    for (const name of names) {
      const { id } = await startTeam(archive, `阳光里${name}`);
      await takeSteps(archive, id, upToCertificate.slice(0, -1));
      ready.push(id);
    }
    const issued = await Promise.all(
      ready.map((id) => advanceFiling(archive, id, stepOf('issue-certificate', '2026-11-16'))),
    );
    expect(new Set(issued.map(({ filingNumber }) => filingNumber))).toEqual(
      new Set([1, 2, 3, 4].map((sequence) => `新河街社备〔2026〕${sequence}号`)),
    );
  });

  test('refuse one that is taken in any spelling, and roll the whole step back', async () => {
    const first = await startTeam(archive, '阳光里甲队');
    await takeSteps(archive, first.id, upToCertificate);
    const second = await startTeam(archive, '阳光里乙队');
    await takeSteps(archive, second.id, upToCertificate.slice(0, -1));
    const issue = stepOf('issue-certificate', '2026-11-16', { filingNumber: '新河街社备[2026]１号' });
    await expect(advanceFiling(archive, second.id, issue)).rejects.toMatchObject({
      code: 'FILING_NUMBER_TAKEN',
    });
    expect(await getFiling(archive, second.id)).toMatchObject({
      state: 'notice-cleared',
      certificateId: null,
      filingNumber: null,
    });
  });

  test('go on above a number entered by hand, and list the gap', async () => {
    const first = await startTeam(archive, '阳光里甲队');
    await takeSteps(archive, first.id, [
      ...upToCertificate.slice(0, -1),
      stepOf('issue-certificate', '2026-11-16', { filingNumber: '新河街社备〔2026〕3号' }),
    ]);
    const second = await startTeam(archive, '阳光里乙队');
    expect(await previewFilingNumber(archive, second.id)).toBe('新河街社备〔2026〕4号');
    await takeSteps(archive, second.id, upToCertificate);
    const register = await numberRegister(archive, 2026);
    expect(
      register.map(({ filingNumber, sequence, state, organizationName }) => [
        filingNumber,
        sequence,
        state,
        organizationName,
      ]),
    ).toEqual([
      ['新河街社备〔2026〕1号', 1, 'gap', null],
      ['新河街社备〔2026〕2号', 2, 'gap', null],
      ['新河街社备〔2026〕3号', 3, 'assigned', '阳光里甲队'],
      ['新河街社备〔2026〕4号', 4, 'assigned', '阳光里乙队'],
    ]);
    expect(register.slice(0, 2).every(({ reason }) => reason !== null)).toBe(true);
    expect(await numberRegister(archive, 2025)).toEqual([]);
  });

  test('begin again each year and follow the rule of the day', async () => {
    const first = await startTeam(archive, '阳光里甲队');
    await takeSteps(archive, first.id, upToCertificate);
    await changeRules({ filingNumberTemplate: '{area9}{village3}-{YYYY}-{category}-{seq4}' });
    archive.ports.clock.set('2027-01-20T01:00:00.000Z');
    const second = await startTeam(archive, '阳光里乙队');
    const filed = await takeSteps(archive, second.id, [
      ...upToCertificate.slice(0, -1),
      stepOf('issue-certificate', '2027-01-20'),
    ]);
    expect(filed.filingNumber).toBe('990101001001-2027-D-0001');
  });
});

describe('a change', () => {
  const filedTeam = async (): Promise<Awaited<ReturnType<typeof startTeam>>> => {
    const { id } = await startTeam(archive);
    return takeSteps(archive, id, upToCertificate);
  };

  test('takes effect when its certificate is issued, which replaces the old one', async () => {
    archive.ports.clock.set('2026-12-31T01:00:00.000Z');
    const before = await filedTeam();
    const { organizationId } = before;
    const started = await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' });
    expect(started.factsBefore).toEqual(before.facts);
    await saveFilingFacts(archive, {
      id: started.id,
      facts: { ...started.facts, name: '阳光里夕阳红艺术团', premises: '新河公园' },
      responsiblePerson: { ...teamLeader, name: '陈大明' },
    });
    const during = (await readDossier(archive, organizationId)).organization;
    expect(during).toMatchObject({ status: 'changing', name: '阳光里夕阳红舞蹈队' });

    const dated = upToCertificate.map((step) => ({ ...step, actedOn: step.actedOn.replace('-11-', '-12-') }));
    const filed = await takeSteps(archive, started.id, dated);
    expect(filed).toMatchObject({
      filingNumber: '新河街社备〔2026〕1号',
      organizationName: '阳光里夕阳红艺术团',
      factsBefore: { name: '阳光里夕阳红舞蹈队' },
    });
    const after = await readDossier(archive, organizationId);
    expect(after.organization).toMatchObject({
      status: 'filed',
      name: '阳光里夕阳红艺术团',
      premises: '新河公园',
      filedOn: '2026-11-16',
    });
    expect(after.responsiblePersonName).toBe('陈大明');
    expect(
      after.certificates.map(({ organizationName, responsiblePersonName, kind, status, issueReason }) => ({
        organizationName,
        responsiblePersonName,
        kind,
        status,
        issueReason,
      })),
    ).toEqual([
      {
        organizationName: '阳光里夕阳红艺术团',
        responsiblePersonName: '陈大明',
        kind: 'reissue',
        status: 'valid',
        issueReason: '变更备案',
      },
      {
        organizationName: '阳光里夕阳红舞蹈队',
        responsiblePersonName: '王秀英',
        kind: 'original',
        status: 'replaced',
        issueReason: '首次备案',
      },
    ]);
    expect(await numberRegister(archive, 2026)).toHaveLength(1);
  });

  test('withdrawn leaves the organization as it was', async () => {
    const { organizationId } = await filedTeam();
    const { id, facts } = await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' });
    await saveFilingFacts(archive, { id, facts: { ...facts, premises: '别处' }, responsiblePerson: null });
    await advanceFiling(archive, id, stepOf('withdraw', '2026-11-20'));
    expect((await readDossier(archive, organizationId)).organization).toMatchObject({
      status: 'filed',
      premises: '阳光里社区文化广场',
    });
  });

  test('with a new number voids the old one for good', async () => {
    const { organizationId } = await filedTeam();
    const { id } = await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'back-entry' });
    await advanceFiling(
      archive,
      id,
      stepOf('issue-certificate', '2026-11-20', { filingNumber: '新河街社备〔2026〕8号' }),
    );
    const register = await numberRegister(archive, 2026);
    expect(
      register.filter(({ state }) => state !== 'gap').map(({ sequence, state }) => [sequence, state]),
    ).toEqual([
      [1, 'void'],
      [8, 'assigned'],
    ]);
  });

  test('needs a filed organization, and only one filing is open at a time', async () => {
    const draft = await startTeam(archive, '阳光里新队');
    const { organizationId } = draft;
    const change = { organizationId, kind: 'change', entryMode: 'live' } as const;
    await expect(startFilingOn(archive, change)).rejects.toMatchObject({
      code: 'FILING_OPEN',
      data: { filingId: draft.id },
    });
    await advanceFiling(archive, draft.id, stepOf('withdraw', '2026-11-20'));
    await expect(startFilingOn(archive, change)).rejects.toMatchObject({
      code: 'ILLEGAL_STEP',
      data: { state: 'preparing', action: 'start-change' },
    });
  });
});

describe('a dissolution', () => {
  const exit = [
    stepOf('submit', '2026-11-16'),
    stepOf('committee-pass', '2026-11-17'),
    stepOf('street-agree', '2026-11-18'),
    stepOf('start-notice', '2026-11-19'),
  ];

  test('ends the organization after its notice and recovers the certificate', async () => {
    archive.ports.clock.set('2026-12-31T01:00:00.000Z');
    const { id, organizationId } = await startTeam(archive);
    await takeSteps(archive, id, upToCertificate);
    const started = await startFilingOn(archive, { organizationId, kind: 'dissolution', entryMode: 'live' });
    expect((await readDossier(archive, organizationId)).organization.status).toBe('dissolving');
    await bringExitPack(archive, started);
    await takeSteps(archive, started.id, exit);
    await expect(
      advanceFiling(archive, started.id, stepOf('close-dissolution', '2026-11-25')),
    ).rejects.toMatchObject({ code: 'NOTICE_NOT_ENDED', data: { endsOn: '2026-11-25' } });
    const closed = await advanceFiling(archive, started.id, stepOf('close-dissolution', '2026-11-26'));
    expect(closed.state).toBe('dissolved');
    const { organization, certificates } = await readDossier(archive, organizationId);
    expect(organization).toMatchObject({ status: 'dissolved', filingNumber: '新河街社备〔2026〕1号' });
    expect(
      certificates.map(({ status, recoveredBy, recoveredOn }) => [status, recoveredBy, recoveredOn]),
    ).toEqual([['recovered', '李干事', '2026-11-26']]);
    await expect(
      startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' }),
    ).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
  });

  test('that the street refuses leaves the organization filed', async () => {
    const { id, organizationId } = await startTeam(archive);
    await takeSteps(archive, id, upToCertificate);
    const started = await startFilingOn(archive, { organizationId, kind: 'dissolution', entryMode: 'live' });
    await bringExitPack(archive, started);
    await takeSteps(archive, started.id, [...exit.slice(0, 2), stepOf('street-refuse', '2026-11-18')]);
    const { organization, certificates } = await readDossier(archive, organizationId);
    expect(organization.status).toBe('filed');
    expect(certificates.map(({ status }) => status)).toEqual(['valid']);
  });

  test('changes no fact', async () => {
    const { id, organizationId, facts } = await startTeam(archive);
    await takeSteps(archive, id, upToCertificate);
    const started = await startFilingOn(archive, { organizationId, kind: 'dissolution', entryMode: 'live' });
    await expect(
      saveFilingFacts(archive, { id: started.id, facts, responsiblePerson: null }),
    ).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
  });
});

describe('papers', () => {
  test('are asked for by name until the archive knows them', async () => {
    const { id, facts } = await startTeam(archive);
    await saveFilingFacts(archive, {
      id,
      facts: { ...facts, charterAdoptedOn: null, fallbackParty: null },
      responsiblePerson: null,
    });
    expect(await filingChecklist(archive, id)).toEqual([
      {
        code: 'charter',
        name: '社区社会组织章程',
        basis: '第二条（一）',
        present: false,
        hint: '请填写章程通过日期，或附上章程扫描件',
      },
      {
        code: 'filing-form',
        name: '社区社会组织备案表',
        basis: '第二条（一）',
        present: false,
        hint: '备案表还缺：兜底党组织',
      },
      { code: 'roster', name: '成员花名册', basis: '第二条（档案内容二）', present: true, hint: null },
    ]);
    await advanceFiling(
      archive,
      id,
      stepOf('submit', '2026-11-02', { evidence: '章程2份、备案表第2页签字' }),
    );
    expect((await filingChecklist(archive, id)).map(({ present }) => present)).toEqual([true, true, true]);
  });

  test('of a dissolution are the three of the policy and the vote', async () => {
    const { id, organizationId } = await startTeam(archive);
    await takeSteps(archive, id, upToCertificate);
    const started = await startFilingOn(archive, { organizationId, kind: 'dissolution', entryMode: 'live' });
    const items = await filingChecklist(archive, started.id);
    expect(items.map(({ code, present }) => [code, present])).toEqual([
      ['members-vote', false],
      ['dissolution-application', false],
      ['charter', true],
      ['certificate', true],
    ]);
    await bringExitPack(archive, started);
    expect((await filingChecklist(archive, started.id)).every(({ present }) => present)).toBe(true);
  });

  test('are signed for by three holders', async () => {
    const { id } = await startTeam(archive);
    const receipt = { id, document: 'charter', holder: 'committee', signer: '孙书记' } as const;
    const signed = await recordCopy(archive, { ...receipt, receivedOn: '2026-11-20' });
    expect(signed.copies).toHaveLength(6);
    expect(signed.copies.filter(({ receivedOn }) => receivedOn !== null)).toEqual([
      { document: 'charter', holder: 'committee', receivedOn: '2026-11-20', signer: '孙书记' },
    ]);
    const corrected = await recordCopy(archive, { ...receipt, receivedOn: null });
    expect(corrected.copies.every(({ receivedOn, signer }) => receivedOn === null && signer === null)).toBe(
      true,
    );
    await expect(recordCopy(archive, { ...receipt, receivedOn: '2026-11-24' })).rejects.toMatchObject({
      code: 'INVALID_VALUE',
      data: { field: 'receivedOn', reason: 'future' },
    });
  });

  test('a certificate is collected once it is issued', async () => {
    const { id } = await startTeam(archive);
    const { certificateId } = await takeSteps(archive, id, upToCertificate);
    if (certificateId === null) throw new Error('no certificate');
    const stub = { id: certificateId, collectedBy: '王秀英', collectorPhone: '138-1234-5678' };
    await expect(recordCollection(archive, { ...stub, collectedOn: '2026-11-15' })).rejects.toMatchObject({
      data: { reason: 'before-issue' },
    });
    const collected = await recordCollection(archive, { ...stub, collectedOn: '2026-11-18' });
    expect(collected).toMatchObject({
      collectedBy: '王秀英',
      collectorPhone: '138****5678',
      collectedOn: '2026-11-18',
      status: 'valid',
    });
  });

  test('a certificate runs out where the rules say so', async () => {
    await changeRules({ certificateValidityMonths: 36 });
    const { id } = await startTeam(archive);
    const { certificateId } = await takeSteps(archive, id, upToCertificate);
    if (certificateId === null) throw new Error('no certificate');
    expect((await readCertificate(archive, certificateId)).validTo).toBe('2029-11-15');
  });
});
