import { pngFile } from '../png.ts';
import { qrMatrix, type QrMatrix } from './qr-mould.ts';

/** How a code is to be read: from fresh paper by a phone, or from a scan of paper that was stamped, folded and copied. */
export interface QrReading {
  readonly comesBack: boolean;
}

/**
 * Level M survives a stamp's edge or a fold; a code that must be read again from a scan has level Q and the whole quiet
 * zone of four modules that the standard asks for (ISO/IEC 18004, 5.3.8).
 */
const modulesOf = (text: string, { comesBack }: QrReading): { matrix: QrMatrix; quiet: number } => ({
  matrix: qrMatrix(text, comesBack ? 'Q' : 'M'),
  quiet: comesBack ? 4 : 2,
});

export interface QrPath {
  /** Modules on each side, quiet zone included. */
  readonly size: number;
  /** SVG path in module units, to be stroked one module wide: one line per run of dark modules. */
  readonly path: string;
}

export const qrPath = (text: string, reading: QrReading): QrPath => {
  const { matrix, quiet } = modulesOf(text, reading);
  const { size, modules } = matrix;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (x < size && modules[y * size + x] === 1) x += 1;
      if (x > start) path += `M${start + quiet} ${y + quiet}.5h${x - start}`;
    }
  }
  return { size: size + 2 * quiet, path };
};

/** Dots of a module's side: a byte of a one-bit picture. */
const dots = 8;
const unchanged = 2; // PNG's filter "up"

/** The code as a one-bit PNG, more than 200 dots a side: sharp on a printer at 26 mm, a kilobyte. */
export const qrPng = (text: string, reading: QrReading): Uint8Array => {
  const { matrix, quiet } = modulesOf(text, reading);
  const size = matrix.size + 2 * quiet;
  const stride = size + 1;
  const lines = new Uint8Array(stride * size * dots);
  for (let y = 0; y < size * dots; y += 1) {
    const line = y * stride;
    if (y % dots !== 0) {
      // All but the first line of a module say the same as the line above.
      lines[line] = unchanged;
      continue;
    }
    const row = y / dots - quiet;
    lines.fill(0xff, line + 1, line + stride);
    if (row < 0 || row >= matrix.size) continue;
    for (let x = 0; x < matrix.size; x += 1)
      if (matrix.modules[row * matrix.size + x] === 1) lines[line + 1 + quiet + x] = 0;
  }
  return pngFile({ width: size * dots, height: size * dots, bitDepth: 1, colour: 'grey', lines, level: 1 });
};
