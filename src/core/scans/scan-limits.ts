import type { PictureSize } from './picture-size.ts';

/** What a scan may cost. A page of A3 at 600 dpi has 70 million dots; beyond it somebody plays a trick. */
export const scanLimits = {
  /** Dots of one page, told by its header before anything is unpacked. */
  pixels: 80_000_000,
  pages: 300,
  /** A file that takes longer is left to the clerk. */
  milliseconds: 180_000,
} as const;

/** Why a file could not be looked into; it stays as it came, and a clerk files it. */
export type ScanRefusal = 'not-a-scan' | 'too-large' | 'damaged' | 'encrypted' | 'too-slow';

/** A picture or PDF that is not looked into; thrown and caught inside the thread that reads scans. */
export class ScanRefused extends Error {
  readonly reason: ScanRefusal;

  constructor(reason: ScanRefusal, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'ScanRefused';
    this.reason = reason;
  }
}

/** @throws ScanRefused `damaged` where a header says nothing, `too-large` where it says too much */
export const requireSize = <T extends PictureSize>(size: T | null): T => {
  if (size === null || size.width === 0 || size.height === 0) throw new ScanRefused('damaged');
  if (size.width * size.height > scanLimits.pixels) throw new ScanRefused('too-large');
  return size;
};
