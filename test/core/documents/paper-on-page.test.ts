import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mmToPt } from '../../../src/core/documents/fit-text.ts';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import type { PaperDocument } from '../../../src/core/documents/model.ts';
import { layOutSeal } from '../../../src/core/documents/seal-place.ts';
import { charter } from '../../../src/core/documents/templates/charter.ts';
import { filingForm } from '../../../src/core/documents/templates/filing-form.ts';
import { WordRenderer } from '../../../src/core/documents/word-renderer.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import {
  canOpenWord,
  describePdfBytes,
  openWithLibreOffice,
  pdfWords,
  type OpenedPaper,
} from '../../support/document-text.ts';
import { usualSealDiameterMm as sealDiameterMm } from '../../../src/shared/domain/seal.ts';
import { certificateOf, bareData, frozenCertificate, longData, rareData, shortData } from './paper-data.ts';
import { sampleSeal } from '../../../scripts/seal-picture.ts';

const picture = sampleSeal();
const printer = openChromiumPdfPrinter();
const canPrint = await printer.available();
const canOpen = canOpenWord();

const a4 = '595.304 x 841.89';
const a4Across = '841.89 x 595.304';

/** Every template with short, rare, longest and missing facts, and the pages it must come to. */
const papers: readonly (readonly [name: string, paper: PaperDocument, pages: number | null, size: string])[] =
  [
    ['certificate', certificateOf(shortData, picture), 1, a4Across],
    ['certificate, rare characters', certificateOf(rareData, null), 1, a4Across],
    ['certificate, longest facts', certificateOf(longData, picture), 1, a4Across],
    [
      'certificate, reissued',
      certificateOf({ ...shortData, certificate: frozenCertificate }, picture),
      1,
      a4Across,
    ],
    ['filing form', filingForm(shortData, picture), 2, a4],
    ['filing form, rare characters', filingForm(rareData, null), 2, a4],
    ['filing form, longest facts', filingForm(longData, picture), 2, a4],
    ['filing form, a name only', filingForm(bareData, null), 2, a4],
    ['charter', charter(shortData, picture), 7, a4],
    ['charter, longest facts', charter(longData, picture), null, a4],
    ['charter, a name only', charter(bareData, null), 7, a4],
  ];

const sameSize = (found: string, expected: string): void => {
  const [width = 0, height = 0] = found.split(' x ').map(Number);
  const [expectedWidth = 0, expectedHeight = 0] = expected.split(' x ').map(Number);
  expect(Math.abs(width - expectedWidth)).toBeLessThan(1.5);
  expect(Math.abs(height - expectedHeight)).toBeLessThan(1.5);
};

const letters = (text: string): string => text.replaceAll(/\s/g, '');

afterAll(() => printer.close());

describe.skipIf(!canOpen)('Word files opened by LibreOffice', () => {
  let opened: readonly OpenedPaper[] = [];
  beforeAll(() => {
    const renderer = new WordRenderer();
    opened = openWithLibreOffice(
      papers.map(([, paper]) => renderer.render(paper, '2026-04-26T00:00:00.000Z')),
    );
  }, 120_000);

  it.each(papers.map(([name, paper, pages, size], index) => [name, index, pages, size, paper] as const))(
    '%s: opens without repair, on as many pages as intended',
    (_, index, pages, size) => {
      const found = opened[index]!;
      if (pages !== null) expect(found.pages).toBe(pages);
      sameSize(found.pageSize, size);
    },
  );

  it('carry rare characters and quotation marks', () => {
    const index = papers.findIndex(([name]) => name === 'certificate, rare characters');
    expect(letters(opened[index]!.text)).toContain('𠮷祥里“㛃心”<䶮>&互助队');
  });
});

describe.skipIf(!canPrint)('print HTML on paper', () => {
  // A batch is one job, so page counts also prove that each document starts on a page of its own.
  it.each([
    ['certificate', 4, a4Across],
    ['filing form', 8, a4],
  ] as const)('%s: a batch comes to as many pages as intended', async (kind, pages, size) => {
    const batch = papers.filter(([name]) => name.startsWith(kind)).map(([, paper]) => paper);
    const found = describePdfBytes(await printer.print(renderHtml(batch), batch[0]!.page.paper));
    expect(found.pages).toBe(pages);
    sameSize(found.pageSize, size);
    expect(letters(found.text)).toContain('𠮷㛃䶮');
  });

  it('charters come to as many pages as in Word, and each counts its own', async () => {
    const batch = [charter(shortData, picture), charter(bareData, null)];
    const found = describePdfBytes(await printer.print(renderHtml(batch), batch[0]!.page.paper));
    expect(found.pages).toBe(14);
    sameSize(found.pageSize, a4);
    const numbers = [...found.text.matchAll(/—\s*(\d+)\s*—/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('a certificate keeps every word inside its frame, however long its facts', async () => {
    const paper = certificateOf(longData, picture);
    const words = pdfWords(await printer.print(renderHtml([paper]), paper.page.paper));
    expect(letters(words.map(({ text }) => text).join(''))).toContain('应当交回本证书。');
    const frameMm = 18.7;
    for (const { xMin, yMin, xMax, yMax } of words) {
      expect(xMin).toBeGreaterThan(mmToPt(frameMm));
      expect(xMax).toBeLessThan(mmToPt(297 - frameMm));
      // Boxes are as high as the font's ascent, which large type does not fill.
      expect((yMin + yMax) / 2).toBeGreaterThan(mmToPt(frameMm + 5));
      expect(yMax).toBeLessThan(mmToPt(210 - frameMm));
    }
  });

  it('name and date stand centred below one another, slightly below the middle of the seal', async () => {
    const pdf = await printer.print(
      renderHtml([certificateOf(shortData, picture)]),
      certificateOf(shortData, null).page.paper,
    );
    const words = pdfWords(pdf);
    const issuer = words.find(({ text }) => text === '新河街道办事处')!;
    const date = words.findLast(({ text }) => text === '2026年4月26日')!;
    const middle = ({ xMin, xMax }: { xMin: number; xMax: number }) => (xMin + xMax) / 2;
    expect(Math.abs(middle(issuer) - middle(date))).toBeLessThan(1);

    // The seal's own centre, from the last line of the agreement's row: its top is the top of that row.
    const agreement = words.find(({ text }) => text.startsWith('经审核'))!;
    const rowTop = (agreement.yMin + agreement.yMax) / 2 - 25 / 2;
    const sealCentre = rowTop + mmToPt(sealDiameterMm / 2);
    const textCentre = (issuer.yMin + date.yMax) / 2;
    expect(textCentre - sealCentre).toBeGreaterThan(mmToPt(1));
    expect(textCentre - sealCentre).toBeLessThan(mmToPt(5));
    // It covers both.
    expect(date.yMax).toBeLessThan(sealCentre + mmToPt(sealDiameterMm / 2));
    expect(issuer.yMin).toBeGreaterThan(sealCentre - mmToPt(sealDiameterMm / 2));
  });
});

describe('seal place (GB/T 9704-2012, 7.3.5.1)', () => {
  const format = { face: 'fang-song', sizePt: 16, colour: '000000', spacingPt: 0 } as const;
  it.each(['新河街道办事处', '国家级经济技术开发区管理委员会新河街道办事处', '新'.repeat(60)])(
    'keeps name and date slightly below the centre of the seal: %s',
    (issuer) => {
      const layout = layOutSeal({ issuer, widthMm: 70, picture: null }, format);
      const textCentre = layout.leadMm + (layout.lineMm * (layout.issuerLines.length + 1)) / 2;
      const sealCentre = layout.sealTopMm + sealDiameterMm / 2;
      expect(textCentre - sealCentre).toBeCloseTo(3, 5);
      expect(layout.sealLeftMm + sealDiameterMm / 2).toBeCloseTo(35, 5);
      expect(layout.issuerLines.join('')).toBe(issuer);
      expect(layout.heightMm).toBeGreaterThan(layout.sealTopMm + sealDiameterMm);
    },
  );
});
