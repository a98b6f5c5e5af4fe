import { Buffer } from 'node:buffer';
import { createRouterClient, isDefinedError, safe } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CoreContext } from '../../../src/core/routes/base.ts';
import { certificatesRoutes } from '../../../src/core/routes/certificates.ts';
import { filingsRoutes } from '../../../src/core/routes/filings.ts';
import { rulesRoutes } from '../../../src/core/routes/rules.ts';
import { getOffice } from '../../../src/core/services/office.ts';
import { stepOf, teamLeader, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { danceTeamFacts } from '../../support/organization-facts.ts';
import { openSession } from '../../support/open-session.ts';

let archive: TestArchive;
beforeAll(async () => void (archive = await openTestArchive()));
afterAll(() => archive.close());

const context = (): CoreContext => ({
  session: openSession(archive),
  ports: archive.ports,
});

it('leads from the application to the collected certificate through the contract', async () => {
  const filings = createRouterClient(filingsRoutes, { context: context() });
  const certificates = createRouterClient(certificatesRoutes, { context: context() });
  const community = (await getOffice(archive)).communities[0];
  if (community === undefined) throw new Error('the test office has no community');

  const { id } = await filings.startInitial({
    facts: danceTeamFacts(community.id),
    responsiblePerson: teamLeader,
    entryMode: 'live',
  });
  const paper = new File([Buffer.from('%PDF-1.7\n备案表\n%%EOF')], '备案表.pdf', { type: 'application/pdf' });
  const scan = await filings.attach({ id, file: paper });
  expect(await (await filings.attachmentFile({ attachmentId: scan.id })).text()).toBe(
    '%PDF-1.7\n备案表\n%%EOF',
  );
  expect((await filings.checklist({ id })).map(({ present }) => present)).toEqual([true, true, true]);
  expect(await filings.nextNumber({ id })).toEqual({ filingNumber: '新河街社备〔2026〕1号' });

  for (const step of upToCertificate) await filings.advance({ id, step });
  const filed = await filings.get({ id });
  expect(filed).toMatchObject({ state: 'filed', filingNumber: '新河街社备〔2026〕1号' });
  if (filed.certificateId === null) throw new Error('no certificate');
  const collected = await certificates.recordCollection({
    id: filed.certificateId,
    collectedBy: '王秀英',
    collectorPhone: null,
    collectedOn: '2026-11-18',
  });
  expect(await certificates.get({ id: filed.certificateId })).toEqual(collected);
  const copy = {
    id,
    document: 'charter',
    holder: 'street',
    receivedOn: '2026-11-18',
    signer: '钱科员',
  } as const;
  expect((await filings.recordCopy(copy)).copies.filter(({ signer }) => signer !== null)).toHaveLength(1);
  const all = { states: [], kinds: [], openOnly: false, offset: 0, limit: 10 };
  expect((await filings.list(all)).total).toBe(1);
  expect(await filings.numberRegister({ year: 2026 })).toHaveLength(1);

  const change = await filings.startOnOrganization({
    organizationId: filed.organizationId,
    kind: 'change',
    entryMode: 'live',
  });
  const facts = { ...change.facts, premises: '新河公园' };
  expect((await filings.saveFacts({ id: change.id, facts, responsiblePerson: null })).facts).toEqual(facts);
});

it('refuses an illegal step with its code and data', async () => {
  const filings = createRouterClient(filingsRoutes, { context: context() });
  const [row] = (await filings.list({ states: ['filed'], kinds: [], openOnly: false, offset: 0, limit: 1 }))
    .rows;
  if (row === undefined) throw new Error('no filing');
  const { error } = await safe(filings.advance({ id: row.id, step: stepOf('submit', '2026-11-20') }));
  expect(isDefinedError(error)).toBe(true);
  expect(error).toMatchObject({ code: 'ILLEGAL_STEP', data: { state: 'filed', action: 'submit' } });
});

it('keeps rules through the contract', async () => {
  const rules = createRouterClient(rulesRoutes, { context: context() });
  const current = await rules.current({ on: null });
  const file = await rules.exportFile({ id: current.id });
  expect((await rules.importFile({ file })).body).toEqual(current.body);
  const next = await rules.save({ id: null, validFrom: '2027-01-01', body: { ...current.body, copies: 4 } });
  expect((await rules.list()).map(({ id }) => id)).toEqual([current.id, next.id]);
  expect(await rules.previewFilingNumber({ template: '社备〔{YYYY}〕{seq}号' })).toEqual({
    example: '社备〔2026〕1号',
  });
  const calendar = new File(['{"holidays":{"2029-01-01":"元旦"},"workdays":{}}'], '2029.json');
  expect(await rules.importCalendar({ file: calendar })).toEqual({ year: 2029, days: 1 });
});
