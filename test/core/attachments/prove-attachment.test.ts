import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { proveAttachment } from '../../../src/core/attachments/prove-attachment.ts';
import { kindOfMediaType } from '../../../src/shared/domain/attachment-kind.ts';
import { samplePdf, sampleTiff, squarePage } from '../../support/sample-papers.ts';
import { wordBytes } from '../../support/word-bytes.ts';
import { zipBytes } from '../../support/workbooks.ts';

const bytes = (text: string, encoding: BufferEncoding = 'latin1'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));
const old = (stream: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(64),
    ]),
  );
const bmp = (): Uint8Array => {
  const made = Buffer.alloc(60);
  made.write('BM');
  made.writeUInt32LE(60, 2);
  return made;
};
const hidden = (script: string): Uint8Array => {
  const packed = deflateSync(Buffer.from(script, 'latin1')).toString('latin1');
  const stream = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
  return samplePdf({ pages: [squarePage], objects: [stream] });
};

const proven = (given: Uint8Array, name: string) =>
  proveAttachment(given, name).then(
    ({ mediaType, warnings }) => [kindOfMediaType(mediaType), ...warnings].join(' '),
    (error: { readonly message: string; readonly data?: { readonly reason?: string } }) =>
      `refused: ${error.data?.reason ?? error.message}`,
  );

const page = { pages: [squarePage] };
const cases: readonly (readonly [string, Uint8Array | Promise<Uint8Array>, string, string])[] = [
  ['a PDF under any name', samplePdf(page), '备案表.exe', 'pdf'],
  [
    'a PDF with a script',
    samplePdf({ ...page, catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
    'a.pdf',
    'pdf scripts',
  ],
  [
    'a PDF with a script under an escaped name',
    samplePdf({ ...page, catalogue: '/OpenAction << /S /Java#53cript >>' }),
    'a.pdf',
    'pdf scripts',
  ],
  ['a PDF whose script lies packed', hidden('5 0 << /S /JavaScript /JS (x) >>'), 'a.pdf', 'pdf scripts'],
  [
    'a PDF that starts a program',
    samplePdf({ ...page, catalogue: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
    'a.pdf',
    'pdf launches',
  ],
  [
    'a PDF that carries files',
    samplePdf({ ...page, catalogue: '/Names << /EmbeddedFiles 9 0 R >>' }),
    'a.pdf',
    'pdf carries-files',
  ],
  [
    'a PDF that is a page of HTML as well',
    bytes(`%PDF-1.7\n<script>alert(1)</script>${' '.repeat(40)}`),
    'a.html',
    'pdf',
  ],
  ['JPEG', bytes(`\xff\xd8\xff\xe0${' '.repeat(40)}`), 'a.bin', 'jpeg'],
  ['PNG', bytes(`\x89PNG\r\n\x1a\n${' '.repeat(40)}`), 'a.jpg', 'png'],
  ['TIFF', sampleTiff(), 'a.tif', 'tiff'],
  ['BMP', bmp(), 'a.bmp', 'bmp'],
  ['a text that begins like a BMP', bytes(`BM${'宣传稿'.repeat(20)}`, 'utf8'), 'a.txt', 'text'],
  ['WebP', bytes(`RIFF\x24\x00\x00\x00WEBPVP8 ${' '.repeat(40)}`), 'a.webp', 'webp'],
  ['Word', wordBytes('<w:p/>'), 'a.docx', 'word'],
  ['Word with macros', wordBytes('<w:p/>', { 'word/vbaProject.bin': 'x' }), 'a.docx', 'word macros'],
  [
    'Word with a file inside',
    wordBytes('<w:p/>', { 'word/embeddings/oleObject1.bin': 'x' }),
    'a.docx',
    'word carries-files',
  ],
  ['Excel', zipBytes({ 'xl/workbook.xml': '<workbook/>' }), 'a.xlsx', 'excel'],
  ['slides', zipBytes({ 'ppt/presentation.xml': '<p/>' }), 'a.pptx', 'slides'],
  ['OFD', zipBytes({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<x/>' }), 'a.ofd', 'ofd'],
  ['old Word', old('WordDocument'), 'a.wps', 'old-word'],
  ['old Excel with macros', old('Workbook\0_VBA_PROJECT'), 'a.et', 'old-excel macros'],
  ['old slides', old('PowerPoint Document'), 'a.ppt', 'old-slides'],
  ['an Excel file under a password', old('EncryptedPackage'), '台账.xlsx', 'excel encrypted'],
  ['text in GB18030', new Uint8Array([0xb1, 0xb8, 0xb0, 0xb8, 0x0a]), '说明.txt', 'text'],
  ['CSV', bytes('姓名,电话\n', 'utf8'), '名单.csv', 'csv'],
  ['HTML', bytes('<html><script>alert(1)</script></html>'), 'a.html', 'refused: unknown'],
  [
    'SVG with a script',
    bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'a.svg',
    'refused: unknown',
  ],
  ['a program', bytes(`MZ${'\0'.repeat(60)}`), '照片.jpg', 'refused: program'],
  ['a program that says it is text', bytes(`MZ${'\0'.repeat(60)}`), '说明.txt', 'refused: program'],
  ['a zip', zipBytes({ '备案表.pdf': 'x' }), '材料.zip', 'refused: archive'],
  ['a zip that says it is Word', zipBytes({ 'a.exe': 'x' }), 'a.docx', 'refused: archive'],
  [
    'a zip that is cut',
    zipBytes({ 'word/document.xml': 'x'.repeat(500) }).then((whole) => whole.slice(0, 60)),
    'a.docx',
    'refused: damaged',
  ],
  ['RAR', bytes(`Rar!\x1a\x07${' '.repeat(40)}`), 'a.rar', 'refused: archive'],
  [
    'a photo of a telephone',
    bytes(`\0\0\0\x24ftypheic${'\0'.repeat(40)}`),
    'IMG_1.HEIC',
    'refused: phone-picture',
  ],
  ['nothing', new Uint8Array(), 'a.pdf', 'refused: empty'],
  ['a PDF that is not one', bytes('plain words, no document'), 'a.pdf', 'refused: unknown'],
];

describe('what came in is known by its bytes', () => {
  test.each(cases)('%s', async (_, given, name, expected) => {
    expect(await proven(await given, name)).toBe(expected);
  });
});
