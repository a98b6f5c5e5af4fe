import { encode } from 'uqr';
import { pngFile } from '../png.ts';

/** How a code is to be read: from fresh paper by a phone, or from a scan of paper that was stamped, folded and copied. */
export interface QrReading {
  readonly comesBack: boolean;
}

/**
 * Modules of the code, row by row, with a quiet zone. Level M survives a stamp's edge or a fold; a code that must be
 * read again from a scan has level Q and the whole quiet zone of four modules that the standard asks for
 * (ISO/IEC 18004, 5.3.8). Any of the eight masks reads equally well; naming one spares the search for the prettiest, a
 * third of the time of a certificate.
 */
const qrModules = (text: string, { comesBack }: QrReading): readonly (readonly boolean[])[] =>
  encode(text, { ecc: comesBack ? 'Q' : 'M', border: comesBack ? 4 : 2, maskPattern: 2 }).data;

export interface QrPath {
  /** Modules on each side, quiet zone included. */
  readonly size: number;
  /** SVG path in module units, to be stroked one module wide: one line per run of dark modules. */
  readonly path: string;
}

export const qrPath = (text: string, reading: QrReading): QrPath => {
  const modules = qrModules(text, reading);
  const runs: string[] = [];
  modules.forEach((line, y) => {
    for (let x = 0; x < line.length; x += 1) {
      const start = x;
      while (line[x]) x += 1;
      if (x > start) runs.push(`M${start} ${y}.5h${x - start}`);
    }
  });
  return { size: modules.length, path: runs.join('') };
};

/** The code as a one-bit PNG of at least 300 dots a side: sharp on a printer at 26 mm, half a kilobyte. */
export const qrPng = (text: string, reading: QrReading): Uint8Array => {
  const modules = qrModules(text, reading);
  const scale = Math.ceil(300 / modules.length);
  const side = modules.length * scale;
  const stride = Math.ceil(side / 8) + 1;
  const pixels = Buffer.alloc(stride * side);
  modules.forEach((line, y) => {
    const scan = Buffer.alloc(stride, 0xff);
    scan[0] = 0; // filter: none
    line.forEach((dark, x) => {
      if (!dark) return;
      for (let dot = x * scale; dot < (x + 1) * scale; dot += 1)
        scan[1 + (dot >> 3)]! &= ~(0x80 >> (dot & 7));
    });
    for (let copy = 0; copy < scale; copy += 1) scan.copy(pixels, (y * scale + copy) * stride);
  });
  return pngFile({ width: side, height: side, bitDepth: 1, colour: 'grey', lines: pixels, level: 6 });
};
