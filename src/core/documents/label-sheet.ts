import { labelsPerSheet, type LabelChoice, type LabelSheetFormat } from '../../shared/domain/label-sheet.ts';
import { cell, paragraph, row } from './blocks.ts';
import type { PageSetup, PaperDocument, StyleSheet, TableCell, TableRow } from './model.ts';

/** Room of one label; millimetres. */
export interface LabelBox {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** How labels of one kind look, whatever sheet they are on. */
export interface LabelFace<Label> {
  readonly styles: StyleSheet;
  /** Widths of a label's cells side by side; together the label's. */
  readonly columnsMm: (box: LabelBox) => readonly number[];
  readonly cells: (label: Label, box: LabelBox) => readonly TableCell[];
}

/** A style that every face has for the room between labels. */
export const gapStyle = 'gap';

const pageOf = (format: LabelSheetFormat): PageSetup => {
  const { sheetWidthMm, sheetHeightMm, columns, rows, widthMm, heightMm, gapXMm, gapYMm } = format;
  const { marginLeftMm: left, marginTopMm: top } = format;
  const right = sheetWidthMm - left - columns * widthMm - (columns - 1) * gapXMm;
  const below = sheetHeightMm - top - rows * heightMm - (rows - 1) * gapYMm;
  return {
    paper: {
      widthMm: sheetWidthMm,
      heightMm: sheetHeightMm,
      orientation: sheetWidthMm > sheetHeightMm ? 'landscape' : 'portrait',
    },
    // Room for the empty paragraph that Word sets behind a table, and none for another row.
    marginsMm: { top, right: Math.max(0, right), bottom: Math.max(0, below - 1), left },
    grid: null,
    numbered: 'none',
  };
};

const empty = (): TableCell => cell([paragraph(gapStyle, '')]);

/** Labels of a row beside each other, with the room between them. */
const rowCells = <Label>(
  labels: readonly (Label | null)[],
  format: LabelSheetFormat,
  face: LabelFace<Label>,
): TableCell[] =>
  labels.flatMap((label, column) => {
    const cells = label === null ? face.columnsMm(format).map(empty) : face.cells(label, format);
    return column === 0 || format.gapXMm === 0 ? [...cells] : [empty(), ...cells];
  });

/**
 * Labels on self-adhesive sheets (FEATURES H13), each at its measured place: every row of the sheet is a row of one table
 * whose heights add up to the sheet's. The first `startAt - 1` labels stay empty: they are used up.
 */
export const labelSheetPaper = <Label>(
  about: Pick<PaperDocument, 'kind' | 'title' | 'properties'>,
  labels: readonly Label[],
  { format, startAt }: { readonly format: LabelSheetFormat } & Pick<LabelChoice, 'startAt'>,
  face: LabelFace<Label>,
): PaperDocument => {
  const { columns, rows, heightMm, gapXMm, gapYMm } = format;
  const used = Math.min(startAt, labelsPerSheet(format)) - 1;
  const all: readonly (Label | null)[] = [...Array.from({ length: used }, () => null), ...labels];
  const lines = Math.ceil(all.length / columns);
  // A single label fills its sheet: a hair less keeps it from a second one.
  const exactMm = rows === 1 && columns === 1 ? heightMm - 1 : heightMm;
  const lineOf = (at: number): TableRow[] => {
    const inLine = Array.from({ length: columns }, (_, column) => all[at * columns + column] ?? null);
    const line = row(exactMm, rowCells(inLine, format, face), { heightRule: 'exact' });
    if (gapYMm === 0 || at % rows === 0) return [line];
    const between = Array.from({ length: columns }, () => null);
    return [row(gapYMm, rowCells(between, format, face), { heightRule: 'exact' }), line];
  };
  return {
    ...about,
    page: pageOf(format),
    styles: face.styles,
    decoration: [],
    blocks: [
      {
        kind: 'table',
        columnsMm: Array.from({ length: columns }, (_, column) => [
          ...(column === 0 || gapXMm === 0 ? [] : [gapXMm]),
          ...face.columnsMm(format),
        ]).flat(),
        line: null,
        paddingMm: { top: 0, right: 0, bottom: 0, left: 0 },
        rows: Array.from({ length: lines }, (_, at) => lineOf(at)).flat(),
      },
    ],
  };
};
