import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkedSeal } from '../../../src/core/documents/checked-seal.ts';
import { pngFile } from '../../../src/core/png.ts';
import { pngColours } from '../../../src/core/scans/png-picture.ts';
import { isCoded } from '../../../src/shared/errors.ts';
import { sealPng } from '../../../scripts/seal-picture.ts';

type Dot = readonly [number, number, number, number];
const clear: Dot = [0, 0, 0, 0];
const red: Dot = [200, 20, 20, 255];

/** A picture drawn by a rule, dot by dot. */
const drawn = (width: number, height: number, dot: (x: number, y: number) => Dot): Buffer => {
  const lines = Buffer.alloc((width * 4 + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) lines.set(dot(x, y), y * (width * 4 + 1) + 1 + x * 4);
  return pngFile({ width, height, bitDepth: 8, colour: 'rgba', lines, level: 1 });
};
const ring = (width: number, height: number, ink: Dot = red, ground: Dot = clear): Buffer =>
  drawn(width, height, (x, y) => {
    const distance = Math.hypot((2 * x - width) / width, (2 * y - height) / height);
    return distance < 1 && distance > 0.9 ? ink : ground;
  });

/** IHDR of the ring with other claims. */
const claiming = (width: number, height: number): Buffer => {
  const file = Buffer.from(ring(600, 600));
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
};

/** A picture whose dots are followed by as many bytes as it likes. */
const swollen = (): Buffer => {
  const whole = ring(600, 600);
  const at = whole.indexOf('IDAT');
  const packed = deflateSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 });
  const length = Buffer.alloc(4);
  length.writeUInt32BE(packed.length);
  return Buffer.concat([whole.subarray(0, at - 4), length, Buffer.from('IDAT'), packed, Buffer.alloc(4)]);
};

const reasonOf = (bytes: Uint8Array, diameterMm = 42): string => {
  try {
    checkedSeal(bytes, diameterMm);
  } catch (error) {
    if (isCoded(error, 'SEAL_IMAGE_INVALID')) return error.data.reason;
    throw error;
  }
  return 'taken';
};

describe('a picture of a seal', () => {
  it.each([
    ['a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400)]), 'not-png'],
    ['a page that calls itself a picture', Buffer.from('<svg onload="alert(1)"/>'.repeat(9)), 'not-png'],
    ['more than two megabytes', Buffer.concat([ring(600, 600), Buffer.alloc(2 * 1024 * 1024)]), 'too-large'],
    ['a picture that claims to be endless', claiming(60_000, 60_000), 'dimensions'],
    ['a picture of another size than it claims', claiming(700, 700), 'damaged'],
    ['a picture that unpacks to 64 MB', swollen(), 'damaged'],
    ['half a picture', ring(600, 600).subarray(0, 900), 'damaged'],
    ['an icon', ring(64, 64), 'dimensions'],
    ['nothing', ring(600, 600, clear), 'empty'],
    ['a seal on white paper', ring(600, 600, red, [255, 255, 255, 255]), 'not-transparent'],
    ['a black drawing', ring(600, 600, [20, 20, 20, 255]), 'not-red'],
    ['an oval', ring(600, 500), 'not-round'],
    [
      'a ring with a stray dot',
      drawn(800, 800, (x, y) =>
        x === 790 && y === 5 ? red : Math.abs(Math.hypot(x - 300, y - 300) - 250) < 12 ? red : clear,
      ),
      'not-round',
    ],
    ['too few dots for its size', ring(480, 480), 'resolution'],
  ])('is refused: %s', (_, bytes, reason) => {
    expect(reasonOf(bytes)).toBe(reason);
  });

  it('needs 300 dots an inch at the diameter of the seal', () => {
    expect(reasonOf(ring(500, 500), 42)).toBe('taken');
    expect(reasonOf(ring(500, 500), 43)).toBe('resolution');
  });

  it('is cut to the edge of the seal and written anew, without anything else that the file carried', () => {
    const inside = ring(600, 600);
    const end = inside.indexOf('IEND') - 4;
    const note = Buffer.concat([Buffer.from([0, 0, 0, 9]), Buffer.from('tEXt张三C:\\x'), Buffer.alloc(4)]);
    const given = Buffer.concat([
      inside.subarray(0, end),
      note,
      inside.subarray(end),
      Buffer.from('PK\u0003\u0004'),
    ]);
    const { bytes, widthPx, heightPx, dpi } = checkedSeal(given, 42);
    expect([widthPx, heightPx]).toEqual([599, 599]);
    expect(dpi).toBe(Math.round(599 / (42 / 25.4)));
    const text = Buffer.from(bytes).toString('latin1');
    expect(text.match(/IHDR|PLTE|tRNS|tEXt|IDAT|IEND|PK/g)).toEqual(['IHDR', 'IDAT', 'IEND']);
    const { width, height, pixels } = pngColours(bytes);
    expect([width, height]).toEqual([599, 599]);
    // The upper middle of the ring, and its clear centre.
    expect([...pixels.subarray(300 * 4, 300 * 4 + 4)]).toEqual([...red]);
    expect([...pixels.subarray((300 * 599 + 300) * 4, (300 * 599 + 300) * 4 + 4)]).toEqual([...clear]);
  });

  it('may have a wide clear margin, in which its centre is found', () => {
    const off = drawn(1000, 900, (x, y) => (Math.abs(Math.hypot(x - 300, y - 320) - 260) < 15 ? red : clear));
    const { widthPx, heightPx } = checkedSeal(off, 42);
    expect([widthPx, heightPx]).toEqual([549, 549]);
    expect(reasonOf(sealPng())).toBe('taken');
  });
});
