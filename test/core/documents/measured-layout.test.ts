import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ptToMm } from '../../../src/core/documents/fit-text.ts';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import type { PaperDocument } from '../../../src/core/documents/model.ts';
import { bodyText, officialLinePt, officialPaper } from '../../../src/core/documents/official-page.ts';
import { samplePaper } from '../../../src/core/documents/samples/sample-papers.ts';
import { receiptLines } from '../../../src/core/documents/templates/paper-words.ts';
import { archiveStamps } from '../../../src/core/documents/templates/spine-papers.ts';
import { WordRenderer } from '../../../src/core/documents/word-renderer.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import { archiveStampOf } from '../../../src/shared/domain/archive-stamp.ts';
import { documentKind, type DocumentKind } from '../../../src/shared/domain/document.ts';
import { organizationId } from '../../../src/shared/domain/ids.ts';
import { sampleSeal } from '../../../scripts/seal-picture.ts';
import {
  canOpenWord,
  describePdfBytes,
  pdfPages,
  inkBox,
  wordFilesAsPdf,
  zipParts,
  type PdfWord,
} from '../../support/document-text.ts';
import { longData, shortData } from './paper-data.ts';

/*
 * Papers measured as they come out of LibreOffice and of Chromium. Everything is converted once; the tests read what
 * came of it.
 */

const picture = sampleSeal();
const madeAt = '2026-04-26T00:00:00.000Z';
const sample = { data: shortData, picture, bare: false, memberCount: 60 };

/** Official papers that a street seals (GB/T 9704-2012, 7.3.5). */
const sealed = [
  'correction-notice',
  'refusal-notice',
  'filing-notice',
  'objection-answer',
  'approval',
  'disclosure-answer',
  'rectification-order',
  'disposition-decision',
  'dissolution-notice',
] as const satisfies readonly DocumentKind[];

const lineMm = ptToMm(officialLinePt);
const pageLines = 22;

/** As many lines of text as end around the end of a page, the last of them with a receipt after the signature. */
const lengths = Array.from({ length: 14 }, (_, at) => at + 7);
const ofLength = (lines: number): PaperDocument =>
  officialPaper({
    kind: 'approval',
    title: [`长短${lines}`],
    subject: '批复',
    number: null,
    redHead: false,
    addressee: '阳光里社区居民委员会',
    body: Array.from({ length: lines }, (_, at) => bodyText(`正文第${at + 1}行`)),
    issuer: '新河街道办事处',
    date: '2026年4月26日',
    picture,
    after: receiptLines(),
  });

const oneStamp = archiveStamps({
  organizationId: organizationId.parse('o1'),
  hubName: '联合会',
  name: '队',
  stamps: [
    {
      title: '材料',
      stamp: archiveStampOf(
        { year: 2026, item: 1, retention: 'permanent', pages: 3 },
        { fonds: 'Z1', unit: 'BGS' },
      ),
    },
  ],
});

const roster = samplePaper('roster-full', { ...sample, data: longData });
const papers: readonly PaperDocument[] = [
  ...sealed.map((kind) => samplePaper(kind, sample)),
  ...lengths.map(ofLength),
  oneStamp,
  roster,
];
const firstLength = sealed.length;
const stampAt = firstLength + lengths.length;

const printer = openChromiumPdfPrinter();
const ready = (await printer.available()) && canOpenWord();
afterAll(() => printer.close());

interface Face {
  readonly name: 'Word' | 'print';
  readonly pdfs: readonly Uint8Array[];
  readonly pages: readonly (readonly PdfWord[][])[];
}

const faceOf = (name: Face['name'], pdfs: readonly Uint8Array[]): Face => ({
  name,
  pdfs,
  pages: pdfs.map(pdfPages),
});

const middleX = ({ xMin, xMax }: PdfWord): number => ptToMm((xMin + xMax) / 2);
const middleY = ({ yMin, yMax }: PdfWord): number => ptToMm((yMin + yMax) / 2);

/** The seal on the page that is signed, the ink of name and date below it, and the words of the page. */
const signatureOf = ({ pdfs, pages }: Face, paper: number) => {
  const page = pages[paper]!.findLastIndex((words) => words.some(({ text }) => text === '新河街道办事处'));
  const words = pages[paper]![page]!;
  const issuer = words.findLast(({ text }) => text === '新河街道办事处')!;
  const seal = inkBox(pdfs[paper]!, page, 'red')!;
  // The small print that a picture carries stands below its ring.
  const wide = { left: seal.left - 12, right: seal.right + 12, top: seal.top + 2, bottom: seal.bottom - 1 };
  return { words, issuer, seal, ink: inkBox(pdfs[paper]!, page, 'black', wide)! };
};

describe.skipIf(!ready)('measured on paper', () => {
  let faces: readonly Face[] = [];
  beforeAll(async () => {
    const fromWord = wordFilesAsPdf(papers.map((paper) => new WordRenderer().render(paper, madeAt)));
    const printed: Uint8Array[] = [];
    for (const paper of papers) printed.push(await printer.print(renderHtml([paper]), paper.page.paper));
    faces = [faceOf('Word', fromWord), faceOf('print', printed)];
  }, 240_000);

  it.each(sealed.map((kind, index) => [kind, index] as const))(
    '%s: as many pages in both, nothing outside 28 to 184 mm and 37 to 262 mm but number and code',
    (_, index) => {
      // LibreOffice lets a stop hang over the edge where Word is told not to, and so saves a line.
      const hangs = faces[0]!.pages[index]!.flat().some(({ xMax }) => ptToMm(xMax) > 185);
      if (!hangs) expect(faces[0]!.pages[index]!.length).toBe(faces[1]!.pages[index]!.length);
      for (const { name, pages } of faces) {
        for (const words of pages[index]!) {
          for (const word of words.filter((each) => middleY(each) < 37 + 225)) {
            expect(ptToMm(word.xMin), `${name} ${word.text}`).toBeGreaterThan(27);
            // The box of a stop or bracket is wider than its ink: half a letter in print, a whole one where it hangs.
            const stop = /[。，、；：）〕」》]$/.test(word.text) ? ptToMm(name === 'Word' ? 17 : 9) : 0;
            expect(ptToMm(word.xMax), `${name} ${word.text}`).toBeLessThan(185 + stop);
            expect(middleY(word), `${name} ${word.text}`).toBeGreaterThan(37);
          }
        }
      }
    },
  );

  it.each(sealed.map((kind, index) => [kind, index] as const))(
    '%s: the seal stands upright over name and date, a little above their middle, clear of the text (7.3.5.1)',
    (_, index) => {
      const placed = faces.map((face) => ({ face, ...signatureOf(face, index) }));
      const below: number[] = [];
      for (const { face, issuer, seal, ink, words } of placed) {
        const centre = { x: (seal.left + seal.right) / 2, y: (seal.top + seal.bottom) / 2 };
        const said = `${face.name} ${JSON.stringify({ seal, ink })}`;
        expect(Math.abs(seal.right - seal.left - picture.diameterMm), said).toBeLessThan(1.3);
        expect(Math.abs(seal.bottom - seal.top - picture.diameterMm), said).toBeLessThan(1.3);
        expect(Math.abs(middleX(issuer) - centre.x), said).toBeLessThan(1);
        // Name and date, as wide as the wider of them.
        expect(Math.abs((ink.left + ink.right) / 2 - centre.x), said).toBeLessThan(1);
        expect(ink.bottom - ink.top, said).toBeGreaterThan(11);
        expect(ink.bottom - ink.top, said).toBeLessThan(18);
        below.push((ink.top + ink.bottom) / 2 - centre.y);
        expect(below.at(-1), said).toBeGreaterThan(1);
        expect(below.at(-1), said).toBeLessThan(5);
        const above = words.filter((word) => middleY(word) < seal.top + 4);
        const textEnd = Math.max(...above.map((word) => middleY(word))) + lineMm / 2;
        expect(seal.top, said).toBeGreaterThan(textEnd - 1.5);
        expect(seal.top - textEnd, said).toBeLessThan(lineMm + 1);
      }
      // LibreOffice hangs letters a millimetre lower in a line of exact height than CSS does.
      expect(Math.abs(below[0]! - below[1]!)).toBeLessThan(1.3);
    },
  );

  it('lines of the text stand on the grid of 22 lines, in papers without a table', () => {
    for (const { name, pages } of faces) {
      for (const [index, kind] of sealed.entries()) {
        if (kind === 'filing-notice') continue;
        const lines = pages[index]![0]!.filter(
          (word) => ptToMm(word.xMin) < 40.5 && ptToMm(word.yMax - word.yMin) < 9 && middleY(word) < 200,
        );
        const rows = [...new Set(lines.map((word) => Math.round(middleY(word) * 10) / 10))].toSorted(
          (a, b) => a - b,
        );
        const body = rows.filter((row) => row > 37 + 2 * lineMm);
        for (const row of body.slice(1, 8)) {
          const steps = (row - body[0]!) / lineMm;
          expect(Math.abs(steps - Math.round(steps)) * lineMm, `${name} ${kind} ${row}`).toBeLessThan(1);
        }
      }
    }
  });

  it('no signature stands on a page without text, and no receipt without its signature (7.3.5.5)', () => {
    for (const { name, pages } of faces) {
      const onTwo = lengths.filter((lines, at) => {
        const all = pages[firstLength + at]!;
        // LibreOffice sets figures apart from letters, as words of their own.
        const has = (page: readonly PdfWord[], words: string): boolean =>
          page
            .map(({ text }) => text)
            .join('')
            .includes(words);
        const signed = all.findIndex((page) => has(page, '新河街道办事处'));
        expect(has(all[signed]!, `正文第${lines}行`), `${name}, ${lines} lines`).toBe(true);
        expect(has(all[signed]!, '签收人'), `${name}, ${lines} lines`).toBe(true);
        return all.length > 1;
      });
      // The lengths reach from one page to two, or they would prove nothing.
      expect(onTwo.length, name).toBeGreaterThan(2);
      expect(onTwo.length, name).toBeLessThan(lengths.length - 2);
    }
    expect(lengths.at(-1)).toBeLessThan(pageLines);
  });

  it('an archive stamp is 45 by 16 mm, to a third of a millimetre', () => {
    for (const { name, pdfs } of faces) {
      const { left, right, top, bottom } = inkBox(pdfs[stampAt]!, 0, 'red')!;
      expect(Math.abs(right - left - 45), `${name} ${right - left}`).toBeLessThan(0.6);
      expect(Math.abs(bottom - top - 16), `${name} ${bottom - top}`).toBeLessThan(0.6);
    }
  });

  it('every page of a roster bears the head of its table', () => {
    for (const { name, pages } of faces) {
      const all = pages[stampAt + 1]!;
      expect(all.length, name).toBeGreaterThan(2);
      const listed = all.filter((page) => page.some(({ text }) => /^9901\d{13}/.test(text)));
      for (const page of listed)
        expect(page.map(({ text }) => text).join(''), name).toContain('身份证件号码');
    }
  });

  it('forms keep to their pages, whatever the length of their facts', async () => {
    const forms = {
      'filing-form': 2,
      'person-in-charge': 1,
      'committee-opinion': 1,
      'certificate-receipt': 1,
      'copies-receipt': 1,
      'change-form': 2,
      'asset-statement': 1,
      'reference-sheet': 1,
      certificate: 1,
      'commendation-letter': 1,
      'plaque-text': 1,
      'training-certificate': 1,
    } as const satisfies Partial<Record<DocumentKind, number>>;
    for (const [kind, pages] of Object.entries(forms)) {
      const both = [shortData, longData].map((data) =>
        samplePaper(documentKind.parse(kind), { ...sample, data }),
      );
      const { pages: found } = describePdfBytes(await printer.print(renderHtml(both), both[0]!.page.paper));
      expect(found, kind).toBe(2 * pages);
    }
  }, 60_000);
});

it('no two tables stand next to each other in a Word file: it would join them', async () => {
  for (const kind of documentKind.options) {
    const parts = await zipParts(new WordRenderer().render(samplePaper(kind, sample), madeAt));
    expect(parts.get('word/document.xml')!.toString('utf8'), kind).not.toContain('</w:tbl><w:tbl>');
  }
});
