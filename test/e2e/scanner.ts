import { seeded } from '../../scripts/scans/chance.ts';
import { encodeJpeg } from '../../scripts/scans/jpeg-encoder.ts';
import { flatbed } from '../../scripts/scans/scanners.ts';
import { drawPage } from '../../scripts/scans/printed-forms.ts';
import { openPdf } from '../../src/core/previews/pdf-pages.ts';

/** A page of a printed PDF as it comes back from the office's scanner: crooked, grey, a JPEG. */
export const scanned = async (pdf: Uint8Array, page: number): Promise<Buffer> => {
  const pages = await openPdf(new Uint8Array(pdf));
  try {
    return Buffer.from(await encodeJpeg(flatbed(await drawPage(pages, page), seeded(7)), 70));
  } finally {
    pages.close();
  }
};
