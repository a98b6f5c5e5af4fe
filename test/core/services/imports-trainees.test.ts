import { afterEach, beforeEach, expect, test } from 'vitest';
import { undoImport } from '../../../src/core/services/imports-undo.ts';
import { rejectsOf } from '../../../src/core/services/imports-workbooks.ts';
import { traineeTemplate } from '../../../src/core/services/trainee-lists.ts';
import { readTrainee, readTrainees, setFreeDays } from '../../../src/core/services/trainees.ts';
import { analyseWorkbook } from '../../../src/core/services/imports.ts';
import { personId } from '../../../src/shared/domain/ids.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { codesOf, countRows, runImportOf } from '../../support/run-import.ts';
import { checkedNumber, enterTrainee, poolFilter } from '../../support/training.ts';
import { workbookBytes } from '../../support/workbooks.ts';

let archive: TestArchive;
beforeEach(async () => void (archive = await openTestArchive()));
afterEach(() => archive.close());

const known = checkedNumber('99010119900305002');
const header = [
  '姓名',
  '人员类别',
  '所在社区',
  '工作单位',
  '岗位',
  '身份证号',
  '联系电话',
  '上岗日期',
  '离岗日期',
];
const staff = (rows: readonly (readonly string[])[], name = '人员名单') =>
  workbookBytes([{ name, rows: [['新河街道轮训人员名单'], header, ...rows] }]);

const rows = [
  [
    '安文英',
    '社区工作者、儿童主任',
    '阳光里',
    '阳光里社区居委会',
    '委员',
    known,
    '139 0000 0001',
    '2024.3',
    '',
  ],
  ['白志刚', '民政专干', '街道本级', '', '', '', '13900000002', '2020', '2026-06-30'],
  ['陈建国', '广场舞领队', '阳光里社区', '', '', '', '', '', ''],
  ['丁小红', '社工', '没有这个社区', '', '', '', '', '', ''],
  ['安文英', '儿童主任', '阳光里社区', '', '', known, '', '', ''],
  ['方远', '骨干志愿者', '和平里社区', '', '', '', '', '2026-05-01', '2026-04-01'],
];

const people = async () => {
  const { rows: found } = await readTrainees(archive, { filter: poolFilter(), offset: 0, limit: 100 });
  return found.map(({ name, stays }) => [
    name,
    ...stays.map(({ group, unit }) => `${group} ${unit}`).toSorted(),
  ]);
};

test('a staff list comes in with its groups and days; what cannot be taken is refused by name', async () => {
  const bytes = await staff(rows);
  const { sheets } = await analyseWorkbook(archive, '名单.xlsx', bytes);
  expect(sheets[0]).toMatchObject({ kind: 'trainees', firstDataRow: 3, organizationName: null });
  expect(sheets[0]?.columns.map(({ field }) => field)).toEqual([
    'person-name',
    'trainee-group',
    'community',
    'work-unit',
    'post',
    'identity-number',
    'phone',
    'starts-on',
    'ends-on',
  ]);
  const dry = await runImportOf(archive, bytes, { dryRun: true });
  expect(dry.counts).toMatchObject({ rowsRead: 6, rowsRefused: 4, peopleCreated: 2, traineesCreated: 3 });
  expect(await countRows(archive, 'trainee_stays')).toBe(0);

  const report = await runImportOf(archive, bytes);
  expect(report.counts).toEqual(dry.counts);
  expect(codesOf(report, 'refused')).toEqual({
    'value-unknown': 1,
    'community-unknown': 1,
    'duplicate-row': 1,
    'date-impossible': 1,
  });
  // 白志刚 left in June.
  expect(await people()).toEqual([
    ['安文英', 'child-director 阳光里社区居委会', 'community-worker 阳光里社区居委会'],
  ]);
  const rejects = await rejectsOf(archive, { uploadId: null, importId: report.importId });
  expect(rejects.fileName).toMatch(/退回的行\.xlsx$/);
  // What came back uncorrected is refused again, and is nothing more than that.
  const back = await runImportOf(archive, rejects.bytes);
  expect(back.counts).toMatchObject({ rowsRead: 4, rowsRefused: 3, peopleMatched: 1, traineesCreated: 0 });
});

test('a person whom the archive has already is that person; importing again adds nothing', async () => {
  const before = await enterTrainee(
    archive,
    '安文英',
    { group: 'volunteer-backbone' },
    { identityNumber: known },
  );
  const first = await runImportOf(archive, await staff(rows.slice(0, 2)));
  expect(first.counts).toMatchObject({ peopleCreated: 1, peopleMatched: 1, traineesCreated: 3 });
  expect((await readTrainee(archive, before)).stays.map(({ group }) => group).toSorted()).toEqual([
    'child-director',
    'community-worker',
    'volunteer-backbone',
  ]);
  const second = await runImportOf(archive, await staff(rows.slice(0, 2)));
  expect(second.counts).toMatchObject({ peopleCreated: 0, peopleMatched: 2, traineesCreated: 0 });
});

test('a sheet that is called after a group needs no column for it', async () => {
  const bytes = await workbookBytes([
    {
      name: '儿童主任名单',
      rows: [
        ['序号', '姓名', '社区', '联系电话'],
        ['1', '安文英', '阳光里社区', '13900000001'],
        ['2', '白志刚', '龙泉村', '13900000002'],
      ],
    },
  ]);
  expect((await runImportOf(archive, bytes)).counts).toMatchObject({ rowsRefused: 0, traineesCreated: 2 });
  expect(await people()).toEqual([
    ['安文英', 'child-director null'],
    ['白志刚', 'child-director null'],
  ]);
});

test('the empty list that is offered is one that is understood', async () => {
  const file = await traineeTemplate();
  const { sheets } = await analyseWorkbook(archive, file.name, new Uint8Array(await file.arrayBuffer()));
  expect(sheets[0]?.kind).toBe('trainees');
  expect(sheets[0]?.columns.every(({ field }) => field !== null)).toBe(true);
});

test('an import is taken back as a whole, unless somebody has worked with its people since', async () => {
  const { importId } = await runImportOf(archive, await staff(rows.slice(0, 2)));
  if (importId === null) throw new Error('nothing was imported');
  const { rows: found } = await readTrainees(archive, { filter: poolFilter(), offset: 0, limit: 9 });
  await setFreeDays(archive, { personId: personId.parse(found[0]?.personId), weekdays: [1] });
  await undoImport(archive, importId);
  expect([await countRows(archive, 'trainee_stays'), await countRows(archive, 'people')]).toEqual([0, 0]);

  const again = await runImportOf(archive, await staff(rows.slice(0, 2)));
  await enterTrainee(archive, '安文英', { group: 'social-worker' }, { identityNumber: known });
  await expect(undoImport(archive, again.importId ?? '')).rejects.toMatchObject({
    code: 'IMPORT_NOT_UNDOABLE',
  });
});
