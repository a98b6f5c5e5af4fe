import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import type { Paper } from '../../shared/domain/document.ts';
import { noOffset, type PrinterOffset } from '../../shared/domain/printing.ts';
import { mmToPt } from './fit-text.ts';

/** One paper or batch of a run, and the sheet that its pages go onto. */
export interface SheetPart {
  readonly pdf: Uint8Array;
  /** Size of its pages as laid out. */
  readonly page: Pick<Paper, 'widthMm' | 'heightMm'>;
  readonly sheet: Pick<Paper, 'widthMm' | 'heightMm'>;
}

interface Placement {
  readonly scale: number;
  /** From the upper left corner of the sheet to that of the page. */
  readonly leftMm: number;
  readonly topMm: number;
}

/**
 * The page in the middle of its sheet, as large as fits, then moved by what the printer needs. At its own size a page is
 * neither enlarged nor moved.
 */
const placementOf = (
  { page, sheet }: Pick<SheetPart, 'page' | 'sheet'>,
  { xMm, yMm, scale }: PrinterOffset,
): Placement => {
  const same = page.widthMm === sheet.widthMm && page.heightMm === sheet.heightMm;
  const fit = same ? 1 : Math.min(sheet.widthMm / page.widthMm, sheet.heightMm / page.heightMm);
  return {
    scale: fit * scale,
    leftMm: ((sheet.widthMm - page.widthMm * fit) / 2) * scale + xMm,
    topMm: ((sheet.heightMm - page.heightMm * fit) / 2) * scale + yMm,
  };
};

/**
 * Chromium rounds a page to whole pixels, a tenth of a millimetre from the sheet: everything is counted from the upper
 * left corner, and the sheet is given its true size.
 */
const place = (page: PDFPage, { sheet }: SheetPart, { scale, leftMm, topMm }: Placement): void => {
  const [width, height] = [mmToPt(sheet.widthMm), mmToPt(sheet.heightMm)];
  const up = height - page.getHeight() * scale - mmToPt(topMm);
  if (scale !== 1) page.scaleContent(scale, scale);
  page.translateContent(mmToPt(leftMm), up);
  page.setMediaBox(0, 0, width, height);
};

/**
 * Puts parts one behind the other on sheets of one format, moved for the printer. Printed on both sides, each part
 * begins on a new leaf.
 *
 * @param wait called before each part
 */
export const layOnSheets = async (
  parts: readonly SheetPart[],
  offset: PrinterOffset = noOffset,
  twoSided = false,
  wait: (part: number) => Promise<void> = async () => {},
): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> => {
  let all: PDFDocument | null = null;
  for (const [index, part] of parts.entries()) {
    await wait(index);
    const document: PDFDocument = await PDFDocument.load(part.pdf, { updateMetadata: false });
    const placement = placementOf(part, offset);
    for (const page of document.getPages()) place(page, part, placement);
    if (all === null) {
      all = document;
      continue;
    }
    if (twoSided && all.getPageCount() % 2 === 1) {
      const { width, height } = all.getPage(all.getPageCount() - 1).getSize();
      all.addPage([width, height]);
    }
    for (const page of await all.copyPages(document, document.getPageIndices())) all.addPage(page);
  }
  if (all === null) throw new RangeError('nothing to print');
  const pages = all.getPageCount();
  const pdf = await all.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  });
  return { pdf, pages };
};
