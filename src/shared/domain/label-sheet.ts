import { z } from 'zod';

const mm = z.number().min(0).max(450);

/** Where the labels of a self-adhesive sheet stand; millimetres from the upper left corner of the sheet. */
export const labelSheetFormat = z
  .object({
    sheetWidthMm: mm.min(20),
    sheetHeightMm: mm.min(10),
    columns: z.int().min(1).max(10),
    rows: z.int().min(1).max(40),
    widthMm: mm.min(8),
    heightMm: mm.min(6),
    marginLeftMm: mm,
    marginTopMm: mm,
    /** Between labels that stand side by side, and one above the other. */
    gapXMm: mm,
    gapYMm: mm,
  })
  .refine(
    ({ columns, widthMm, marginLeftMm, gapXMm, sheetWidthMm }) =>
      marginLeftMm + columns * widthMm + (columns - 1) * gapXMm <= sheetWidthMm + 0.01,
    { path: ['widthMm'], error: 'wider than the sheet' },
  )
  .refine(
    ({ rows, heightMm, marginTopMm, gapYMm, sheetHeightMm }) =>
      marginTopMm + rows * heightMm + (rows - 1) * gapYMm <= sheetHeightMm + 0.01,
    { path: ['heightMm'], error: 'higher than the sheet' },
  );
export type LabelSheetFormat = z.infer<typeof labelSheetFormat>;

/** Names a sheet: one that shops sell, or one of the office's own. */
export const labelSheetId = z.string().min(1).max(64);

export const labelSheet = z.object({
  id: labelSheetId,
  name: z.string().trim().min(1).max(40),
  format: labelSheetFormat,
  /** Measured by the office; the others come with the application. */
  own: z.boolean(),
});
export type LabelSheet = z.infer<typeof labelSheet>;

/** Which sheet labels go onto, and on which label of the first sheet they begin, from 1. */
export const labelChoice = z.object({ sheet: labelSheetId, startAt: z.int().min(1).max(400) });
export type LabelChoice = z.infer<typeof labelChoice>;

/** Labels in the middle of an A4 sheet. */
const centred = (
  columns: number,
  rows: number,
  widthMm: number,
  heightMm: number,
  gapXMm = 0,
  gapYMm = 0,
): LabelSheetFormat => ({
  sheetWidthMm: 210,
  sheetHeightMm: 297,
  columns,
  rows,
  widthMm,
  heightMm,
  marginLeftMm: (210 - columns * widthMm - (columns - 1) * gapXMm) / 2,
  marginTopMm: (297 - rows * heightMm - (rows - 1) * gapYMm) / 2,
  gapXMm,
  gapYMm,
});

const roll = (widthMm: number, heightMm: number): LabelSheetFormat => ({
  sheetWidthMm: widthMm,
  sheetHeightMm: heightMm,
  columns: 1,
  rows: 1,
  widthMm,
  heightMm,
  marginLeftMm: 0,
  marginTopMm: 0,
  gapXMm: 0,
  gapYMm: 0,
});

const shipped = (id: string, name: string, format: LabelSheetFormat): LabelSheet => ({
  id,
  name,
  format,
  own: false,
});

/** Sheets that shops sell, and the sheet of archive stamps of 45 × 16 mm (DA/T 22-2015, 5.4.5). */
export const shippedLabelSheets: readonly LabelSheet[] = [
  shipped('2x4', '2×4（99×67.7 毫米）', centred(2, 4, 99, 67.7, 2.5)),
  shipped('2x7', '2×7（99×38.1 毫米）', centred(2, 7, 99, 38.1, 2.5)),
  shipped('3x8', '3×8（70×37 毫米）', centred(3, 8, 70, 37)),
  shipped('single', '单张标签卷（100×60 毫米）', roll(100, 60)),
  shipped('stamp', '归档章 4×16（45×16 毫米）', centred(4, 16, 45, 16, 3, 1)),
];

/** Whether a label has room for a code that can be scanned, and words beside it; a stamp has not. */
export const fitsCode = ({ widthMm, heightMm }: LabelSheetFormat): boolean => widthMm >= 50 && heightMm >= 30;

/** Labels on one sheet. */
export const labelsPerSheet = ({ columns, rows }: LabelSheetFormat): number => columns * rows;

/** Where a label stands, by its number on the sheet from 0; millimetres. */
export const labelPlace = (
  format: LabelSheetFormat,
  index: number,
): { readonly leftMm: number; readonly topMm: number } => ({
  leftMm: format.marginLeftMm + (index % format.columns) * (format.widthMm + format.gapXMm),
  topMm: format.marginTopMm + Math.floor(index / format.columns) * (format.heightMm + format.gapYMm),
});
