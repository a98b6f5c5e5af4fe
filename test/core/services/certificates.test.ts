import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  recordReturn,
  renewCertificate,
  replaceCertificate,
  voidCertificate,
} from '../../../src/core/services/certificates-issue.ts';
import {
  exportCertificateRegister,
  listCertificateRegister,
} from '../../../src/core/services/certificates-register.ts';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import { recordCollection } from '../../../src/core/services/certificates.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { currentRules, saveRules } from '../../../src/core/services/rules.ts';
import type { CertificateFilter } from '../../../src/shared/contract/certificates.ts';
import type { Filing } from '../../../src/shared/domain/filing.ts';
import type { CertificateId } from '../../../src/shared/domain/ids.ts';
import { htmlText } from '../../support/document-text.ts';
import { startTeam, stepOf, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
  archive.ports.clock.set('2026-12-31T01:00:00.000Z');
});
afterEach(() => archive.close());

const everything: CertificateFilter = { text: '', communityIds: [], statuses: [], concern: null };
const filed = async (name?: string): Promise<Filing & { readonly certificateId: CertificateId }> => {
  const { id } = await startTeam(archive, name);
  const filing = await takeSteps(archive, id, upToCertificate);
  if (filing.certificateId === null) throw new Error('no certificate');
  return { ...filing, certificateId: filing.certificateId };
};
const register = (filter: Partial<CertificateFilter> = {}) =>
  listCertificateRegister(archive, { filter: { ...everything, ...filter }, offset: 0, limit: 50 });
const validFor = async (months: number): Promise<void> => {
  const { id, validFrom, body } = await currentRules(archive, null);
  await saveRules(archive, { id, validFrom, body: { ...body, certificateValidityMonths: months } });
};

const lost = { outcome: 'lost', place: '新河晚报', on: '2026-12-01' } as const;
const collected = { outcome: 'collected', by: '赵主任', on: '2026-12-02' } as const;
const issue = { issuedOn: '2026-12-05', issuedBy: '赵主任' };

describe('a replacement', () => {
  test('after loss bears the same number and facts; the lost one is declared so', async () => {
    const { certificateId: id, organizationId } = await filed();
    const replacement = await replaceCertificate(archive, { id, cause: 'lost', former: lost, ...issue });
    expect(replacement).toMatchObject({
      filingNumber: '新河街社备〔2026〕1号',
      organizationName: '阳光里夕阳红舞蹈队',
      kind: 'replacement',
      issueReason: '遗失补发',
      issuedOn: '2026-12-05',
      status: 'valid',
      collectedBy: null,
    });
    const { certificates } = await readDossier(archive, organizationId);
    expect(certificates.map(({ status, lossStatement }) => [status, lossStatement])).toEqual([
      ['valid', null],
      ['lost', { place: '新河晚报', publishedOn: '2026-12-01' }],
    ]);
    const [statement] = await paperTemplates['loss-statement'].prepare(archive, [id]);
    const words = htmlText(renderHtml([statement!.build(null)])).join('');
    expect(words).toContain('声明方式和地点：新河晚报；声明日期：2026年12月1日。');
    expect(statement?.blank).toEqual([]);
    const [unwritten] = await paperTemplates['loss-statement'].prepare(archive, [replacement.id]);
    expect(unwritten?.blank).toEqual(['声明方式和地点', '声明日期']);
  });

  test.each([
    ['lost', collected],
    ['damaged', lost],
    ['misprint', lost],
  ] as const)('because it is %s is refused where the old one %o', async (cause, former) => {
    const { certificateId: id } = await filed();
    await expect(replaceCertificate(archive, { id, cause, former, ...issue })).rejects.toMatchObject({
      code: 'INVALID_VALUE',
      data: { field: 'former', reason: 'wrong-outcome' },
    });
  });

  test('is made of the certificate that is valid now, and once only', async () => {
    const { certificateId: id } = await filed();
    await replaceCertificate(archive, { id, cause: 'damaged', former: collected, ...issue });
    await expect(
      replaceCertificate(archive, { id, cause: 'damaged', former: collected, ...issue }),
    ).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_VALID', data: { status: 'replaced' } });
  });

  test.each([
    [{ issuedOn: '2027-01-01' }, { field: 'issuedOn', reason: 'future' }],
    [{ issuedOn: '2026-11-01' }, { field: 'issuedOn', reason: 'before-issue' }],
    [{ issuedOn: '2026-12-01' }, { field: 'formerOn', reason: 'after-issue' }],
  ])('on %o is refused', async (change, data) => {
    const { certificateId: id } = await filed();
    await expect(
      replaceCertificate(archive, { id, cause: 'damaged', former: collected, ...issue, ...change }),
    ).rejects.toMatchObject({ code: 'INVALID_VALUE', data });
  });
});

test('a renewal in time follows the old validity without a gap', async () => {
  await validFor(36);
  const { certificateId: id, organizationId } = await filed();
  archive.ports.clock.set('2029-11-10T01:00:00.000Z');
  const former = { outcome: 'collected', by: '赵主任', on: '2029-11-08' } as const;
  const renewed = await renewCertificate(archive, {
    id,
    former,
    issuedOn: '2029-11-08',
    issuedBy: '赵主任',
  });
  expect(renewed).toMatchObject({ kind: 'renewal', validTo: '2032-11-15', status: 'valid' });
  const { certificates } = await readDossier(archive, organizationId);
  expect(certificates.at(-1)).toMatchObject({
    status: 'replaced',
    validTo: '2029-11-15',
    recoveredBy: '赵主任',
  });
});

test('a voided certificate keeps its reason, and its paper can still come back', async () => {
  const { certificateId: id, organizationId } = await filed();
  await voidCertificate(archive, { id, reason: '发错组织', former: null });
  expect((await readDossier(archive, organizationId)).gaps.map(({ code }) => code)).toContain('certificate');
  expect((await register({ concern: 'outstanding' })).rows).toMatchObject([
    { id, status: 'void', voidReason: '发错组织', standing: 'outstanding' },
  ]);
  await recordReturn(archive, { id, former: collected });
  expect((await register({ concern: 'outstanding' })).total).toBe(0);
  expect((await register()).rows).toMatchObject([
    { status: 'void', recoveredBy: '赵主任', standing: 'ended' },
  ]);
});

describe('the register', () => {
  test('tells what runs out, what has run out, and what still waits to be taken', async () => {
    await validFor(1);
    await filed('阳光里甲队');
    const { id } = await startTeam(archive, '阳光里乙队');
    await takeSteps(archive, id, [
      ...upToCertificate.slice(0, -1),
      stepOf('issue-certificate', '2026-12-20'),
    ]);
    const names = async (concern: CertificateFilter['concern']): Promise<readonly string[]> =>
      (await register({ concern })).rows.map(({ organizationName }) => organizationName);
    expect(await names('expired')).toEqual(['阳光里甲队']);
    expect(await names('expiring')).toEqual(['阳光里乙队']);
    expect(await names('waiting')).toEqual(['阳光里乙队', '阳光里甲队']);
    expect(await names('outstanding')).toEqual([]);
    expect((await register({ text: '乙' })).total).toBe(1);
    expect((await register({ text: '〕1号' })).total).toBe(1);
    expect((await register({ text: '%' })).total).toBe(0);
    expect((await register({ statuses: ['void'] })).total).toBe(0);
  });

  test('is exported as shown', async () => {
    await filed();
    const file = await exportCertificateRegister(archive, everything);
    expect(file.name).toBe('备案证书登记簿-2026-12-31.xlsx');
    expect(file.size).toBeGreaterThan(3000);
  });
});

test('every answer hides the number of who collected it, and nothing is handed in tomorrow', async () => {
  const { certificateId: id } = await filed();
  const collection = { collectedBy: '王秀英', collectorPhone: '13812345678', collectedOn: '2026-11-20' };
  await recordCollection(archive, { id, ...collection });
  const tomorrow = { ...collected, on: '2027-01-01' };
  const refusal = { code: 'INVALID_VALUE', data: { field: 'formerOn', reason: 'future' } };
  await expect(voidCertificate(archive, { id, reason: '印错', former: tomorrow })).rejects.toMatchObject(
    refusal,
  );
  const gone = await voidCertificate(archive, { id, reason: '印错', former: null });
  await expect(recordReturn(archive, { id, former: tomorrow })).rejects.toMatchObject(refusal);
  const returned = await recordReturn(archive, { id, former: collected });
  expect([gone.collectorPhone, returned.collectorPhone]).toEqual(['138****5678', '138****5678']);
});
