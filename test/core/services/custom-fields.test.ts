import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import {
  readCustomFields,
  readCustomValues,
  writeCustomFields,
  writeCustomValues,
} from '../../../src/core/services/custom-fields.ts';
import { checkSeal, sealDossier } from '../../../src/core/services/dossier-seal.ts';
import { exportOrganizationList, listOrganizations } from '../../../src/core/services/organizations.ts';
import { search } from '../../../src/core/services/search.ts';
import { emptyFilter } from '../../../src/renderer/features/organizations/list-state.ts';
import { keptCustomValue, type CustomFieldInput } from '../../../src/shared/domain/custom-field.ts';
import type { CustomFieldId, OrganizationId } from '../../../src/shared/domain/ids.ts';
import { htmlText } from '../../support/document-text.ts';
import { dissolveTeam, filedTeam } from '../../support/ended-organization.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { workbookRows } from '../../support/workbooks.ts';

let archive: TestArchive;
let team: OrganizationId;
let other: OrganizationId;
let star: CustomFieldId;
let partner: CustomFieldId;
const fieldOf = (name: string, change: Partial<CustomFieldInput> = {}): CustomFieldInput => ({
  id: null,
  name,
  kind: 'text',
  choices: [],
  printed: false,
  retired: false,
  ...change,
});
beforeAll(async () => {
  archive = await openTestArchive();
  team = await enterOrganization(archive);
  other = await enterOrganization(archive, '和平里合唱队');
  const saved = await writeCustomFields(archive, [
    fieldOf('星级', { kind: 'choice', choices: ['三星', '五星'], printed: true }),
    fieldOf('结对单位'),
    fieldOf('建队日', { kind: 'date' }),
    fieldOf('经费', { kind: 'number' }),
  ]);
  [star, partner] = saved.map(({ id }) => id) as [CustomFieldId, CustomFieldId];
});
afterAll(() => archive.close());

const valuesOf = async (id: OrganizationId) =>
  (await readCustomValues(archive, id)).map(({ field, value }) => [field.name, value]);
const set = (organizationId: OrganizationId, fieldId: CustomFieldId, value: string) =>
  writeCustomValues(archive, { organizationId, values: [{ fieldId, value }] });
const sort = { by: 'name', descending: false } as const;

test.each([
  ['date', '2026-02-29', null],
  ['date', '2028-02-29', '2028-02-29'],
  ['number', '１,２００.5', '1200.5'],
  ['number', '约三千', null],
  ['choice', '四星', null],
  ['choice', '五星', '五星'],
  ['text', '0012', '0012'],
] as const)('a %s keeps %j as %j', (kind, typed, kept) => {
  expect(keptCustomValue({ kind, choices: ['三星', '五星'] }, typed)).toBe(kept);
});

test('values are kept, found, listed, filtered, exported, and printed where the office wants them', async () => {
  await set(team, star, ' 五星 ');
  await set(team, partner, '新河街道卫生院');
  await set(other, star, '三星');
  expect(await valuesOf(team)).toEqual([
    ['星级', '五星'],
    ['结对单位', '新河街道卫生院'],
    ['建队日', null],
    ['经费', null],
  ]);
  const [found] = await search(archive, { text: '卫生院', kind: null, limit: 5 });
  expect(found?.hits.map(({ title }) => title.text)).toEqual(['阳光里夕阳红舞蹈队']);
  const listed = async (value: string) =>
    (
      await listOrganizations(archive, {
        filter: { ...emptyFilter, custom: { fieldId: star, value } },
        sort,
        offset: 0,
        limit: 10,
      })
    ).rows.map(({ name, custom }) => [name, custom[star]]);
  expect(await listed('五')).toEqual([['阳光里夕阳红舞蹈队', '五星']]);
  expect((await listed('')).length).toBe(2);
  // A wildcard is a character like another.
  expect(await listed('%')).toEqual([]);
  const file = await exportOrganizationList(archive, { filter: emptyFilter, sort });
  const texts = (await workbookRows(file)).flat();
  for (const words of ['星级', '结对单位', '五星', '新河街道卫生院']) expect(texts).toContain(words);
  const [form] = await paperTemplates['filing-form'].prepare(archive, [team]);
  const spoken = htmlText(renderHtml([form!.build(null)])).join('|');
  expect(spoken).toContain('星级：五星');
  expect(spoken).not.toContain('卫生院');
});

test('what was entered outlives its definition: it cannot go or change its kind, only be retired', async () => {
  const before = await readCustomFields(archive);
  const keep = (change: (field: CustomFieldInput) => CustomFieldInput | null) =>
    writeCustomFields(
      archive,
      before.flatMap((field) => change(field) ?? []),
    );
  for (const change of [
    (field: CustomFieldInput) => (field.id === star ? null : field),
    (field: CustomFieldInput) => (field.id === star ? { ...field, kind: 'text' as const } : field),
  ])
    await expect(keep(change)).rejects.toMatchObject({ code: 'CONFLICT', data: { what: 'custom-field' } });
  await expect(keep((field) => ({ ...field, name: '同名' }))).rejects.toMatchObject({
    code: 'INVALID_VALUE',
  });
  expect(await readCustomFields(archive)).toEqual(before);
  // Unused ones go; used ones are retired, shown where they hold something; a choice that goes stays where it was made.
  await keep((field) =>
    field.id === partner
      ? { ...field, retired: true }
      : field.id === star
        ? { ...field, choices: ['三星'], name: '等级' }
        : null,
  );
  expect([await valuesOf(team), await valuesOf(other)]).toEqual([
    [
      ['等级', '五星'],
      ['结对单位', '新河街道卫生院'],
    ],
    [['等级', '三星']],
  ]);
  await set(team, star, '五星');
  await expect(set(other, star, '五星')).rejects.toMatchObject({
    code: 'INVALID_VALUE',
    data: { field: 'customValue', reason: 'malformed' },
  });
  await set(team, star, '');
  expect((await valuesOf(team))[0]).toEqual(['等级', null]);
});

test('a sealed dossier keeps them, and its seal watches over them', async () => {
  const ended = await filedTeam(archive, '和平里太极拳队');
  await set(ended, star, '三星');
  await dissolveTeam(archive, ended);
  await sealDossier(archive, {
    organizationId: ended,
    sealedBy: '钱档案',
    sealedOn: '2026-12-10',
    exitedOn: null,
  });
  await expect(set(ended, star, '')).rejects.toMatchObject({ code: 'DOSSIER_SEALED' });
  expect(await checkSeal(archive, ended)).toEqual({ intact: true, differing: [] });
  await archive.store.write((writer) => {
    writer.run("UPDATE custom_values SET value = '五星' WHERE organization_id = ?", [ended]);
  });
  expect(await checkSeal(archive, ended)).toEqual({ intact: false, differing: [`custom-value/${star}`] });
});
