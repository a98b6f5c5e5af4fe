/**
 * `npm run papers`: every kind of paper from an invented organization, as Word and as PDF, with a picture of each page
 * to look at. `-- --out DIR --kind KIND… --bare --red-head --seal --members N`; `--word` adds pictures of the Word files
 * as LibreOffice shows them; `--documentation` leaves only pictures, in docs/images/papers.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderHtml } from '../src/core/documents/html-renderer.ts';
import { WordRenderer } from '../src/core/documents/word-renderer.ts';
import { openChromiumPdfPrinter } from '../src/loopback/chromium-pdf-printer.ts';
import { documentKind, type DocumentKind } from '../src/shared/domain/document.ts';
import { bareSample, sampleData } from '../src/core/documents/samples/sample-organization.ts';
import { palettePage } from './palette-page.ts';
import { sampleSeal } from './seal-picture.ts';
import { samplePaper, type PaperSample } from '../src/core/documents/samples/sample-papers.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'demo/papers' },
    kind: { type: 'string', multiple: true },
    members: { type: 'string', default: '28' },
    bare: { type: 'boolean', default: false },
    'red-head': { type: 'boolean', default: false },
    seal: { type: 'boolean', default: false },
    word: { type: 'boolean', default: false },
    documentation: { type: 'boolean', default: false },
  },
});

const kinds: readonly DocumentKind[] =
  values.kind?.map((kind) => documentKind.parse(kind)) ?? documentKind.options;
const data = values.bare ? bareSample : sampleData;
const sample: PaperSample = {
  data: { ...data, paperRules: { ...data.paperRules, redHead: values['red-head'] } },
  picture: values.seal ? sampleSeal() : null,
  bare: values.bare,
  memberCount: Number(values.members),
};

/** Pictures of all pages of a PDF, beside it or in a folder of their own. */
const pictures = (pdf: string, folder: string): void => {
  const count = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf]).toString())?.[1]);
  for (let page = 1; page <= count; page += 1)
    writeFileSync(join(folder, `${basename(pdf, '.pdf')}-${page}.png`), palettePage(pdf, page, 75));
};

const showWordFiles = (files: readonly string[], folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'papers-office-'));
  try {
    const options = ['--headless', `-env:UserInstallation=file://${profile}`, '--convert-to', 'pdf'];
    execFileSync('soffice', [...options, '--outdir', folder, ...files], { stdio: 'ignore' });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pdf')))
    pictures(join(folder, file), folder);
};

const documentation = values.documentation ? mkdtempSync(join(tmpdir(), 'papers-')) : null;
const out = documentation ?? values.out;
const shown = documentation === null ? out : 'docs/images/papers';
mkdirSync(out, { recursive: true });
mkdirSync(shown, { recursive: true });
const printer = openChromiumPdfPrinter();
const wordFiles: string[] = [];
try {
  for (const kind of kinds) {
    const paper = samplePaper(kind, sample);
    const word = join(out, `${kind}.docx`);
    writeFileSync(word, new WordRenderer().render(paper, '2026-04-26T00:00:00.000Z'));
    wordFiles.push(word);
    const pdf = join(out, `${kind}.pdf`);
    writeFileSync(pdf, await printer.print(renderHtml([paper]), paper.page.paper));
    pictures(pdf, shown);
  }
  if (values.word) showWordFiles(wordFiles, join(out, 'from-word'));
  console.log(`${kinds.length} kinds of papers in ${shown}`);
} finally {
  await printer.close();
  if (documentation !== null) rmSync(documentation, { recursive: true, force: true });
}
