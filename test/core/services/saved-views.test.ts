import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAtHand, setFavourite } from '../../../src/core/services/at-hand.ts';
import {
  keepView,
  nameView,
  orderViews,
  readSavedViews,
  removeView,
} from '../../../src/core/services/saved-views.ts';
import { deleteOrganization } from '../../../src/core/db/repositories/organizations.ts';
import { organizationId, savedViewId } from '../../../src/shared/domain/ids.ts';
import type { SavedViewInput } from '../../../src/shared/domain/saved-view.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';

let archive: TestArchive;
beforeEach(async () => void (archive = await openTestArchive()));
afterEach(() => archive.close());

const view = (name: string, change: Partial<SavedViewInput> = {}): SavedViewInput => ({
  list: 'organizations',
  name,
  query: { lacking: 'committee-report', sort: 'completeness' },
  hiddenColumns: ['phone'],
  ...change,
});
const names = async (): Promise<readonly string[]> => (await readSavedViews(archive)).map(({ name }) => name);

test('a view keeps filter, order and columns; the same name in the same list replaces it where it stands', async () => {
  await keepView(archive, view('缺报告'));
  await keepView(archive, view('全部'));
  await keepView(archive, view('缺报告', { list: 'filings', query: { due: 'overdue' }, hiddenColumns: [] }));
  await keepView(archive, view('缺报告', { query: { lacking: 'survey' } }));
  expect((await readSavedViews(archive)).map(({ id: _id, ...rest }) => rest)).toEqual([
    view('缺报告', { query: { lacking: 'survey' } }),
    view('全部'),
    view('缺报告', { list: 'filings', query: { due: 'overdue' }, hiddenColumns: [] }),
  ]);
});

test('views are put in order, renamed and removed; a name is taken once in a list', async () => {
  for (const name of ['一', '二', '三']) await keepView(archive, view(name));
  const [one, two, three] = await readSavedViews(archive);
  if (one === undefined || two === undefined || three === undefined) throw new Error('three were kept');
  await orderViews(archive, [three.id, savedViewId.parse('gone'), one.id]);
  expect(await names()).toEqual(['三', '一', '二']);
  await nameView(archive, { id: two.id, name: '甲' });
  await expect(nameView(archive, { id: two.id, name: '一' })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { what: 'view-name' },
  });
  await removeView(archive, one.id);
  expect(await names()).toEqual(['三', '甲']);
  await keepView(archive, view('末'));
  expect(await names()).toEqual(['三', '甲', '末']);
  await expect(nameView(archive, { id: savedViewId.parse('gone'), name: '无' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('favourites and the last visits are shown by name, and what is gone is left out', async () => {
  const dance = await enterOrganization(archive, '阳光里舞蹈队');
  const choir = await enterOrganization(archive, '阳光里合唱团');
  await setFavourite(archive, { organizationId: choir, favourite: true });
  await setFavourite(archive, { organizationId: choir, favourite: true });
  const visited = [
    { kind: 'organization', id: dance },
    { kind: 'organization', id: organizationId.parse('gone') },
  ] as const;
  const titles = async () => {
    const { favourites, recent } = await readAtHand(archive, visited);
    return [favourites.map(({ title }) => title.text), recent.map(({ title }) => title.text)];
  };
  expect(await titles()).toEqual([['阳光里合唱团'], ['阳光里舞蹈队']]);
  await archive.store.write((writer) => deleteOrganization(writer, choir));
  await setFavourite(archive, { organizationId: dance, favourite: true });
  await setFavourite(archive, { organizationId: dance, favourite: false });
  expect(await titles()).toEqual([[], ['阳光里舞蹈队']]);
});
