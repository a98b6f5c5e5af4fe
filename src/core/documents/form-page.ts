import { cell, known, paragraph, row, text } from './blocks.ts';
import { countLines, ptToMm } from './fit-text.ts';
import type { Block, RuleLine, Sides, Table, TableCell, TableRow } from './model.ts';

/** A box of a form: a printed label, a value, or blocks of its own. */
export type FormBox = (LabelBox | ValueBox | BlocksBox) & {
  readonly widthMm: number;
  /** Rows of the form that the box reaches over. */
  readonly rows?: number;
};
interface LabelBox {
  readonly kind: 'label';
  readonly text: string;
}
interface ValueBox {
  readonly kind: 'value';
  readonly text: string;
  readonly align?: 'start' | 'center';
}
interface BlocksBox {
  readonly kind: 'blocks';
  /** Built for the type size of the page; `spareMm` is what the row is higher than the box needs. */
  readonly build: (
    sizePt: number,
    spareMm: number,
  ) => { readonly blocks: readonly Block[]; readonly heightMm: number };
  readonly vertical?: TableCell['vertical'];
  readonly open?: Partial<Readonly<Record<keyof Sides, null>>>;
}

export interface FormRow {
  readonly boxes: readonly FormBox[];
  readonly minMm: number;
  /** Share of the page's spare height that the row takes. */
  readonly grow: number;
}

const leading = 1.36;
const largestLabelPt = 11;
const paddingMm = { top: 0.6, right: 1.4, bottom: 0.6, left: 1.4 };
const line: RuleLine = { widthPt: 0.75, colour: '000000' };

export const formLinePt = (sizePt: number): number => Math.round(sizePt * leading * 10) / 10;

/** Height of a text set in a form box, padding included. */
export const boxHeightMm = (content: string, widthMm: number, sizePt: number): number => {
  const lines = countLines(content, widthMm - paddingMm.left - paddingMm.right, sizePt);
  return ptToMm(lines * formLinePt(sizePt)) + paddingMm.top + paddingMm.bottom + 0.6;
};

const boxNeedMm = (box: FormBox, sizePt: number): number => {
  if (box.kind === 'blocks') return box.build(sizePt, 0).heightMm;
  if (box.rows) return 0;
  return boxHeightMm(box.text, box.widthMm, box.kind === 'label' ? Math.min(sizePt, largestLabelPt) : sizePt);
};

const rowNeedMm = (form: FormRow, sizePt: number): number =>
  Math.max(form.minMm, ...form.boxes.map((box) => boxNeedMm(box, sizePt)));

const labelParagraph = (words: string, sizePt: number) =>
  paragraph('label', [text(words, { sizePt })], { linePt: formLinePt(sizePt) });

/** Name of the fact in a box: the words of the label before it, or of the head of its column. */
const factName = (rows: readonly FormRow[], edges: readonly number[][], index: number, position: number) => {
  const own = rows[index]?.boxes.slice(0, position).findLast(({ kind }) => kind === 'label');
  const left = edges[index]?.[position];
  const heads = rows
    .slice(0, index)
    .flatMap(({ boxes }, above) => boxes.filter((_, at) => edges[above]?.[at] === left));
  const head = heads.findLast(({ kind }) => kind === 'label');
  const named = own && (own.rows ?? 1) === 1 ? own : (head ?? own);
  return named?.kind === 'label' ? named.text.replaceAll(/\s/g, '') : null;
};

const buildBox = (box: FormBox, sizePt: number, heightMm: number, name: string | null): TableCell => {
  const options = { rows: box.rows ?? 1 };
  switch (box.kind) {
    case 'label':
      return cell([labelParagraph(box.text, Math.min(sizePt, largestLabelPt))], options);
    case 'value':
      return cell(
        [
          paragraph(
            'value',
            [name === null ? text(box.text, { sizePt }) : known(name, box.text, { sizePt })],
            {
              linePt: formLinePt(sizePt),
              align: box.align ?? 'start',
            },
          ),
        ],
        options,
      );
    case 'blocks':
      return cell(box.build(sizePt, Math.max(0, heightMm - boxNeedMm(box, sizePt))).blocks, {
        ...options,
        vertical: box.vertical ?? 'middle',
        ...(box.open && { lines: box.open }),
      });
  }
};

/** Left edges of the boxes of each row, minding boxes that reach down from rows above. */
const leftEdges = (rows: readonly FormRow[]): number[][] => {
  let reaching: { fromMm: number; toMm: number; rows: number }[] = [];
  return rows.map((form) => {
    let edge = 0;
    const started: typeof reaching = [];
    const edges = form.boxes.map((box) => {
      for (let above = reaching.find(({ fromMm }) => fromMm === edge); above;) {
        edge = above.toMm;
        above = reaching.find(({ fromMm }) => fromMm === edge);
      }
      const left = edge;
      edge += box.widthMm;
      if ((box.rows ?? 1) > 1) started.push({ fromMm: left, toMm: edge, rows: box.rows ?? 1 });
      return left;
    });
    reaching = [...reaching, ...started]
      .map((box) => ({ ...box, rows: box.rows - 1 }))
      .filter((box) => box.rows > 0);
    return edges;
  });
};

const formTable = (rows: readonly FormRow[], heightsMm: readonly number[], sizePt: number): Table => {
  const edges = leftEdges(rows);
  const lefts = new Set([0]);
  rows.forEach((form, index) =>
    form.boxes.forEach((box, position) => {
      const left = edges[index]?.[position] ?? 0;
      lefts.add(left).add(left + box.widthMm);
    }),
  );
  const grid = [...lefts].sort((a, b) => a - b);
  const built: TableRow[] = rows.map((form, index) => {
    const heightMm = heightsMm[index] ?? form.minMm;
    return row(
      heightMm,
      form.boxes.map((box, position) => {
        const left = edges[index]?.[position] ?? 0;
        const columns = grid.indexOf(left + box.widthMm) - grid.indexOf(left);
        return { ...buildBox(box, sizePt, heightMm, factName(rows, edges, index, position)), columns };
      }),
      { heightRule: 'exact' },
    );
  });
  return {
    kind: 'table',
    columnsMm: grid.slice(1).map((edge, index) => edge - (grid[index] ?? 0)),
    rows: built,
    line,
    paddingMm,
  };
};

const sizesPt = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5];

/**
 * One page of a form as one table: the largest type in which every row still fits the height, one size for the
 * whole page, and the spare height shared among the rows. Widths are whole millimetres.
 */
export const formPage = (rows: readonly FormRow[], heightMm: number): Table => {
  const total = (size: number) => rows.reduce((sum, form) => sum + rowNeedMm(form, size), 0);
  const sizePt = sizesPt.find((size) => total(size) <= heightMm) ?? 5;
  const shares = rows.reduce((sum, form) => sum + form.grow, 0);
  const spareMm = Math.max(0, heightMm - total(sizePt));
  const heightsMm = rows.map(
    (form) => rowNeedMm(form, sizePt) + (shares === 0 ? 0 : (spareMm * form.grow) / shares),
  );
  return formTable(rows, heightsMm, sizePt);
};
