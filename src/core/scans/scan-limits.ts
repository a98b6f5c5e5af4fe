import { PreviewFailed } from '../previews/preview-job.ts';
import type { PictureSize } from './picture-size.ts';

/** What a scan may cost. A page of A3 at 600 dpi has 70 million dots; beyond it somebody plays a trick. */
export const scanLimits = {
  /** Dots of one page, told by its header before anything is unpacked. */
  pixels: 80_000_000,
  pages: 300,
  /** A file that takes longer is left to the clerk. */
  milliseconds: 180_000,
} as const;

/** @throws PreviewFailed `damaged` where a header says nothing, `too-large` where it says too much */
export const requireSize = <T extends PictureSize>(size: T | null): T => {
  if (size === null || size.width === 0 || size.height === 0) throw new PreviewFailed('damaged');
  if (size.width * size.height > scanLimits.pixels) throw new PreviewFailed('too-large');
  return size;
};
