import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import tiff from 'utif2';

interface SamplePdf {
  /** Drawing operators of each page, on A4. */
  readonly pages: readonly string[];
  /** Further entries of the catalogue, e.g. an action to run. */
  readonly catalogue?: string;
  readonly objects?: readonly string[];
}

/** A small whole PDF, written by hand. */
export const samplePdf = ({ pages, catalogue = '', objects = [] }: SamplePdf): Uint8Array<ArrayBuffer> => {
  const first = 3;
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ')}] >>`,
    ...pages.flatMap((operators, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + 2 * index + 1} 0 R >>`,
      `<< /Length ${operators.length} >>\nstream\n${operators}\nendstream`,
    ]),
    ...objects,
  ];
  let text = '%PDF-1.7\n';
  const offsets = bodies.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
};

/** A page with one black square in its lower left quarter. */
export const squarePage = '0 0 0 rg 50 50 200 300 re f';

/** A TIFF of one page: black above, white below. */
export const sampleTiff = (width = 40, height = 60): Uint8Array<ArrayBuffer> => {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let dot = 0; dot < (width * height) / 2; dot++) rgba.set([0, 0, 0], dot * 4);
  return new Uint8Array(tiff.encodeImage(rgba, width, height));
};

/** A PDF whose drawing is as long as `bytes` when it is read, and a thousandth of that in the file. */
export const swollenPdf = (bytes: number): Uint8Array<ArrayBuffer> => {
  const packed = deflateSync(Buffer.alloc(bytes, '0 0 m 1 1 l S '), { level: 9 }).toString('latin1');
  const stream = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`;
  const pdf = samplePdf({ pages: [squarePage], objects: [stream] });
  const text = Buffer.from(pdf).toString('latin1').replace('/Contents 4 0 R', '/Contents 5 0 R');
  return new Uint8Array(Buffer.from(text, 'latin1'));
};
