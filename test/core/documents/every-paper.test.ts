import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import type { PaperDocument } from '../../../src/core/documents/model.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import { WordRenderer } from '../../../src/core/documents/word-renderer.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import { documentKind, kindsOfGroup, type DocumentKind } from '../../../src/shared/domain/document.ts';
import { samplePaper, type PaperSample } from '../../../src/core/documents/samples/sample-papers.ts';
import {
  canOpenWord,
  describePdfBytes,
  htmlStrayText,
  htmlText,
  openWithLibreOffice,
  wordText,
  zipParts,
  type OpenedPaper,
} from '../../support/document-text.ts';
import { bareData, hostileData, longData, shortData } from './paper-data.ts';

const plain = { picture: null, bare: false, memberCount: 28 };
const samples: readonly (readonly [name: string, sample: PaperSample])[] = [
  ['everything known', { ...plain, data: shortData }],
  ['nothing known but the name', { ...plain, data: bareData, bare: true }],
  ['what people paste', { ...plain, data: hostileData }],
  ['the longest facts', { ...plain, data: longData, memberCount: 200 }],
];
const cases = documentKind.options.flatMap((kind) =>
  samples.map(([name, sample]) => [kind, name, sample] as const),
);
const madeAt = '2026-04-26T00:00:00.000Z';

it('every kind stands on exactly one shelf', () => {
  expect(Object.values(kindsOfGroup).flat().toSorted()).toEqual([...documentKind.options].toSorted());
});

describe.each(cases)('%s: %s', (kind, _, sample) => {
  const paper = samplePaper(kind, sample);

  it('says the same in Word and in print HTML, and nothing outside a paragraph', async () => {
    const html = renderHtml([paper]);
    const spoken = await wordText(new WordRenderer().render(paper, madeAt));
    expect(spoken.length).toBeGreaterThan(2);
    expect(htmlText(html.replaceAll(/<style>[\s\S]*?<\/style>/g, ''))).toEqual(spoken);
    expect(htmlStrayText(html.replaceAll(/<style>[\s\S]*?<\/style>/g, ''))).toBe('');
  });

  it('runs nothing, fetches nothing, and leaves no character that breaks a file', async () => {
    const html = renderHtml([paper]);
    expect(html).not.toMatch(/<script|<img|<link|<iframe|@import|<[^>]*\s(?:on\w+=|href="javascript:)/i);
    expect(html.replaceAll(/url\("?data:image\/[^)]*\)/g, '')).not.toMatch(/url\(/);
    const parts = await zipParts(new WordRenderer().render(paper, madeAt));
    const xml = parts.get('word/document.xml')!.toString('utf8');
    expect(xml).not.toMatch(/[^\P{Cc}\n]|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u);
    expect(xml).not.toMatch(/undefined|NaN|\[object/);
  });
});

const printer = openChromiumPdfPrinter();
const canPrint = await printer.available();
afterAll(() => printer.close());

/** The papers with the longest facts: what does not fit shows there. */
const measured: readonly (readonly [DocumentKind, PaperDocument])[] = documentKind.options.map((kind) => [
  kind,
  samplePaper(kind, { ...plain, data: longData, memberCount: 200 }),
]);

/** How often each letter is said; heads of tables that repeat may say it more often on paper. Stops may hang in a margin. */
const lettersOf = (text: string): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const letter of text.replaceAll(/[^\p{L}\p{N}]/gu, ''))
    found.set(letter, (found.get(letter) ?? 0) + 1);
  return found;
};

/** Letters that a paper says and its pages do not show. */
const lostLetters = (paper: PaperDocument, { text }: OpenedPaper): string[] => {
  const shown = lettersOf(text);
  const said = lettersOf(htmlText(renderHtml([paper]).replaceAll(/<style>[\s\S]*?<\/style>/g, '')).join(''));
  return [...said].filter(([letter, count]) => (shown.get(letter) ?? 0) < count).map(([letter]) => letter);
};

describe.skipIf(!canPrint || !canOpenWord())('on paper', () => {
  let fromWord: readonly OpenedPaper[] = [];
  let printed: readonly OpenedPaper[] = [];
  beforeAll(async () => {
    const hostile = documentKind.options.map((kind) => samplePaper(kind, { ...plain, data: hostileData }));
    fromWord = openWithLibreOffice(
      [...measured.map(([, paper]) => paper), ...hostile].map((paper) =>
        new WordRenderer().render(paper, madeAt),
      ),
    );
    const pdfs: OpenedPaper[] = [];
    for (const [, paper] of measured)
      pdfs.push(describePdfBytes(await printer.print(renderHtml([paper]), paper.page.paper)));
    printed = pdfs;
  }, 300_000);

  it.each(measured.map(([kind, paper], index) => [kind, index, paper] as const))(
    '%s: comes to as many pages in both, and loses no letter',
    (kind, index, paper) => {
      expect({ kind, pages: fromWord[index]?.pages }).toEqual({ kind, pages: printed[index]?.pages });
      expect(lostLetters(paper, printed[index]!)).toEqual([]);
      expect(lostLetters(paper, fromWord[index]!)).toEqual([]);
    },
  );

  it.each(documentKind.options.map((kind, index) => [kind, index] as const))(
    '%s: opens without repair, whatever people paste',
    (_, index) => {
      const opened = fromWord[measured.length + index];
      expect(opened?.pages).toBeGreaterThan(0);
      expect(opened?.text).toContain('𠮷');
    },
  );
});

it('a code in the margin has room there, and none stands on a certificate', () => {
  for (const kind of documentKind.options) {
    const { code, page, decoration } = samplePaper(kind, samples[0]![1]);
    expect(code !== undefined).toBe(paperTemplates[kind].coded);
    if (code === undefined) continue;
    expect(code.sizeMm).toBeGreaterThanOrEqual(15);
    expect(page.marginsMm.top).toBeGreaterThanOrEqual(code.sizeMm + 4.5);
    // A framed page draws its own margins.
    expect(decoration).toEqual([]);
  }
  expect(paperTemplates.certificate.coded).toBe(false);
});
