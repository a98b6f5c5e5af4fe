import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { SheetAnalysis } from '../../../src/shared/domain/workbook-import.ts';
import {
  analyseSheets,
  headerSignature,
  type RememberedMapping,
} from '../../../src/core/interchange/sheet-analysis.ts';
import { readWorkbook } from '../../../src/core/interchange/workbook-reading.ts';
import { workbookBytes, type SheetFixture } from '../../support/workbooks.ts';

const analysed = async (
  sheets: readonly SheetFixture[],
  recall: (signature: string) => RememberedMapping | null = () => null,
): Promise<SheetAnalysis[]> =>
  analyseSheets(await readWorkbook(await workbookBytes(sheets), 'a.xlsx'), recall);

const fields = (sheet: SheetAnalysis | undefined): Record<string, string | null> =>
  Object.fromEntries((sheet?.columns ?? []).map(({ letter, field }) => [letter, field]));

describe('the sample ledger', () => {
  it('is understood without help', async () => {
    const bytes = await readFile(new URL('../../../resources/sample/street-ledger.xlsx', import.meta.url));
    const [ledger, roster] = analyseSheets(await readWorkbook(bytes, 'street-ledger.xlsx'), () => null);
    expect(ledger).toMatchObject({
      name: '组织台账',
      kind: 'organizations',
      headerRows: [3],
      firstDataRow: 4,
      dataRowCount: 224,
      mergedRanges: 13,
      organizationName: null,
    });
    expect(fields(ledger)).toEqual({
      A: 'sequence',
      B: 'community',
      C: 'organization-name',
      D: 'category',
      E: 'filing-number',
      F: 'filed-on',
      G: 'responsible-person',
      H: 'responsible-political-status',
      I: 'contact-phone',
      J: 'member-count',
      K: 'premises',
      L: 'remark',
    });
    expect(roster).toMatchObject({ kind: 'roster', headerRows: [3], firstDataRow: 4, dataRowCount: 6124 });
    expect(fields(roster)).toEqual({
      A: 'sequence',
      B: 'organization-name',
      C: 'person-name',
      D: 'sex',
      E: 'identity-number',
      F: 'birth-date',
      G: 'political-status',
      H: 'role',
      I: 'phone',
      J: 'joined-on',
      K: 'remark',
    });
    expect(roster?.columns[4]?.samples[0]).toBe('990***********0598');
    expect(JSON.stringify([ledger, roster])).not.toMatch(/\d{15}/);
  });
});

describe('other habits', () => {
  it('reads a header in two rows with groups', async () => {
    const [sheet] = await analysed([
      {
        name: '台账',
        rows: [
          ['新河街道社区社会组织备案台账'],
          ['序号', '所属村（居）', '社会组织名称', '负责人', '', '', '备案情况', '', '备注'],
          ['', '', '', '姓名', '政治面貌', '联系电话', '备案号', '备案时间', ''],
          [1, '阳光里社区', '阳光里合唱团', '彭军浩', '群众', '13800138000', '1号', '2018-01-02', ''],
        ],
        merges: ['A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:H2', 'I2:I3'],
      },
    ]);
    expect(sheet).toMatchObject({
      kind: 'organizations',
      headerRows: [2, 3],
      firstDataRow: 4,
      dataRowCount: 1,
    });
    expect(fields(sheet)).toEqual({
      A: 'sequence',
      B: 'community',
      C: 'organization-name',
      D: 'responsible-person',
      E: 'responsible-political-status',
      F: 'contact-phone',
      G: 'filing-number',
      H: 'filed-on',
      I: 'remark',
    });
    expect(sheet?.columns[3]?.header).toBe('负责人/姓名');
  });

  it.each<[string, SheetFixture, string | null]>([
    ['the title', { name: 'Sheet1', rows: [['阳光里合唱团成员花名册（2026年）']] }, '阳光里合唱团'],
    [
      'a line',
      { name: 'Sheet1', rows: [['花名册'], ['组织名称：阳光里合唱团  社区：阳光里']] },
      '阳光里合唱团',
    ],
    ['a labelled cell', { name: 'Sheet1', rows: [['组织名称', '阳光里合唱团']] }, '阳光里合唱团'],
    ['the tab', { name: '阳光里合唱团', rows: [['成员花名册']] }, '阳光里合唱团'],
    ['nowhere', { name: 'Sheet1', rows: [['社区社会组织成员花名册']] }, null],
  ])('finds the organization of a sheet of its own in %s', async (_, { name, rows }, expected) => {
    const [sheet] = await analysed([
      { name, rows: [...rows, ['姓名', '性别', '身份证号'], ['林莹', '女', '']] },
    ]);
    expect(sheet).toMatchObject({ kind: 'roster', organizationName: expected, dataRowCount: 1 });
  });

  it('leaves out totals, signature lines, empty rows and headers printed again', async () => {
    const header = ['序号', '组织名称', '姓名', '性别', '身份证号'];
    const [sheet] = await analysed([
      {
        name: '册',
        rows: [
          header,
          [1, '甲队', '林莹', '女'],
          [],
          ['小计', '', '共1人'],
          header,
          [2, '甲队', '王五', '男'],
          ['填表人：张三', '', '', '审核人：李四'],
        ],
      },
    ]);
    expect(sheet?.dataRowCount).toBe(2);
  });

  it('ignores a sheet of something else but names its columns', async () => {
    const [sheet] = await analysed([
      {
        name: '说明',
        rows: [
          ['月份', '金额', '经手'],
          ['一月', 3, '王五'],
        ],
      },
    ]);
    expect(sheet?.kind).toBe('ignored');
    expect(fields(sheet)).toEqual({ A: null, B: null, C: null });
  });

  it('does not offer a hidden sheet for import', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('旧名册', { state: 'hidden' });
    sheet.addRows([
      ['姓名', '性别'],
      ['林莹', '女'],
    ]);
    workbook.addWorksheet('说明').addRow(['空']);
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const sheets = analyseSheets(await readWorkbook(bytes, 'a.xlsx'), () => null);
    expect(sheets.map(({ name, kind }) => [name, kind])).toEqual([
      ['旧名册', 'ignored'],
      ['说明', 'ignored'],
    ]);
  });

  it('lets what the office chose before win over the guess', async () => {
    const signature = headerSignature(['姓名', '性别', '证号']);
    const rows = [
      ['姓名', '性别', '证号'],
      ['林莹', '女', ''],
    ];
    const [sheet] = await analysed([{ name: '甲队', rows }], (asked) =>
      asked === signature ? { kind: 'roster', fields: ['person-name', null, 'identity-number'] } : null,
    );
    expect(sheet?.columns.map(({ field, origin }) => [field, origin])).toEqual([
      ['person-name', 'remembered'],
      [null, 'remembered'],
      ['identity-number', 'remembered'],
    ]);
  });
});
