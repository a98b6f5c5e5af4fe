import { deflateSync } from 'node:zlib';
import utif from 'utif2';
import { afterAll, describe, expect, it } from 'vitest';
import { seeded } from '../../../scripts/scans/chance.ts';
import { drawForm, wear, type PlacedCode } from '../../../scripts/scans/draw-form.ts';
import { encodePdf, encodePng } from '../../../scripts/scans/encode-scan.ts';
import { makeScan, type Device } from '../../../scripts/scans/make-scan.ts';
import { decoys, ownCodes, paperCode, somePaper } from '../../../scripts/scans/sample-codes.ts';
import { flatbed } from '../../../scripts/scans/scanners.ts';
import { resize, type GrayImage } from '../../../src/core/scans/gray-image.ts';
import { openScanReader } from '../../../src/core/scans/scan-reader.ts';

const reader = openScanReader();
afterAll(() => reader.close());

const sheetOf = (seed: number, codes: readonly PlacedCode[]): GrayImage => {
  const chance = seeded(seed);
  const sheet = drawForm(chance, codes);
  wear(sheet, chance, undefined);
  return sheet;
};

const read = async (bytes: Uint8Array<ArrayBuffer>, mediaType: string) => {
  const { pages, failure } = await reader.read(bytes, mediaType);
  return { readings: pages.map(({ codes }) => codes.map((code) => ownCodes.read(code))), failure };
};

const devices: readonly Device[] = ['flatbed', 'phone', 'phone', 'copier', 'feeder'];

describe('a scanned form', () => {
  it.each(devices.map((device, at) => [device, at] as const))(
    'from a %s names itself (%d)',
    async (device, at) => {
      const chance = seeded(100 + at);
      const paper = somePaper(chance);
      const sheet = sheetOf(at, [paperCode(chance, paper)]);
      const scan = await makeScan(device, [sheet], chance);
      expect(await read(scan.bytes, scan.mediaType)).toEqual({
        readings: [[{ kind: 'ours', paper }]],
        failure: null,
      });
    },
  );

  it('in several pages names each, and tells a blank back from a written page', async () => {
    const chance = seeded(7);
    const [first, second] = [somePaper(chance), somePaper(chance)];
    const blank: GrayImage = { width: 1654, height: 2339, pixels: new Uint8Array(1654 * 2339).fill(240) };
    const pages = [
      flatbed(sheetOf(1, [paperCode(chance, first)]), chance),
      flatbed(blank, chance),
      flatbed(sheetOf(2, [paperCode(chance, second)]), chance),
      flatbed(sheetOf(3, []), chance),
    ];
    const scan = await reader.read(await encodePdf(pages, 60), 'application/pdf');
    expect(
      scan.pages.map(({ codes, blank: isBlank }) => [codes.map((code) => ownCodes.read(code)), isBlank]),
    ).toEqual([
      [[{ kind: 'ours', paper: first }], false],
      [[], true],
      [[{ kind: 'ours', paper: second }], false],
      [[], false],
    ]);
  });

  it('as a TIFF, and two forms on one photo, are read as they are', async () => {
    const chance = seeded(8);
    const [one, other] = [somePaper(chance), somePaper(chance)];
    const codes = [paperCode(chance, one), { ...paperCode(chance, other), topMm: 250 }];
    const small = resize(sheetOf(4, codes), 0.7);
    const rgba = new Uint8Array(small.pixels.length * 4);
    small.pixels.forEach((light, at) => rgba.set([light, light, light, 255], at * 4));
    const tiff = new Uint8Array(utif.encodeImage(rgba, small.width, small.height));
    const { readings } = await read(tiff, 'image/tiff');
    expect(new Set(readings[0])).toEqual(
      new Set([
        { kind: 'ours', paper: one },
        { kind: 'ours', paper: other },
      ]),
    );
  });
});

describe('what is no form of ours', () => {
  it.each(Object.keys(decoys))('%s is never taken for one', async (name) => {
    const chance = seeded(name.length);
    const sheet = sheetOf(5, decoys[name]?.(chance) ?? []);
    const { readings } = await read(encodePng(resize(sheet, 0.6)), 'image/png');
    const expected = { 'another archive': ['foreign'], 'our code with a wrong check': ['false'] }[name] ?? [];
    expect(readings[0]?.map(({ kind }) => kind)).toEqual(expected);
  });
});

describe('a hostile file', () => {
  const png = (width: number, height: number, data: Uint8Array): Uint8Array<ArrayBuffer> => {
    const whole = encodePng({ width: 1, height: 1, pixels: new Uint8Array(1) });
    const view = Buffer.from(whole);
    view.writeUInt32BE(width, 16);
    view.writeUInt32BE(height, 20);
    // 8 of signature, 25 of header; the picture's own data is put in place of the old.
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return new Uint8Array(
      Buffer.concat([view.subarray(0, 33), length, Buffer.from('IDAT'), data, Buffer.alloc(4)]),
    );
  };

  it.each([
    [
      'claims more dots than anybody scans',
      png(60_000, 60_000, deflateSync(Buffer.alloc(10))),
      'image/png',
      'too-large',
    ],
    [
      'unpacks to more than it claims',
      png(100, 100, deflateSync(Buffer.alloc(50_000_000))),
      'image/png',
      'damaged',
    ],
    [
      'ends in the middle',
      encodePng(resize(drawForm(seeded(1), []), 0.2)).slice(0, 900),
      'image/png',
      'damaged',
    ],
    ['is a JPEG without a picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'image/jpeg', 'damaged'],
    [
      'is no PDF behind its first bytes',
      new TextEncoder().encode('%PDF-1.7 and then nothing'),
      'application/pdf',
      'damaged',
    ],
    [
      'is a TIFF of nothing',
      Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0),
      'image/tiff',
      'damaged',
    ],
    ['is no scan at all', new TextEncoder().encode('PK'), 'application/zip', 'not-a-scan'],
  ] as const)('that %s is left to the clerk', async (_, bytes, mediaType, failure) => {
    expect(await reader.read(new Uint8Array(bytes), mediaType)).toEqual({ pages: [], failure });
  });

  it('that takes too long stops nobody: the next scan is read', async () => {
    const hasty = openScanReader(40);
    const slow = encodePng(drawForm(seeded(2), []));
    expect(await hasty.read(slow.slice(), 'image/png')).toEqual({ pages: [], failure: 'too-long' });
    const controller = new AbortController();
    const reading = reader.read(slow.slice(), 'image/png', controller.signal);
    setTimeout(() => controller.abort(new Error('given up')), 30);
    await expect(reading).rejects.toThrow('given up');
    const chance = seeded(3);
    const paper = somePaper(chance);
    const good = encodePng(resize(sheetOf(6, [paperCode(chance, paper)]), 0.6));
    expect(await read(good, 'image/png')).toEqual({ readings: [[{ kind: 'ours', paper }]], failure: null });
    await hasty.close();
  });
});
