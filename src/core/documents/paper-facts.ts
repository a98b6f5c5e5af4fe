import { blankDate, fieldText } from './blocks.ts';
import type { Block, Inline, PaperDocument, QrCode, SealPlace, Table, TableCell, TableRow } from './model.ts';

/*
 * What an office's own template may say: the facts that the built-in paper prints, by name, and nothing else. They are
 * read from the paper and not from what it was made of, so that a public paper has no private fact to give away.
 */

/** Facts of one paper: printed words by name, and lists of them. */
export interface PaperFacts {
  readonly facts: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** What stands in many places of a paper under one name, e.g. the organization's name. */
export type SharedFacts = Readonly<Record<string, string | null>>;

export const issuerFact = '落款单位';
export const dateFact = '落款日期';

/** Second and later facts of one name are told apart by a number. */
class Names {
  readonly #counts = new Map<string, number>();
  readonly #shared: SharedFacts;

  constructor(shared: SharedFacts) {
    this.#shared = shared;
  }

  next(name: string): string {
    // What stands in many places under one name keeps it.
    if (Object.hasOwn(this.#shared, name)) return name;
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count === 1 ? name : `${name}${count}`;
  }
}

/** The fact that words are; null for words of the paper itself. */
export const nameOf = (inline: Inline): string | null =>
  inline.kind === 'field' ? inline.label.replaceAll(/[\s{}#/]/g, '') : (inline.fact ?? null);

const rowInlines = (row: TableRow): readonly Inline[] =>
  row.cells.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? block.inlines : [])),
  );

const wordsOf = (inline: Inline): string => (inline.kind === 'field' ? (inline.value ?? '') : inline.text);

/** The facts that a paper prints. */
export const factsOfPaper = (paper: PaperDocument, shared: SharedFacts): PaperFacts => {
  const names = new Names(shared);
  const facts: Record<string, string> = {};
  for (const [name, value] of Object.entries(shared)) facts[name] = value ?? '';
  const lists: Record<string, Record<string, string>[]> = {};
  const readInlines = (inlines: readonly Inline[], into: Record<string, string>, own: Names): void => {
    for (const inline of inlines) {
      const name = nameOf(inline);
      // Where a fact is missing, the room to write it in by hand.
      if (name !== null) into[own.next(name)] ||= fieldText(inline);
    }
  };
  const readBlock = (block: Block): void => {
    if (block.kind === 'paragraph') readInlines(block.inlines, facts, names);
    if (block.kind === 'seal-place') {
      facts[names.next(issuerFact)] = block.issuer;
      facts[names.next(dateFact)] = block.date ?? blankDate;
    }
    if (block.kind !== 'table') return;
    for (const row of block.rows) {
      if (row.list === undefined) {
        for (const cell of row.cells) cell.blocks.forEach(readBlock);
        continue;
      }
      const item: Record<string, string> = {};
      readInlines(rowInlines(row), item, new Names({}));
      (lists[row.list] ??= []).push(item);
    }
  };
  paper.blocks.forEach(readBlock);
  return { facts, lists };
};

/** The code that a paper shows to others, as a certificate does. */
export const shownCode = ({ blocks }: Pick<PaperDocument, 'blocks'>): QrCode | null => {
  for (const block of blocks) {
    if (block.kind === 'qr-code' && !block.comesBack) return block;
    if (block.kind !== 'table') continue;
    for (const { cells } of block.rows)
      for (const cell of cells) {
        const code = shownCode(cell);
        if (code !== null) return code;
      }
  }
  return null;
};

const placeholder = (name: string): string => `{${name}}`;

/** Puts the names of shared facts in the place of their words, the longest first. */
const withShared = (words: string, shared: SharedFacts): string =>
  Object.entries(shared)
    .filter((entry): entry is [string, string] => entry[1] !== null && entry[1].length > 1)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .reduce((all, [name, value]) => all.replaceAll(value, placeholder(name)), words);

const templateSeal = (place: SealPlace, names: Names): SealPlace => ({
  ...place,
  issuer: placeholder(names.next(issuerFact)),
  date: placeholder(names.next(dateFact)),
  picture: null,
});

/**
 * A paper with names in the place of its facts, to be edited in Word or WPS. Rows of a list are kept once; rows grow
 * with what is filled in; codes for scans and seals stay out, because they belong to one paper. A code that others read keeps
 * its place: `shownCode` fills it.
 */
export const templateOfPaper = (paper: PaperDocument, shared: SharedFacts): PaperDocument => {
  const names = new Names(shared);
  const inlineTemplate = (inline: Inline, own: Names): Inline => {
    const name = nameOf(inline);
    const words = name === null ? withShared(wordsOf(inline), shared) : placeholder(own.next(name));
    return { kind: 'text', text: words, ...(inline.format && { format: inline.format }) };
  };
  const blockTemplate =
    (own: Names) =>
    (block: Block): Block[] => {
      switch (block.kind) {
        case 'paragraph':
          return [{ ...block, inlines: block.inlines.map((inline) => inlineTemplate(inline, own)) }];
        case 'table':
          return [tableTemplate(block)];
        case 'seal-place':
          return [templateSeal(block, own)];
        case 'qr-code':
          return block.comesBack ? [] : [{ ...block, text: `此处打印${block.label}` }];
        case 'page-break':
          return [block];
      }
    };
  const cellTemplate = (cell: TableCell, own: Names): TableCell => ({
    ...cell,
    blocks: cell.blocks.flatMap(blockTemplate(own)),
  });
  const listRow = (row: TableRow, list: string): TableRow => {
    const own = new Names({});
    const cells = row.cells.map((cell) => cellTemplate(cell, own));
    const mark = (cell: TableCell, open: string, close: string): TableCell => ({
      ...cell,
      blocks: cell.blocks.map((block) =>
        block.kind === 'paragraph'
          ? {
              ...block,
              inlines: [{ kind: 'text', text: open }, ...block.inlines, { kind: 'text', text: close }],
            }
          : block,
      ),
    });
    const last = cells.length - 1;
    return {
      ...row,
      cells: cells.map((cell, index) =>
        index === 0 || index === last
          ? mark(cell, index === 0 ? `{#${list}}` : '', index === last ? `{/${list}}` : '')
          : cell,
      ),
    };
  };
  const tableTemplate = (table: Table): Table => ({
    ...table,
    rows: table.rows.flatMap((row, index): TableRow[] => {
      const grown: TableRow = { ...row, heightRule: 'at-least' };
      if (row.list === undefined)
        return [{ ...grown, cells: row.cells.map((cell) => cellTemplate(cell, names)) }];
      return table.rows[index - 1]?.list === row.list ? [] : [listRow(grown, row.list)];
    }),
  });
  const { code: _, ...uncoded } = paper;
  return {
    ...uncoded,
    title: withShared(paper.title, shared),
    blocks: paper.blocks.flatMap(blockTemplate(names)),
  };
};

/** Names that stand in a template, those of lists included. */
export const namesInTemplate = ({ blocks }: PaperDocument): ReadonlySet<string> => {
  const names = new Set<string>();
  const read = (block: Block): void => {
    const words =
      block.kind === 'paragraph'
        ? block.inlines.map(wordsOf).join('')
        : block.kind === 'seal-place'
          ? block.issuer + (block.date ?? '')
          : '';
    for (const [, name] of words.matchAll(/\{#?([^{}/#]+)\}/g)) names.add(name ?? '');
    if (block.kind === 'table')
      for (const row of block.rows) for (const cell of row.cells) cell.blocks.forEach(read);
  };
  blocks.forEach(read);
  return names;
};
