import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyProposals } from '../../../src/core/services/category-schemes.ts';
import { saveChangeGrounds } from '../../../src/core/services/change-grounds.ts';
import { readCharter, saveCharterText } from '../../../src/core/services/charters.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { recordCopy } from '../../../src/core/services/filings.ts';
import { listFactVersions } from '../../../src/core/services/fact-versions.ts';
import { filingChecklist } from '../../../src/core/services/filing-checklist.ts';
import { startFilingOn } from '../../../src/core/services/filings-start.ts';
import { saveFacts } from '../../../src/core/services/organizations.ts';
import { copyDocument, copyHolder, type Filing } from '../../../src/shared/domain/filing.ts';
import type { FilingId } from '../../../src/shared/domain/ids.ts';
import { startTeam, stepOf, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
  archive.ports.clock.set('2026-12-31T01:00:00.000Z');
});
afterEach(() => archive.close());

const filedTeam = async (): Promise<Filing> => {
  const { id } = await startTeam(archive);
  return takeSteps(archive, id, upToCertificate);
};
const inDecember = upToCertificate.map((step) => ({
  ...step,
  actedOn: step.actedOn.replace('-11-', '-12-'),
}));
const hintsOf = async (id: FilingId): Promise<Record<string, string | null>> =>
  Object.fromEntries(
    (await filingChecklist(archive, id))
      .filter(({ code }) => code.startsWith('change-'))
      .map(({ code, hint }) => [code, hint]),
  );

describe('an edit of a filed fact', () => {
  test('is refused as a correction and begins a change filing that carries it', async () => {
    const { organizationId, facts } = await filedTeam();
    const wanted = { ...facts, premises: '新河公园' };
    await expect(saveFacts(archive, organizationId, wanted)).rejects.toMatchObject({
      data: { reason: 'needs-change-filing' },
    });
    const change = await startFilingOn(archive, {
      organizationId,
      kind: 'change',
      entryMode: 'live',
      facts: wanted,
    });
    expect([change.factsBefore?.premises, change.facts.premises]).toEqual(['阳光里社区文化广场', '新河公园']);
  });

  test('into an unknown community begins nothing', async () => {
    const { organizationId, facts } = await filedTeam();
    await expect(
      startFilingOn(archive, {
        organizationId,
        kind: 'change',
        entryMode: 'live',
        facts: { ...facts, communityId: 'nowhere' as never },
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'community' } });
    expect((await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' })).kind).toBe(
      'change',
    );
  });
});

describe('a change', () => {
  test('says what changes, why, and how it was decided before it is complete', async () => {
    const { organizationId } = await filedTeam();
    const { id } = await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' });
    expect(await hintsOf(id)).toEqual({
      'change-facts': '备案事项和章程都还没有改动',
      'change-grounds': '请写明变更理由、内部程序或会议表决',
    });
    const { model } = await readCharter(archive, id);
    await saveCharterText(archive, { filingId: id, text: { chapters: model.chapters.slice(0, 8) } });
    const vote = {
      heldOn: '2026-12-01',
      place: null,
      expected: 20,
      present: 18,
      inFavour: 0,
      against: 18,
      abstained: 0,
    };
    await saveChangeGrounds(archive, { id, grounds: { reason: '场所搬迁', procedure: null, vote } });
    expect(await hintsOf(id)).toEqual({ 'change-facts': null, 'change-grounds': null });
    await takeSteps(archive, id, [stepOf('withdraw', '2026-12-20')]);
    await expect(
      saveChangeGrounds(archive, { id, grounds: { reason: '再改', procedure: null, vote: null } }),
    ).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
  });

  test('leaves every former version readable, with the names and the charter of its day', async () => {
    const first = await filedTeam();
    const { organizationId } = first;
    const change = await startFilingOn(archive, {
      organizationId,
      kind: 'change',
      entryMode: 'live',
      facts: { ...first.facts, premises: '新河公园' },
    });
    await takeSteps(archive, change.id, inDecember);
    const versions = await listFactVersions(archive, organizationId);
    expect(
      versions.map(({ filingId, kind, filedOn, facts, communityName, responsiblePersonName }) => [
        filingId,
        kind,
        filedOn,
        facts.premises,
        communityName,
        responsiblePersonName,
      ]),
    ).toEqual([
      [null, null, '2026-11-16', '新河公园', '阳光里社区', '王秀英'],
      [change.id, 'change', '2026-12-16', '新河公园', '阳光里社区', '王秀英'],
      [first.id, 'initial', '2026-11-16', '阳光里社区文化广场', '阳光里社区', '王秀英'],
    ]);
    const places = versions.map(({ charter }) => charter?.chapters[0]?.articles[3]?.text);
    expect(places).toEqual([
      '本组织的活动地域为阳光里社区，活动场所设在新河公园。',
      '本组织的活动地域为阳光里社区，活动场所设在新河公园。',
      '本组织的活动地域为阳光里社区，活动场所设在阳光里社区文化广场。',
    ]);
  });
});

test('until the new certificate is issued the copies of what is filed count', async () => {
  const { id, organizationId } = await filedTeam();
  for (const document of copyDocument.options)
    for (const holder of copyHolder.options)
      await recordCopy(archive, { id, document, holder, receivedOn: '2026-12-01', signer: '王秀英' });
  const lacking = async () => (await readDossier(archive, organizationId)).gaps.map(({ code }) => code);
  expect(await lacking()).not.toContain('held-copies');
  archive.ports.clock.set('2027-01-01T01:00:00.000Z');
  const change = await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' });
  expect(await lacking()).not.toContain('held-copies');
  archive.ports.clock.set('2027-01-31T01:00:00.000Z');
  await takeSteps(
    archive,
    change.id,
    upToCertificate.map((step) => ({
      ...step,
      actedOn: step.actedOn.replace('2026-11-', '2027-01-'),
    })),
  );
  expect(await lacking()).toContain('held-copies');
});

test('what is filled in while a change is under way is no change, and its certificate does not take it away', async () => {
  const { organizationId } = await filedTeam();
  const change = await startFilingOn(archive, { organizationId, kind: 'change', entryMode: 'live' });
  const accepted = [{ organizationId, code: 'culture-sports' }];
  await applyProposals(archive, { scheme: 'six-class', accepted });
  expect(await hintsOf(change.id)).toMatchObject({ 'change-facts': '备案事项和章程都还没有改动' });
  await takeSteps(archive, change.id, inDecember);
  expect((await readDossier(archive, organizationId)).organization.categories['six-class']).toBe(
    'culture-sports',
  );
});
