import { inflateSync } from 'node:zlib';
import type { GrayImage } from './gray-image.ts';
import { PreviewFailed } from '../previews/preview-job.ts';
import { requireSize } from './scan-limits.ts';

interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample. */
  readonly depth: number;
  readonly colour: 'grey' | 'rgb' | 'palette' | 'grey-alpha' | 'rgba';
  readonly samples: number;
}

const colours: Readonly<Record<number, readonly [PngHeader['colour'], number]>> = {
  0: ['grey', 1],
  2: ['rgb', 3],
  3: ['palette', 1],
  4: ['grey-alpha', 2],
  6: ['rgba', 4],
};

const readHeader = (data: Buffer): PngHeader => {
  const [colour, samples] = colours[data[9] ?? 7] ?? [];
  const depth = data[8] ?? 0;
  // No scanner writes interlaced pictures; a clerk files what does.
  const known = data.length === 13 && colour !== undefined && samples !== undefined && data[12] === 0;
  if (!known || ![1, 2, 4, 8, 16].includes(depth)) throw new PreviewFailed('damaged');
  const { width, height } = requireSize({ width: data.readUInt32BE(0), height: data.readUInt32BE(4) });
  return { width, height, depth, colour, samples };
};

interface PngParts {
  readonly header: PngHeader;
  readonly palette: Buffer;
  /** Alpha of the palette's colours (tRNS); what is missing is opaque. */
  readonly paletteAlpha: Buffer;
  readonly packed: Buffer;
}

const readParts = (bytes: Uint8Array): PngParts => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: PngHeader | null = null;
  let palette: Buffer = Buffer.alloc(0);
  let transparency: Buffer = Buffer.alloc(0);
  const packed: Buffer[] = [];
  for (let at = 8; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (data.length !== length) throw new PreviewFailed('damaged');
    if (type === 'IHDR') header = readHeader(data);
    else if (type === 'PLTE') palette = data;
    else if (type === 'tRNS') transparency = data;
    else if (type === 'IDAT') packed.push(data);
    else if (type === 'IEND') break;
    at += length + 12;
  }
  if (header === null) throw new PreviewFailed('damaged');
  const paletteAlpha = header.colour === 'palette' ? transparency : Buffer.alloc(0);
  return { header, palette, paletteAlpha, packed: Buffer.concat(packed) };
};

/** The neighbour that is nearest to left + above - corner (PNG, 9.4). */
const paeth = (left: number, above: number, corner: number): number => {
  const guess = left + above - corner;
  const [byLeft, byAbove, byCorner] = [
    Math.abs(guess - left),
    Math.abs(guess - above),
    Math.abs(guess - corner),
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
};

/** Takes the filter off a row in place (PNG, 9.2); `above` is the row before it, or zeros. */
const unfilter = (filter: number, row: Uint8Array, above: Uint8Array, step: number): void => {
  for (let at = 0; at < row.length; at += 1) {
    const left = at >= step ? row[at - step]! : 0;
    const up = above[at]!;
    const corner = at >= step ? above[at - step]! : 0;
    if (filter === 1) row[at] = row[at]! + left;
    else if (filter === 2) row[at] = row[at]! + up;
    else if (filter === 3) row[at] = row[at]! + ((left + up) >> 1);
    else if (filter === 4) row[at] = row[at]! + paeth(left, up, corner);
  }
};

/** The x-th sample of a row, as a byte; whole for palettes. */
const sampleOf = (row: Uint8Array, x: number, depth: number, whole: boolean): number => {
  if (depth === 8) return row[x]!;
  if (depth === 16) return row[x * 2]!;
  const bit = x * depth;
  const value = (row[bit >> 3]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  return whole ? value : (value * 255) / ((1 << depth) - 1);
};

const lightOf = ({ header, palette }: PngParts, row: Uint8Array, x: number): number => {
  const { depth, colour, samples } = header;
  if (colour === 'palette') {
    const at = sampleOf(row, x, depth, true) * 3;
    return Math.max(palette[at] ?? 255, palette[at + 1] ?? 255, palette[at + 2] ?? 255);
  }
  const sample = (of: number): number => sampleOf(row, x * samples + of, depth, false);
  const light = samples >= 3 ? Math.max(sample(0), sample(1), sample(2)) : sample(0);
  if (colour === 'rgb' || colour === 'grey') return light;
  return 255 - ((255 - light) * sample(samples - 1)) / 255;
};

/**
 * The rows of a picture, unfiltered, from the top.
 *
 * @throws PreviewFailed `damaged` where it unpacks to more or less than its header says
 */
function* rowsOf({ header, packed }: PngParts): Generator<Uint8Array> {
  const { width, height, depth, samples } = header;
  const rowBytes = Math.ceil((width * samples * depth) / 8);
  const step = Math.max(1, (samples * depth) >> 3);
  const length = (rowBytes + 1) * height;
  // A bomb is not unpacked further than the picture is long.
  const rows = inflateSync(packed, { maxOutputLength: length });
  if (rows.length !== length) throw new PreviewFailed('damaged');
  let above: Uint8Array = new Uint8Array(rowBytes);
  for (let y = 0; y < height; y += 1) {
    const start = y * (rowBytes + 1);
    const row = rows.subarray(start + 1, start + 1 + rowBytes);
    unfilter(rows[start]!, row, above, step);
    yield row;
    above = row;
  }
}

/**
 * A PNG as light; the brightest colour of a dot counts, as in `fromRgba`.
 *
 * @throws PreviewFailed `too-large` before anything is unpacked, `damaged` also where it unpacks to more than its header
 *   says, and for interlaced pictures
 */
export const pngPicture = (bytes: Uint8Array): GrayImage => {
  const parts = readParts(bytes);
  const { width, height } = parts.header;
  const pixels = new Uint8Array(width * height);
  let at = 0;
  for (const row of rowsOf(parts)) for (let x = 0; x < width; x += 1) pixels[at++] = lightOf(parts, row, x);
  return { width, height, pixels };
};

/** Red, green, blue and alpha of each dot, rows from the top. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const rgbaOf = (
  { header, palette, paletteAlpha }: PngParts,
  row: Uint8Array,
  x: number,
): readonly [number, number, number, number] => {
  const { depth, colour, samples } = header;
  if (colour === 'palette') {
    const index = sampleOf(row, x, depth, true);
    const part = (of: number): number => palette[index * 3 + of] ?? 255;
    return [part(0), part(1), part(2), paletteAlpha[index] ?? 255];
  }
  const sample = (of: number): number => sampleOf(row, x * samples + of, depth, false);
  switch (colour) {
    case 'grey':
    case 'grey-alpha':
      return [sample(0), sample(0), sample(0), colour === 'grey' ? 255 : sample(1)];
    case 'rgb':
    case 'rgba':
      return [sample(0), sample(1), sample(2), colour === 'rgb' ? 255 : sample(3)];
  }
};

/** A PNG with its colours. @throws PreviewFailed as `pngPicture` */
export const pngColours = (bytes: Uint8Array): RgbaImage => {
  const parts = readParts(bytes);
  const { width, height } = parts.header;
  const pixels = new Uint8Array(width * height * 4);
  let at = 0;
  for (const row of rowsOf(parts)) {
    for (let x = 0; x < width; x += 1, at += 4) pixels.set(rgbaOf(parts, row, x), at);
  }
  return { width, height, pixels };
};
