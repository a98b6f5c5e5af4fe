import { Buffer } from 'node:buffer';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { cellText, type Sheet, type Workbook } from '../../../src/core/interchange/workbook-cells.ts';
import { readWorkbook } from '../../../src/core/interchange/workbook-reading.ts';
import { inlineRow, packageParts, workbookBytes, zipBytes } from '../../support/workbooks.ts';

const texts = (workbook: Workbook, sheet = 0): string[][] =>
  (workbook.sheets[sheet] as Sheet).rows.map((row) => row.map((cell) => cellText(cell, workbook.dateSystem)));

const refusal = async (bytes: Uint8Array, fileName = 'a.xlsx'): Promise<unknown> => {
  try {
    await readWorkbook(bytes, fileName);
    return 'read';
  } catch (error) {
    return (
      (error as { data?: { reason?: string }; code?: string }).data?.reason ??
      (error as { code?: string }).code
    );
  }
};

describe('rare characters', () => {
  it('reads numeric references of the supplementary planes as the characters they name', async () => {
    const bytes = await zipBytes(
      packageParts(
        inlineRow(
          1,
          '&#134071;&#x20BB7;&#x00020bb7;',
          '&#x36C3;&#19886;',
          '&#128512;',
          '&#38;&#60;',
          '𬌗&#x2B64E;',
        ),
      ),
    );
    expect(texts(await readWorkbook(bytes, 'a.xlsx'))).toEqual([['𠮷𠮷𠮷', '㛃䶮', '😀', '&<', '𬌗𫙎']]);
  });

  it('joins references to the two halves of a surrogate pair and marks what names no character', async () => {
    const bytes = await zipBytes(packageParts(inlineRow(1, '&#55362;&#57271;', 'a&#x110000;b')));
    expect(texts(await readWorkbook(bytes, 'a.xlsx'))).toEqual([['𠮷', 'a\uFFFDb']]);
  });

  it('reads them in shared strings and sheet names too', async () => {
    const bytes = await workbookBytes([{ name: '𠮷祥社', rows: [['邓𠮷兰', '叶明㛃', '龙䶮', '𪚥😀']] }]);
    const workbook = await readWorkbook(bytes, 'a.xlsx');
    expect(workbook.sheets[0]?.name).toBe('𠮷祥社');
    expect(texts(workbook)).toEqual([['邓𠮷兰', '叶明㛃', '龙䶮', '𪚥😀']]);
    const named = await zipBytes(packageParts(inlineRow(1, '甲'), '&#134071;祥社'));
    expect((await readWorkbook(named, 'a.xlsx')).sheets[0]?.name).toBe('𠮷祥社');
  });

  it('reads a part written in UTF-16', async () => {
    const parts = packageParts(inlineRow(1, '𠮷野'));
    const sheet = 'xl/worksheets/sheet1.xml';
    const utf16 = Buffer.from(`\uFEFF${parts[sheet]?.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect(texts(await readWorkbook(await zipBytes({ ...parts, [sheet]: utf16 }), 'a.xlsx'))).toEqual([
      ['𠮷野'],
    ]);
  });
});

describe('cells', () => {
  it('keeps numbers, dates, formula results and merges apart', async () => {
    const bytes = await workbookBytes([
      {
        name: '表',
        rows: [
          ['甲', 42610, 42610, { formula: 'B1+1', result: 42611 }, 990807197503049000, true],
          [null, { formula: 'HYPERLINK("http://a.invalid","点我")', result: '点我' }],
        ],
        merges: ['A1:A2'],
        formats: { C1: 'yyyy"年"m"月"d"日"' },
      },
    ]);
    const workbook = await readWorkbook(bytes, 'a.xlsx');
    expect(workbook.sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 0 }]);
    expect(workbook.sheets[0]?.rows[0]).toEqual([
      { value: '甲', dateFormatted: false, formula: false },
      { value: 42610, dateFormatted: false, formula: false },
      { value: 42610, dateFormatted: true, formula: false },
      { value: 42611, dateFormatted: false, formula: true },
      { value: 990807197503049000, dateFormatted: false, formula: false },
      { value: 'TRUE', dateFormatted: false, formula: false },
    ]);
    expect(texts(workbook)[0]).toEqual(['甲', '42610', '2016-08-28', '42611', '990807197503049000', 'TRUE']);
    expect(workbook.sheets[0]?.rows[1]?.[1]).toEqual({ value: '点我', dateFormatted: false, formula: true });
  });

  it('reads days of the 1904 system', async () => {
    const bytes = await workbookBytes(
      [{ name: '表', rows: [[new Date('2016-08-28T00:00:00Z')]], formats: { A1: 'yyyy-mm-dd' } }],
      { date1904: true },
    );
    const workbook = await readWorkbook(bytes, 'a.xlsx');
    expect(workbook.dateSystem).toBe(1904);
    expect(texts(workbook)).toEqual([['2016-08-28']]);
  });

  it('reads an old .xls', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['姓名', '电话'],
        ['邓𠮷兰', 13800138000],
      ]),
      '花名册',
    );
    const bytes = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer;
    expect(bytes.subarray(0, 4)).toEqual(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
    expect(texts(await readWorkbook(bytes, '旧.xls'))).toEqual([
      ['姓名', '电话'],
      ['邓𠮷兰', '13800138000'],
    ]);
  });
});

describe('CSV', () => {
  it('reads UTF-8 with quotes, mixed line ends and kept zeros', async () => {
    const bytes = Buffer.from(
      '\uFEFF姓名,电话,备注\r\n邓𠮷兰,="0311","他说""好""\n第二行"\n李四,,\r王五,1,2',
    );
    expect(texts(await readWorkbook(bytes, '名册.csv'))).toEqual([
      ['姓名', '电话', '备注'],
      ['邓𠮷兰', '0311', '他说"好"\n第二行'],
      ['李四', '', ''],
      ['王五', '1', '2'],
    ]);
  });

  it('reads GB18030, as Chinese Excel saves it, four-byte characters included', async () => {
    // 姓名\n𠮷 in GB18030
    const bytes = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0x95, 0x34, 0xb2, 0x35, 0x0a]);
    expect(texts(await readWorkbook(bytes, '名册.csv'))).toEqual([['姓名'], ['𠮷']]);
  });

  it('refuses a binary that is called CSV', async () => {
    expect(await refusal(Buffer.from([1, 0, 2, 0, 0]), 'a.csv')).toBe('not-a-workbook');
  });
});

describe('hostile and broken workbooks', () => {
  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['a text', () => Buffer.from('hello'), 'not-a-workbook'],
    ['no bytes', () => new Uint8Array(0), 'not-a-workbook'],
    ['a zip of something else', () => zipBytes({ 'word/document.xml': '<a/>' }), 'not-a-workbook'],
    [
      'a cut file',
      async () => (await zipBytes(packageParts(inlineRow(1, '甲')))).subarray(0, 900),
      'damaged',
    ],
    [
      'a bad checksum',
      async () => flipped(await zipBytes(packageParts(inlineRow(1, '甲'.repeat(200))))),
      'damaged',
    ],
    ['a document type', () => zipBytes(spoiled('<!DOCTYPE x [<!ENTITY a "ha">]>')), 'unsafe'],
    ['an external entity', () => zipBytes(spoiled('<!DOCTYPE x SYSTEM "file:///etc/passwd">')), 'unsafe'],
    ['a zip bomb', () => zipBytes(packageParts(' '.repeat(40 * 1024 * 1024))), 'too-large'],
    ['too many rows', () => zipBytes(packageParts('<row><c/></row>'.repeat(150_001))), 'too-large'],
    ['too many parts', () => zipBytes(manyParts(2_100)), 'too-large'],
    [
      'invalid UTF-8',
      () => zipBytes({ ...packageParts(''), 'xl/worksheets/sheet1.xml': Buffer.from([0x3c, 0xff, 0xff]) }),
      'damaged',
    ],
    ['an encrypted workbook', () => oleWith('EncryptedPackage'), 'encrypted'],
    ['an empty workbook', () => workbookBytes([{ name: '空', rows: [] }]), 'WORKBOOK_EMPTY'],
  ])('refuses %s', async (_, bytes, reason) => {
    expect(await refusal(await bytes())).toBe(reason);
  });

  it('leaves macros and external links behind', async () => {
    const bytes = await zipBytes({
      ...packageParts(inlineRow(1, '甲')),
      'xl/vbaProject.bin': Buffer.from('macro'),
      'xl/externalLinks/externalLink1.xml': '<!DOCTYPE x><never-read/>',
    });
    expect(texts(await readWorkbook(bytes, 'a.xlsm'))).toEqual([['甲']]);
  });

  it('reads a million-character cell and a sheet as wide as Excel allows', async () => {
    const wide = `<row r="1"><c r="XFD1" t="inlineStr"><is><t>${'长'.repeat(1_000_000)}</t></is></c></row>`;
    const [row] = texts(await readWorkbook(await zipBytes(packageParts(wide)), 'a.xlsx'));
    expect(row?.length).toBe(16_384);
    expect(row?.[16_383]?.length).toBe(1_000_000);
  });
});

const spoiled = (prolog: string): Record<string, string> => {
  const parts = packageParts(inlineRow(1, '&a;'));
  const name = 'xl/worksheets/sheet1.xml';
  return { ...parts, [name]: (parts[name] ?? '').replace('?>', `?>${prolog}`) };
};

const manyParts = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`xl/junk/${index}.xml`, '']));

/** One bit of the compressed data turned. */
const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  const sheet = copy.indexOf('xl/worksheets/sheet1.xml');
  const at = sheet + 60;
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
};

const oleWith = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1024),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
