import { pngFile } from '../../src/core/png.ts';
import type { GrayImage } from '../../src/core/scans/gray-image.ts';
import { jpegsAsPdf } from '../../src/core/scans/jpeg-as-pdf.ts';
import { encodeJpeg } from './jpeg-encoder.ts';

/** An 8-bit grey PNG. */
export const encodePng = ({ width, height, pixels }: GrayImage): Uint8Array<ArrayBuffer> => {
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  return new Uint8Array(pngFile({ width, height, bitDepth: 8, colour: 'grey', lines, level: 1 }));
};

/** Scanned pages as a scanner puts them into a PDF: one JPEG a page, A4. */
export const encodePdf = async (
  pages: readonly GrayImage[],
  quality: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  const pictures = await Promise.all(
    pages.map(async (page) => ({
      jpeg: await encodeJpeg(page, quality),
      frame: { width: page.width, height: page.height, components: 3 },
      points: page.width > page.height ? ([842, 595] as const) : ([595, 842] as const),
    })),
  );
  return jpegsAsPdf(pictures);
};
