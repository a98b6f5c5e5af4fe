import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeRecord } from '../../../src/core/services/dossier-records.ts';
import { readExit } from '../../../src/core/services/dossier-seal.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { readExitPack, storeExitPack } from '../../../src/core/services/exit-packs.ts';
import { readEnded } from '../../../src/core/services/exits.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { startFilingOn } from '../../../src/core/services/filings-start.ts';
import { getFiling, recordCopy } from '../../../src/core/services/filings.ts';
import { emptyExitPack, type ExitPack } from '../../../src/shared/domain/exit-pack.ts';
import {
  copyDocument,
  copyHolder,
  filingAction,
  type Filing,
  type FilingAction,
} from '../../../src/shared/domain/filing.ts';
import { recordId, type OrganizationId } from '../../../src/shared/domain/ids.ts';
import { dissolveTeam, exitPackOf, filedTeam, voteForTheEnd } from '../../support/ended-organization.ts';
import { startTeam, stepOf, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
let filing: Filing;
beforeEach(async () => {
  archive = await openTestArchive();
  const organizationId = await filedTeam(archive);
  filing = await startFilingOn(archive, { organizationId, kind: 'dissolution', entryMode: 'live' });
  archive.ports.clock.set('2026-12-20T01:00:00.000Z');
});
afterEach(() => archive.close());

const path = [
  ['submit', '2026-11-24'],
  ['committee-pass', '2026-11-25'],
  ['street-agree', '2026-11-26'],
  ['start-notice', '2026-11-27'],
  ['close-dissolution', '2026-12-07'],
] as const satisfies readonly (readonly [FilingAction, string])[];

/** Without what the pack says of the certificate the step says nothing of it. */
const take = (action: FilingAction, on: string, overrideReason: string | null = null): Promise<Filing> =>
  advanceFiling(archive, filing.id, stepOf(action, on, { formerCertificate: null, overrideReason }));

const save = (pack: ExitPack) => storeExitPack(archive, { id: filing.id, pack });

const upTo = async (action: (typeof path)[number][0]): Promise<void> => {
  for (const [step, on] of path) {
    if (step === action) return;
    await take(step, on);
  }
};

test('the whole way: vote, papers, statement, notice, end', async () => {
  const vote = await voteForTheEnd(archive, filing.organizationId);
  const saved = await save(exitPackOf(vote));
  expect(saved.lacks).toEqual({ application: [], forwarding: [], closing: [] });
  expect(saved.votes).toEqual([
    expect.objectContaining({ id: vote, passed: true, expected: 32, inFavour: 27 }),
  ]);
  for (const [action, on] of path) await take(action, on);
  const dossier = await readDossier(archive, filing.organizationId);
  expect(dossier.organization.status).toBe('dissolved');
  expect(dossier.certificates[0]).toMatchObject({
    status: 'recovered',
    recoveredBy: '李干事',
    recoveredOn: '2026-11-23',
  });
  expect((await readExit(archive, filing.organizationId)).exit).toMatchObject({
    exitedOn: '2026-12-07',
    volume: { year: 2026, number: 1 },
  });
  expect(
    (
      await readEnded(archive, {
        filter: { text: '', kinds: [], communityIds: [], sealed: false },
        offset: 0,
        limit: 10,
      })
    ).rows,
  ).toMatchObject([
    { kind: 'dissolved', exitedOn: '2026-12-07', volume: { year: 2026, number: 1 }, sealedOn: null },
  ]);
});

test('an ended organization is not asked for the certificate that it gave back', async () => {
  const gapsOf = async (id: OrganizationId) => (await readDossier(archive, id)).gaps.map(({ code }) => code);
  const id = await filedTeam(archive);
  const before = await gapsOf(id);
  await dissolveTeam(archive, id);
  expect(await gapsOf(id)).not.toContain('certificate');
  expect(before).not.toContain('certificate');
});

test('a change that was withdrawn leaves the signed copies of the filing before it', async () => {
  const filing = await startTeam(archive);
  await takeSteps(archive, filing.id, upToCertificate);
  for (const document of copyDocument.options)
    for (const holder of copyHolder.options)
      await recordCopy(archive, { id: filing.id, document, holder, receivedOn: '2026-11-18', signer: null });
  const { organizationId } = filing;
  const change = await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' });
  await takeSteps(archive, change.id, [stepOf('withdraw', '2026-11-20')]);
  const { gaps } = await readDossier(archive, organizationId);
  expect(gaps.map(({ code }) => code)).not.toContain('held-copies');
});

test('a certificate that was declared lost stays on record as lost', async () => {
  const vote = await voteForTheEnd(archive, filing.organizationId);
  await save(exitPackOf(vote, { certificate: { outcome: 'lost', place: '新河晚报', on: '2026-11-22' } }));
  for (const [action, on] of path) await take(action, on);
  expect((await readDossier(archive, filing.organizationId)).certificates[0]).toMatchObject({
    status: 'lost',
    lossStatement: { place: '新河晚报', publishedOn: '2026-11-22' },
  });
});

describe('a step waits for what the pack lacks', () => {
  const gates: readonly (readonly [
    name: string,
    action: (typeof path)[number][0],
    change: Partial<ExitPack>,
    missing: readonly string[],
  ])[] = [
    ['no vote', 'submit', { voteRecordId: null }, ['全体成员会议表决记录']],
    ['no charter', 'committee-pass', { charter: null }, ['章程的交接']],
    ['no application', 'committee-pass', { application: null }, ['注销申请书的交接']],
    ['no certificate', 'committee-pass', { certificate: null }, ['备案证书的收缴或遗失声明']],
    ['no statement', 'close-dissolution', { statement: null }, ['资产及未了事项说明']],
  ];
  test.each(gates)('%s', async (_, action, change, missing) => {
    const vote = await voteForTheEnd(archive, filing.organizationId);
    await save(exitPackOf(vote));
    await upTo(action);
    await save(exitPackOf(vote, change));
    const on = path.find(([step]) => step === action)?.[1] ?? '';
    await expect(take(action, on, '领导同意先办')).rejects.toMatchObject({
      code: 'STEP_INCOMPLETE',
      data: { missing },
    });
    expect((await getFiling(archive, filing.id)).steps.map((step) => step.action)).not.toContain(action);
    await save(exitPackOf(vote));
    await take(action, on);
  });

  test('a vote that did not pass is none: 14 of 28 in favour', async () => {
    const vote = await voteForTheEnd(archive, filing.organizationId, 14);
    const { lacks, votes } = await save(exitPackOf(vote));
    expect(votes[0]?.passed).toBe(false);
    expect(lacks.application).toEqual(['通过的全体成员会议表决（引用的表决未通过）']);
    await expect(take('submit', '2026-11-24')).rejects.toMatchObject({ code: 'STEP_INCOMPLETE' });
  });

  test('the end cannot come before the notice has ended, whatever the reason', async () => {
    const vote = await voteForTheEnd(archive, filing.organizationId);
    await save(exitPackOf(vote));
    await upTo('close-dissolution');
    await expect(take('close-dissolution', '2026-12-03', '急')).rejects.toMatchObject({
      code: 'NOTICE_NOT_ENDED',
      data: { endsOn: '2026-12-03' },
    });
    expect((await take('close-dissolution', '2026-12-04')).state).toBe('dissolved');
  });

  test('every other order is refused, and nothing of it stays', async () => {
    const vote = await voteForTheEnd(archive, filing.organizationId);
    await save(exitPackOf(vote));
    for (const [index, [next, on]] of path.entries()) {
      const before = await getFiling(archive, filing.id);
      const illegal = filingAction.options.filter((action) => !before.allowedActions.includes(action));
      for (const action of illegal) {
        await expect(take(action, on)).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
      }
      expect(await getFiling(archive, filing.id)).toEqual(before);
      expect(illegal).toEqual(
        expect.arrayContaining(
          path
            .slice(index + 2)
            .map(([action]) => action)
            .filter((action) => action !== 'close-dissolution' || index < 3),
        ),
      );
      await take(next, on);
    }
    const closed = await getFiling(archive, filing.id);
    expect(closed.allowedActions).toEqual([]);
    await expect(save(exitPackOf(vote))).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
  });
});

describe('a pack', () => {
  test('is empty at first, and says what is missing', async () => {
    expect(await readExitPack(archive, filing.id)).toEqual({
      pack: emptyExitPack,
      holdsCertificate: true,
      votes: [],
      lacks: {
        application: ['全体成员会议表决记录'],
        forwarding: ['全体成员会议表决记录', '章程的交接', '备案证书的收缴或遗失声明', '注销申请书的交接'],
        closing: [
          '全体成员会议表决记录',
          '章程的交接',
          '备案证书的收缴或遗失声明',
          '注销申请书的交接',
          '资产及未了事项说明',
        ],
      },
    });
  });

  test('takes no foreign vote and no day ahead, and belongs to a dissolution', async () => {
    await expect(save(exitPackOf(recordId.parse('other')))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const vote = await voteForTheEnd(archive, filing.organizationId);
    await expect(
      save(exitPackOf(vote, { charter: { on: '2026-12-21', holder: '居委会' } })),
    ).rejects.toMatchObject({
      code: 'STEP_DATE_INVALID',
    });
    const initial = (await readDossier(archive, filing.organizationId)).filings.find(
      ({ kind }) => kind === 'initial',
    );
    if (initial === undefined) throw new Error('no initial filing');
    await expect(readExitPack(archive, initial.id)).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
  });

  test('keeps its vote out of the recycle bin', async () => {
    const vote = await voteForTheEnd(archive, filing.organizationId);
    await save(exitPackOf(vote));
    await expect(removeRecord(archive, vote)).rejects.toMatchObject({
      code: 'RECORD_IN_USE',
      data: { by: '注销' },
    });
  });
});

test('an end that fails half way leaves everything as it was', async () => {
  const vote = await voteForTheEnd(archive, filing.organizationId);
  await save(exitPackOf(vote));
  await upTo('close-dissolution');
  // The volume number is taken behind the service's back, so that recording the end fails after the certificate is ended.
  await archive.store.write((writer) => {
    writer.run("CREATE TRIGGER no_exit BEFORE INSERT ON exits BEGIN SELECT RAISE(ABORT, 'power cut'); END");
  });
  const before = [await readDossier(archive, filing.organizationId), await getFiling(archive, filing.id)];
  await expect(take('close-dissolution', '2026-12-07')).rejects.toThrow('power cut');
  expect([await readDossier(archive, filing.organizationId), await getFiling(archive, filing.id)]).toEqual(
    before,
  );
  await archive.store.write((writer) => void writer.run('DROP TRIGGER no_exit'));
  expect((await take('close-dissolution', '2026-12-07')).state).toBe('dissolved');
});
