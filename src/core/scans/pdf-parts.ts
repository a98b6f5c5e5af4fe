import { PDFDocument } from '@cantoo/pdf-lib';

/** Pages from 1, both included. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Parts of a PDF, each with its pages as they are: nothing is drawn anew. Each part names the whole and its pages, so
 * that two parts are never the same bytes.
 *
 * @throws whatever the reader of a damaged or encrypted file throws
 */
export const partPdf = async (
  bytes: Uint8Array,
  ranges: readonly PageRange[],
  whole: string,
): Promise<readonly Uint8Array<ArrayBuffer>[]> => {
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const { from, to } of ranges) {
    const part = await PDFDocument.create({ updateMetadata: false });
    const pages = await part.copyPages(
      source,
      Array.from({ length: to - from + 1 }, (_, at) => from - 1 + at),
    );
    for (const page of pages) part.addPage(page);
    part.setSubject(`${whole} ${from}-${to}`);
    parts.push(new Uint8Array(await part.save()));
  }
  return parts;
};
