import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { PreviewFailed, type PageWish } from './preview-job.ts';
import type { Pixels } from './pixels.ts';

/** Pages of one open document, drawn one at a time. */
export interface OpenPages {
  readonly count: number;
  draw(wish: PageWish): Promise<Pixels>;
  close(): void;
}

/** 384 MiB in the 64 KiB pages of WebAssembly, as a LEB128 number of three bytes. */
const memoryLimit = [0x80, 0xb0, 0x00] as const;

/**
 * The module asks for up to 2 GiB. A hostile document shall not get them: the limit in its memory section is made
 * smaller. Where the section looks otherwise than known, the module is refused rather than run without a limit.
 */
export const withMemoryLimit = (binary: Uint8Array): Uint8Array<ArrayBuffer> => {
  const limited = new Uint8Array(binary);
  const number = (at: number): { value: number; next: number } => {
    let value = 0;
    let next = at;
    for (let shift = 0; ; shift += 7) {
      const byte = limited[next++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return { value, next };
    }
  };
  for (let at = 8; at < limited.length;) {
    const section = limited[at];
    const { value: length, next: start } = number(at + 1);
    if (section === 5) {
      const minimum = number(start + 2);
      const maximum = number(minimum.next);
      if (limited[start] !== 1 || limited[start + 1] !== 1 || maximum.next - minimum.next !== 3) break;
      limited.set(memoryLimit, minimum.next);
      return limited;
    }
    at = start + length;
  }
  throw new Error('the memory section of the PDF module is not where it was');
};

/** Reads, limits and starts the PDF module; a tenth of a second that can be had in advance. */
export const openPdfModule = (): Promise<PDFiumLibrary> => {
  const path = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  return PDFiumLibrary.init({ wasmBinary: withMemoryLimit(readFileSync(path)).buffer });
};

const failureOf = (error: unknown): PreviewFailed => {
  const message = error instanceof Error ? error.message : String(error);
  if (/password|security/i.test(message)) return new PreviewFailed('encrypted', { cause: error });
  // The module aborts where it is given no more memory.
  if (/memory|allocat|abort/i.test(message)) return new PreviewFailed('too-large', { cause: error });
  return new PreviewFailed('damaged', { cause: error });
};

/** Points of the longest page that is drawn: beyond what any printer makes, a page is a trap. */
const largestPagePoints = 15_000;

/**
 * Opens a PDF. The module has no script engine: scripts and actions in a document are never run.
 * @throws PreviewFailed
 */
export const openPdf = async (
  bytes: Uint8Array,
  module: Promise<PDFiumLibrary> = openPdfModule(),
): Promise<OpenPages> => {
  try {
    const library = await module;
    const document = await library.loadDocument(bytes);
    const count = document.getPageCount();
    if (count === 0) throw new PreviewFailed('damaged');
    return {
      count,
      draw: async ({ page, longSide, as }) => {
        try {
          const shown = document.getPage(page);
          const { originalWidth, originalHeight } = shown.getOriginalSize();
          const long = Math.max(originalWidth, originalHeight);
          if (!(long > 0)) throw new PreviewFailed('damaged');
          if (long > largestPagePoints) throw new PreviewFailed('too-large');
          const { width, height, data } = await shown.render({
            render: 'bitmap',
            scale: longSide / long,
            colorSpace: as === 'grey' ? 'Gray' : 'BGRA',
          });
          return { width, height, depth: as === 'grey' ? 1 : 4, data };
        } catch (error) {
          throw error instanceof PreviewFailed ? error : failureOf(error);
        }
      },
      close: () => {
        document.destroy();
        library.destroy();
      },
    };
  } catch (error) {
    throw error instanceof PreviewFailed ? error : failureOf(error);
  }
};
