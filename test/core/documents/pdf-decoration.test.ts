import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { htmlDocument, htmlEnd, htmlStart, renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { finishPdf } from '../../../src/core/documents/finish-pdf.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import { canOpenWord, describePdfBytes } from '../../support/document-text.ts';
import { certificateOf, longData, shortData } from './paper-data.ts';

const printer = openChromiumPdfPrinter();
const canPrint = (await printer.available()) && canOpenWord();
afterAll(() => printer.close());

/** Grey dots of one page, eight to a centimetre or so. */
const dotsOf = (pdf: Uint8Array, page: number): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'decoration-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const range = ['-f', String(page), '-l', String(page), '-singlefile'];
    return execFileSync('pdftoppm', ['-gray', '-r', '40', ...range, file], { maxBuffer: 2 ** 24 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const dark = (dots: Uint8Array): number => dots.filter((dot) => dot < 250).length;

describe.skipIf(!canPrint)('a decoration laid under a PDF', () => {
  it('looks on every page as the browser draws it, under the same words, in a smaller file', async () => {
    const papers = [certificateOf(shortData, null), certificateOf(longData, null)];
    const [first] = papers;
    const { page, decoration, title } = first!;
    const drawn = await printer.print(renderHtml(papers), page.paper);
    const html =
      htmlStart(first!, title, null, 2, false) +
      papers.map((paper, index) => htmlDocument(paper, index, false)).join('') +
      htmlEnd;
    const plain = await printer.print(html, page.paper);
    const laid = await finishPdf(plain, { decoration, page, archival: null });
    expect(describePdfBytes(laid)).toEqual(describePdfBytes(drawn));
    expect(laid.byteLength).toBeLessThan(drawn.byteLength);
    for (const number of [1, 2]) {
      const [wanted, found, bare] = [drawn, laid, plain].map((pdf) => dotsOf(pdf, number));
      const different = wanted!.filter((dot, index) => Math.abs(dot - (found![index] ?? 0)) > 60).length;
      expect(different).toBeLessThan(dark(wanted!) / 50);
      // The comparison can fail: without the decoration far more differs.
      expect(dark(wanted!) - dark(bare!)).toBeGreaterThan(dark(wanted!) / 3);
    }
  });
});
