import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { countPages, renderPage, renderPages } from '../../../src/core/previews/render-pages.ts';
import type { PaperSource } from '../../../src/core/previews/preview-thread.ts';
import { samplePdf, sampleTiff, squarePage, swollenPdf } from '../../support/sample-papers.ts';

let papers = 0;
const paper = (bytes: Uint8Array, mediaType = 'application/pdf'): PaperSource => ({
  key: `paper ${papers++}`,
  mediaType,
  fileName: '扫描件',
  bytes: async () => bytes,
});
const asGrey = { longSide: 842, as: 'grey' } as const;

describe('a PDF', () => {
  test('is drawn page by page, dark where the drawing is', async () => {
    const source = paper(samplePdf({ pages: [squarePage, ''] }));
    expect(await countPages(source)).toBe(2);
    const { width, height, bytes } = await renderPage(source, { page: 0, ...asGrey });
    expect([width, height, bytes.length]).toEqual([595, 842, 595 * 842]);
    const at = (x: number, y: number): number | undefined => bytes[y * width + x];
    expect([at(150, 842 - 200), at(150, 100), at(500, 700)]).toEqual([0, 255, 255]);

    const pages: { page: number; dark: boolean }[] = [];
    for await (const each of renderPages(source, asGrey))
      pages.push({ page: each.page, dark: each.bytes.includes(0) });
    expect(pages).toEqual([
      { page: 0, dark: true },
      { page: 1, dark: false },
    ]);
  });

  test('comes as a grey PNG where it has no colour, and as a coloured one where it has', async () => {
    const colourOf = async (operators: string) => {
      const { bytes } = await renderPage(paper(samplePdf({ pages: [operators] })), {
        page: 0,
        longSide: 200,
        as: 'png',
      });
      const png = Buffer.from(bytes);
      const idat = png.indexOf('IDAT');
      const lines = inflateSync(png.subarray(idat + 4, idat + 4 + png.readUInt32BE(idat - 4)));
      return {
        signature: png.subarray(1, 4).toString(),
        width: png.readUInt32BE(16),
        type: png[25],
        lines: lines.length,
      };
    };
    expect(await colourOf(squarePage)).toEqual({ signature: 'PNG', width: 141, type: 0, lines: 142 * 200 });
    expect(await colourOf('1 0 0 rg 0 0 100 100 re f')).toEqual({
      signature: 'PNG',
      width: 141,
      type: 2,
      lines: 424 * 200,
    });
  });

  test('stays open between pages: its bytes are fetched once', async () => {
    let fetched = 0;
    const bytes = samplePdf({ pages: [squarePage, squarePage] });
    const source = { ...paper(bytes), bytes: async () => (fetched++, bytes) };
    for (const page of [0, 1, 0]) await renderPage(source, { page, ...asGrey });
    expect(fetched).toBe(1);
  });
});

describe('a TIFF', () => {
  test('is drawn, and made smaller to what is asked for', async () => {
    const source = paper(sampleTiff(400, 600), 'image/tiff');
    expect(await countPages(source)).toBe(1);
    const { width, height, bytes } = await renderPage(source, { page: 0, longSide: 60, as: 'grey' });
    expect([width, height]).toEqual([40, 60]);
    expect([bytes[0], bytes[40 * 60 - 1]]).toEqual([0, 255]);
  });
});

const failing = (source: PaperSource) =>
  renderPage(source, { page: 0, ...asGrey }).then(
    () => 'drawn',
    (error: { readonly message: string; readonly data?: { readonly reason?: string } }) =>
      error.data?.reason ?? error.message,
  );

const encrypted = samplePdf({
  pages: [squarePage],
  objects: [`<< /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >>`],
});
const withKey = new Uint8Array(
  Buffer.from(
    Buffer.from(encrypted)
      .toString('latin1')
      .replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 5 0 R /ID [<00> <00>]'),
    'latin1',
  ),
);

describe('a hostile or broken paper is refused with its reason, and the next one is shown', () => {
  const cases: readonly (readonly [string, Uint8Array, string, string])[] = [
    ['cut short', samplePdf({ pages: [squarePage] }).slice(0, 60), 'application/pdf', 'damaged'],
    ['not a PDF at all', new Uint8Array(1000).fill(7), 'application/pdf', 'damaged'],
    ['under a password', withKey, 'application/pdf', 'encrypted'],
    [
      'a page as wide as a street',
      new Uint8Array(
        Buffer.from(
          Buffer.from(samplePdf({ pages: [squarePage] }))
            .toString('latin1')
            .replace('[0 0 595 842]', '[0 0 90000 90000]'),
          'latin1',
        ),
      ),
      'application/pdf',
      'too-large',
    ],
    ['a TIFF that says it has ten thousand million dots', hugeTiff(), 'image/tiff', 'too-large'],
    ['a TIFF whose pages go round in a circle', circularTiff(), 'image/tiff', 'too-large'],
    ['a TIFF of nothing', new Uint8Array([0x49, 0x49, 0x2a, 0]), 'image/tiff', 'damaged'],
  ];
  test.each(cases)('%s', async (_, bytes, mediaType, reason) => {
    expect(['too-long', reason]).toContain(await failing(paper(bytes, mediaType)));
    expect(await failing(paper(samplePdf({ pages: [squarePage] })))).toBe('drawn');
  });

  test('a drawing that would take minutes is ended after some seconds', async () => {
    const begun = performance.now();
    expect(await failing(paper(swollenPdf(30_000_000)))).toMatch(/too-l/);
    expect(performance.now() - begun).toBeLessThan(25_000);
  });
});

function hugeTiff(): Uint8Array {
  const bytes = Buffer.from(sampleTiff());
  const directory = bytes.readUInt32BE(4);
  for (let entry = 0; entry < bytes.readUInt16BE(directory); entry++) {
    const at = directory + 2 + entry * 12;
    if (![256, 257].includes(bytes.readUInt16BE(at))) continue;
    bytes.writeUInt16BE(4, at + 2);
    bytes.writeUInt32BE(100_000, at + 8);
  }
  return bytes;
}

function circularTiff(): Uint8Array {
  const bytes = Buffer.from(sampleTiff());
  const directory = bytes.readUInt32BE(4);
  bytes.writeUInt32BE(directory, directory + 2 + bytes.readUInt16BE(directory) * 12);
  return bytes;
}
