import { Paragraph as WordParagraph } from 'docx';
import type { IsoInstant } from '../../shared/domain/dates.ts';
import type { PaperDocument, TableRow } from './model.ts';
import { contentWidthMm, docxDocument, renderUnit, unitsOf, type WordUnit } from './word-blocks.ts';
import { cutMould, escapeText, MouldWriter, type WordMould } from './word-mould.ts';
import { compileParts, WordPackage } from './word-package.ts';
import { propertiesPart, sharedWordParts, type WordPart } from './word-parts.ts';
import { pictureBytes, picturePattern, WordPictures, type WordPaper } from './word-pictures.ts';
import { readBlock, readRow, tableKey, WordShape } from './word-shape.ts';

/*
 * `docx` builds a certificate in some four milliseconds, whatever it says. So each part of a paper is built once for
 * each shape it takes, cut into a mould, and filled from then on: the first certificate of a batch is written by
 * `docx`, the others from its pieces, and they read the same to the byte.
 */

/** A part of a paper, with what tells its mould from others. A table's rows have moulds of their own. */
interface Piece {
  readonly unit: WordUnit;
  readonly shape: WordShape;
  /** Rows that belong together, because cells reach from one to the next. */
  readonly rows: readonly { readonly rows: readonly TableRow[]; readonly shape: WordShape }[] | null;
}

const rowGroups = (rows: readonly TableRow[]): TableRow[][] => {
  const groups: TableRow[][] = [];
  let reach = 0;
  for (const row of rows) {
    if (reach > 0) groups.at(-1)?.push(row);
    else groups.push([row]);
    reach = Math.max(reach, ...row.cells.map((cell) => cell.rows)) - 1;
  }
  return groups;
};

const pieceOf = (unit: WordUnit, document: PaperDocument): Piece => {
  const { block, breakBefore } = unit;
  const shape = new WordShape();
  if (breakBefore) shape.key = 'break ';
  if (block?.kind !== 'table') {
    if (block) readBlock(block, document, shape);
    return { unit, shape, rows: null };
  }
  shape.key += tableKey(block);
  const rows = rowGroups(block.rows).map((group) => {
    const own = new WordShape();
    for (const row of group) readRow(row, document, own);
    return { rows: group, shape: own };
  });
  return { unit, shape, rows };
};

const shapesOf = ({ shape, rows }: Piece): readonly WordShape[] =>
  rows ? rows.map((row) => row.shape) : [shape];

interface TableMould {
  readonly head: WordMould;
  readonly rows: Map<string, WordMould>;
}

const tableEnd = Buffer.from('</w:tbl>');

/** The rows of a table, without those of tables inside it, and what stands before the first. */
const splitTable = (xml: string): { readonly head: string; readonly rows: readonly string[] } => {
  const rows: string[] = [];
  let depth = 0;
  let start = -1;
  let head = xml;
  for (const match of xml.matchAll(/<(\/?)w:tr(?=[ >])/g)) {
    depth += match[1] === '' ? 1 : -1;
    if (depth === 1 && match[1] === '') {
      if (rows.length === 0) head = xml.slice(0, match.index);
      start = match.index;
    }
    if (depth === 0) rows.push(xml.slice(start, match.index + '</w:tr>'.length));
  }
  return { head, rows };
};

/** Between the parts of a paper that is built to be cut. */
const seamStyle = 'seam';
const seamXml = `<w:p><w:pPr><w:pStyle w:val="${seamStyle}"/></w:pPr></w:p>`;
const documentPath = 'word/document.xml';

/** Files with the same parts apart from words and pictures. */
interface Shell {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly package: WordPackage;
  /** Relationship of each picture of the text, in its order. */
  readonly relationships: readonly string[];
  /** Where the bytes of each picture go, the code in the margin last. */
  readonly media: readonly (string | null)[];
}

interface CutPaper {
  readonly xml: string;
  readonly parts: ReadonlyMap<string, string | Uint8Array>;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

/** Papers of one style sheet on one kind of page with one decoration. */
class WordPress {
  readonly #moulds = new Map<string, WordMould>();
  readonly #tables = new Map<string, TableMould>();
  readonly #shells = new Map<string, Shell>();
  readonly #writer = new MouldWriter();

  render(document: PaperDocument, madeAt: IsoInstant): Uint8Array {
    const pieces = unitsOf(document.blocks).map((unit) => pieceOf(unit, document));
    const pictures = pieces.flatMap(shapesOf).flatMap((shape) => shape.pictures);
    const all = document.code ? [...pictures, document.code] : pictures;
    const shellKey = `${picturePattern(all)} ${document.code?.sizeMm ?? ''}`;
    const shell = this.#shells.get(shellKey) ?? this.#buildShell(shellKey, document, pieces, all);
    this.#cast(document, pieces);
    this.#write(pieces, shell);
    const media = new Map(shell.media.map((path, index) => [path, all[index]]));
    const properties = propertiesPart(document, madeAt);
    return shell.package.file(
      [
        { path: documentPath, bytes: this.#writer.written(), deflate: true },
        { path: properties.path, bytes: Buffer.from(properties.data), deflate: false },
        ...[...media].flatMap(([path, picture]) =>
          path === null || !picture ? [] : [{ path, bytes: pictureBytes(picture), deflate: false }],
        ),
      ],
      madeAt,
    );
  }

  #buildWithDocx(document: PaperDocument, pieces: readonly Piece[], pictures: WordPictures): CutPaper {
    const paper: WordPaper = { ...document, pictures };
    const widthMm = contentWidthMm(document);
    const children = pieces.flatMap(({ unit }) => [
      ...renderUnit(unit, paper, widthMm),
      new WordParagraph({ style: seamStyle }),
    ]);
    const parts = compileParts(docxDocument(paper, children), sharedWordParts(document));
    const xml = String(parts.get(documentPath));
    return {
      xml,
      parts,
      bodyStart: xml.indexOf('<w:body>') + '<w:body>'.length,
      bodyEnd: xml.lastIndexOf('<w:sectPr'),
    };
  }

  #buildShell(
    key: string,
    document: PaperDocument,
    pieces: readonly Piece[],
    all: readonly WordShape['pictures'][number][],
  ): Shell {
    const pictures = new WordPictures();
    const { xml, parts, bodyStart, bodyEnd } = this.#buildWithDocx(document, pieces, pictures);
    const shared: WordPart[] = [];
    const pathOfStub = new Map<Uint8Array, string>();
    for (const [path, data] of parts) {
      if (typeof data !== 'string') pathOfStub.set(data, path);
      else if (path !== documentPath && path !== 'docProps/core.xml') shared.push({ path, data });
    }
    const shell: Shell = {
      before: Buffer.from(xml.slice(0, bodyStart)),
      after: Buffer.from(xml.slice(bodyEnd)),
      package: new WordPackage(shared),
      relationships: [...xml.matchAll(/(?<=r:embed=")[^"]*/g)].map(([id]) => id),
      media: all.map((picture) => pathOfStub.get(pictures.stub(picture)) ?? null),
    };
    this.#shells.set(key, shell);
    return shell;
  }

  /** Makes the moulds that these pieces lack, all in one go. */
  #cast(document: PaperDocument, pieces: readonly Piece[]): void {
    const wanted = new Map<string, Piece>();
    for (const piece of pieces) {
      const { unit, shape, rows } = piece;
      if (!rows) {
        if (!this.#moulds.has(shape.key)) wanted.set(shape.key, piece);
        continue;
      }
      const known = this.#tables.get(shape.key)?.rows;
      const lacking = new Map<string, NonNullable<Piece['rows']>[number]>();
      for (const row of [...rows, ...(wanted.get(shape.key)?.rows ?? [])])
        if (!known?.has(row.shape.key)) lacking.set(row.shape.key, row);
      if (lacking.size === 0 && known) continue;
      const block = unit.block?.kind === 'table' && {
        ...unit.block,
        rows: [...lacking.values()].flatMap((row) => row.rows),
      };
      if (block) wanted.set(shape.key, { unit: { ...unit, block }, shape, rows: [...lacking.values()] });
    }
    if (wanted.size === 0) return;
    const cast = [...wanted.values()];
    const { xml, bodyStart, bodyEnd } = this.#buildWithDocx(document, cast, new WordPictures());
    const cut = xml.slice(bodyStart, bodyEnd).split(seamXml);
    cast.forEach((piece, index) => this.#keep(piece, cut[index] ?? ''));
  }

  #keep({ shape, rows }: Piece, xml: string): void {
    if (!rows) {
      this.#moulds.set(shape.key, cutMould(xml, shape.texts));
      return;
    }
    const { head, rows: cut } = splitTable(xml);
    const table: TableMould = this.#tables.get(shape.key) ?? { head: cutMould(head, []), rows: new Map() };
    this.#tables.set(shape.key, table);
    let from = 0;
    for (const { rows: group, shape: own } of rows) {
      const whole = cut.slice(from, from + group.length).join('');
      table.rows.set(own.key, cutMould(whole, own.texts));
      from += group.length;
    }
  }

  #write(pieces: readonly Piece[], { before, after, relationships }: Shell): void {
    const writer = this.#writer;
    let picture = 0;
    const fill = ({ segments, holes }: WordMould, texts: readonly string[]): void => {
      let text = 0;
      for (let index = 0; index < holes.length; index += 1) {
        writer.bytes(segments[index]!);
        const hole = holes[index];
        if (hole === 'text') writer.text(escapeText(texts[text++]!));
        else if (hole === 'picture-id') writer.text(String(picture + 1));
        else writer.text(relationships[picture++] ?? '');
      }
      writer.bytes(segments[holes.length]!);
    };
    writer.restart();
    writer.bytes(before);
    for (const { shape, rows } of pieces) {
      if (!rows) {
        fill(this.#moulds.get(shape.key)!, shape.texts);
        continue;
      }
      const table = this.#tables.get(shape.key)!;
      fill(table.head, []);
      for (const { shape: own } of rows) fill(table.rows.get(own.key)!, own.texts);
      writer.bytes(tableEnd);
    }
    writer.bytes(after);
  }
}

/** Numbers for values that are the same only where they are one. */
class Identities {
  readonly #numbers = new WeakMap<object, number>();
  #last = 0;

  of(value: object): number {
    const number = this.#numbers.get(value) ?? (this.#last += 1);
    this.#numbers.set(value, number);
    return number;
  }
}

/** Renders papers to Word; whatever papers of one look share is built once. */
export class WordRenderer {
  readonly #presses = new Map<string, WordPress>();
  readonly #identities = new Identities();

  /** A .docx file. Its only time is `madeAt`; it names no user and no path. */
  render(document: PaperDocument, madeAt: IsoInstant): Uint8Array {
    const { styles, decoration, page, watermark = null } = document;
    const drawn = decoration.length === 0 ? 0 : this.#identities.of(decoration);
    const key = `${this.#identities.of(styles)} ${drawn} ${JSON.stringify(page)} ${watermark ?? ''}`;
    const press = this.#presses.get(key) ?? new WordPress();
    this.#presses.set(key, press);
    return press.render(document, madeAt);
  }
}
