import { guessedMapping } from '../../../src/shared/domain/workbook-import.ts';
import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityCheckCharacter } from '../../../src/shared/domain/identity-number.ts';
import { uploadId } from '../../../src/shared/domain/ids.ts';
import { isCoded } from '../../../src/shared/errors.ts';
import { undoImport } from '../../../src/core/services/imports-undo.ts';
import { rejectsOf, reportWorkbookOf } from '../../../src/core/services/imports-workbooks.ts';
import {
  analyseWorkbook,
  dryRunImport,
  importWorkbook,
  runImport,
} from '../../../src/core/services/imports.ts';
import { addMember } from '../../../src/core/services/roster-changes.ts';
import { startTeam } from '../../support/filing-steps.ts';
import { memberOf } from '../../support/members.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { codesOf, countRows, resultOf, runImportOf } from '../../support/run-import.ts';
import { workbookBytes, type SheetCells, type SheetFixture } from '../../support/workbooks.ts';

/** A right identity number of a fictional region. */
const identity = (birth: string, sequence: string): string => {
  const digits = `990101${birth}${sequence}`;
  return digits + identityCheckCharacter(digits);
};

const ledgerHeader = [
  '序号',
  '社区',
  '组织名称',
  '类别',
  '备案号',
  '备案日期',
  '负责人',
  '政治面貌',
  '联系电话',
  '成员数',
  '备注',
];
const rosterHeader = [
  '组织名称',
  '姓名',
  '性别',
  '身份证号',
  '出生年月',
  '政治面貌',
  '职务',
  '联系电话',
  '加入日期',
];

const ledger = (...rows: SheetCells): SheetFixture => ({ name: '台账', rows: [ledgerHeader, ...rows] });
const roster = (...rows: SheetCells): SheetFixture => ({ name: '花名册', rows: [rosterHeader, ...rows] });

const choir: readonly ExcelJS.CellValue[] = [
  1,
  '阳光里社区',
  '阳光里合唱团',
  '文体活动类',
  '新河街社备〔2018〕1号',
  '2018-05-01',
  '邓𠮷兰',
  '中共党员',
  '13800138000',
  2,
  '',
];
const zhang: readonly ExcelJS.CellValue[] = [
  '阳光里合唱团',
  '邓𠮷兰',
  '女',
  identity('19600102', '002'),
  '1960-01-02',
  '中共党员',
  '负责人',
  '13800138000',
  '2018-05-01',
];
const li: readonly ExcelJS.CellValue[] = [
  '阳光里合唱团',
  '李四',
  '男',
  identity('19700304', '001'),
  '1970-03-04',
  '群众',
  '成员',
  '',
  '2018-05-01',
];

let archive: TestArchive;
beforeEach(async () => void (archive = await openTestArchive()));
afterEach(() => archive.close());

const rows = <Row>(sql: string): Promise<Row[]> => archive.store.read((reader) => reader.all<Row>(sql));
const importSheets = async (...sheets: SheetFixture[]) => runImportOf(archive, await workbookBytes(sheets));

describe('matching', () => {
  it.each(['阳光里', '阳光里社区', ' 阳光里社区居委会', '阳光里社区居民委员会'])(
    'finds the community %j',
    async (name) => {
      const report = await importSheets(ledger(choir.with(1, name)));
      expect(report.counts).toMatchObject({ organizationsCreated: 1, rowsRefused: 0 });
      expect(
        await rows('SELECT c.name FROM organizations o JOIN communities c ON c.id = o.community_id'),
      ).toEqual([{ name: '阳光里社区' }]);
    },
  );

  it('refuses an unknown community and, with it, the roster of that organization', async () => {
    const report = await importSheets(ledger(choir.with(1, '月亮湾社区')), roster(zhang));
    expect(codesOf(report, 'refused')).toEqual({ 'community-unknown': 1, 'organization-unknown': 1 });
    expect(await countRows(archive, 'organizations')).toBe(0);
  });

  it('makes one person of one identity number in two organizations, and says so', async () => {
    const chess = choir.with(2, '阳光里棋社').with(4, '新河街社备〔2018〕2号');
    const report = await importSheets(
      ledger(choir, chess),
      roster(zhang, zhang.with(0, '阳光里棋社').with(7, '13900139000')),
    );
    expect(report.counts).toMatchObject({ peopleCreated: 1, peopleMatched: 1, membershipsCreated: 2 });
    expect(codesOf(report, 'warning')).toMatchObject({
      'person-in-several-organizations': 1,
      'phone-differs': 1,
    });
    expect(await rows('SELECT phone FROM people')).toEqual([{ phone: '13800138000' }]);
  });

  it('refuses the same person twice in one organization, and one number under two names', async () => {
    const report = await importSheets(
      ledger(choir),
      roster(
        zhang,
        zhang,
        zhang.with(1, '王五'),
        li.with(3, ''),
        li.with(3, ''),
        li.with(3, '').with(4, '1971-01-01'),
      ),
    );
    expect(codesOf(report, 'refused')).toEqual({ 'duplicate-row': 2, 'duplicate-person': 1 });
    expect(await rows('SELECT name, birth_date FROM people ORDER BY name, birth_date')).toEqual([
      { name: '李四', birth_date: '1970-03-04' },
      { name: '李四', birth_date: '1971-01-01' },
      { name: '邓𠮷兰', birth_date: '1960-01-02' },
    ]);
  });

  it('refuses a second ledger row of a name, and a filing number that is taken', async () => {
    const report = await importSheets(ledger(choir, choir, choir.with(2, '阳光里棋社')));
    expect(codesOf(report, 'refused')).toEqual({ 'duplicate-organization': 1, 'filing-number-taken': 2 });
    expect(report.counts).toMatchObject({ rowsRefused: 2, organizationsCreated: 1 });
  });

  it('knows a filing number in another spelling', async () => {
    const report = await importSheets(
      ledger(
        choir.with(4, '新河街社备[2018]１号 '),
        choir.with(2, '阳光里棋社').with(4, '新河街社备（2018）1号'),
      ),
    );
    expect(codesOf(report, 'changed')).toEqual({ 'word-normalized': 2 });
    expect(codesOf(report, 'refused')).toEqual({ 'filing-number-taken': 1 });
    expect(await rows('SELECT filing_number FROM organizations')).toEqual([
      { filing_number: '新河街社备〔2018〕1号' },
    ]);
  });

  it('fills what the archive lacks, never overwrites what it has, and reports the difference', async () => {
    await importSheets(ledger(choir.with(7, '').with(9, null)), roster(zhang.with(3, '').with(7, '')));
    const report = await importSheets(ledger(choir.with(8, '13900139000').with(9, 12)), roster(zhang));
    expect(report.counts).toMatchObject({
      organizationsCreated: 0,
      organizationsUpdated: 1,
      peopleCreated: 0,
      peopleMatched: 1,
      membershipsCreated: 0,
    });
    expect(codesOf(report, 'warning')).toMatchObject({ 'differs-from-archive': 1 });
    expect(
      await rows('SELECT contact_phone, declared_member_count, member_count FROM organizations'),
    ).toEqual([{ contact_phone: '13800138000', declared_member_count: 12, member_count: 1 }]);
    expect(await rows('SELECT identity_number, phone FROM people')).toEqual([
      { identity_number: identity('19600102', '002'), phone: '13800138000' },
    ]);
  });

  it('completes a responsible person whom only the ledger named once the roster row comes', async () => {
    const first = await importSheets(ledger(choir), roster(li));
    expect(codesOf(first, 'warning')).toMatchObject({ 'responsible-person-not-in-roster': 1 });
    const second = await importSheets(roster(zhang));
    expect(second.counts).toMatchObject({ peopleCreated: 0, peopleMatched: 1, membershipsCreated: 0 });
    expect(
      await rows(
        'SELECT p.name, p.birth_date, p.sex FROM organizations o JOIN people p ON p.id = o.responsible_person_id',
      ),
    ).toEqual([{ name: '邓𠮷兰', birth_date: '1960-01-02', sex: 'female' }]);
  });

  it('reads the standing of an organization from its remark', async () => {
    const chess = choir.with(2, '阳光里棋社').with(4, '').with(5, '').with(10, '拟登记，暂停活动');
    const report = await importSheets(ledger(choir, chess));
    expect(codesOf(report, 'changed')).toEqual({ 'status-from-remark': 2 });
    expect(
      await rows('SELECT name, status, proposed_registration AS proposed FROM organizations ORDER BY name'),
    ).toEqual([
      { name: '阳光里合唱团', status: 'filed', proposed: 0 },
      { name: '阳光里棋社', status: 'inactive', proposed: 1 },
    ]);
  });
});

describe('other habits of workbooks', () => {
  it('imports one sheet per organization', async () => {
    await importSheets(ledger(choir));
    const report = await importSheets(
      {
        name: 'Sheet1',
        rows: [
          ['阳光里合唱团成员花名册'],
          ['姓名', '性别', '职务'],
          ['邓𠮷兰', '女', '团长'],
          ['李四', '男', '顾问'],
        ],
      },
      { name: 'Sheet2', rows: [['和平里棋社成员花名册'], ['姓名', '性别'], ['王五', '男']] },
    );
    expect(codesOf(report, 'refused')).toEqual({ 'organization-unknown': 1 });
    expect(await rows('SELECT role, role_title FROM memberships ORDER BY position')).toEqual([
      { role: 'responsible-person', role_title: null },
      { role: 'member', role_title: '顾问' },
    ]);
  });

  it('reads days of a workbook that counts from 1904 and fills merged communities', async () => {
    const chess = choir.with(1, null).with(2, '阳光里棋社').with(4, '');
    const bytes = await workbookBytes(
      [
        {
          ...ledger(
            choir.with(5, new Date('2016-08-28T00:00:00Z')),
            chess.with(5, new Date('2017-01-31T00:00:00Z')),
          ),
          merges: ['B2:B3'],
          formats: { F2: 'yyyy-mm-dd', F3: 'yyyy-mm-dd' },
        },
      ],
      { date1904: true },
    );
    const report = await runImportOf(archive, bytes);
    expect(codesOf(report, 'changed')).toEqual({ 'merged-filled': 1 });
    expect(await rows('SELECT filed_on FROM organizations ORDER BY name')).toEqual([
      { filed_on: '2016-08-28' },
      { filed_on: '2017-01-31' },
    ]);
  });

  it('takes what begins like a formula as the text it is, and a formula by its stored result, named', async () => {
    const report = await importSheets(
      ledger(
        choir.with(6, '').with(10, '=HYPERLINK("http://a.invalid")'),
        choir.with(2, { formula: '"阳光里"&"棋社"', result: '阳光里棋社' }).with(4, '').with(6, ''),
      ),
    );
    expect(codesOf(report, 'warning')).toMatchObject({ 'formula-value': 1 });
    expect(await rows('SELECT name, remark FROM organizations ORDER BY name')).toEqual([
      { name: '阳光里合唱团', remark: '=HYPERLINK("http://a.invalid")' },
      { name: '阳光里棋社', remark: null },
    ]);
  });

  it('imports a ledger whose header stands in two rows under a title', async () => {
    const report = await importSheets({
      name: '备案台账',
      rows: [
        ['新河街道社区社会组织备案台账'],
        ['序号', '所属村（居）', '社会组织名称', '负责人', '', '', '备案情况', ''],
        ['', '', '', '姓名', '政治面貌', '联系电话', '备案号', '备案时间'],
        [1, '龙泉村', '龙泉村腰鼓队', '叶明㛃', '党员', '138-0013-8000', '新河街社备〔2019〕7号', '2019.7'],
        ['合计', '', '共1个'],
      ],
      merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:H2'],
    });
    expect(codesOf(report, 'changed')).toEqual({
      'word-normalized': 1,
      'phone-normalized': 1,
      'date-normalized': 1,
    });
    expect(
      await rows(
        `SELECT o.name, o.filing_number, o.filed_on, p.name AS person, p.political_status, p.phone
         FROM organizations o JOIN people p ON p.id = o.responsible_person_id`,
      ),
    ).toEqual([
      {
        name: '龙泉村腰鼓队',
        filing_number: '新河街社备〔2019〕7号',
        filed_on: '2019-07',
        person: '叶明㛃',
        political_status: 'party-member',
        phone: '13800138000',
      },
    ]);
  });

  it('imports a CSV and gives its refused rows back', async () => {
    await importSheets(ledger(choir));
    const text = '组织名称,姓名,身份证号\r\n阳光里合唱团,李四,9.90101E+17\r\n阳光里合唱团,王五,';
    const report = await runImportOf(archive, Buffer.from(`\uFEFF${text}`), { fileName: '花名册[1].csv' });
    expect(report.counts).toMatchObject({ rowsRead: 2, rowsRefused: 1, membershipsCreated: 1 });
    const { bytes } = await rejectsOf(archive, { uploadId: null, importId: report.importId });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['花名册_1_']);
  });

  it('refuses what is too long or invisible rather than storing it', async () => {
    const report = await importSheets(ledger(choir.with(2, '长'.repeat(61))), roster());
    expect(codesOf(report, 'refused')).toEqual({ 'value-too-long': 1 });
    const repaired = await importSheets(ledger(choir.with(2, '阳光里\u200B合唱团\u0007')));
    expect(codesOf(repaired, 'changed')).toEqual({ 'text-repaired': 1 });
    expect(await rows('SELECT name FROM organizations')).toEqual([{ name: '阳光里合唱团' }]);
  });

  it('remembers what the office chose for a header', async () => {
    const odd: SheetFixture = {
      name: '册',
      rows: [
        ['组织名称', '姓名', '证'],
        ['阳光里合唱团', '李四', identity('19700304', '001')],
      ],
    };
    await importSheets(ledger(choir));
    const bytes = await workbookBytes([odd]);
    const first = await analyseWorkbook(archive, 'a.xlsx', bytes);
    expect(first.sheets[0]?.columns[2]).toMatchObject({ field: null, origin: 'none' });
    const mapping = guessedMapping(first.sheets);
    const chosen = {
      sheets: mapping.sheets.map((sheet) => ({
        ...sheet,
        columns: sheet.columns.map((column) =>
          column.index === 2 ? { ...column, field: 'identity-number' as const } : column,
        ),
      })),
    };
    await runImportOf(archive, bytes, { mapping: chosen });
    const second = await analyseWorkbook(archive, 'b.xlsx', bytes);
    expect(second.sheets[0]?.columns[2]).toMatchObject({ field: 'identity-number', origin: 'remembered' });
  });

  it('names the columns that are missing', async () => {
    const bytes = await workbookBytes([
      {
        name: '册',
        rows: [
          ['组织名称', '类别', '备案号', '负责人', '成员数'],
          ['甲', '', '', '', 1],
        ],
      },
    ]);
    await expect(runImportOf(archive, bytes)).rejects.toMatchObject({
      code: 'MAPPING_INCOMPLETE',
      data: { sheet: '册', missing: ['community'] },
    });
  });
});

describe('refused rows', () => {
  const wrong = li.with(
    3,
    identity('19700304', '001').replace(/.$/, (last) => (last === '1' ? '2' : '1')),
  );
  const cut = ['阳光里合唱团', '赵六', '男', 990101197503049000, 27823, '群众', '队员', 13800138001, '=1+1'];

  const read = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    return workbook;
  };

  it('come back as they stood, as text, with reason and advice', async () => {
    const report = await importSheets(ledger(choir), roster(zhang, wrong, cut));
    expect(codesOf(report, 'refused')).toEqual({
      'identity-check-digit': 1,
      'identity-cut-by-excel': 1,
      'date-unreadable': 1,
    });
    const { fileName, bytes } = await rejectsOf(archive, { uploadId: null, importId: report.importId });
    expect(fileName).toBe('台账-退回的行.xlsx');
    const sheet = (await read(bytes)).getWorksheet('花名册');
    expect(sheet?.getRow(1).values).toEqual([undefined, ...rosterHeader, '退回原因', '如何修改', '原表行号']);
    expect(sheet?.getRow(3).values).toEqual([
      undefined,
      '阳光里合唱团',
      '赵六',
      '男',
      '990101197503049000',
      '27823',
      '群众',
      '队员',
      '13800138001',
      '=1+1',
      '身份证号：身份证号被 Excel 截成 15 位有效数字，后几位已丢失。\n加入日期：日期认不出来。',
      '请在原表把这一列设为文本，再按证件重新录入号码。\n请写成 2024-05-01 的样子。',
      '4',
    ]);
    sheet
      ?.getRow(3)
      .eachCell((cell) => expect([cell.type, cell.numFmt]).toEqual([ExcelJS.ValueType.String, '@']));
  });

  it('can be corrected and imported again, which completes the set', async () => {
    const first = await importSheets(ledger(choir), roster(zhang, wrong, cut));
    const { bytes } = await rejectsOf(archive, { uploadId: null, importId: first.importId });
    const workbook = await read(bytes);
    const sheet = workbook.getWorksheet('花名册');
    for (const [row, number] of [
      [2, identity('19700304', '001')],
      [3, identity('19760304', '003')],
    ] as const) {
      if (sheet) sheet.getCell(row, 4).value = number;
    }
    if (sheet) sheet.getCell(3, 9).value = '2019.3.1';
    const again = await runImportOf(archive, Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(again.counts).toMatchObject({
      rowsRead: 2,
      rowsRefused: 0,
      peopleCreated: 2,
      membershipsCreated: 2,
    });
    expect(
      await rows(
        'SELECT p.name, p.birth_date, m.joined_on FROM memberships m JOIN people p ON p.id = m.person_id ORDER BY m.position',
      ),
    ).toEqual([
      { name: '邓𠮷兰', birth_date: '1960-01-02', joined_on: '2018-05-01' },
      { name: '李四', birth_date: '1970-03-04', joined_on: '2018-05-01' },
      { name: '赵六', birth_date: '1976-03-04', joined_on: '2019-03-01' },
    ]);
  });

  it('say the day of a day number that text could not say', async () => {
    const bytes = await workbookBytes(
      [roster(li.with(3, '123').with(4, 9000).with(8, new Date('2019-03-01T00:00:00Z')))],
      { date1904: true },
    );
    await importSheets(ledger(choir));
    const report = await runImportOf(archive, bytes);
    const source = { uploadId: null, importId: report.importId };
    const sheet = (await read((await rejectsOf(archive, source)).bytes)).getWorksheet('花名册');
    expect([sheet?.getCell('E2').value, sheet?.getCell('I2').value]).toEqual(['1928-08-22', '2019-03-01']);
  });

  it('keep the name of the organization where a sheet is its roster', async () => {
    await importSheets(ledger(choir));
    const report = await importSheets({
      name: 'Sheet1',
      rows: [['阳光里合唱团成员花名册'], ['姓名', '身份证号'], ['李四', '123']],
    });
    const { bytes } = await rejectsOf(archive, { uploadId: null, importId: report.importId });
    const workbook = await read(bytes);
    const sheet = workbook.getWorksheet('Sheet1');
    if (sheet) sheet.getCell(3, 2).value = identity('19700304', '001');
    const again = await runImportOf(archive, Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(again.counts).toMatchObject({ rowsRefused: 0, membershipsCreated: 1 });
  });

  it('are there after a dry run too, and so is the report', async () => {
    const analysis = await analyseWorkbook(
      archive,
      '台账.xlsx',
      await workbookBytes([ledger(choir), roster(wrong)]),
    );
    const source = { uploadId: analysis.uploadId, importId: null };
    await expect(rejectsOf(archive, source)).rejects.toMatchObject({ code: 'UPLOAD_EXPIRED' });
    await resultOf(dryRunImport(archive, analysis.uploadId, guessedMapping(analysis.sheets)));
    expect((await read((await rejectsOf(archive, source)).bytes)).worksheets.map(({ name }) => name)).toEqual(
      ['花名册'],
    );
    const report = await read((await reportWorkbookOf(archive, source)).bytes);
    expect(report.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['汇总', expect.any(Number)],
      ['未导入', 2],
      ['已改动', 1],
      ['请核对', 2],
    ]);
    expect(report.getWorksheet('未导入')?.getRow(2).values).toEqual(
      [
        undefined,
        '花名册',
        '2',
        'D',
        '身份证号',
        '身份证号的校验位不对。',
        expect.stringMatching(/^990\*{11}/),
        '',
        '请对照证件逐位核对。',
      ].map((value) => (value === '' ? expect.anything() : value)),
    );
    expect(await countRows(archive, 'organizations')).toBe(0);
  });
});

describe('cancelling and failing', () => {
  it('leaves nothing when the stream is closed or the signal comes before the commit', async () => {
    const many = Array.from({ length: 1_200 }, (_, index) => li.with(3, '').with(1, `成员${index}`));
    const bytes = await workbookBytes([ledger(choir), roster(...many)]);
    for await (const event of importWorkbook(archive, { fileName: 'a.xlsx', bytes, dryRun: false })) {
      if (event.type === 'progress' && event.stage === 'write') break;
    }
    expect(await countRows(archive, 'people')).toBe(0);

    const controller = new AbortController();
    const stages = new Set<string>();
    const work = async (): Promise<void> => {
      for await (const event of importWorkbook(
        archive,
        { fileName: 'a.xlsx', bytes, dryRun: false },
        controller.signal,
      )) {
        if (event.type === 'progress') stages.add(event.stage);
        if (event.type === 'progress' && event.stage === 'write') controller.abort();
      }
    };
    await expect(work()).rejects.toMatchObject({ code: 'CANCELLED' });
    expect([...stages]).toEqual(['read', 'rows', 'write']);
    expect(await countRows(archive, 'people')).toBe(0);
    expect(await countRows(archive, 'imports')).toBe(0);
    expect((await runImportOf(archive, bytes)).counts.membershipsCreated).toBe(1_201);
  });

  it('plans again when somebody changes the register between plan and commit', async () => {
    const analysis = await analyseWorkbook(
      archive,
      'a.xlsx',
      await workbookBytes([ledger(choir), roster(zhang)]),
    );
    const other = await workbookBytes([ledger(choir)]);
    let disturbed = false;
    const write: TestArchive['store']['write'] = async (work) => {
      if (!disturbed) {
        disturbed = true;
        await runImportOf(archive, other);
      }
      return archive.store.write(work);
    };
    const disturbedArchive = { ...archive, store: { ...archive.store, write } };
    const report = await resultOf(
      runImport(disturbedArchive, analysis.uploadId, guessedMapping(analysis.sheets)),
    );
    expect(disturbed).toBe(true);
    expect(report.counts).toMatchObject({ organizationsCreated: 0, peopleCreated: 0, peopleMatched: 1 });
    expect(await countRows(archive, 'organizations')).toBe(1);
  });

  it('refuses an upload that is gone', async () => {
    await expect(resultOf(runImport(archive, uploadId.parse('gone'), { sheets: [] }))).rejects.toMatchObject({
      code: 'UPLOAD_EXPIRED',
    });
  });
});

describe('undo', () => {
  const everything = async (): Promise<unknown> => ({
    organizations: await rows('SELECT * FROM organizations ORDER BY id'),
    categories: await rows('SELECT * FROM organization_categories ORDER BY organization_id'),
    people: await rows('SELECT * FROM people ORDER BY id'),
    memberships: await rows('SELECT * FROM memberships ORDER BY id'),
    filings: await rows('SELECT * FROM filings ORDER BY id'),
    numbers: await rows('SELECT * FROM filing_numbers ORDER BY filing_number'),
    certificates: await rows('SELECT * FROM certificates ORDER BY id'),
    found: await rows('SELECT kind, entity_id, text FROM search_entries ORDER BY entity_id'),
  });

  it('takes a whole import back, made and filled rows alike', async () => {
    await importSheets(ledger(choir.with(7, '').with(9, null).with(3, '')), roster(zhang.with(3, '')));
    const before = await everything();
    archive.ports.clock.set('2026-11-24T01:00:00.000Z');
    const chess = choir.with(2, '阳光里棋社').with(4, '新河街社备〔2018〕2号');
    const report = await importSheets(ledger(choir.with(9, 12), chess), roster(zhang, li));
    expect(await everything()).not.toEqual(before);
    const undone = await undoImport(archive, report.importId ?? '');
    expect(undone.undoneAt).toBe('2026-11-24T01:00:00.000Z');
    expect(await everything()).toEqual(before);
    await expect(undoImport(archive, report.importId ?? '')).rejects.toMatchObject({
      code: 'IMPORT_NOT_UNDOABLE',
      data: { reason: 'already-undone' },
    });
    expect((await importSheets(ledger(choir, chess), roster(zhang, li))).counts.organizationsCreated).toBe(1);
  });

  it.each([
    [
      'a person was edited',
      "UPDATE people SET phone = '1', updated_at = '2026-11-25T00:00:00.000Z' WHERE name = '李四'",
    ],
    ['a member left', "UPDATE memberships SET left_on = '2026-11-25'"],
    ['an organization was edited', "UPDATE organizations SET updated_at = '2026-11-25T00:00:00.000Z'"],
    [
      'a person was removed',
      "DELETE FROM memberships WHERE person_id IN (SELECT id FROM people WHERE name = '李四')",
    ],
    [
      'a member joined',
      "INSERT INTO memberships (id, organization_id, person_id, role, joined_on, left_on, position) SELECT 'new', organization_id, person_id, 'member', '2026-01-01', '2026-02-01', 9 FROM memberships LIMIT 1",
    ],
  ])('is refused when %s since', async (_, sql) => {
    const report = await importSheets(ledger(choir), roster(zhang, li));
    await archive.store.write((writer) => writer.run(sql));
    const before = await everything();
    const failure = await undoImport(archive, report.importId ?? '').catch((error: unknown) => error);
    expect(isCoded(failure, 'IMPORT_NOT_UNDOABLE') && failure.data.reason).toBe('changed-since');
    expect(await everything()).toEqual(before);
  });
});

describe('what is in the archive already', () => {
  it('is not filled in beside a filing that works on it', async () => {
    await startTeam(archive, '阳光里合唱团');
    const report = await importSheets(ledger(choir));
    expect(codesOf(report, 'warning')).toMatchObject({ 'filing-open': 1 });
    expect(report.counts.organizationsUpdated).toBe(0);
    expect(await rows('SELECT filing_number FROM organizations')).toEqual([{ filing_number: null }]);
  });

  it('counts Party members anew wherever somebody belongs whose status is filled in, and after undoing', async () => {
    const team = await enterOrganization(archive, '阳光里太极队');
    await addMember(archive, memberOf(team, { name: '邓𠮷兰', identityNumber: identity('19600102', '002') }));
    const counted = () => rows(`SELECT party_member_count AS count FROM organizations WHERE id = '${team}'`);
    const report = await importSheets(ledger(choir), roster(zhang.with(5, '中共党员')));
    expect(await counted()).toEqual([{ count: 1 }]);
    await undoImport(archive, report.importId!);
    expect(await counted()).toEqual([{ count: 0 }]);
  });
});
