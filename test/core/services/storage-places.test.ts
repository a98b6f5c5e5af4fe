import { afterAll, beforeAll, expect, test } from 'vitest';
import { paperCodes } from '../../../src/core/documents/paper-codes.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { archiveYear, readCandidates, readItems } from '../../../src/core/services/archiving.ts';
import { readDossierPapers } from '../../../src/core/services/dossier-papers.ts';
import { sealDossier } from '../../../src/core/services/dossier-seal.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { listPaperSubjects } from '../../../src/core/services/paper-subjects.ts';
import { search } from '../../../src/core/services/search.ts';
import {
  addPlaces,
  changePlace,
  moveSubjects,
  readMoves,
  readPlaceContent,
  readPlaces,
  readPlacesOfDossier,
  readUnplaced,
  removePlace,
} from '../../../src/core/services/storage-places.ts';
import { chooseLabelSheet } from '../../../src/core/services/label-sheets.ts';
import type { ArchiveItem } from '../../../src/shared/domain/archive-item.ts';
import type { OrganizationId, StoragePlaceId } from '../../../src/shared/domain/ids.ts';
import { dissolveTeam, filedTeam } from '../../support/ended-organization.ts';
import { htmlText } from '../../support/document-text.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { recordInputOf, reportOf } from '../../support/sample-records.ts';

let archive: TestArchive;
let team: OrganizationId;
let ended: OrganizationId;
let items: readonly ArchiveItem[];

/** A team with two archived reports, and one that was dissolved, archived and sealed. */
beforeAll(async () => {
  archive = await openTestArchive();
  team = await enterOrganization(archive);
  for (const title of ['上半年报告', '下半年报告'])
    await storeRecord(archive, { id: null, record: { ...recordInputOf(team, reportOf()), title } });
  ended = await filedTeam(archive, '和平里太极拳队');
  await dissolveTeam(archive, ended);
  const wanted = { year: 2026, organizationId: null };
  const { total: count } = await readCandidates(archive, { ...wanted, offset: 0, limit: 1 });
  await archiveYear(archive, { ...wanted, archivedBy: '张档案', count });
  await sealDossier(archive, {
    organizationId: ended,
    sealedBy: '钱档案',
    sealedOn: '2026-12-10',
    exitedOn: null,
  });
  const all = { organizationId: team, year: null, retention: null, text: '' };
  items = (await readItems(archive, { ...all, offset: 0, limit: 100 })).rows;
});
afterAll(() => archive.close());

const idOf = async (path: string): Promise<StoragePlaceId> => {
  const found = (await readPlaces(archive)).find((place) => place.path === path);
  if (found === undefined) throw new Error(`no place ${path}`);
  return found.id;
};
const counted = async () =>
  (await readPlaces(archive)).map(({ path, items: held, dossiers }) => [path, held, dossiers]);
const said = { movedOn: '2026-12-10', movedBy: '张档案', note: null };

test('a tree of the office, in the order in which people count, the smaller in the larger', async () => {
  await addPlaces(archive, { parentId: null, kind: 'room', names: ['街道档案室'] });
  const room = await idOf('街道档案室');
  await addPlaces(archive, { parentId: room, kind: 'shelf', names: ['2 号柜', '10 号柜', '1 号柜'] });
  const shelf = await idOf('街道档案室 › 1 号柜');
  await addPlaces(archive, { parentId: shelf, kind: 'box', names: ['1 号盒', '2 号盒'] });
  expect((await readPlaces(archive)).map(({ path }) => path)).toEqual([
    '街道档案室',
    '街道档案室 › 1 号柜',
    '街道档案室 › 1 号柜 › 1 号盒',
    '街道档案室 › 1 号柜 › 2 号盒',
    '街道档案室 › 2 号柜',
    '街道档案室 › 10 号柜',
  ]);
  const box = await idOf('街道档案室 › 1 号柜 › 1 号盒');
  const before = await counted();
  await expect(addPlaces(archive, { parentId: box, kind: 'shelf', names: ['甲'] })).rejects.toMatchObject({
    code: 'CONFLICT',
    data: { what: 'storage-place' },
  });
  await expect(
    addPlaces(archive, { parentId: shelf, kind: 'box', names: ['3 号盒', '2 号盒'] }),
  ).rejects.toMatchObject({ code: 'INVALID_VALUE', data: { field: 'name', reason: 'taken' } });
  await expect(changePlace(archive, { id: box, name: '2 号盒', note: null })).rejects.toMatchObject({
    code: 'INVALID_VALUE',
  });
  expect(await counted()).toEqual(before);
});

test('items, boxes and sealed dossiers move with day and who; history keeps the names of its day', async () => {
  const [first, second] = items;
  if (first === undefined || second === undefined) throw new Error('nothing was archived');
  const box = await idOf('街道档案室 › 1 号柜 › 1 号盒');
  const other = await idOf('街道档案室 › 2 号柜');
  expect((await readUnplaced(archive, { text: '', limit: 100 })).length).toBeGreaterThan(2);
  const put = (subjects: Parameters<typeof moveSubjects>[1]['subjects'], to: StoragePlaceId | null) =>
    moveSubjects(archive, { ...said, subjects, to });
  expect(
    await put(
      [first, second].map(({ id }) => ({ what: 'item', id })),
      box,
    ),
  ).toEqual({ moved: 2 });
  // What is there already is not moved again.
  expect(await put([{ what: 'item', id: first.id }], box)).toEqual({ moved: 0 });
  await put([{ what: 'dossier', id: ended }], other);
  expect(await readUnplaced(archive, { text: '', limit: 100 })).toEqual([]);
  await put([{ what: 'place', id: box }], other);
  await changePlace(archive, { id: box, name: '永久第一盒', note: '朝南' });
  expect(await counted()).toEqual([
    ['街道档案室', 2, 1],
    ['街道档案室 › 1 号柜', 0, 0],
    ['街道档案室 › 1 号柜 › 2 号盒', 0, 0],
    ['街道档案室 › 2 号柜', 2, 1],
    ['街道档案室 › 2 号柜 › 永久第一盒', 2, 0],
    ['街道档案室 › 10 号柜', 0, 0],
  ]);
  expect(await readMoves(archive, { what: 'place', id: box })).toEqual([
    {
      from: '街道档案室 › 1 号柜',
      to: '街道档案室 › 2 号柜',
      movedOn: '2026-12-10',
      movedBy: '张档案',
      note: null,
      recordedAt: archive.ports.clock.instant(),
    },
  ]);
  expect(
    (await readMoves(archive, { what: 'item', id: first.id })).map(({ from, to }) => [from, to]),
  ).toEqual([[null, '街道档案室 › 1 号柜 › 1 号盒']]);
  const content = await readPlaceContent(archive, other);
  expect([content.items.map(({ id }) => id), content.dossiers]).toEqual([
    [first.id, second.id],
    [
      {
        organizationId: ended,
        organizationName: '和平里太极拳队',
        filingNumber: content.dossiers[0]?.filingNumber,
        volume: { year: 2026, number: 1 },
        placeId: other,
      },
    ],
  ]);
  expect((await readPlacesOfDossier(archive, team)).items.map(({ place }) => place.path)).toEqual([
    '街道档案室 › 2 号柜 › 永久第一盒',
    '街道档案室 › 2 号柜 › 永久第一盒',
  ]);
});

test('refuses a day to come, a place in itself, a place in use, and what is not there, and changes nothing', async () => {
  const [first] = items;
  const box = await idOf('街道档案室 › 2 号柜 › 永久第一盒');
  const shelf = await idOf('街道档案室 › 2 号柜');
  const before = await counted();
  const itemMove = { subjects: [{ what: 'item' as const, id: first!.id }], to: shelf };
  await expect(moveSubjects(archive, { ...said, ...itemMove, movedOn: '2026-12-11' })).rejects.toMatchObject({
    code: 'STEP_DATE_INVALID',
  });
  await expect(
    moveSubjects(archive, {
      ...said,
      // The first may go; the second makes all of it stay.
      subjects: [...itemMove.subjects, { what: 'place', id: shelf }],
      to: box,
    }),
  ).rejects.toMatchObject({ code: 'CONFLICT', data: { what: 'storage-place' } });
  await expect(
    moveSubjects(archive, { ...said, ...itemMove, to: 'nobody' as StoragePlaceId }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'storage-place' } });
  for (const id of [box, shelf])
    await expect(removePlace(archive, id)).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { what: 'storage-place-used' },
    });
  expect(await counted()).toEqual(before);
  await removePlace(archive, await idOf('街道档案室 › 10 号柜'));
  expect((await counted()).length).toBe(before.length - 1);
});

test('a label is found by its name, and by its code as a hand scanner types it; papers open their record so too', async () => {
  const box = await idOf('街道档案室 › 2 号柜 › 永久第一盒');
  const codes = paperCodes(archive.keys);
  const hits = async (text: string) =>
    (await search(archive, { text, kind: null, limit: 5 })).flatMap(({ kind, hits: found }) =>
      found.map(({ title, detail }) => [kind, title.text, detail]),
    );
  const place = ['place', '永久第一盒', '街道档案室 › 2 号柜 › 永久第一盒　2 件'];
  expect(await hits('yjdyh')).toEqual([place]);
  const code = codes.write({ kind: 'place-labels', subjectId: box, page: null });
  for (const typed of [code, ` ${code.toLowerCase()}\n`]) expect(await hits(typed)).toEqual([place]);
  expect(
    (await hits(codes.write({ kind: 'dossier-cover', subjectId: ended, page: null })))[0]?.slice(0, 2),
  ).toEqual(['organization', '和平里太极拳队']);
  // A digit misread, and a label of something that is gone.
  expect(await hits(`${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`)).toEqual([]);
  expect(await hits(codes.write({ kind: 'place-labels', subjectId: 'gone', page: null }))).toEqual([]);
});

test('labels of a shelf with its boxes, the list of a box, and the papers of a dossier say what stands where', async () => {
  const shelf = await idOf('街道档案室 › 2 号柜');
  const spoken = async (kind: 'place-labels' | 'box-list', id: string): Promise<string> => {
    const [prepared] = await paperTemplates[kind].prepare(archive, [id]);
    return htmlText(renderHtml([prepared!.build(null)])).join('|');
  };
  const [first, last] = items;
  for (const sheet of ['single', '2x4', '2x7', '3x8'] as const) {
    await chooseLabelSheet(archive, sheet);
    const label = await spoken('place-labels', shelf);
    expect(label.replaceAll('|', ' ')).toMatch(/2 号柜.*整卷 1 个　2026年第1卷.*永久第一盒/);
    expect(label).toContain(`2 件　${first?.archivalCode ?? ''} 至`);
    expect(label).toContain(last?.archivalCode);
  }
  const list = await spoken('box-list', shelf);
  for (const words of ['位置：街道档案室 › 2 号柜', '共2件、整卷1个', '和平里太极拳队', first?.title])
    expect(list).toContain(words);
  const subjects = await listPaperSubjects(archive, { kind: 'box-list', text: '第一', offset: 0, limit: 10 });
  expect(subjects.rows.map(({ name }) => name)).toEqual(['街道档案室 › 2 号柜 › 永久第一盒']);
  const [paper] = await readDossierPapers(archive, [ended]);
  expect([paper?.volume, paper?.box, paper?.retention]).toEqual(['2026 年第 1 卷', '2 号柜', '永久']);
});
