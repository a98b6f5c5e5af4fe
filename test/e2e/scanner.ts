import { seeded } from '../../scripts/scans/chance.ts';
import { encodeJpeg } from '../../scripts/scans/jpeg-encoder.ts';
import { flatbed } from '../../scripts/scans/scanners.ts';
import { pageDpi } from '../../scripts/scans/draw-form.ts';
import { openPdf, type OpenPages } from '../../src/core/previews/pdf-pages.ts';
import { greyOf } from '../../src/core/previews/pixels.ts';
import type { GrayImage } from '../../src/core/scans/gray-image.ts';

const drawPage = async (pdf: OpenPages, page: number): Promise<GrayImage> => {
  const longSide = Math.round((297 / 25.4) * pageDpi);
  const pixels = await pdf.draw({ page, longSide, as: 'grey' });
  return { width: pixels.width, height: pixels.height, pixels: new Uint8Array(greyOf(pixels)) };
};

/** A page of a printed PDF as it comes back from the office's scanner: crooked, grey, a JPEG. */
export const scanned = async (pdf: Uint8Array, page: number): Promise<Buffer> => {
  const pages = await openPdf(new Uint8Array(pdf));
  try {
    return Buffer.from(await encodeJpeg(flatbed(await drawPage(pages, page), seeded(7)), 70));
  } finally {
    pages.close();
  }
};
