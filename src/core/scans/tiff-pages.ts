import { inflateSync } from 'node:zlib';
import utif from 'utif2';
import { fromRgba, type GrayImage } from './gray-image.ts';
import { requireSize, scanLimits, ScanRefused } from './scan-limits.ts';

const numbers = (ifd: utif.IFD, tag: number): readonly number[] => {
  const value = ifd[`t${tag}`];
  return Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as ArrayLike<number>) : [];
};

const tags = {
  width: 256,
  height: 257,
  compression: 259,
  stripOffsets: 273,
  stripBytes: 279,
  tileOffsets: 324,
  tileBytes: 325,
};

/** Compressions that unpack to any size: 8 and 32946 are deflate. The others cannot pass the size they were told. */
const deflates: ReadonlySet<number> = new Set([8, 32_946]);

/** @throws ScanRefused `damaged` where a deflated strip unpacks to more than a whole page may have */
const requireNoBomb = (bytes: Uint8Array, ifd: utif.IFD): void => {
  if (!deflates.has(numbers(ifd, tags.compression)[0] ?? 1)) return;
  const tiled = numbers(ifd, tags.tileOffsets).length > 0;
  const lengths = numbers(ifd, tiled ? tags.tileBytes : tags.stripBytes);
  numbers(ifd, tiled ? tags.tileOffsets : tags.stripOffsets).forEach((offset, at) => {
    const packed = bytes.subarray(offset, offset + (lengths[at] ?? 0));
    inflateSync(packed, { maxOutputLength: scanLimits.pixels * 4 });
  });
};

/** Pages of a TIFF one after another. @throws ScanRefused `damaged`, `too-large`; what the decoder throws */
export function* tiffPages(bytes: Uint8Array): Generator<GrayImage> {
  const buffer = bytes.slice().buffer;
  const directories = utif.decode(buffer).filter((ifd) => numbers(ifd, tags.width).length > 0);
  if (directories.length === 0) throw new ScanRefused('damaged');
  if (directories.length > scanLimits.pages) throw new ScanRefused('too-large');
  for (const ifd of directories) {
    const [width = 0] = numbers(ifd, tags.width);
    const [height = 0] = numbers(ifd, tags.height);
    requireSize({ width, height });
    requireNoBomb(bytes, ifd);
    utif.decodeImage(buffer, ifd);
    yield fromRgba(utif.toRGBA8(ifd), ifd.width, ifd.height);
  }
}
