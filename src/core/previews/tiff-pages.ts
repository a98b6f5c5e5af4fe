import tiff from 'utif2';
import type { OpenPages } from './pdf-pages.ts';
import { shrinkTo } from './pixels.ts';
import { PreviewFailed } from './preview-job.ts';
import { tryStrips } from './tiff-strips.ts';

/** A3 at 600 dots an inch has 70 million. */
const mostDots = 120_000_000;
/** A scanned volume. */
const mostPages = 2_000;

const first = (ifd: tiff.IFD, tag: string): number => {
  const value = ifd[tag];
  const number = Array.isArray(value) ? Number(value[0]) : Number.NaN;
  return Number.isFinite(number) ? number : 0;
};

/** Thumbnails and masks stand among the pages of some files; tag 254 says which is which. */
const isPage = (ifd: tiff.IFD): boolean =>
  first(ifd, 't256') > 0 && first(ifd, 't257') > 0 && (first(ifd, 't254') & 0b101) === 0;

/** How a dot that was scanned sideways stands: quarter turns to the right; mirrored scans are not told apart. */
const quarterTurns: Readonly<Record<number, 1 | 2 | 3>> = { 3: 2, 4: 2, 5: 1, 6: 1, 7: 3, 8: 3 };

const turned = (rgba: Uint8Array, width: number, height: number, turns: 1 | 2 | 3) => {
  const data = new Uint8Array(rgba.length);
  const from = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const to = new Uint32Array(data.buffer);
  const outWidth = turns === 2 ? width : height;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [toX, toY] =
        turns === 1
          ? [height - 1 - y, x]
          : turns === 2
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      to[toY * outWidth + toX] = from[y * width + x] ?? 0;
    }
  return { data, width: outWidth, height: turns === 2 ? height : width };
};

/** Opens a TIFF, each directory a page: bilevel fax, LZW, deflate, packed and JPEG alike. @throws PreviewFailed */
export const openTiff = (bytes: Uint8Array): OpenPages => {
  const buffer = new Uint8Array(bytes).buffer;
  const directories = ((): tiff.IFD[] => {
    try {
      return tiff.decode(buffer).filter(isPage);
    } catch (cause) {
      throw new PreviewFailed('damaged', { cause });
    }
  })();
  if (directories.length === 0) throw new PreviewFailed('damaged');
  if (directories.length > mostPages) throw new PreviewFailed('too-large');
  return {
    count: directories.length,
    draw: async ({ page, longSide }) => {
      const found = directories[page];
      if (found === undefined) throw new PreviewFailed('damaged');
      // The decoder keeps dots in the directory; those of a page that was looked at go with this copy of it.
      const directory: tiff.IFD = { ...found };
      if (first(directory, 't256') * first(directory, 't257') > mostDots)
        throw new PreviewFailed('too-large');
      try {
        tryStrips(buffer, directory, mostDots * 4);
        tiff.decodeImage(buffer, directory);
        const { width, height } = directory;
        const rgba = tiff.toRGBA8(directory);
        if (rgba.length !== width * height * 4) throw new PreviewFailed('damaged');
        const turns = quarterTurns[first(directory, 't274')];
        const upright =
          turns === undefined ? { data: rgba, width, height } : turned(rgba, width, height, turns);
        return shrinkTo({ ...upright, depth: 4 }, longSide);
      } catch (error) {
        throw error instanceof PreviewFailed ? error : new PreviewFailed('damaged', { cause: error });
      }
    },
    close: () => {},
  };
};
