import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attachToFiling } from '../../../src/core/services/filings-attachments.ts';
import { storeExitPack } from '../../../src/core/services/exit-packs.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { answerObjection } from '../../../src/core/services/filings-objections.ts';
import { startFilingOn } from '../../../src/core/services/filings-start.ts';
import { getFiling } from '../../../src/core/services/filings.ts';
import { markNoticePhoto } from '../../../src/core/services/notice-photos.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { currentRules, saveRules } from '../../../src/core/services/rules.ts';
import type { Filing } from '../../../src/shared/domain/filing.ts';
import { exitPackOf, voteForTheEnd } from '../../support/ended-organization.ts';
import { startTeam, stepOf, takeSteps, upToCertificate, upToNotice } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
  archive.ports.clock.set('2026-12-31T01:00:00.000Z');
});
afterEach(() => archive.close());

describe('a return', () => {
  const gaps = [
    { material: '社区社会组织章程', text: '章程缺终止条款' },
    { material: null, text: '活动场所没有证明' },
  ];

  test('keeps all that it lists, numbered once; the next one has the next number', async () => {
    const { id } = await startTeam(archive);
    const first = stepOf('committee-return', '2026-11-03', { noticeItems: gaps, correctBy: '2026-11-10' });
    const filing = await takeSteps(archive, id, [
      stepOf('submit', '2026-11-02'),
      first,
      stepOf('submit', '2026-11-05'),
      stepOf('committee-pass', '2026-11-06'),
      stepOf('street-return', '2026-11-07', { opinion: '名称重复' }),
    ]);
    expect(
      filing.steps
        .filter(({ noticeItems }) => noticeItems.length > 0)
        .map(({ action, documentNumber, noticeItems, correctBy }) => ({
          action,
          documentNumber,
          noticeItems,
          correctBy,
        })),
    ).toEqual([
      {
        action: 'committee-return',
        documentNumber: '新河街社备补〔2026〕1号',
        noticeItems: gaps,
        correctBy: '2026-11-10',
      },
      {
        action: 'street-return',
        documentNumber: '新河街社备补〔2026〕2号',
        noticeItems: [{ material: null, text: '名称重复' }],
        correctBy: null,
      },
    ]);
  });

  test('and a refusal each count for themselves, and anew each year; agreement is numbered, too', async () => {
    const numbers: (string | null | undefined)[] = [];
    for (const [name, action, on] of [
      ['阳光里甲队', 'street-return', '2026-11-05'],
      ['阳光里乙队', 'street-refuse', '2026-11-05'],
      ['阳光里丙队', 'street-agree', '2026-11-05'],
      ['阳光里丁队', 'street-refuse', '2027-01-04'],
      ['阳光里戊队', 'street-refuse', '2026-12-30'],
    ] as const) {
      archive.ports.clock.set('2027-01-10T01:00:00.000Z');
      const { id } = await startTeam(archive, name);
      await takeSteps(archive, id, upToNotice.slice(0, 2));
      const filing = await advanceFiling(archive, id, stepOf(action, on, { opinion: '理由' }));
      numbers.push(filing.steps.at(-1)?.documentNumber);
    }
    expect(numbers).toEqual([
      '新河街社备补〔2026〕1号',
      '新河街社备不〔2026〕1号',
      '新河街社备批〔2026〕1号',
      '新河街社备不〔2027〕1号',
      '新河街社备不〔2026〕2号',
    ]);
  });

  test('that fails uses up no number', async () => {
    const { id } = await startTeam(archive);
    await takeSteps(archive, id, upToNotice.slice(0, 2));
    const refused = stepOf('street-refuse', '2026-11-05', { attachmentIds: ['nobody' as never] });
    await expect(advanceFiling(archive, id, refused)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const filing = await advanceFiling(archive, id, { ...refused, attachmentIds: [] });
    expect(filing.steps.at(-1)?.documentNumber).toBe('新河街社备不〔2026〕1号');
  });

  test('from old paper has no number of ours', async () => {
    const { id } = await startTeam(archive, '阳光里老队', 'back-entry');
    const filing = await advanceFiling(archive, id, stepOf('street-refuse', '2019-05-05'));
    expect(filing.steps.at(-1)).toMatchObject({ documentNumber: null, noticeItems: [{ text: '情况属实' }] });
  });

  test('is numbered by a template that names no community', async () => {
    const { id, validFrom, body } = await currentRules(archive, null);
    const documentNumberTemplates = { ...body.documentNumberTemplates, refusal: '{village3}-{YYYY}-{seq}' };
    await expect(
      saveRules(archive, { id, validFrom, body: { ...body, documentNumberTemplates } }),
    ).rejects.toMatchObject({ code: 'FILING_NUMBER_RULE_INVALID', data: { token: '{village3}' } });
  });
});

describe('objections', () => {
  const objected = async (): Promise<Filing> => {
    const { id } = await startTeam(archive);
    await takeSteps(archive, id, upToNotice);
    return takeSteps(archive, id, [
      stepOf('record-objection', '2026-11-11', { opinion: '排练扰民', objector: '三号楼居民' }),
      stepOf('record-objection', '2026-11-12', { opinion: '名称重复' }),
    ]);
  };

  test('stop the clock until the last of them is answered', async () => {
    const filing = await objected();
    expect(filing).toMatchObject({ state: 'objected', notice: { pausedOn: '2026-11-11' } });
    const [noise, name] = filing.objections;
    expect(filing.objections.map(({ objector, content, result }) => [objector, content, result])).toEqual([
      ['三号楼居民', '排练扰民', null],
      [null, '名称重复', null],
    ]);
    const answer = { id: filing.id, answeredBy: '张书记', result: 'dismissed' } as const;
    const one = await answerObjection(archive, {
      ...answer,
      objectionId: noise!.id,
      answer: '改到下午',
      answeredOn: '2026-11-13',
    });
    expect(one).toMatchObject({ state: 'objected', notice: { pausedOn: '2026-11-11' } });
    const both = await answerObjection(archive, {
      ...answer,
      objectionId: name!.id,
      answer: '不重复',
      answeredOn: '2026-11-14',
    });
    // 9 to 11 November had run; the four days that were left are served after the 14th.
    expect(both).toMatchObject({ state: 'on-notice', notice: { endsOn: '2026-11-18', pausedOn: null } });
    expect(both.steps.at(-1)).toMatchObject({
      action: 'resolve-objection',
      actedOn: '2026-11-14',
      opinion: '2 条异议均已答复',
    });
  });

  test('one that holds leaves it to the street to refuse or to go on', async () => {
    const filing = await objected();
    for (const { id: objectionId } of filing.objections) {
      await answerObjection(archive, {
        id: filing.id,
        objectionId,
        answer: '属实',
        answeredBy: '张书记',
        answeredOn: '2026-11-14',
        result: 'upheld',
      });
    }
    const now = await getFiling(archive, filing.id);
    expect(now.state).toBe('objected');
    expect(now.allowedActions).toEqual(
      expect.arrayContaining(['street-refuse', 'resolve-objection', 'record-objection']),
    );
  });

  test('a step that resolves them answers those still open and leaves the others', async () => {
    const filing = await objected();
    await answerObjection(archive, {
      id: filing.id,
      objectionId: filing.objections[0]!.id,
      answer: '改到下午',
      answeredBy: '张书记',
      answeredOn: '2026-11-13',
      result: 'withdrawn',
    });
    const resumed = await advanceFiling(
      archive,
      filing.id,
      stepOf('resolve-objection', '2026-11-16', { opinion: '经查不实' }),
    );
    expect(resumed.objections.map(({ answer, answeredOn, result }) => [answer, answeredOn, result])).toEqual([
      ['改到下午', '2026-11-13', 'withdrawn'],
      ['经查不实', '2026-11-16', 'dismissed'],
    ]);
  });

  test('are answered after they came in, and not once the filing is closed', async () => {
    const filing = await objected();
    const early = {
      id: filing.id,
      objectionId: filing.objections[0]!.id,
      answer: '答',
      answeredBy: '张书记',
      result: 'dismissed',
    } as const;
    await expect(answerObjection(archive, { ...early, answeredOn: '2026-11-10' })).rejects.toMatchObject({
      code: 'STEP_DATE_INVALID',
      data: { reason: 'before-previous' },
    });
    await expect(answerObjection(archive, { ...early, answeredOn: '2027-02-10' })).rejects.toMatchObject({
      code: 'STEP_DATE_INVALID',
      data: { reason: 'future' },
    });
    await advanceFiling(archive, filing.id, stepOf('withdraw', '2026-11-20'));
    await expect(answerObjection(archive, { ...early, answeredOn: '2026-11-20' })).rejects.toMatchObject({
      code: 'ILLEGAL_STEP',
    });
  });
});

describe('photos of the notice', () => {
  test('are pictures among the attachments, with a caption', async () => {
    const { id } = await startTeam(archive);
    const jpeg = await attachToFiling(
      archive,
      id,
      new File([new Uint8Array([0xff, 0xd8, 0xff, 1])], '公示.jpg'),
    );
    const pdf = await attachToFiling(archive, id, new File(['%PDF-1.7'], '章程.pdf'));
    const marked = await markNoticePhoto(archive, { id, attachmentId: jpeg.id, caption: '三号楼公告栏' });
    expect(marked.photos).toEqual([{ attachmentId: jpeg.id, caption: '三号楼公告栏' }]);
    await expect(
      markNoticePhoto(archive, { id, attachmentId: pdf.id, caption: '章程' }),
    ).rejects.toMatchObject({ code: 'INVALID_VALUE', data: { reason: 'not-a-picture' } });
    const cleared = await markNoticePhoto(archive, { id, attachmentId: jpeg.id, caption: null });
    expect([cleared.photos, cleared.attachments.length]).toEqual([[], 2]);
  });
});

describe('the old certificate', () => {
  const readyToIssue = async (): Promise<Filing> => {
    const { id, organizationId } = await startTeam(archive);
    await takeSteps(archive, id, upToCertificate);
    const change = await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' });
    return takeSteps(
      archive,
      change.id,
      upToCertificate
        .slice(0, -1)
        .map((step) => ({ ...step, actedOn: step.actedOn.replace('-11-', '-12-') })),
    );
  };
  const issue = stepOf('issue-certificate', '2026-12-16');
  const former = async ({ organizationId }: Filing) =>
    (await readDossier(archive, organizationId)).certificates.at(-1);

  test('is collected, declared lost, or waited for with a reason before a new one is issued', async () => {
    const filing = await readyToIssue();
    expect(filing.formerCertificate?.issuedOn).toBe('2026-11-16');
    await expect(
      advanceFiling(archive, filing.id, { ...issue, formerCertificate: null }),
    ).rejects.toMatchObject({
      code: 'STEP_INCOMPLETE',
      data: { missing: ['旧证书的收缴或遗失声明'] },
    });
    await advanceFiling(archive, filing.id, {
      ...issue,
      formerCertificate: null,
      overrideReason: '负责人外出，下周交回',
    });
    expect(await former(filing)).toMatchObject({ status: 'replaced', recoveredOn: null });
  });

  test.each([
    [
      { outcome: 'collected', by: '赵主任', on: '2026-12-15' },
      { status: 'replaced', recoveredBy: '赵主任' },
    ],
    [
      { outcome: 'lost', place: '新河晚报', on: '2026-12-01' },
      { status: 'lost', lossStatement: { place: '新河晚报', publishedOn: '2026-12-01' } },
    ],
  ] as const)('%o', async (formerCertificate, expected) => {
    const filing = await readyToIssue();
    await advanceFiling(archive, filing.id, { ...issue, formerCertificate });
    expect(await former(filing)).toMatchObject(expected);
  });

  test('is asked for at the end of an organization, too', async () => {
    const { id, organizationId } = await startTeam(archive);
    await takeSteps(archive, id, upToCertificate);
    const exit = await startFilingOn(archive, { organizationId, kind: 'dissolution', entryMode: 'live' });
    const vote = await voteForTheEnd(archive, organizationId);
    await storeExitPack(archive, { id: exit.id, pack: exitPackOf(vote, { certificate: null }) });
    await advanceFiling(archive, exit.id, stepOf('submit', '2026-12-01'));
    const pass = stepOf('committee-pass', '2026-12-02');
    await expect(advanceFiling(archive, exit.id, pass)).rejects.toMatchObject({
      code: 'STEP_INCOMPLETE',
      data: { missing: ['备案证书的收缴或遗失声明'] },
    });
    await storeExitPack(archive, { id: exit.id, pack: exitPackOf(vote) });
    await takeSteps(archive, exit.id, [
      pass,
      stepOf('street-agree', '2026-12-03'),
      stepOf('start-notice', '2026-12-04'),
      stepOf('close-dissolution', '2026-12-20', { formerCertificate: null }),
    ]);
    expect((await readDossier(archive, organizationId)).certificates[0]?.status).toBe('recovered');
  });
});
