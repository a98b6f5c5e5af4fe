import { inflateSync } from 'node:zlib';
import type tiff from 'utif2';

const numbersOf = (ifd: tiff.IFD, tag: string): readonly number[] => {
  const value = ifd[tag];
  return Array.isArray(value) ? value.map(Number) : [];
};

/** Compressions that unpack to any size: both are deflate. The others cannot pass the size that they were told. */
const deflates: ReadonlySet<number> = new Set([8, 32_946]);

/**
 * Unpacks the deflated strips or tiles of a TIFF page for trial, each within a limit: its decoder knows none.
 *
 * @throws RangeError where one is a bomb, whatever zlib throws where one is damaged
 */
export const tryStrips = (file: ArrayBuffer, ifd: tiff.IFD, mostBytes: number): void => {
  if (!deflates.has(numbersOf(ifd, 't259')[0] ?? 1)) return;
  const tiled = numbersOf(ifd, 't324').length > 0;
  const lengths = numbersOf(ifd, tiled ? 't325' : 't279');
  numbersOf(ifd, tiled ? 't324' : 't273').forEach((offset, at) => {
    inflateSync(new Uint8Array(file).subarray(offset, offset + (lengths[at] ?? 0)), {
      maxOutputLength: mostBytes,
    });
  });
};
