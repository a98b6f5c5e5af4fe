import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ptToMm } from '../../../src/core/documents/fit-text.ts';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import {
  bodyText,
  officialLinePt,
  officialPaper,
  signature,
  titleLines,
} from '../../../src/core/documents/official-page.ts';
import type { PaperDocument } from '../../../src/core/documents/model.ts';
import { codeTopMm } from '../../../src/core/documents/page-code.ts';
import { layOutSeal } from '../../../src/core/documents/seal-place.ts';
import { WordRenderer } from '../../../src/core/documents/word-renderer.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import {
  canOpenWord,
  inkRows,
  pdfWords,
  wordAsPdf,
  type InkRow,
  type PdfWord,
} from '../../support/document-text.ts';

const full = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八';
const paper = (redHead: boolean) =>
  officialPaper({
    kind: 'approval',
    title: ['关于同意', '阳光里夕阳红舞蹈队', '备案的批复'],
    subject: '批复',
    number: '新河街社备批〔2026〕17号',
    redHead,
    addressee: '阳光里社区居民委员会',
    // Lines of exactly 28 characters, so that each line's edges are known.
    body: Array.from({ length: 6 }, () => bodyText(`${full.slice(0, 26)}${full}`)),
    issuer: '新河街道办事处',
    date: '二〇二六年四月二十六日',
    picture: null,
  });

const printer = openChromiumPdfPrinter();
const ready = (await printer.available()) && canOpenWord();
afterAll(() => printer.close());

const mm = (points: number): number => ptToMm(points);
const lineMm = ptToMm(officialLinePt);
const middleOf = ({ topMm, bottomMm }: InkRow): number => (topMm + bottomMm) / 2;

/** One face of the paper: its words for what stands side by side, its ink for what stands one below the other. */
interface Face {
  readonly name: string;
  readonly words: readonly PdfWord[];
  /** Rows of ink in the middle of the type area. */
  readonly rows: readonly InkRow[];
  /** Rows of ink where issuer, date and page number stand. */
  readonly rightRows: readonly InkRow[];
}

const faceOf = (name: string, pdf: Uint8Array): Face => ({
  name,
  words: pdfWords(pdf),
  rows: inkRows(pdf, 75, 120),
  rightRows: inkRows(pdf, 128, 182),
});

const facesOf = async (paper: PaperDocument): Promise<readonly Face[]> => [
  faceOf('print', await printer.print(renderHtml([paper]), paper.page.paper)),
  faceOf('Word', wordAsPdf(new WordRenderer().render(paper, '2026-04-26T00:00:00.000Z'))),
];

describe.skipIf(!ready)('the page of GB/T 9704-2012 on paper', () => {
  let faces: readonly Face[] = [];
  beforeAll(async () => {
    faces = await facesOf(paper(false));
  }, 90_000);

  const each = (check: (face: Face, name: string) => void): void => {
    for (const face of faces) check(face, face.name);
  };
  const lines = ({ words }: Face): PdfWord[] => words.filter(({ text }) => text.startsWith('一二三'));
  const found = ({ words }: Face, start: string): PdfWord =>
    words.findLast(({ text }) => text.startsWith(start))!;

  it('sets 28 characters between 28 mm and 184 mm, the first line two characters in', () => {
    each((face, name) => {
      const body = lines(face);
      expect(body.length, name).toBe(12);
      for (const word of body.filter(({ text }) => Array.from(text).length === 28)) {
        expect(Math.abs(mm(word.xMin) - 28), name).toBeLessThan(1);
        expect(Math.abs(mm(word.xMax) - (28 + 156)), name).toBeLessThan(1);
      }
      for (const word of body.filter(({ text }) => Array.from(text).length === 26)) {
        expect(Math.abs(mm(word.xMin) - (28 + 2 * ptToMm(15.8))), name).toBeLessThan(1);
      }
    });
  });

  it('keeps every line on a grid of 22 lines in 225 mm', () => {
    expect(22 * lineMm).toBeGreaterThan(224);
    expect(22 * lineMm).toBeLessThan(225.01);
    each(({ rows }, name) => {
      // Title, number, an empty line, addressee, twelve lines of text.
      const gridLines = [0, 1, ...Array.from({ length: 13 }, (_, index) => index + 3)];
      for (const [index, line] of gridLines.entries()) {
        // The number's brackets reach lower than letters do, so its ink says little.
        if (line === 1) continue;
        // LibreOffice hangs letters a millimetre lower in a line of exact height than CSS does.
        expect(
          Math.abs(middleOf(rows[index]!) - (37 + (line + 0.5) * lineMm)),
          `${name}, line ${line}`,
        ).toBeLessThan(name === 'print' ? 1 : 1.2);
      }
    });
  });

  it('lets the date end four characters before the edge and centres the issuer over it', () => {
    each((face, name) => {
      const [issuer, date] = [found(face, '新河街道办事处'), found(face, '二〇二六年')];
      expect(Math.abs(184 - 4 * ptToMm(16) - mm(date.xMax)), name).toBeLessThan(1);
      expect(Math.abs(mm(issuer.xMin + issuer.xMax) / 2 - mm(date.xMin + date.xMax) / 2), name).toBeLessThan(
        1,
      );
    });
  });

  it('stands name and date where the seal comes to cover them, its top within a line of the text', () => {
    const place = signature('新河街道办事处', '二〇二六年四月二十六日', null);
    const layout = layOutSeal(place, { face: 'fang-song', sizePt: 16, colour: '000000', spacingPt: 0 });
    expect(layout.sealTopMm).toBeLessThan(lineMm);
    const textEndMm = 37 + 16 * lineMm;
    each(({ rightRows }, name) => {
      const [issuer, date] = rightRows.filter(({ topMm }) => topMm > textEndMm);
      const issuerMm = textEndMm + layout.leadMm + layout.lineMm / 2;
      expect(Math.abs(middleOf(issuer!) - issuerMm), name).toBeLessThan(1);
      expect(Math.abs(middleOf(date!) - issuerMm - layout.lineMm), name).toBeLessThan(1);
    });
  });

  it('numbers the page at its outer edge, 7 mm below the type area', () => {
    each((face, name) => {
      const number = face.rightRows.at(-1)!;
      expect(Math.abs(number.topMm - (37 + 225 + 7)), name).toBeLessThan(3);
      expect(mm(found(face, '—').xMax), name).toBeLessThan(184 - ptToMm(14) + 1);
      expect(mm(found(face, '—').xMax), name).toBeGreaterThan(170);
    });
  });

  it('says every word at the same place in both', () => {
    const [print, word] = faces;
    expect(print!.rows.length).toBe(word!.rows.length);
    for (const [index, row] of print!.rows.entries()) {
      // LibreOffice hangs letters a millimetre lower in a line of exact height than CSS does.
      expect(Math.abs(middleOf(row) - middleOf(word!.rows[index]!)), `row ${index}`).toBeLessThan(1.2);
    }
    for (const start of ['关于同意', '阳光里社区居民委员会', '二〇二六年']) {
      expect(Math.abs(mm(found(print!, start).xMin - found(word!, start).xMin)), start).toBeLessThan(1);
    }
  });
});

describe.skipIf(!ready)('a red head', () => {
  it('stands 35 mm below the upper edge of the type area, a red line under its number, the text on the grid', async () => {
    for (const { name, rows } of await facesOf(paper(true))) {
      const [mark, number, line, title] = rows;
      expect(Math.abs(mark!.topMm - (37 + 35)), name).toBeLessThan(2.5);
      expect(line!.bottomMm - line!.topMm, name).toBeLessThan(1);
      expect(Math.abs(line!.topMm - number!.bottomMm - 4), name).toBeLessThan(3);
      const gridLine = (middleOf(title!) - 37) / lineMm - 0.5;
      expect(Math.abs(gridLine - Math.round(gridLine)) * lineMm, name).toBeLessThan(1);
    }
  }, 90_000);
});

describe('titles', () => {
  it('break between their parts, in lines of like length', () => {
    expect(titleLines(['关于同意', '阳光里夕阳红舞蹈队', '备案的批复'])).toBe(
      '关于同意阳光里夕阳红舞蹈队备案的批复',
    );
    expect(titleLines(['关于同意', '阳光里邻里守望老年人志愿服务队', '备案的批复'])).toBe(
      '关于同意阳光里邻里守望老年人志愿服务队\n备案的批复',
    );
    expect(titleLines(['关于报送', '二〇二六年上半年社区社会组织', '工作台账的函'])).toBe(
      '关于报送二〇二六年上半年社区社会组织\n工作台账的函',
    );
  });

  it('break a name that fills more than a line by itself', () => {
    const lines = titleLines(['关于同意', '新'.repeat(32), '备案的批复']).split('\n');
    expect(lines.length).toBe(3);
    expect(lines.join('')).toBe(`关于同意${'新'.repeat(32)}备案的批复`);
  });
});

it('a code in the margin stays on the sheet', () => {
  expect(codeTopMm(paper(false).page, 20)).toBe(11);
  expect(
    codeTopMm({ ...paper(false).page, marginsMm: { top: 25, right: 20, bottom: 14, left: 20 } }, 20),
  ).toBe(4.5);
});
