import { cell, known, paragraph, printable, row, style, text } from './blocks.ts';
import { countLines, ptToMm } from './fit-text.ts';
import type { PageSetup, StyleSheet, Table } from './model.ts';

/** Lists: upright or across, numbered, with room for the code in the upper margin. */
export const uprightList: PageSetup = {
  paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
  marginsMm: { top: 25, right: 18, bottom: 20, left: 18 },
  grid: null,
  numbered: 'centre',
};
export const acrossList: PageSetup = {
  ...uprightList,
  paper: { widthMm: 297, heightMm: 210, orientation: 'landscape' },
  marginsMm: { top: 25, right: 16, bottom: 18, left: 16 },
};

export const listStyles: StyleSheet = {
  body: style(
    '清单正文',
    { face: 'fang-song', sizePt: 12 },
    { linePt: 19, firstLineEm: 2, align: 'justify' },
  ),
  title: style(
    '清单标题',
    { face: 'title-song', sizePt: 20 },
    { align: 'center', linePt: 32, keepWithNext: true },
  ),
  facts: style('清单说明', { face: 'fang-song', sizePt: 12 }, { linePt: 20, keepWithNext: true }),
  head: style('清单表头', { face: 'black', sizePt: 11 }, { align: 'center', linePt: 15 }),
  value: style('清单内容', { face: 'fang-song', sizePt: 11 }, { linePt: 15 }),
  note: style('清单附注', { face: 'kai', sizePt: 10.5 }, { linePt: 17 }),
  seal: style('清单落款', { face: 'fang-song', sizePt: 12 }, { align: 'center', linePt: 18 }),
};

export interface ListColumn<Row> {
  readonly label: string;
  readonly widthMm: number;
  readonly align?: 'start' | 'center';
  readonly text: (row: Row, index: number) => string | null;
}

const sizePt = 11;
const linePt = 15;
const paddingMm = { top: 0.8, right: 1.2, bottom: 0.8, left: 1.2 };

interface ListOptions {
  /** Empty rows after the last, to write on. */
  readonly blankRows?: number;
  /** Least height of a row. */
  readonly rowMm?: number;
  /** What the rows are, in an office's own template. */
  readonly list?: string;
}

/** A table of any length: the head stands on every page, no row is torn, a long name makes its row higher. */
export const listTable = <Row>(
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
  { blankRows = 0, rowMm = 8, list = '清单' }: ListOptions = {},
): Table => {
  const lineOf = (words: readonly string[], listed: boolean) => {
    const lines = words.map((each, index) =>
      countLines(each, (columns[index]?.widthMm ?? 10) - paddingMm.left - paddingMm.right, sizePt),
    );
    // Counted ahead of both programs, so that their rows are alike and their pages end at the same row.
    const heightMm = Math.max(rowMm, ptToMm(Math.max(1, ...lines) * linePt) + 2.2);
    return row(
      heightMm,
      words.map((each, index) =>
        cell([
          paragraph('value', [listed ? known(columns[index]?.label ?? '', each) : text(each)], {
            align: columns[index]?.align ?? 'start',
          }),
        ]),
      ),
      { heightRule: 'exact', ...(listed && { list }) },
    );
  };
  const words = (each: Row, index: number): string[] =>
    columns.map((column) => printable(column.text(each, index) ?? ''));
  return {
    kind: 'table',
    columnsMm: columns.map(({ widthMm }) => widthMm),
    line: { widthPt: 0.75, colour: '000000' },
    paddingMm,
    rows: [
      row(
        9.5,
        columns.map(({ label }) => cell([paragraph('head', [text(label)])])),
        { header: true, heightRule: 'exact' },
      ),
      ...rows.map((each, index) => lineOf(words(each, index), true)),
      ...Array.from({ length: blankRows }, () =>
        lineOf(
          columns.map(() => ''),
          false,
        ),
      ),
    ],
  };
};

/** The running number of a row. */
export const runningNumber = <Row>(widthMm = 12): ListColumn<Row> => ({
  label: '序号',
  widthMm,
  align: 'center',
  text: (_, index) => String(index + 1),
});
