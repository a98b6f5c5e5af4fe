import { findCodes, type CodesOnPage } from './find-codes.ts';
import { ScanRefused, type ScanRefusal } from './scan-limits.ts';
import { scanPages } from './scan-pages.ts';

/** What was seen of a scan: its pages in order, up to where reading had to stop. */
export interface ReadScan {
  readonly pages: readonly CodesOnPage[];
  /** Why not all of it was read; null where it was. */
  readonly refusal: ScanRefusal | null;
}

/** Reads a scan on this thread. A decoder's own failure is a damaged scan: what it shows is left to the clerk. */
export const readScan = async (bytes: Uint8Array, mediaType: string): Promise<ReadScan> => {
  const pages: CodesOnPage[] = [];
  try {
    for await (const page of scanPages(bytes, mediaType)) pages.push(await findCodes(page));
    return { pages, refusal: null };
  } catch (error) {
    return { pages, refusal: error instanceof ScanRefused ? error.reason : 'damaged' };
  }
};
