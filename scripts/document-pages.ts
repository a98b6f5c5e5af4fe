/**
 * Writes page images of the documents into docs/images, printed by the installed browser: charter page 1, filing
 * form, certificate. The data is invented. `node scripts/document-pages.ts [--out DIR]`
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderHtml } from '../src/core/documents/html-renderer.ts';
import type { PaperDocument } from '../src/core/documents/model.ts';
import { certificate } from '../src/core/documents/templates/certificate.ts';
import { charter } from '../src/core/documents/templates/charter.ts';
import { filingForm } from '../src/core/documents/templates/filing-form.ts';
import { openChromiumPdfPrinter } from '../src/loopback/chromium-pdf-printer.ts';
import { sampleData, sealPng } from './sample-paper.ts';

const { out } = parseArgs({ options: { out: { type: 'string', default: 'docs/images' } } }).values;
const picture = { bytes: sealPng(700), mediaType: 'image/png' as const };

interface Page {
  readonly name: string;
  readonly paper: PaperDocument;
  readonly page: number;
  readonly dotsPerInch: number;
}

const form = filingForm(sampleData, picture);
const pages: readonly Page[] = [
  { name: 'certificate', paper: certificate(sampleData, picture), page: 1, dotsPerInch: 100 },
  { name: 'certificate-to-stamp', paper: certificate(sampleData, null), page: 1, dotsPerInch: 100 },
  { name: 'filing-form-1', paper: form, page: 1, dotsPerInch: 90 },
  { name: 'filing-form-2', paper: form, page: 2, dotsPerInch: 90 },
  { name: 'charter-1', paper: charter(sampleData, picture), page: 1, dotsPerInch: 90 },
];

mkdirSync(out, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'document-pages-'));
const printer = openChromiumPdfPrinter();
try {
  for (const { name, paper, page, dotsPerInch } of pages) {
    const pdf = join(folder, `${name}.pdf`);
    writeFileSync(pdf, await printer.print(renderHtml([paper]), paper.page.paper));
    const range = ['-f', String(page), '-l', String(page), '-singlefile'];
    execFileSync('pdftoppm', ['-png', '-r', String(dotsPerInch), ...range, pdf, join(folder, name)]);
  }
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.png'))) {
    const target = join(out, file);
    renameSync(join(folder, file), target);
    console.log(`${target} ${Math.ceil(statSync(target).size / 1024)} KiB`);
  }
} finally {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
}
