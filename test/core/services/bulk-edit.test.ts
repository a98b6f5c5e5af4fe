import { afterAll, beforeAll, expect, test } from 'vitest';
import { getOrganization } from '../../../src/core/db/repositories/organizations.ts';
import { applyBulk, previewBulk, readLastBulk, undoBulk } from '../../../src/core/services/bulk-edit.ts';
import { readCustomValues, writeCustomFields } from '../../../src/core/services/custom-fields.ts';
import { sealDossier } from '../../../src/core/services/dossier-seal.ts';
import { startFilingOn } from '../../../src/core/services/filings-start.ts';
import { emptyFilter } from '../../../src/renderer/features/organizations/list-state.ts';
import type { BulkChange } from '../../../src/shared/domain/bulk-edit.ts';
import type { CustomFieldId, OrganizationId } from '../../../src/shared/domain/ids.ts';
import type { Organization } from '../../../src/shared/domain/organization.ts';
import { dissolveTeam, filedTeam } from '../../support/ended-organization.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';

let archive: TestArchive;
/** Not filed yet; filed; filed with a change under way; dissolved and sealed. */
let fresh: OrganizationId;
let filed: OrganizationId;
let busy: OrganizationId;
let sealed: OrganizationId;
let star: CustomFieldId;
beforeAll(async () => {
  archive = await openTestArchive();
  sealed = await filedTeam(archive, '和平里太极拳队');
  await dissolveTeam(archive, sealed);
  await sealDossier(archive, {
    organizationId: sealed,
    sealedBy: '钱档案',
    sealedOn: '2026-12-10',
    exitedOn: null,
  });
  filed = await filedTeam(archive, '阳光里合唱队');
  busy = await filedTeam(archive, '阳光里棋友会');
  await startFilingOn(archive, { organizationId: busy, kind: 'change', entryMode: 'live' });
  fresh = await enterOrganization(archive);
  const [field] = await writeCustomFields(archive, [
    { id: null, name: '星级', kind: 'choice', choices: ['三星', '五星'], printed: false, retired: false },
  ]);
  star = field!.id;
});
afterAll(() => archive.close());

const all = { by: 'filter', filter: emptyFilter } as const;
const organization = async (id: OrganizationId): Promise<Organization> =>
  (await archive.store.read((reader) => getOrganization(reader, id)))!;
const everything = () => Promise.all([fresh, filed, busy, sealed].map(organization));
const adviser: BulkChange = { field: 'party-adviser', value: '王书记' };

test('a preview says what would become of whom, and changes nothing', async () => {
  const before = await everything();
  const preview = await previewBulk(archive, { chosen: all, change: adviser });
  expect([preview.total, preview.counts]).toEqual([
    4,
    { changes: 2, same: 0, sealed: 1, 'filing-open': 1, 'needs-change-filing': 0 },
  ]);
  expect(preview.sample.find(({ organizationId }) => organizationId === fresh)).toMatchObject({
    outcome: 'changes',
    after: '王书记',
  });
  // A filed fact stays with whoever is filed; the office's own field asks no filing.
  const scope: BulkChange = { field: 'activity-area', value: '全街道' };
  const ofFiled = async (change: BulkChange) =>
    (await previewBulk(archive, { chosen: { by: 'ids', ids: [filed, filed, busy] }, change })).sample.map(
      ({ outcome }) => outcome,
    );
  const { activityArea } = await organization(filed);
  expect(activityArea).not.toBeNull();
  expect(await ofFiled(scope)).toEqual(['filing-open', 'needs-change-filing']);
  expect(await ofFiled({ field: 'custom', fieldId: star, value: '五星' })).toEqual(['changes', 'changes']);
  const phone: BulkChange = { field: 'contact-phone', value: '13900001111' };
  const { sample } = await previewBulk(archive, { chosen: { by: 'ids', ids: [fresh] }, change: phone });
  expect(sample[0]?.after).toBe('139****1111');
  expect(await everything()).toEqual(before);
});

test('it is applied at once and taken back at once', async () => {
  const before = await everything();
  await expect(applyBulk(archive, { chosen: all, change: adviser, count: 3 })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { what: 'bulk-edit' },
  });
  expect(await everything()).toEqual(before);
  const edit = await applyBulk(archive, { chosen: all, change: adviser, count: 2 });
  expect(edit).toMatchObject({ field: '党建指导员', value: '王书记', organizations: 2 });
  expect((await everything()).map(({ partyAdviser }) => partyAdviser)).toEqual([
    '王书记',
    '王书记',
    before[2]?.partyAdviser,
    before[3]?.partyAdviser,
  ]);
  expect(await readLastBulk(archive)).toEqual(edit);
  expect(await undoBulk(archive, edit.id)).toEqual({ restored: 2 });
  const strip = (each: Organization): Organization => ({ ...each, updatedAt: '' });
  expect((await everything()).map(strip)).toEqual(before.map(strip));
  expect(await readLastBulk(archive)).toBeNull();
  await expect(undoBulk(archive, edit.id)).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('it stays as a whole where one was changed since', async () => {
  const custom: BulkChange = { field: 'custom', fieldId: star, value: '五星' };
  const edit = await applyBulk(archive, {
    chosen: { by: 'ids', ids: [fresh, filed] },
    change: custom,
    count: 2,
  });
  await applyBulk(archive, {
    chosen: { by: 'ids', ids: [fresh] },
    change: { ...custom, value: null },
    count: 1,
  });
  await expect(undoBulk(archive, edit.id)).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { what: 'bulk-edit-changed' },
  });
  expect((await readCustomValues(archive, filed))[0]?.value).toBe('五星');
  // The later one can go back, and then the earlier.
  await undoBulk(archive, (await readLastBulk(archive))!.id);
  expect(await undoBulk(archive, edit.id)).toEqual({ restored: 2 });
  expect((await readCustomValues(archive, filed))[0]?.value).toBeNull();
});

test.each([
  ['a choice that is not offered', { field: 'custom', value: '九星' }, 'customValue'],
  ['a category of another scheme', { field: 'category', scheme: 'nature', value: 'harmony' }, 'category'],
  ['a mask', { field: 'contact-phone', value: '139****1111' }, 'contactPhone'],
])('refuses %s', async (_, change, field) => {
  const given = { ...change, ...(change.field === 'custom' ? { fieldId: star } : {}) } as BulkChange;
  await expect(previewBulk(archive, { chosen: all, change: given })).rejects.toMatchObject({
    code: 'INVALID_VALUE',
    data: { field },
  });
});

test('a sealed dossier is not touched, and that is said', async () => {
  const chosen = { by: 'ids', ids: [sealed] } as const;
  await expect(
    applyBulk(archive, { chosen: { ...chosen, ids: [...chosen.ids] }, change: adviser, count: 1 }),
  ).rejects.toMatchObject({ code: 'DOSSIER_SEALED' });
});
