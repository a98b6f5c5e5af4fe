import type { DocumentKind, Paper } from '../../shared/domain/document.ts';
import type { StockFields } from '../../shared/domain/printing.ts';

/** Papers about the ledger: made for a period or the office, never sent home by a code. */
type LedgerPaperKind =
  | 'cover-letter'
  | 'ledger-check'
  | 'key-card'
  | 'recovery-sheet'
  | 'reporting-reminders'
  | 'submission-receipt';

/** Parts of an inspection dossier, made with it and never by themselves. */
type InspectionPaperKind = 'inspection-cover' | 'inspection-catalogue' | 'inspection-gap' | 'archive-stamp';

/**
 * The paper of a document, free of Word and of HTML: both renderers read this and nothing else, so that the two
 * print the same words at the same sizes. Lengths are millimetres (`Mm`) or points (`Pt`), colours `RRGGBB`.
 */
export interface PaperDocument {
  readonly kind: DocumentKind | LedgerPaperKind | InspectionPaperKind;
  readonly title: string;
  /** 文号 or 备案号 by which the paper is known in registers. */
  readonly documentNumber?: string | null;
  /** Which of several wordings of its kind, e.g. of a change; an office's own template is one of them. */
  readonly variant?: string;
  readonly page: PageSetup;
  /** Large and pale across every page: 草稿, 副本, 复印件. */
  readonly watermark?: string | null;
  /** Which copy of how many, in small print on every page. */
  readonly copyLine?: string | null;
  /** Printed on stock that bears all but the facts (stock.ts); in print and preview only, never in Word. */
  readonly stock?: { readonly fields: StockFields; readonly faint: boolean };
  /** Every paragraph names one of these; Word shows them as named styles, HTML as classes. */
  readonly styles: StyleSheet;
  /** Line art behind the text of each page, in page coordinates. */
  readonly decoration: readonly VectorShape[];
  /** By which a stamped scan finds home: in the upper right margin of every page, away from seals. */
  readonly code?: QrCode;
  readonly blocks: readonly Block[];
  readonly properties: DocumentProperties;
}

/** What the file says about itself. No user name and no path, whatever the machine. */
interface DocumentProperties {
  readonly subject: string;
  readonly author: string;
  /** Said in the properties and on screen, never on paper; e.g. that the seal is no electronic signature. */
  readonly note: string | null;
}

export interface PageSetup {
  readonly paper: Paper;
  readonly marginsMm: Sides;
  /** Character grid of GB/T 9704-2012, 5.2.3 (22 lines of 28 characters); null sets type without one. */
  readonly grid: { readonly linesPerPage: number; readonly charactersPerLine: number } | null;
  /**
   * Page number between dashes below the type area: in its middle, or at the outer edge of duplex sheets, one character
   * in (GB/T 9704-2012, 7.5).
   */
  readonly numbered: 'none' | 'centre' | 'outer';
}

export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Type faces by their part in Chinese official papers; type-faces.ts names the fonts. */
export type TypeFace = 'title-song' | 'fang-song' | 'black' | 'kai' | 'song';

export interface TextFormat {
  readonly face: TypeFace;
  readonly sizePt: number;
  readonly colour: string;
  /** Added after each character. */
  readonly spacingPt: number;
}

type Alignment = 'start' | 'center' | 'end' | 'justify';

export interface ParagraphStyle {
  /** The name that Word and WPS show in their style list. */
  readonly label: string;
  readonly format: TextFormat;
  readonly align: Alignment;
  /** Exact distance between baselines. */
  readonly linePt: number;
  readonly firstLineEm: number;
  readonly beforePt: number;
  readonly afterPt: number;
  readonly keepWithNext: boolean;
  /** 1–9 for headings that Word lists in its outline; null for text. */
  readonly outlineLevel: number | null;
}

export type StyleSheet = Readonly<Record<string, ParagraphStyle>>;

export type Block = Paragraph | Table | SealPlace | QrCode | PageBreak;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly style: string;
  readonly inlines: readonly Inline[];
  readonly align?: Alignment;
  readonly linePt?: number;
  readonly firstLineEm?: number;
  /** Set in from the left, in ems of the paragraph's own size; the first line counts from there. */
  readonly startEm?: number;
  readonly keepWithNext?: boolean;
}

export type Inline = TextRun | FormField;

/** A line feed in `text` breaks the line. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly format?: Partial<TextFormat>;
  /** Where the text is a fact: its name in an office's own template. */
  readonly fact?: string;
}

/** A place for one fact: the fact, or empty brackets to write it into by hand. */
export interface FormField {
  readonly kind: 'field';
  readonly label: string;
  readonly value: string | null;
  /** Room between the brackets where the value is missing, in characters. */
  readonly blankEm: number;
  readonly format?: Partial<TextFormat>;
}

export interface Table {
  readonly kind: 'table';
  readonly columnsMm: readonly number[];
  readonly rows: readonly TableRow[];
  /** Lines of every cell that names none of its own. */
  readonly line: RuleLine | null;
  readonly paddingMm: Sides;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly heightMm: number;
  /** `exact` never grows: only for rows whose text was fitted. */
  readonly heightRule: 'at-least' | 'exact';
  /** Repeated at the top of each page. */
  readonly header: boolean;
  /** Where rows of one form follow one another: what they list, in an office's own template. */
  readonly list?: string;
}

export interface TableCell {
  readonly blocks: readonly Block[];
  readonly columns: number;
  readonly rows: number;
  readonly vertical: 'top' | 'middle' | 'bottom';
  /** Lines that differ from the table's. */
  readonly lines?: Partial<Readonly<Record<keyof Sides, RuleLine | null>>>;
  readonly paddingMm?: Sides;
}

export interface RuleLine {
  readonly widthPt: number;
  readonly colour: string;
}

/** Issuer over date, with room for the round seal that covers both (GB/T 9704-2012, 7.3.5.1); see seal-place.ts. */
export interface SealPlace {
  readonly kind: 'seal-place';
  readonly style: string;
  readonly issuer: string;
  /** Chinese date; null leaves brackets to fill by hand. */
  readonly date: string | null;
  readonly widthMm: number;
  /** Where the place stands in its column: in the middle, or at the right. */
  readonly align?: 'center' | 'end';
  /** Laid over name and date; null where the paper is stamped by hand. */
  readonly picture: SealPicture | null;
  /** No page begins with what follows alone, e.g. a receipt. */
  readonly keepWithNext?: boolean;
}

/** A picture of a seal. It is no electronic seal in law: it proves nothing by itself. */
export interface SealPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png';
  /** Of the real seal: the picture is cut to the seal's edge and laid out at this size. */
  readonly diameterMm: number;
}

export interface QrCode {
  readonly kind: 'qr-code';
  readonly style: string;
  readonly text: string;
  readonly sizeMm: number;
  /** Read aloud and shown where pictures are not; not printed. */
  readonly label: string;
  /** The paper is scanned when it comes back, so the code must survive stamp, fold and copier. */
  readonly comesBack: boolean;
}

interface PageBreak {
  readonly kind: 'page-break';
}

export type PathStep =
  | readonly ['move', number, number]
  | readonly ['line', number, number]
  | readonly ['curve', number, number, number, number, number, number]
  | readonly ['close'];

export interface VectorShape {
  readonly steps: readonly PathStep[];
  readonly stroke: { readonly widthMm: number; readonly colour: string } | null;
  readonly fill: string | null;
}
