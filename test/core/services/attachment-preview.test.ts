import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pageOfAttachment, viewAttachment } from '../../../src/core/services/attachment-preview.ts';
import { takeBytesIn } from '../../../src/core/services/dossier-files.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { samplePdf, sampleTiff, squarePage } from '../../support/sample-papers.ts';
import { wordBytes } from '../../support/word-bytes.ts';
import { workbookBytes, zipBytes } from '../../support/workbooks.ts';

let archive: TestArchive;
beforeEach(async () => void (archive = await openTestArchive()));
afterEach(() => archive.close());

const view = async (name: string, bytes: Uint8Array) =>
  viewAttachment(archive, (await takeBytesIn(archive, name, bytes)).id);
const text = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;

describe('a paper is shown inside the application', () => {
  test('PDF and TIFF page by page', async () => {
    const paper = await takeBytesIn(archive, 'a.pdf', samplePdf({ pages: [squarePage, squarePage] }));
    expect(await viewAttachment(archive, paper.id)).toEqual({ means: 'pages', pages: 2 });
    const page = await pageOfAttachment(archive, { attachmentId: paper.id, page: 1, longSide: 300 });
    expect([page.type, (await page.bytes()).slice(1, 4)]).toEqual([
      'image/png',
      new Uint8Array([0x50, 0x4e, 0x47]),
    ]);
    expect(await view('b.tif', sampleTiff())).toEqual({ means: 'pages', pages: 1 });
  });

  test('Word as plain text, lists and tables: no link, style, script or event comes through', async () => {
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:alert(1)" TargetMode="External"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;
    const body = `${text('第一条 𠮷祥社区 &lt;img src=x onerror=alert(1)&gt;')}<w:p><w:hyperlink r:id="r1"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p><w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="r2"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p><w:tbl><w:tr><w:tc>${text('姓名')}</w:tc></w:tr></w:tbl>`;
    const shown = await view('章程.docx', await wordBytes(body, { 'word/_rels/document.xml.rels': rels }));
    expect(shown).toEqual({
      means: 'html',
      html: '<p>第一条 𠮷祥社区 &lt;img src=x onerror=alert(1)&gt;</p><p>链接</p><p></p><table><tr><td><p>姓名</p></td></tr></table>',
    });
  });

  test('Excel as tables of text, long ones cut and said to be', async () => {
    const rows = Array.from({ length: 600 }, (_, index) => [`第${index + 1}行`, '001234567890123456']);
    const shown = await view('名单.xlsx', await workbookBytes([{ name: '花名册', rows }]));
    if (shown.means !== 'sheets') throw new Error('not a table');
    expect(shown.sheets.map(({ name, cut, rows: { length } }) => [name, cut, length])).toEqual([
      ['花名册', true, 500],
    ]);
    expect(shown.sheets[0]?.rows[0]).toEqual(['第1行', '001234567890123456']);
  });

  test('text in the coding that Chinese Windows writes', async () => {
    expect(await view('说明.txt', new Uint8Array([0xb1, 0xb8, 0xb0, 0xb8]))).toEqual({
      means: 'text',
      text: '备案',
      cut: false,
    });
  });
});

describe('a paper that cannot be shown says why', () => {
  const bomb = async () => zipBytes({ 'word/document.xml': 'a'.repeat(80 * 1024 * 1024) });
  const laughs = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document/>`;
  const cases: readonly (readonly [string, () => Promise<Uint8Array>, string, string])[] = [
    ['slides', () => zipBytes({ 'ppt/presentation.xml': '<p/>' }), 'a.pptx', 'no-preview'],
    ['a Word file that swells when it is unpacked', bomb, 'a.docx', 'too-large'],
    ['a Word file with entities in it', () => zipBytes({ 'word/document.xml': laughs }), 'a.docx', 'damaged'],
    ['a Word file without text', () => zipBytes({ 'word/document.xml': 'nothing' }), 'a.docx', 'damaged'],
    ['a PDF without pages', async () => samplePdf({ pages: [] }), 'a.pdf', 'damaged'],
  ];
  test.each(cases)('%s', async (_, bytes, name, reason) => {
    await expect(view(name, await bytes())).rejects.toMatchObject({
      code: 'PREVIEW_FAILED',
      data: { reason },
    });
  });
});
