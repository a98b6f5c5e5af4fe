import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  exportCandidates,
  listCandidates,
  proposeRegistration,
  readCandidate,
  withdrawProposal,
} from '../../../src/core/services/candidates.ts';
import {
  applyProposals,
  categoryOverview,
  categoryProposals,
} from '../../../src/core/services/category-schemes.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import {
  addRestriction,
  checkEligibility,
  readRestrictions,
} from '../../../src/core/services/eligibility.ts';
import { assignFallbackParty, listFallbackParties } from '../../../src/core/services/fallback-party.ts';
import { saveFilingFacts } from '../../../src/core/services/filings-start.ts';
import { getFiling } from '../../../src/core/services/filings.ts';
import { recordLegalRegistration } from '../../../src/core/services/legal-registration.ts';
import {
  defaultRegistrationSteps,
  type RegistrationCandidate,
} from '../../../src/shared/domain/registration.ts';
import type { Filing } from '../../../src/shared/domain/filing.ts';
import { dissolveTeam } from '../../support/ended-organization.ts';
import { startTeam, takeSteps, teamLeader, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
  archive.ports.clock.set('2026-12-31T01:00:00.000Z');
});
afterEach(() => archive.close());

const filedTeam = async (name?: string): Promise<Filing> => {
  const { id } = await startTeam(archive, name);
  return takeSteps(archive, id, upToCertificate);
};
const candidateOf = (change: Partial<RegistrationCandidate> = {}): RegistrationCandidate => ({
  since: '2026-12-01',
  reasons: { scale: '成员 120 人', influence: null, effect: '常年为老人理发' },
  demonstration: null,
  note: null,
  done: [],
  ...change,
});
const all = { filter: { text: '', communityIds: [], only: null }, offset: 0, limit: 50 };

describe('the list of those fit for registration', () => {
  test('says why, by criterion, and which are demonstration points', async () => {
    const first = await filedTeam('阳光里甲队');
    const second = await filedTeam('阳光里乙队');
    await proposeRegistration(archive, { organizationId: first.organizationId, candidate: candidateOf() });
    const shown = candidateOf({ demonstration: { since: '2026-12-10', note: '区级' } });
    await proposeRegistration(archive, { organizationId: second.organizationId, candidate: shown });
    const { rows, total } = await listCandidates(archive, all);
    expect([total, rows.map(({ name, candidate }) => [name, candidate?.reasons.scale])]).toEqual([
      2,
      [
        ['阳光里甲队', '成员 120 人'],
        ['阳光里乙队', '成员 120 人'],
      ],
    ]);
    const points = await listCandidates(archive, {
      ...all,
      filter: { ...all.filter, only: 'demonstration' },
    });
    expect(points.rows.map(({ name }) => name)).toEqual(['阳光里乙队']);
    expect((await readDossier(archive, first.organizationId)).organization.proposedRegistration).toBe(true);
    await withdrawProposal(archive, first.organizationId);
    expect((await listCandidates(archive, all)).total).toBe(1);
    expect(await readCandidate(archive, first.organizationId)).toEqual({
      marked: false,
      candidate: null,
      registration: null,
    });
    expect((await exportCandidates(archive, all.filter)).name).toBe('拟登记社区社会组织台账-2026-12-31.xlsx');
  });

  test('asks a reason for one criterion at least, of a filed organization, not in the future', async () => {
    const { organizationId } = await filedTeam();
    const put = (id: typeof organizationId, candidate: RegistrationCandidate) =>
      proposeRegistration(archive, { organizationId: id, candidate });
    const empty = { scale: null, influence: null, effect: null };
    await expect(put(organizationId, candidateOf({ reasons: empty }))).rejects.toMatchObject({
      data: { field: 'candidateReasons' },
    });
    await expect(put(organizationId, candidateOf({ since: '2027-01-01' }))).rejects.toMatchObject({
      data: { field: 'candidateSince' },
    });
    const draft = await startTeam(archive, '阳光里新队');
    await expect(put(draft.organizationId, candidateOf())).rejects.toMatchObject({
      code: 'ILLEGAL_STEP',
    });
  });
});

describe('legal registration', () => {
  const registration = {
    creditCode: '91350100M000100Y43',
    registeredName: '新城区阳光里舞蹈协会',
    registrar: '新城区民政局',
    registeredOn: '2026-12-20',
  };
  const former = { outcome: 'collected', by: '赵主任', on: '2026-12-20' } as const;

  test('ends the filing: status, code, certificate, volume', async () => {
    const { organizationId } = await filedTeam();
    const candidate = candidateOf({ done: [...defaultRegistrationSteps] });
    await proposeRegistration(archive, { organizationId, candidate });
    await recordLegalRegistration(archive, { organizationId, registration, former, overrideReason: null });
    const { organization, certificates } = await readDossier(archive, organizationId);
    expect(organization).toMatchObject({ status: 'registered', proposedRegistration: false });
    expect(certificates.map(({ status, recoveredBy }) => [status, recoveredBy])).toEqual([
      ['recovered', '赵主任'],
    ]);
    expect((await readCandidate(archive, organizationId)).registration).toEqual(registration);
    const made = await listCandidates(archive, { ...all, filter: { ...all.filter, only: 'registered' } });
    expect(made.rows.map(({ registration: entry }) => entry?.creditCode)).toEqual(['91350100M000100Y43']);
    await expect(
      recordLegalRegistration(archive, { organizationId, registration, former, overrideReason: null }),
    ).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
  });

  test('names what is not done; a reason lets it pass and stays on record', async () => {
    const { organizationId } = await filedTeam();
    await proposeRegistration(archive, { organizationId, candidate: candidateOf() });
    const entry = { organizationId, registration, former: null, overrideReason: null };
    await expect(recordLegalRegistration(archive, entry)).rejects.toMatchObject({
      code: 'STEP_INCOMPLETE',
      data: { missing: [...defaultRegistrationSteps, '备案证书的收缴或遗失声明'] },
    });
    await recordLegalRegistration(archive, { ...entry, former, overrideReason: '登记在先，补录' });
    expect((await readCandidate(archive, organizationId)).candidate?.note).toBe(
      '未办齐即登记：登记在先，补录',
    );
  });

  test('refuses a wrong code and one that another organization has', async () => {
    const first = await filedTeam('阳光里甲队');
    const second = await filedTeam('阳光里乙队');
    const enter = ({ organizationId }: Filing, creditCode: string) =>
      recordLegalRegistration(archive, {
        organizationId,
        registration: { ...registration, creditCode },
        former,
        overrideReason: '已登记',
      });
    await expect(enter(first, '91350100M000100Y44')).rejects.toMatchObject({
      data: { field: 'creditCode', reason: 'code-check-digit' },
    });
    await enter(first, registration.creditCode);
    await expect(enter(second, '9135 0100 M000100y43')).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'credit-code' },
    });
  });
});

describe('the fallback Party organization', () => {
  const everyone = { filter: { text: '', communityIds: [], kind: null }, offset: 0, limit: 50 };

  test('is proposed from the community and assigned to those without one, and to their open filing', async () => {
    const kept = await filedTeam('阳光里甲队');
    const draft = await startTeam(archive, '阳光里乙队');
    await saveFilingFacts(archive, {
      id: draft.id,
      facts: { ...draft.facts, fallbackParty: null },
      responsiblePerson: null,
    });
    const before = await listFallbackParties(archive, everyone);
    expect([before.total, before.without]).toEqual([2, 1]);
    const without = before.rows.find(({ fallbackParty }) => fallbackParty === null);
    expect(without?.proposal).toEqual({ kind: 'community-party-organization', name: '阳光里社区党委' });
    const fallbackParty = {
      kind: 'plaza-park-federation',
      name: '新河街道广场公园社团联合会党总支',
    } as const;
    const outcome = await assignFallbackParty(archive, [
      { organizationId: kept.organizationId, fallbackParty },
      { organizationId: draft.organizationId, fallbackParty },
    ]);
    expect(outcome).toEqual({ assigned: 1, skipped: [{ name: '阳光里甲队', reason: 'has-one' }] });
    expect((await getFiling(archive, draft.id)).facts.fallbackParty).toEqual(fallbackParty);
    const after = await listFallbackParties(archive, everyone);
    expect(after.without).toBe(0);
    expect(after.rows.map(({ fallbackParty: party }) => party?.kind)).toEqual([
      'community-party-organization',
      'plaza-park-federation',
    ]);
  });
});

describe('category schemes', () => {
  test('count every living organization once each, and fill in what follows once confirmed', async () => {
    const { organizationId } = await filedTeam();
    await startTeam(archive, '阳光里新队');
    const before = await categoryOverview(archive);
    expect(before.total).toBe(2);
    for (const { counts } of before.schemes) {
      expect(counts.reduce((sum, { organizations }) => sum + organizations, 0)).toBe(2);
    }
    expect(before.schemes.map(({ scheme, proposals }) => [scheme, proposals])).toEqual([
      ['four-class', 0],
      ['domain', 0],
      ['six-class', 2],
      ['nature', 0],
    ]);
    const proposals = await categoryProposals(archive, 'six-class');
    expect(proposals.map(({ proposed }) => proposed)).toEqual(['culture-sports', 'culture-sports']);
    const accepted = [{ organizationId, code: 'culture-sports' }];
    expect(await applyProposals(archive, { scheme: 'six-class', accepted })).toBe(1);
    expect(await applyProposals(archive, { scheme: 'six-class', accepted })).toBe(0);
    await expect(
      applyProposals(archive, { scheme: 'nature', accepted: [{ organizationId, code: 'dance' }] }),
    ).rejects.toMatchObject({ data: { field: 'category' } });
  });
});

describe('the list of restricted people', () => {
  const number = '11010519491231002X';

  test('tells the same number from the same name, and keeps no number in clear', async () => {
    const { id, facts, organizationId } = await startTeam(archive);
    const saved = await saveFilingFacts(archive, {
      id,
      facts,
      responsiblePerson: { ...teamLeader, identityNumber: number },
    });
    const personId = saved.facts.responsiblePersonId!;
    const check = () => checkEligibility(archive, { personId, organizationId });
    expect(await check()).toEqual([]);
    const entry = { name: '王秀英', reason: '挪用活动经费', source: null, since: '2026-01-01' };
    await addRestriction(archive, { ...entry, identityNumber: null });
    expect((await check()).map(({ code }) => code)).toEqual(['same-name-restricted']);
    await addRestriction(archive, { ...entry, name: '王秀瑛', identityNumber: number.toLowerCase() });
    expect((await check()).map(({ code }) => code).toSorted()).toEqual([
      'restricted',
      'same-name-restricted',
    ]);
    // Another person of the same name, by another number, is not meant.
    await addRestriction(archive, { ...entry, identityNumber: '110101199003070134' });
    expect(await check()).toHaveLength(2);
    const stored = await archive.store.read((reader) =>
      JSON.stringify(reader.all('SELECT * FROM restricted_people')),
    );
    expect(stored).not.toContain(number);
    expect(
      (await readRestrictions(archive)).map(({ maskedIdentityNumber }) => maskedIdentityNumber),
    ).not.toContain(number);
  });

  test('counts the other organizations that a person leads', async () => {
    const first = await startTeam(archive, '阳光里甲队');
    const personId = first.facts.responsiblePersonId!;
    for (const name of ['阳光里乙队', '阳光里丙队', '阳光里丁队']) {
      const { id, facts } = await startTeam(archive, name);
      await saveFilingFacts(archive, {
        id,
        facts: { ...facts, responsiblePersonId: personId },
        responsiblePerson: null,
      });
    }
    const hints = await checkEligibility(archive, { personId, organizationId: first.organizationId });
    expect(hints.map(({ text }) => text)).toEqual([
      '已是 3 个组织的负责人：阳光里丙队、阳光里丁队、阳光里乙队',
    ]);
  });
});

test('who has ended is no candidate for registration any more', async () => {
  const { organizationId } = await filedTeam();
  await proposeRegistration(archive, { organizationId, candidate: candidateOf() });
  await dissolveTeam(archive, organizationId);
  expect((await listCandidates(archive, all)).total).toBe(0);
});
