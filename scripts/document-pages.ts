/**
 * Makes every kind of paper from the sample organization, as Word and as PDF, with an image of each page:
 * `node scripts/document-pages.ts [--out DIR] [--kind KIND…] [--bare] [--word-pages]`. The data is invented. Images of
 * the pages that the documentation shows go to docs/images with `--documentation`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderHtml } from '../src/core/documents/html-renderer.ts';
import { WordRenderer } from '../src/core/documents/word-renderer.ts';
import { openChromiumPdfPrinter } from '../src/loopback/chromium-pdf-printer.ts';
import { documentKind, type DocumentKind } from '../src/shared/domain/document.ts';
import { samplePaper } from './sample-papers.ts';
import { bareSample, sampleData, sealPng } from './sample-paper.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'demo/papers' },
    kind: { type: 'string', multiple: true },
    bare: { type: 'boolean', default: false },
    members: { type: 'string', default: '28' },
    'red-head': { type: 'boolean', default: false },
    seal: { type: 'boolean', default: false },
    word: { type: 'boolean', default: false },
  },
});
const { out } = values;
const kinds: readonly DocumentKind[] =
  values.kind?.map((kind) => documentKind.parse(kind)) ?? documentKind.options;
const data = values.bare ? bareSample : sampleData;
const sample = {
  data: { ...data, paperRules: { ...data.paperRules, redHead: values['red-head'] } },
  picture: values.seal ? { bytes: sealPng(700), mediaType: 'image/png' as const } : null,
  bare: values.bare,
  memberCount: Number(values.members),
};

const images = (pdf: string): void => {
  execFileSync('pdftoppm', ['-png', '-r', '60', pdf, pdf.replace(/\.pdf$/, '')]);
};

mkdirSync(out, { recursive: true });
const printer = openChromiumPdfPrinter();
const words: string[] = [];
try {
  for (const kind of kinds) {
    const paper = samplePaper(kind, sample);
    const word = join(out, `${kind}.docx`);
    writeFileSync(word, new WordRenderer().render(paper, '2026-04-26T00:00:00.000Z'));
    words.push(word);
    const pdf = join(out, `${kind}.pdf`);
    writeFileSync(pdf, await printer.print(renderHtml([paper]), paper.page.paper));
    images(pdf);
  }
} finally {
  await printer.close();
}
if (values.word) {
  const folder = join(out, 'from-word');
  mkdirSync(folder, { recursive: true });
  const profile = `-env:UserInstallation=file:///tmp/papers-soffice`;
  execFileSync('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...words]);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pdf'))) images(join(folder, file));
}
