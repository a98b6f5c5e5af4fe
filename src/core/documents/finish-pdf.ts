import { PDFDocument } from '@cantoo/pdf-lib';
import type { PageSetup, VectorShape } from './model.ts';
import { makeArchival, type AboutPdf } from './pdf-archival.ts';
import { decorate } from './pdf-decoration.ts';

interface Finish {
  readonly decoration: readonly VectorShape[];
  readonly page: PageSetup;
  /** For papers that are kept for good: PDF/A-2b. null leaves the file as the browser made it. */
  readonly archival: AboutPdf | null;
}

/** Reads a PDF of Chromium once and writes into it all that the browser does not. */
export const finishPdf = async (
  pdf: Uint8Array,
  { decoration, page, archival }: Finish,
): Promise<Uint8Array> => {
  if (decoration.length === 0 && archival === null) return pdf;
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  if (decoration.length > 0) decorate(document, decoration, page);
  if (archival !== null) makeArchival(document, archival);
  // Packing the objects takes longer than all the rest and saves a tenth.
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
};
