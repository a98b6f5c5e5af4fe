import { PreviewFailed, type PreviewFailure } from '../previews/preview-job.ts';
import { findCodes, findTexts, type CodesOnPage } from './find-codes.ts';
import { scanPages } from './scan-pages.ts';

/** What was seen of a scan: its pages in order, up to where reading had to stop. */
export interface ReadScan {
  readonly pages: readonly CodesOnPage[];
  /** Why not all of it was read; null where it was. It stays as it came, and a clerk files it. */
  readonly failure: PreviewFailure | 'not-a-scan' | null;
}

/** Texts of the codes in a picture or PDF of few pages, whoever made them; empty where it cannot be read. */
export const readTexts = async (bytes: Uint8Array, mediaType: string): Promise<readonly string[]> => {
  const texts: string[] = [];
  try {
    for await (const page of scanPages(bytes, mediaType) ?? []) texts.push(...(await findTexts(page)));
  } catch {
    // What was read before a damaged page counts.
  }
  return texts;
};

/** Reads a scan on this thread. A decoder's own failure is a damaged scan: what it shows is left to the clerk. */
export const readScan = async (bytes: Uint8Array, mediaType: string): Promise<ReadScan> => {
  const pages: CodesOnPage[] = [];
  try {
    const found = scanPages(bytes, mediaType);
    if (found === null) return { pages, failure: 'not-a-scan' };
    for await (const page of found) pages.push(await findCodes(page));
    return { pages, failure: null };
  } catch (error) {
    return { pages, failure: error instanceof PreviewFailed ? error.reason : 'damaged' };
  }
};
