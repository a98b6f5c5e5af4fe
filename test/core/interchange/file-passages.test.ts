import { Buffer } from 'node:buffer';
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { readPassages, type FilePassages } from '../../../src/core/interchange/file-passages.ts';
import { workbookBytes, zipBytes } from '../../support/workbooks.ts';

const text = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'utf8'));
const word = (xml: string, more: Readonly<Record<string, string>> = {}) =>
  zipBytes({ '[Content_Types].xml': '<Types/>', 'word/document.xml': xml, ...more });
const body = (inner: string): string => `<w:document xmlns:w="x"><w:body>${inner}</w:body></w:document>`;
const read = (...passages: readonly (readonly [place: string, text: string])[]): FilePassages => ({
  kind: 'read',
  passages: passages.map(([place, words]) => ({ place, text: words })),
});

describe('Word', () => {
  test('a real document: paragraphs, cells, header, footer and comments', async () => {
    const cell = new TableCell({ children: [new Paragraph('李桂兰')] });
    const document = new Document({
      comments: {
        children: [{ id: 0, author: '钱', date: new Date(0), children: [new Paragraph('电话再核')] }],
      },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('新河街道')] }) },
          footers: { default: new Footer({ children: [new Paragraph('内部资料')] }) },
          children: [
            new Paragraph({
              children: [
                new TextRun('联系 138'),
                new TextRun({ text: '1234', bold: true }),
                new TextRun('5678'),
              ],
            }),
            new Table({ rows: [new TableRow({ children: [cell] })] }),
          ],
        },
      ],
    });
    const found = await readPassages(await Packer.toBuffer(document), '公开.docx');
    if (found.kind !== 'read') throw new Error(found.reason);
    expect(found.passages.toSorted((a, b) => a.place.localeCompare(b.place, 'en'))).toEqual(
      [
        { place: '第 1 段', text: '联系 13812345678' },
        { place: '第 2 段', text: '李桂兰' },
        { place: '页眉', text: '新河街道' },
        { place: '页脚', text: '内部资料' },
        { place: '批注', text: '电话再核' },
      ].toSorted((a, b) => a.place.localeCompare(b.place, 'en')),
    );
  });

  test.each([
    ['split by a comment', '<w:p><w:r><w:t>138<!-- x -->12345678</w:t></w:r></w:p>'],
    ['behind a reference', '<w:p><w:r><w:t>&#49;38&#x31;2345678</w:t></w:r></w:p>'],
    ['in CDATA', '<w:p><w:r><w:t>138<![CDATA[12345678]]></w:t></w:r></w:p>'],
    ['under another prefix', '<x:p><x:r><x:t xml:space="preserve">13812345678</x:t></x:r></x:p>'],
    [
      'deleted with changes tracked',
      '<w:p><w:del><w:r><w:delText>13812345678</w:delText></w:r></w:del></w:p>',
    ],
    [
      'in a text box',
      '<w:p><w:r><w:txbxContent><w:p><w:r><w:t>13812345678</w:t></w:r></w:p></w:txbxContent></w:r></w:p>',
    ],
  ])('a number %s is one text', async (_, inner) => {
    expect(await readPassages(await word(body(inner)), '公开.docx')).toEqual(
      read(['第 1 段', '13812345678']),
    );
  });

  test('where a link leads is read too', async () => {
    const rels =
      '<Relationships><Relationship Id="a" Target="mailto:w@example.com" TargetMode="External"/><Relationship Id="b" Target="styles.xml"/></Relationships>';
    expect(
      await readPassages(await word(body(''), { 'word/_rels/document.xml.rels': rels }), '公开.docx'),
    ).toEqual(read(['链接', 'mailto:w@example.com']));
  });
});

describe('other files', () => {
  test('Excel: cells by sheet, hidden ones too, comments', async () => {
    const plain = await workbookBytes([
      {
        name: '名单',
        rows: [
          ['姓名', '电话'],
          ['王秀英', 13812345678],
        ],
      },
      { name: '空', rows: [] },
    ]);
    expect(await readPassages(plain, '名单.xlsx')).toEqual(
      read(
        ['工作表“名单”A1', '姓名'],
        ['工作表“名单”B1', '电话'],
        ['工作表“名单”A2', '王秀英'],
        ['工作表“名单”B2', '13812345678'],
      ),
    );
  });

  test('PowerPoint: slides and notes', async () => {
    const slide = (words: string): string => `<p:sld><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:sld>`;
    const bytes = await zipBytes({
      'ppt/slides/slide1.xml': slide('活动总结'),
      'ppt/slides/slide12.xml': slide('联系我们'),
      'ppt/notesSlides/notesSlide1.xml': slide('不要念电话'),
    });
    expect(await readPassages(bytes, '总结.pptx')).toEqual(
      read(['第 1 张幻灯片', '活动总结'], ['第 12 张幻灯片', '联系我们'], ['第 1 页备注', '不要念电话']),
    );
  });

  test('text, also in GB18030, by line; CSV the same', async () => {
    expect(await readPassages(text('公示\r\n\r\n电话 123'), '公示.txt')).toEqual(
      read(['第 1 行', '公示'], ['第 3 行', '电话 123']),
    );
    const gb = new Uint8Array([0xb9, 0xab, 0xca, 0xbe, 0x2c, 0x31]);
    expect(await readPassages(gb, '公示.csv')).toEqual(read(['第 1 行', '公示,1']));
  });

  test('a web page without its scripts, where links lead', async () => {
    const html =
      '<!DOCTYPE html><title>公示</title><script>var a="13900000000"</script><p>电话 138<b>1234</b>5678</p><a href="mailto:w@example.com">信箱</a>';
    const found = await readPassages(text(html), '公示.html');
    if (found.kind !== 'read') throw new Error(found.reason);
    expect(found.passages.map((passage) => passage.text)).toEqual([
      '公示',
      '电话 13812345678',
      'mailto:w@example.com 信箱',
    ]);
  });
});

describe('is left to a person', () => {
  const cases: readonly (readonly [
    name: string,
    bytes: () => Promise<Uint8Array> | Uint8Array,
    file: string,
    reason: string,
  ])[] = [
    ['a picture', () => new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), '照片.jpg', 'picture'],
    ['a PDF', () => text('%PDF-1.7\n'), '公示.pdf', 'picture'],
    [
      'an old Word file',
      () => new Uint8Array(Buffer.from('d0cf11e0a1b11ae100', 'hex')),
      '公示.doc',
      'unknown-format',
    ],
    [
      'an Excel file under a password',
      () =>
        new Uint8Array(
          Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
        ),
      '名单.xlsx',
      'encrypted',
    ],
    ['bytes of nothing', () => new Uint8Array([0, 1, 2, 3, 0xfe]), '数据.bin', 'unknown-format'],
    ['a zip of something else', () => zipBytes({ 'readme.txt': 'x' }), '资料.zip', 'unknown-format'],
    ['a zip cut short', async () => (await word(body(''))).subarray(0, 60), '公示.docx', 'damaged'],
    [
      'a document with a document type',
      () => word(`<!DOCTYPE a [<!ENTITY b "c">]>${body('')}`),
      '公示.docx',
      'unsafe',
    ],
    [
      'a document that inflates a thousandfold',
      () => word(body(`<w:p>${' '.repeat(12_000_000)}</w:p>`)),
      '公示.docx',
      'too-large',
    ],
    [
      'a document with a part twice',
      () => zipBytes({ 'word/document.xml': body(''), 'WORD/document.xml': body('') }),
      '公示.docx',
      'damaged',
    ],
  ];
  test.each(cases)('%s', async (_, bytes, file, reason) => {
    expect(await readPassages(await bytes(), file)).toEqual({ kind: 'unreadable', reason });
  });
});

test('markup that never ends costs no more than its length', async () => {
  const started = performance.now();
  for (const inner of [
    '<'.repeat(300_000),
    '<w:p '.repeat(100_000),
    '&#'.repeat(200_000),
    '<w:p>'.repeat(100_000),
  ]) {
    const found = await readPassages(await word(body(inner)), '公示.docx');
    expect(found.kind).toBe('read');
  }
  expect(performance.now() - started).toBeLessThan(5_000);
});
