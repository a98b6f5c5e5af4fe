import type { JpegFrame } from './picture-size.ts';

export interface JpegPage {
  readonly jpeg: Uint8Array;
  readonly frame: JpegFrame;
  /** Width and height of the page. */
  readonly points: readonly [number, number];
}

const colourSpaces: Readonly<Record<number, string>> = {
  1: '/DeviceGray',
  3: '/DeviceRGB',
  4: '/DeviceCMYK',
};

/**
 * A PDF with a JPEG on each page: PDF holds JPEG as it is (ISO 32000-1, 7.4.8), and what draws PDF pages thereby also
 * shrinks a large photo without ever holding it whole.
 */
export const jpegsAsPdf = (pages: readonly JpegPage[]): Uint8Array<ArrayBuffer> => {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (part: string | Uint8Array): void => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part);
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (...pieces: readonly (string | Uint8Array)[]): void => {
    offsets.push(length);
    add(`${offsets.length} 0 obj\n`);
    pieces.forEach(add);
    add('\nendobj\n');
  };
  add('%PDF-1.4\n');
  object('<</Type/Catalog/Pages 2 0 R>>');
  object(
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${3 + at * 3} 0 R`).join(' ')}]>>`,
  );
  pages.forEach(({ jpeg, frame, points: [width, height] }, at) => {
    const content = `${width} 0 0 ${height} 0 0 cm /P Do`;
    object(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${4 + at * 3} 0 R`,
      `/Resources<</XObject<</P ${5 + at * 3} 0 R>>>>>>`,
    );
    object(`<</Length ${content.length}>>stream\n${content}\nendstream`);
    object(
      `<</Type/XObject/Subtype/Image/Width ${frame.width}/Height ${frame.height}/BitsPerComponent 8`,
      `/Filter/DCTDecode/ColorSpace${colourSpaces[frame.components] ?? '/DeviceRGB'}/Length ${jpeg.length}>>stream\n`,
      jpeg,
      '\nendstream',
    );
  });
  const table = length;
  add(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) add(`${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`trailer\n<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
};
