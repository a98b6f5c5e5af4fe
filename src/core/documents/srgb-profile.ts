/*
 * The sRGB colour space as an ICC profile of version 2 (ICC.1:2001-04, IEC 61966-2-1), built from its published numbers,
 * so that no file with a licence of its own has to be shipped. 1024 points of the curve keep every grey within 1/1000.
 */

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

const signed16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Math.round(value * 65536));
  return bytes;
};

const uint32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
  return bytes;
};

/** textDescriptionType, 6.5.17: words in ASCII; the Unicode and Macintosh parts are empty. */
const description = (words: string): Buffer =>
  Buffer.concat([
    ascii('desc'),
    uint32(0, words.length + 1),
    ascii(`${words}\0`),
    Buffer.alloc(4 + 4 + 2 + 1 + 67),
  ]);

const plainText = (words: string): Buffer => Buffer.concat([ascii('text'), uint32(0), ascii(`${words}\0`)]);

const xyz = (x: number, y: number, z: number): Buffer =>
  Buffer.concat([ascii('XYZ '), uint32(0), signed16(x), signed16(y), signed16(z)]);

const points = 1024;

const curve = (): Buffer => {
  const values = Buffer.alloc(2 * points);
  for (let index = 0; index < points; index += 1) {
    const value = index / (points - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    values.writeUInt16BE(Math.round(linear * 65535), 2 * index);
  }
  return Buffer.concat([ascii('curv'), uint32(0, points), values]);
};

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

const build = (): Uint8Array => {
  const tone = curve();
  // Primaries adapted to D50.
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', plainText('No copyright: numbers of IEC 61966-2-1')],
    ['wtpt', xyz(0.95045, 1, 1.08905)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', tone],
    ['gTRC', tone],
    ['bTRC', tone],
  ];
  const table = 128 + 4 + 12 * tags.length;
  const entries: Buffer[] = [];
  const bodies: Buffer[] = [];
  const placed = new Map<Buffer, number>();
  let at = table;
  for (const [name, bytes] of tags) {
    let offset = placed.get(bytes);
    if (offset === undefined) {
      offset = at;
      placed.set(bytes, at);
      bodies.push(padded(bytes));
      at += padded(bytes).length;
    }
    entries.push(ascii(name), uint32(offset, bytes.length));
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02100000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  [2026, 1, 1, 0, 0, 0].forEach((value, index) => header.writeUInt16BE(value, 24 + 2 * index));
  header.write('acsp', 36, 'latin1');
  Buffer.concat([signed16(0.9642), signed16(1), signed16(0.8249)]).copy(header, 68);
  return new Uint8Array(Buffer.concat([header, uint32(tags.length), ...entries, ...bodies]));
};

let built: Uint8Array | null = null;

/** The same bytes every time. */
export const srgbProfile = (): Uint8Array => (built ??= build());
