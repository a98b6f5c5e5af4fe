import { z } from 'zod';
import { isoDate, isoInstant } from './dates.ts';
import { documentKind, type DocumentKind, type Paper } from './document.ts';
import { printerId, printJobId } from './ids.ts';
import { paperMark } from './issued-paper.ts';
import { labelChoice } from './label-sheet.ts';

/** Sheets that papers are put on: as laid out, a size that shops sell, or one of the office's own. */
export const sheetSize = z.enum(['own', 'a4', 'a3', 'b5', 'custom']);
export type SheetSize = z.infer<typeof sheetSize>;

/** Millimetres, upright. B5 is JIS, which Chinese offices buy. */
const uprightMm: Readonly<Record<Exclude<SheetSize, 'own' | 'custom'>, readonly [number, number]>> = {
  a4: [210, 297],
  a3: [297, 420],
  b5: [182, 257],
};

const sheetMm = z.number().min(50).max(450);

export const duplex = z.enum(['simplex', 'long-edge', 'short-edge']);
export type Duplex = z.infer<typeof duplex>;
export const printColour = z.enum(['colour', 'grey']);
export type PrintColour = z.infer<typeof printColour>;
const copies = z.int().min(1).max(20);

/** How papers of one kind are printed unless somebody says otherwise. */
export const paperSetup = z
  .object({
    sheet: sheetSize,
    /** The office's own sheet, as the paper lies in the printer; used with `custom` only. */
    customMm: z.object({ width: sheetMm, height: sheetMm }).nullable(),
    duplex,
    copies,
    colour: printColour,
    /** Which paper to put into which tray, read before printing. */
    tray: z.string().trim().max(60).nullable(),
    /** 套打: only the words, on stock that bears the rest. */
    stock: z.boolean(),
  })
  .refine(({ sheet, customMm }) => sheet !== 'custom' || customMm !== null, { path: ['customMm'] });
export type PaperSetup = z.infer<typeof paperSetup>;

export const usualSetup: PaperSetup = {
  sheet: 'own',
  customMm: null,
  duplex: 'simplex',
  copies: 1,
  colour: 'colour',
  tray: null,
  stock: false,
};

/** Papers that have forms in print, onto which only the words go. */
export const stockKind = z.enum(['certificate', 'certificate-receipt', 'filing-form', 'dossier-cover']);
export type StockKind = z.infer<typeof stockKind>;
export const isStockKind = (kind: DocumentKind): kind is StockKind => stockKind.safeParse(kind).success;

/** Labels keep the measures of their sheets. */
export const labelKind = z.enum(['label', 'place-labels']);
export type LabelKind = z.infer<typeof labelKind>;
export const isLabelKind = (kind: DocumentKind): kind is LabelKind => labelKind.safeParse(kind).success;

/** GB/T 9704-2012, 5.1: official papers are A4 and nothing else. */
const fixedSheet: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'correction-notice',
  'refusal-notice',
  'filing-notice',
  'objection-answer',
  'approval',
  'rectification-order',
  'disposition-decision',
  'dissolution-notice',
  'disclosure-answer',
  'gap-letter',
]);

/** Cut out and glued on: only right at 100 %. */
const exactSize: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'archive-stamps',
  'dossier-spine',
  'box-spine',
]);

/** Whether a paper may be put on another sheet than it is laid out for. */
export const mayChangeSheet = (kind: DocumentKind): boolean =>
  !fixedSheet.has(kind) && !exactSize.has(kind) && !isLabelKind(kind);

/** The sheet that a page goes onto, turned as the page is. */
export const sheetFor = (page: Paper, { sheet, customMm }: PaperSetup): Paper => {
  if (sheet === 'custom' && customMm !== null)
    return {
      widthMm: customMm.width,
      heightMm: customMm.height,
      orientation: customMm.width > customMm.height ? 'landscape' : 'portrait',
    };
  if (sheet === 'own' || sheet === 'custom') return page;
  const [short, long] = uprightMm[sheet];
  const upright = page.widthMm <= page.heightMm;
  return {
    widthMm: upright ? short : long,
    heightMm: upright ? long : short,
    orientation: page.orientation,
  };
};

/** Where a printer puts things against where they should be; what is printed is moved the other way. */
export const printerOffset = z.object({
  /** To the right and downwards; millimetres. */
  xMm: z.number().min(-20).max(20),
  yMm: z.number().min(-20).max(20),
  /** By which everything is enlarged, for a printer that shrinks; 1 for none. */
  scale: z.number().min(0.95).max(1.05),
});
export type PrinterOffset = z.infer<typeof printerOffset>;
export const noOffset: PrinterOffset = { xMm: 0, yMm: 0, scale: 1 };

/** A printer as the office knows it. */
export const printer = z.object({
  id: printerId,
  name: z.string().trim().min(1).max(40),
  /** What the system calls it; null where papers go through a browser's dialog. */
  deviceName: z.string().max(200).nullable(),
  offset: printerOffset,
  /** When the offset was measured last; null for never. */
  measuredOn: isoDate.nullable(),
  /** Chosen unless somebody says otherwise. */
  usual: z.boolean(),
});
export type Printer = z.infer<typeof printer>;

/** Nominal places on the test page; millimetres from the upper left corner of the sheet. */
export const testMarkMm = 20;

/** What was measured on a printed test page; millimetres. */
export const testMeasure = z.object({
  /** Left edge of the sheet to the middle of the upper left cross. */
  leftMm: z.number().min(0).max(60),
  /** Upper edge of the sheet to the middle of that cross. */
  topMm: z.number().min(0).max(60),
  /** Between the two upper crosses; null where only two distances were measured. */
  acrossMm: z.number().min(50).max(450).nullable(),
});
export type TestMeasure = z.infer<typeof testMeasure>;

const round = (value: number, places: number): number => Number(value.toFixed(places));

/**
 * The offset that makes a printer print where it should. A printer that puts the point n at a + k·n is given (n - a)/k.
 *
 * @param sheet the test page
 * @throws RangeError for measures that no printer comes to: over 20 mm away, or 5 % too large or small
 */
export const offsetFrom = (
  { leftMm, topMm, acrossMm }: TestMeasure,
  sheet: Pick<Paper, 'widthMm'>,
): PrinterOffset => {
  const factor = acrossMm === null ? 1 : acrossMm / (sheet.widthMm - 2 * testMarkMm);
  return printerOffset.parse({
    xMm: round((testMarkMm * factor - leftMm) / factor, 2),
    yMm: round((testMarkMm * factor - topMm) / factor, 2),
    scale: round(1 / factor, 5),
  });
};

/** How one field of a stock is moved on one printer, and whether it is printed at all. */
export const stockField = z.object({
  xMm: z.number().min(-50).max(50),
  yMm: z.number().min(-50).max(50),
  printed: z.boolean(),
});
/** By the name of the field; those left out stay where they are. */
export const stockFields = z.record(z.string().min(1).max(40), stockField);
export type StockFields = z.infer<typeof stockFields>;

/** Papers in the queue. */
export const printJob = z.object({
  id: printJobId,
  kind: documentKind,
  subjectIds: z.array(z.string().min(1).max(64)).min(1).max(5000),
  /** Whose papers, in words. */
  summary: z.string(),
  copies,
  mark: paperMark.nullable(),
  /** For labels only. */
  labels: labelChoice.nullable(),
  addedAt: isoInstant,
  /** null while it waits. */
  printed: z.object({ at: isoInstant, by: z.string() }).nullable(),
});
export type PrintJob = z.infer<typeof printJob>;

/** Forms that are handed out blank, and lists and labels for the archive's own use: their copies are not numbered. */
const unnumbered: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'label',
  'place-labels',
  'box-list',
  'consent-form',
  'survey-ballot',
  'seal-register',
  'archive-stamps',
  'dossier-spine',
  'box-spine',
]);
/** Whether copies of a job are numbered and go into the register of issued papers. */
export const isNumbered = ({ kind, mark }: Pick<PrintJob, 'kind' | 'mark'>): boolean =>
  mark === null && !unnumbered.has(kind);

/** One run of the queue. */
export const printRun = z.object({
  /** In the order of the queue whatever the order here. */
  jobIds: z.array(printJobId).min(1).max(500),
  by: z.string().trim().min(1).max(30),
  /** Why again; asked for where one of the papers was issued before. */
  reason: z.string().trim().min(1).max(200).nullable(),
  /** Number the copies and write them into the register of issued papers. */
  numbered: z.boolean(),
  /** Whose offsets count; null for none. */
  printerId: printerId.nullable(),
  /** Send it to the printer; otherwise the files are handed over. */
  direct: z.boolean(),
});
export type PrintRun = z.infer<typeof printRun>;

/** How papers come to a printer on this computer: by the desktop's own call, by `lp`, or as a file that is opened. */
export const printWay = z.enum(['system', 'command', 'file']);
export type PrintWay = z.infer<typeof printWay>;

/** What documents are printed onto; each is laid into the printer by itself. */
export const printMedium = z.enum(['plain', 'labels', 'stock']);
export type PrintMedium = z.infer<typeof printMedium>;

/** One document of a run: sheets of one format, printed the same way. */
export const printedDocument = z.object({
  fileId: z.string(),
  fileName: z.string(),
  sheet: z.object({ widthMm: z.number(), heightMm: z.number() }),
  duplex,
  colour: printColour,
  pages: z.int(),
  onto: printMedium,
  kinds: z.array(documentKind),
  tray: z.string().nullable(),
  /** false where it could not be sent: its file is handed over instead. */
  sent: z.boolean(),
});
export type PrintedDocument = z.infer<typeof printedDocument>;
