import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell, paragraph, style } from '../../../src/core/documents/blocks.ts';
import { mmToPt, ptToMm } from '../../../src/core/documents/fit-text.ts';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { labelSheetPaper, type LabelFace } from '../../../src/core/documents/label-sheet.ts';
import type { PaperDocument } from '../../../src/core/documents/model.ts';
import { layOnSheets } from '../../../src/core/documents/print-sheets.ts';
import { testPageHtml } from '../../../src/core/documents/test-page.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import {
  labelPlace,
  shippedLabelSheets,
  type LabelSheetFormat,
} from '../../../src/shared/domain/label-sheet.ts';
import { noOffset, sheetFor, usualSetup } from '../../../src/shared/domain/printing.ts';
import { canOpenWord, inkRows, pdfWords, type PdfWord } from '../../support/document-text.ts';
import { certificateOf, shortData } from './paper-data.ts';

const printer = openChromiumPdfPrinter();
const ready = (await printer.available()) && canOpenWord();
afterAll(() => printer.close());

const print = (paper: PaperDocument): Promise<Uint8Array> =>
  printer.print(renderHtml([paper]), paper.page.paper);
const near = (found: number, wanted: number, withinMm = 0.1): void =>
  expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThan(withinMm);
const wordIn = (pdf: Uint8Array, start: string): PdfWord =>
  pdfWords(pdf).find(({ text }) => text.startsWith(start))!;

describe.skipIf(!ready)('a certificate in the printer', () => {
  const paper = certificateOf(shortData, null);
  const page = paper.page.paper;
  let whole: Uint8Array;
  beforeAll(async () => void (whole = await print(paper)));

  it('moves by exactly the millimetres of the printer, on the same sheet', async () => {
    const { pdf, pages } = await layOnSheets([{ pdf: whole, page, sheet: page }], {
      xMm: 3.5,
      yMm: -2.25,
      scale: 1,
    });
    expect(pages).toBe(1);
    const [before, after] = [pdfWords(whole), pdfWords(pdf)];
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    for (const [index, word] of after.entries()) {
      near(ptToMm(word.xMin - before[index]!.xMin), 3.5, 0.01);
      near(ptToMm(word.yMin - before[index]!.yMin), -2.25, 0.01);
    }
    const { width, height } = (await PDFDocument.load(pdf)).getPage(0).getSize();
    near(ptToMm(width), 297);
    near(ptToMm(height), 210);
  });

  it('is enlarged from the upper left corner for a printer that shrinks', async () => {
    const { pdf } = await layOnSheets([{ pdf: whole, page, sheet: page }], { xMm: 1, yMm: 2, scale: 1.02 });
    for (const [index, word] of pdfWords(pdf).entries()) {
      const before = pdfWords(whole)[index]!;
      near(ptToMm(word.xMin), ptToMm(before.xMin) * 1.02 + 1, 0.05);
      near(ptToMm(word.yMin), ptToMm(before.yMin) * 1.02 + 2, 0.05);
    }
  });

  it('fills an A3 sheet, and stands in the middle of one of the office’s own', async () => {
    const a3 = sheetFor(page, { ...usualSetup, sheet: 'a3' });
    expect([a3.widthMm, a3.heightMm]).toEqual([420, 297]);
    const own = sheetFor(page, { ...usualSetup, sheet: 'custom', customMm: { width: 260, height: 185 } });
    for (const [sheet, factor] of [
      [a3, 420 / 297],
      [own, 260 / 297],
    ] as const) {
      const { pdf } = await layOnSheets([{ pdf: whole, page, sheet }]);
      const { width } = (await PDFDocument.load(pdf)).getPage(0).getSize();
      near(ptToMm(width), sheet.widthMm);
      const [before, after] = [wordIn(whole, '备案号'), wordIn(pdf, '备案号')];
      near(ptToMm(after.xMin), ptToMm(before.xMin) * factor, 0.05);
      near(ptToMm(after.yMin), ptToMm(before.yMin) * factor + (sheet.heightMm - 210 * factor) / 2, 0.05);
    }
  });

  it('begins each part on a new leaf where both sides are printed', async () => {
    const part = { pdf: whole, page, sheet: page };
    expect((await layOnSheets([part, part, part], noOffset, true)).pages).toBe(5);
    expect((await layOnSheets([part, part, part])).pages).toBe(3);
  });

  it('gives stock the words alone, where they stand on the whole paper, each moved by its own millimetres', async () => {
    const given = (fields: NonNullable<PaperDocument['stock']>['fields']): PaperDocument => ({
      ...paper,
      copyLine: '第1份　共2份',
      stock: { fields, faint: false },
    });
    const words = await print(given({}));
    const onStock = pdfWords(words);
    const spoken = onStock.map(({ text }) => text).join(' ');
    for (const fact of [shortData.facts.name, '第1份']) expect(spoken).toContain(fact);
    for (const borne of ['社区社会组织备案证书', '备案号', '负责人', '经审核', '扫码'])
      expect(spoken).not.toContain(borne);
    // Words that stand by themselves on both: where the whole paper has them.
    const wholeWords = pdfWords(whole);
    const shared = onStock.filter(({ text }) => wholeWords.some((word) => word.text === text));
    expect(shared.length).toBeGreaterThan(3);
    for (const word of shared) {
      const there = wholeWords.find(({ text }) => text === word.text)!;
      near(ptToMm(word.xMin), ptToMm(there.xMin), 0.05);
      near(ptToMm(word.yMin), ptToMm(there.yMin), 0.05);
    }
    // No frame and no line: beside the words and the code the sheet is empty.
    expect(inkRows(words, 1, 30)).toEqual([]);
    expect(inkRows(whole, 1, 30)).not.toEqual([]);
    const moved = pdfWords(
      await print(
        given({
          组织名称: { xMm: 6, yMm: -3.5, printed: true },
          第几份: { xMm: 0, yMm: 0, printed: false },
        }),
      ),
    );
    const name = shortData.facts.name.slice(0, 4);
    const [from, to] = [onStock, moved].map((all) => all.find(({ text }) => text.startsWith(name))!);
    near(ptToMm(to!.xMin - from!.xMin), 6, 0.05);
    // Chromium sets baselines on whole pixels.
    near(ptToMm(to!.yMin - from!.yMin), -3.5, 0.14);
    expect(moved.map(({ text }) => text).join(' ')).not.toContain('第1份');
  });
});

describe.skipIf(!ready)('the test page', () => {
  it('has its lines 10.0 mm apart and its crosses 20 mm from the edges', async () => {
    const sheet = { widthMm: 210, heightMm: 297, orientation: 'portrait' } as const;
    const pdf = await printer.print(testPageHtml(sheet, false), sheet);
    expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
    // A strip between two vertical lines and off the rulers shows the horizontal ones.
    const lines = inkRows(pdf, 103, 106)
      .map(({ topMm, bottomMm }) => (topMm + bottomMm) / 2)
      // The box with the advice covers the middle.
      .filter((at) => at > 32 && at < 110);
    expect(lines).toHaveLength(7);
    for (const [index, at] of lines.entries()) near(at, 40 + index * 10, 0.15);
    // The arm of the upper left cross, between 13 and 15.5 mm.
    const arm = inkRows(pdf, 24.5, 26.5).find(({ topMm }) => Math.abs(topMm - 20) < 1);
    near((arm!.topMm + arm!.bottomMm) / 2, 20, 0.15);
    const numbers = pdfWords(pdf).map(({ text }) => text);
    for (const number of ['10', '100', '200', '290']) expect(numbers).toContain(number);
  });
});

describe.skipIf(!ready)('labels', () => {
  /** Its number, 3 mm from the label's left and upper edges. */
  const face: LabelFace<string> = {
    styles: {
      body: style('字', { face: 'song', sizePt: 8 }, { linePt: 10 }),
      gap: style('隔', { face: 'song', sizePt: 1 }, { linePt: 1 }),
    },
    columnsMm: ({ widthMm }) => [widthMm],
    cells: (label) => [
      cell([paragraph('body', label)], {
        vertical: 'top',
        paddingMm: { top: 3, right: 0, bottom: 0, left: 3 },
      }),
    ],
  };
  const sheetOf = (format: LabelSheetFormat, count: number, startAt: number): PaperDocument =>
    labelSheetPaper(
      { kind: 'label', title: '标签', properties: { subject: '标签', author: '联合会', note: null } },
      Array.from({ length: count }, (_, at) => `label${at}`),
      { format, startAt },
      face,
    );

  it.each([
    ...shippedLabelSheets.map(({ id, format }) => [id, format] as const),
    [
      'own',
      {
        sheetWidthMm: 210,
        sheetHeightMm: 297,
        columns: 3,
        rows: 6,
        widthMm: 58,
        heightMm: 34,
        marginLeftMm: 12,
        marginTopMm: 20.5,
        gapXMm: 5,
        gapYMm: 7,
      },
    ] as const,
  ])('stand at their measured places on the sheet %s, whatever was used of it', async (_, format) => {
    const perSheet = format.columns * format.rows;
    const startAt = perSheet > 2 ? 3 : 1;
    const count = perSheet + 1;
    const pdf = await print(sheetOf(format, count, startAt));
    const pages = (await PDFDocument.load(pdf)).getPages();
    expect(pages).toHaveLength(Math.ceil((count + startAt - 1) / perSheet));
    const { width, height } = pages[0]!.getSize();
    // Chromium rounds pages to pixels; layOnSheets gives them their true size.
    near(ptToMm(width), format.sheetWidthMm, 0.3);
    near(ptToMm(height), format.sheetHeightMm, 0.3);
    const words = pdfWords(pdf);
    const first = words.find(({ text }) => text === 'label0')!;
    const firstPlace = labelPlace(format, startAt - 1);
    near(ptToMm(first.xMin), firstPlace.leftMm + 3, 0.2);
    for (let at = 1; at < perSheet - startAt + 1; at += 1) {
      const word = words.find(({ text }) => text === `label${at}`)!;
      const place = labelPlace(format, startAt - 1 + at);
      near(ptToMm(word.xMin - first.xMin), place.leftMm - firstPlace.leftMm, 0.1);
      // Chromium sets baselines on whole pixels of 0.26 mm; the lines of stamps below are held closer.
      near(ptToMm(word.yMin - first.yMin), place.topMm - firstPlace.topMm, 0.27);
    }
    // The first label's words stand at its upper edge.
    near(ptToMm((first.yMin + first.yMax) / 2), firstPlace.topMm + 3 + ptToMm(10) / 2, 1.2);
  });

  it('are 45 × 16 mm to a tenth of a millimetre for archive stamps', async () => {
    const { format } = shippedLabelSheets.find(({ id }) => id === 'stamp')!;
    const framed: LabelFace<string> = {
      ...face,
      cells: (label) => [
        cell([paragraph('body', label)], {
          lines: Object.fromEntries(
            ['top', 'right', 'bottom', 'left'].map((side) => [side, { widthPt: 0.5, colour: '000000' }]),
          ),
        }),
      ],
    };
    const pdf = await print(
      labelSheetPaper(
        { kind: 'label', title: '归档章', properties: { subject: '归档章', author: '联合会', note: null } },
        ['a', 'b', 'c', 'd', 'e'],
        { format, startAt: 1 },
        framed,
      ),
    );
    const { leftMm, topMm } = labelPlace(format, 0);
    const rows = inkRows(pdf, leftMm + 20, leftMm + 30);
    const edges = [topMm, topMm + 16, topMm + 17, topMm + 33];
    expect(rows).toHaveLength(edges.length);
    for (const [index, edge] of edges.entries())
      near((rows[index]!.topMm + rows[index]!.bottomMm) / 2, edge, 0.15);
    expect(mmToPt(45)).toBeCloseTo(127.559, 2);
  });
});
