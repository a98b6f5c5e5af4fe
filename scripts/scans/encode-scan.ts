import { crc32, deflateSync } from 'node:zlib';
import type { GrayImage } from '../../src/core/scans/gray-image.ts';
import { jpegsAsPdf } from '../../src/core/scans/jpeg-as-pdf.ts';
import { encodeJpeg } from './jpeg-encoder.ts';

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

/** An 8-bit grey PNG. */
export const encodePng = ({ width, height, pixels }: GrayImage): Uint8Array<ArrayBuffer> => {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows, { level: 1 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
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
