import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readServiceLines } from '../../../src/core/services/service-lines.ts';
import {
  exportServiceLines,
  importServiceLines,
  serviceTemplate,
  undoServiceImport,
} from '../../../src/core/services/service-workbooks.ts';
import type { ServiceFilter } from '../../../src/shared/contract/service-registers.ts';
import {
  registerSpec,
  serviceRegister,
  type ServiceRegister,
} from '../../../src/shared/domain/service-register.ts';
import { filedTeam } from '../../support/ended-organization.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { registerVolunteer } from '../../support/sample-services.ts';
import { workbookBytes } from '../../support/workbooks.ts';

let archive: TestArchive;
beforeAll(async () => {
  archive = await openTestArchive();
  await filedTeam(archive, '晚霞书画社');
  await registerVolunteer(archive, '王志愿');
});
afterAll(() => archive.close());

const everything: ServiceFilter = {
  text: '',
  communityIds: [],
  organizationId: null,
  state: null,
  late: false,
  from: null,
  to: null,
};

const sheetOf = async (rows: readonly (readonly (string | number)[])[]): Promise<File> =>
  new File([new Uint8Array(await workbookBytes([{ name: 'Sheet1', rows }]))], '活动.xlsx');
const read = (register: ServiceRegister, file: File, commit: boolean) =>
  importServiceLines(archive, { register, file, commit });
const rowsIn = async (file: File): Promise<string[][]> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) =>
    rows.push(
      Array.from(row.values as ExcelJS.CellValue[], (cell) => String((cell ?? '') as string | number)).slice(
        1,
      ),
    ),
  );
  return rows;
};

const header = ['活动日期', '活动名称', '组织', '参加的人', '领域', '需求由谁提出', '参与人次', '服务人群'];
const sound = [
  '2026年11月3日',
  '义写春联',
  '晚霞书画社',
  '王志愿 90',
  '社区精神文明',
  '居民群众',
  30,
  '老年人、妇女',
];

test('a sheet is read by the rules of the form; one row at fault and nothing is written', async () => {
  const file = await sheetOf([
    ['活动登记'],
    header,
    sound,
    ['2026-11-04', '', '晚霞书画社', '', '社区精神文明', '居民群众', '', ''],
    ['2026-11-05', '讲座', '没有的社', '', '社区精神文明', '居民群众', '', ''],
    ['2026-13-05', '讲座', '晚霞书画社', '', '社区精神文明', '居民群众', '', ''],
    ['2026-11-06', '讲座', '晚霞书画社', '赵不在 30', '社区精神文明', '居民群众', '', ''],
    ['2026-11-07', '讲座', '晚霞书画社', '', '唱歌', '居民群众', '', ''],
  ]);
  const outcome = await read('activity', file, true);
  expect(outcome).toEqual({
    ready: 1,
    importId: null,
    refused: [
      { row: 4, title: '', reason: '活动名称：还没有填。' },
      { row: 5, title: '讲座', reason: '组织：档案里没有这个名称。' },
      { row: 6, title: '讲座', reason: '活动日期：不是日期，应写成 2026-11-23 这样。' },
      { row: 7, title: '讲座', reason: '参加的人：档案里没有这个人，请先登记为志愿者或成员。' },
      { row: 8, title: '讲座', reason: '领域：不是可以填的内容。' },
    ],
  });
  const { total } = await readServiceLines(archive, {
    register: 'activity',
    filter: everything,
    offset: 0,
    limit: 1,
  });
  expect(total).toBe(0);
});

test('a sound sheet is tried, taken in, exported, and taken back as a whole', async () => {
  const file = await sheetOf([header, sound]);
  expect(await read('activity', file, false)).toEqual({ ready: 1, refused: [], importId: null });
  const { importId } = await read('activity', file, true);
  if (importId === null) throw new Error('not imported');
  const exported = await rowsIn(
    await exportServiceLines(archive, { register: 'activity', filter: everything }),
  );
  expect(exported[2]?.slice(0, 7)).toEqual([
    '活动日期',
    '活动名称',
    '组织',
    '社区（村）',
    '参加的人',
    '领域',
    '开始时间',
  ]);
  expect(exported[3]).toEqual([
    '2026-11-03',
    '义写春联',
    '晚霞书画社',
    '阳光里社区',
    '王志愿 90',
    '社区精神文明',
    '',
    '',
    '',
    '居民群众',
    '',
    '老年人、妇女',
    '30',
    '',
    '',
    '',
    '',
    '',
    '',
    '1',
    '90',
  ]);
  expect(await undoServiceImport(archive, importId)).toEqual({ removed: 1 });
  expect(
    (await readServiceLines(archive, { register: 'activity', filter: everything, offset: 0, limit: 1 }))
      .total,
  ).toBe(0);
});

test('money is read as whole fen, and a contract that pays too much is refused', async () => {
  const columns = ['签约日期', '项目名称', '承接组织', '类别', '购买（资助）方', '合同金额', '付款明细'];
  const row = (payments: string) => [
    '2026-03-01',
    '助老服务',
    '晚霞书画社',
    '公益创投',
    '街道',
    '1,000.10',
    payments,
  ];
  const outcome = await read(
    'purchase',
    await sheetOf([columns, row('2026-03-05 600.05（首付）；2026-06-05 400.05'), row('2026-03-05 1000.11')]),
    true,
  );
  expect(outcome.refused).toEqual([{ row: 3, title: '助老服务', reason: '付款明细：加起来超过了总金额。' }]);
  expect(outcome.ready).toBe(1);
});

test.each(serviceRegister.options.filter((register) => register !== 'service-proof'))(
  'the template of %s can be filled and read again',
  async (register) => {
    const [, , headers = []] = await rowsIn(await serviceTemplate(archive, register));
    expect(headers.length).toBeGreaterThan(Object.keys(registerSpec(register).fields).length);
    const file = await sheetOf([headers, ['2026-11-01', '']]);
    expect((await read(register, file, false)).refused).toHaveLength(1);
  },
);

test('a sheet without the columns says which', async () => {
  await expect(read('need', await sheetOf([['提出日期', '需求名称']]), false)).rejects.toMatchObject({
    code: 'SERVICE_SHEET_REFUSED',
    data: { missing: ['提出日期', '需求名称', '社区（村）', '谁提出的', '需要什么'] },
  });
});
