import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refreshOrganization } from '../../../src/core/db/repositories/organization-evidence.ts';
import { updateOrganizationStanding } from '../../../src/core/db/repositories/organizations.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { numberRegister } from '../../../src/core/services/filing-numbers.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { backEntryFiling } from '../../../src/core/services/filings-back-entry.ts';
import { saveFilingFacts, startFilingOn } from '../../../src/core/services/filings-start.ts';
import { getFiling, listFilings } from '../../../src/core/services/filings.ts';
import type { FilingId, OrganizationId } from '../../../src/shared/domain/ids.ts';
import type { OrganizationStatus } from '../../../src/shared/domain/organization.ts';
import { startTeam, stepOf, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
});
afterEach(() => archive.close());

describe('back-entry by hand', () => {
  test('takes past dates, missing steps and papers without opinion, and marks them', async () => {
    const { id, organizationId } = await startTeam(archive, '阳光里老年合唱队', 'back-entry');
    await advanceFiling(archive, id, stepOf('street-agree', '2019-04-20', { opinion: null }));
    await advanceFiling(archive, id, stepOf('close-notice', '2019-04-10'));
    const filed = await advanceFiling(
      archive,
      id,
      stepOf('issue-certificate', '2019-05-06', { filingNumber: '新河街社备〔2019〕12号' }),
    );
    expect(filed).toMatchObject({ state: 'filed', entryMode: 'back-entry', dueOn: null });
    expect(filed.steps.map(({ action, actedOn, backEntry }) => [action, actedOn, backEntry])).toEqual([
      ['street-agree', '2019-04-20', true],
      ['close-notice', '2019-04-10', true],
      ['issue-certificate', '2019-05-06', true],
    ]);
    expect((await readDossier(archive, organizationId)).organization).toMatchObject({
      status: 'filed',
      filingNumber: '新河街社备〔2019〕12号',
      filedOn: '2019-05-06',
    });
    expect((await numberRegister(archive, 2019)).at(-1)).toMatchObject({
      sequence: 12,
      state: 'assigned',
      reason: '补录',
    });
    const { rows } = await listFilings(archive, {
      states: [],
      kinds: [],
      openOnly: false,
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ startedOn, overdueDays }) => [startedOn, overdueDays])).toEqual([['2019-04-10', 0]]);
  });

  test('still refuses the future, a closed filing and a notice without a place', async () => {
    const { id } = await startTeam(archive, '阳光里老年合唱队', 'back-entry');
    await expect(advanceFiling(archive, id, stepOf('submit', '2026-11-24'))).rejects.toMatchObject({
      code: 'STEP_DATE_INVALID',
    });
    await expect(
      advanceFiling(archive, id, stepOf('start-notice', '2019-05-06', { notice: null })),
    ).rejects.toMatchObject({ code: 'STEP_INCOMPLETE' });
    await advanceFiling(archive, id, stepOf('withdraw', '2019-05-06'));
    await expect(advanceFiling(archive, id, stepOf('submit', '2019-05-06'))).rejects.toMatchObject({
      code: 'ILLEGAL_STEP',
    });
  });

  test('has no deadline, and its facts can be mended until it is closed', async () => {
    const { id, facts } = await startTeam(archive, '阳光里老年合唱队', 'back-entry');
    expect((await advanceFiling(archive, id, stepOf('submit', '2019-04-01'))).dueOn).toBeNull();
    const mended = { id, facts: { ...facts, premises: '旧礼堂' }, responsiblePerson: null };
    expect((await saveFilingFacts(archive, mended)).facts.premises).toBe('旧礼堂');
    await advanceFiling(archive, id, stepOf('issue-certificate', '2019-05-06'));
    await expect(saveFilingFacts(archive, mended)).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
  });
});

describe('back-entry of an import', () => {
  const imported = async (
    name: string,
    status: OrganizationStatus,
    filingNumber: string,
    filedOn: string | null,
  ): Promise<{ readonly organizationId: OrganizationId; readonly filing: FilingId | null }> => {
    const organizationId = await enterOrganization(archive, name);
    const filing = await archive.store.write((writer) => {
      updateOrganizationStanding(
        writer,
        organizationId,
        { status, filingNumber, filedOn, proposedRegistration: false },
        archive.ports.clock.instant(),
      );
      const id = backEntryFiling(archive.ports, writer, {
        organizationId,
        filingNumber,
        filedOn,
        importId: null,
      });
      refreshOrganization(writer, organizationId);
      return id;
    });
    return { organizationId, filing };
  };

  test('records the one step that its number proves, with a certificate of the partial day', async () => {
    const { organizationId, filing } = await imported(
      '阳光里书画社',
      'filed',
      '新河街社备〔2018〕5号',
      '2018-06',
    );
    if (filing === null) throw new Error('no filing');
    const recorded = await getFiling(archive, filing);
    expect(recorded).toMatchObject({
      kind: 'initial',
      state: 'filed',
      entryMode: 'back-entry',
      filingNumber: '新河街社备〔2018〕5号',
    });
    expect(recorded.steps).toMatchObject([
      { action: 'issue-certificate', actedOn: '2018-06', backEntry: true },
    ]);
    const { certificates } = await readDossier(archive, organizationId);
    expect(certificates).toMatchObject([
      { issuedOn: '2018-06', status: 'valid', issueReason: '补录', organizationName: '阳光里书画社' },
    ]);
    expect((await numberRegister(archive, 2018)).at(-1)).toMatchObject({
      filingNumber: '新河街社备〔2018〕5号',
      sequence: 5,
      organizationName: '阳光里书画社',
    });
  });

  test('takes the year from the number where no day is known, and nothing more where there is none', async () => {
    const dated = await imported('阳光里书画社', 'filed', '社备字[2017]第9号', null);
    if (dated.filing === null) throw new Error('no filing');
    expect((await getFiling(archive, dated.filing)).steps).toMatchObject([{ actedOn: '2017' }]);
    const dateless = await imported('阳光里棋社', 'filed', '社备字第9号', null);
    expect(dateless.filing).toBeNull();
    expect((await readDossier(archive, dateless.organizationId)).certificates).toEqual([]);
  });

  test('refuses a number that another organization has, in any spelling', async () => {
    await imported('阳光里书画社', 'filed', '新河街社备〔2018〕5号', '2018');
    await expect(imported('阳光里棋社', 'filed', '新河街社备（2018）5号', '2018')).rejects.toMatchObject({
      code: 'FILING_NUMBER_TAKEN',
    });
  });

  test('leaves a certificate that proves nothing where the organization has ended', async () => {
    const { organizationId } = await imported(
      '阳光里书画社',
      'dissolved',
      '新河街社备〔2018〕5号',
      '2018-06-01',
    );
    expect((await readDossier(archive, organizationId)).certificates).toMatchObject([{ status: 'void' }]);
  });

  test('goes on by a change that keeps the number, and the next new number stays above', async () => {
    const { organizationId } = await imported(
      '阳光里书画社',
      'filed',
      '新河街社备〔2026〕40号',
      '2026-03-01',
    );
    const change = await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' });
    const changed = await takeSteps(archive, change.id, upToCertificate);
    expect(changed.filingNumber).toBe('新河街社备〔2026〕40号');
    const { certificates, organization } = await readDossier(archive, organizationId);
    expect(certificates.map(({ kind, status }) => [kind, status])).toEqual([
      ['reissue', 'valid'],
      ['original', 'replaced'],
    ]);
    expect(organization.filedOn).toBe('2026-03-01');
    const fresh = await startTeam(archive);
    expect((await takeSteps(archive, fresh.id, upToCertificate)).filingNumber).toBe('新河街社备〔2026〕41号');
  });

  test('of a filed organization without a number is given its filing later', async () => {
    const organizationId = await enterOrganization(archive, '阳光里棋社');
    await archive.store.write((writer) =>
      updateOrganizationStanding(
        writer,
        organizationId,
        { status: 'filed', filingNumber: null, filedOn: null, proposedRegistration: false },
        archive.ports.clock.instant(),
      ),
    );
    await expect(
      startFilingOn(archive, { organizationId, kind: 'initial', entryMode: 'live' }),
    ).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
    const filing = await startFilingOn(archive, { organizationId, kind: 'initial', entryMode: 'back-entry' });
    const filed = await advanceFiling(archive, filing.id, stepOf('issue-certificate', '2020-05-06'));
    expect(filed.filingNumber).toBe('新河街社备〔2020〕1号');
    await expect(
      startFilingOn(archive, { organizationId, kind: 'initial', entryMode: 'back-entry' }),
    ).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
  });

  test('of a filed organization of which an old list only gave the number keeps that number', async () => {
    const filingNumber = '新河民备第十七号';
    const organizationId = await enterOrganization(archive, '阳光里棋社');
    await archive.store.write((writer) => {
      updateOrganizationStanding(
        writer,
        organizationId,
        { status: 'filed', filingNumber, filedOn: null, proposedRegistration: false },
        archive.ports.clock.instant(),
      );
      backEntryFiling(archive.ports, writer, { organizationId, filingNumber, filedOn: null, importId: null });
    });
    const filing = await startFilingOn(archive, { organizationId, kind: 'initial', entryMode: 'back-entry' });
    const filed = await advanceFiling(archive, filing.id, stepOf('issue-certificate', '2020-05-06'));
    expect(filed).toMatchObject({ state: 'filed', filingNumber });
    const { gaps, certificates } = await readDossier(archive, organizationId);
    expect(certificates.map((each) => each.filingNumber)).toEqual([filingNumber]);
    expect(gaps.map(({ code }) => code)).not.toContain('filed-on');
  });
});
