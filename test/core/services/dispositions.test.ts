import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeRecord, restoreRecord, storeRecord } from '../../../src/core/services/dossier-records.ts';
import { readExit, sealDossier } from '../../../src/core/services/dossier-seal.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import {
  exportDispositions,
  readAuthorities,
  readCommendationFacts,
  readDispositions,
} from '../../../src/core/services/dispositions.ts';
import { numberRegister } from '../../../src/core/services/filing-numbers.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { startFilingOn } from '../../../src/core/services/filings-start.ts';
import { markActivity } from '../../../src/core/services/inactivity.ts';
import { readSnapshots } from '../../../src/core/services/roster-snapshots.ts';
import { revokeFiling, type Revocation } from '../../../src/core/services/revocation.ts';
import type { DispositionFilter } from '../../../src/shared/domain/disposition.ts';
import type { ContentOf, RecordInput } from '../../../src/shared/domain/dossier-record.ts';
import type { OrganizationId, RecordId } from '../../../src/shared/domain/ids.ts';
import { filedTeam } from '../../support/ended-organization.ts';
import { stepOf } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { dispositionOf, recordInputOf, reportOf } from '../../support/sample-records.ts';

let archive: TestArchive;
let organization: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  organization = await filedTeam(archive);
});
afterEach(() => archive.close());

const put = (
  change: Partial<ContentOf<'disposition'>> = {},
  { id = null, ...input }: Partial<RecordInput> & { readonly id?: RecordId | null } = {},
) =>
  storeRecord(archive, {
    id,
    record: recordInputOf(organization, dispositionOf(change), {
      occurredOn: '2026-11-20',
      title: '责令整改',
      ...input,
    }),
  });

const status = async () => (await readDossier(archive, organization)).organization.status;
const open = { dueOn: '2026-12-01', closedOn: null, outcome: null, closedBy: null };
const closed = { ...open, closedOn: '2026-11-22', outcome: '已整改', closedBy: '李干事' };

const everything: DispositionFilter = {
  text: '',
  types: [],
  authorities: [],
  communityIds: [],
  rectification: null,
};
const listed = async (filter: Partial<DispositionFilter> = {}) =>
  (await readDispositions(archive, { filter: { ...everything, ...filter }, offset: 0, limit: 50 })).rows;

describe('a rectification', () => {
  test('holds the organization in 整改中 until it is closed', async () => {
    const record = await put({ rectification: open });
    expect(await status()).toBe('rectifying');
    await put({ rectification: closed }, { id: record.id });
    expect(await status()).toBe('filed');
  });

  test('two hold it until both are closed, and one in the recycle bin holds nothing', async () => {
    const one = await put({ rectification: open });
    const other = await put({ rectification: open });
    await put({ rectification: closed }, { id: one.id });
    expect(await status()).toBe('rectifying');
    await removeRecord(archive, other.id);
    expect(await status()).toBe('filed');
    await restoreRecord(archive, other.id);
    expect(await status()).toBe('rectifying');
  });

  test('during a change it is the standing that the change gives back', async () => {
    const { id } = await startFilingOn(archive, {
      organizationId: organization,
      kind: 'change',
      entryMode: 'live',
    });
    await put({ rectification: open });
    expect(await status()).toBe('changing');
    await advanceFiling(archive, id, stepOf('withdraw', '2026-11-21'));
    expect(await status()).toBe('rectifying');
  });

  test('closed during a change leaves nothing to come back to', async () => {
    const record = await put({ rectification: open });
    const { id } = await startFilingOn(archive, {
      organizationId: organization,
      kind: 'change',
      entryMode: 'live',
    });
    await put({ rectification: closed }, { id: record.id });
    await advanceFiling(archive, id, stepOf('withdraw', '2026-11-22'));
    expect(await status()).toBe('filed');
  });

  test('past its day is a gap of the dossier and comes first in the list', async () => {
    await put({ type: 'talk' }, { occurredOn: '2026-11-21', title: '约谈' });
    await put({ rectification: { ...open, dueOn: '2026-11-20' } });
    expect((await readDossier(archive, organization)).gaps.map(({ code }) => code)).toContain(
      'overdue-matter',
    );
    expect((await listed()).map(({ title, overdueDays }) => [title, overdueDays])).toEqual([
      ['责令整改', 3],
      ['约谈', 0],
    ]);
  });

  const refused: readonly (readonly [string, Partial<ContentOf<'disposition'>>, string])[] = [
    ['closed without outcome', { rectification: { ...closed, outcome: null } }, 'STEP_INCOMPLETE'],
    ['closed by nobody', { rectification: { ...closed, closedBy: null } }, 'STEP_INCOMPLETE'],
    ['closed tomorrow', { rectification: { ...closed, closedOn: '2026-11-24' } }, 'STEP_DATE_INVALID'],
    ['due before it was ordered', { rectification: { ...open, dueOn: '2026-11-19' } }, 'STEP_DATE_INVALID'],
    ['delivered tomorrow', { deliveredOn: '2026-11-24' }, 'STEP_DATE_INVALID'],
    ['a revocation by the plain door', { type: 'revoke' }, 'ILLEGAL_STEP'],
  ];
  test.each(refused)('is refused: %s', async (_, change, code) => {
    await expect(put(change)).rejects.toMatchObject({ code });
    expect(await listed()).toEqual([]);
    expect(await status()).toBe('filed');
  });
});

describe('the list of the street', () => {
  test('is narrowed by every filter, and exports as shown', async () => {
    const other = await enterOrganization(archive, '和平里合唱队');
    await put({ rectification: open, documentNumber: '新河责改〔2026〕3号' });
    await storeRecord(archive, {
      id: null,
      record: recordInputOf(other, dispositionOf({ authority: '区文化局', type: 'praise' }), {
        occurredOn: '2026-11-01',
        title: '表扬',
      }),
    });
    expect(await listed()).toHaveLength(2);
    expect((await listed({ text: '合唱' })).map(({ title }) => title)).toEqual(['表扬']);
    expect((await listed({ text: '〔2026〕3' })).map(({ title }) => title)).toEqual(['责令整改']);
    expect((await listed({ types: ['praise', 'talk'] })).map(({ title }) => title)).toEqual(['表扬']);
    expect((await listed({ authorities: ['区文化局'] })).map(({ title }) => title)).toEqual(['表扬']);
    expect((await listed({ rectification: 'open' })).map(({ title }) => title)).toEqual(['责令整改']);
    expect(await listed({ rectification: 'overdue' })).toEqual([]);
    expect(await readAuthorities(archive)).toEqual(expect.arrayContaining(['区民政局', '区文化局']));
    const file = await exportDispositions(archive, { ...everything, types: ['praise'] });
    expect(file.name).toBe('处理结果登记-2026-11-23.xlsx');
    expect((await file.bytes()).length).toBeGreaterThan(2000);
  });
});

test('a letter of commendation has its facts counted', async () => {
  archive.ports.clock.set('2028-11-15T01:00:00.000Z');
  await storeRecord(archive, { id: null, record: recordInputOf(organization, reportOf()) });
  expect(await readCommendationFacts(archive, organization)).toEqual({
    years: 1,
    members: 1,
    reports: 1,
    surveys: 0,
    activities: 0,
    disclosures: 0,
  });
  archive.ports.clock.set('2028-11-16T01:00:00.000Z');
  expect((await readCommendationFacts(archive, organization)).years).toBe(2);
});

describe('a revocation', () => {
  const input = (change: Partial<Revocation> = {}): Revocation => ({
    organizationId: organization,
    occurredOn: '2026-11-22',
    title: '撤销备案决定',
    authority: '新河街道办事处',
    documentNumber: '新河撤〔2026〕1号',
    reason: '长期不开展活动',
    basis: '第三条',
    result: '撤销备案，收回证书',
    deliveredOn: null,
    deliveredTo: null,
    certificate: { outcome: 'collected', by: '李干事', on: '2026-11-22' },
    ...change,
  });

  test('ends the organization: certificate, number, standing, volume', async () => {
    const record = await revokeFiling(archive, input());
    const dossier = await readDossier(archive, organization);
    expect(dossier.organization.status).toBe('revoked');
    expect(dossier.certificates[0]).toMatchObject({
      status: 'recovered',
      recoveredBy: '李干事',
      recoveredOn: '2026-11-22',
    });
    expect((await numberRegister(archive, 2026)).map(({ state, reason }) => [state, reason])).toEqual([
      ['void', '撤销备案'],
    ]);
    expect((await readExit(archive, organization)).exit).toMatchObject({
      kind: 'revoked',
      exitedOn: '2026-11-22',
      volume: { year: 2026, number: 1 },
    });
    await expect(removeRecord(archive, record.id)).rejects.toMatchObject({ code: 'RECORD_IN_USE' });
    await sealDossier(archive, {
      organizationId: organization,
      sealedBy: '钱档案',
      sealedOn: '2026-11-23',
      exitedOn: null,
    });
    await expect(revokeFiling(archive, input())).rejects.toMatchObject({ code: 'DOSSIER_SEALED' });
  });

  test('does not come before the filing that it revokes', async () => {
    await expect(revokeFiling(archive, input({ occurredOn: '2020-01-01' }))).rejects.toMatchObject({
      code: 'STEP_DATE_INVALID',
      data: { reason: 'before-previous' },
    });
    expect((await readDossier(archive, organization)).organization.status).toBe('filed');
  });

  test('a certificate that stays outside is void, a lost one lost', async () => {
    await revokeFiling(archive, input({ certificate: null }));
    expect((await readDossier(archive, organization)).certificates[0]?.status).toBe('void');
  });

  test('is refused twice, ahead of its day, while a filing is open, and of what was never filed', async () => {
    await expect(revokeFiling(archive, input({ occurredOn: '2026-11-24' }))).rejects.toMatchObject({
      code: 'STEP_DATE_INVALID',
    });
    const { id } = await startFilingOn(archive, {
      organizationId: organization,
      kind: 'change',
      entryMode: 'live',
    });
    await expect(revokeFiling(archive, input())).rejects.toMatchObject({
      code: 'FILING_OPEN',
      data: { filingId: id },
    });
    await advanceFiling(archive, id, stepOf('withdraw', '2026-11-21'));
    await revokeFiling(archive, input());
    await expect(revokeFiling(archive, input())).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
    const organizationId = await enterOrganization(archive, '筹备中的队');
    await expect(revokeFiling(archive, input({ organizationId }))).rejects.toMatchObject({
      code: 'ILLEGAL_STEP',
    });
  });

  test('that fails half way leaves everything as it was', async () => {
    await archive.store.write((writer) => {
      writer.run("CREATE TRIGGER no_exit BEFORE INSERT ON exits BEGIN SELECT RAISE(ABORT, 'power cut'); END");
    });
    const before = [await readDossier(archive, organization), await numberRegister(archive, 2026)];
    await expect(revokeFiling(archive, input())).rejects.toThrow('power cut');
    expect([await readDossier(archive, organization), await numberRegister(archive, 2026)]).toEqual(before);
  });
});

test('an inactive organization stays so while it is told to mend something, and afterwards', async () => {
  await markActivity(archive, {
    organizationId: organization,
    active: false,
    markedOn: '2026-11-20',
    markedBy: '李干事',
    reason: '多次走访无人',
  });
  const status = async () => (await readDossier(archive, organization)).organization.status;
  const open = { dueOn: '2026-11-30', closedOn: null, outcome: null, closedBy: null };
  const { id } = await put({ rectification: open });
  expect(await status()).toBe('inactive');
  const closed = { dueOn: '2026-11-30', closedOn: '2026-11-22', outcome: '已公开', closedBy: '李干事' };
  await put({ rectification: closed }, { id });
  expect(await status()).toBe('inactive');
});

test('a revocation keeps the roster as it stood', async () => {
  await revokeFiling(archive, {
    organizationId: organization,
    occurredOn: '2026-11-20',
    title: '撤销备案',
    authority: '街道办事处',
    documentNumber: null,
    reason: '长期不开展活动',
    basis: null,
    result: '撤销备案',
    deliveredOn: null,
    deliveredTo: null,
    certificate: null,
  });
  expect((await readSnapshots(archive, organization)).map(({ cause, asOf }) => [cause, asOf])).toContainEqual(
    ['revocation', '2026-11-20'],
  );
});
