import { blankDate, fieldText, styleOf } from './blocks.ts';
import type {
  Block,
  PaperDocument,
  Paragraph,
  QrCode,
  RuleLine,
  SealPicture,
  SealPlace,
  Sides,
  Table,
  TableCell,
  TableRow,
  TextFormat,
} from './model.ts';
import { layOutSeal, sealMark } from './seal-place.ts';

/**
 * What a part of a paper looks like in Word apart from its words: two parts with the same key differ in nothing but
 * what `texts` and `pictures` hold, in the order in which Word shows them.
 */
export class WordShape {
  key = '';
  readonly texts: string[] = [];
  readonly pictures: (SealPicture | QrCode)[] = [];
}

const formatKey = ({ face, sizePt, colour, spacingPt }: Partial<TextFormat>): string =>
  `${face ?? ''} ${sizePt ?? ''} ${colour ?? ''} ${spacingPt ?? ''}`;

const sidesKey = ({ top, right, bottom, left }: Sides): string => `${top} ${right} ${bottom} ${left}`;

const lineKey = (line: RuleLine | null | undefined): string =>
  line ? `${line.widthPt} ${line.colour}` : line === null ? '-' : '';

const readParagraph = (paragraph: Paragraph, shape: WordShape): void => {
  const { style, align, linePt, firstLineEm, startEm, keepWithNext, inlines } = paragraph;
  let key = `p${style}`;
  if (align !== undefined) key += ` a${align}`;
  if (linePt !== undefined) key += ` l${linePt}`;
  if (firstLineEm !== undefined) key += ` f${firstLineEm}`;
  if (startEm !== undefined) key += ` s${startEm}`;
  if (keepWithNext) key += ' k';
  for (const inline of inlines) {
    key += inline.format ? `[${formatKey(inline.format)}]` : '.';
    const text = fieldText(inline);
    if (!text.includes('\n')) {
      shape.texts.push(text);
      continue;
    }
    const lines = text.split('\n');
    key += lines.length;
    shape.texts.push(...lines);
  }
  shape.key += key;
};

const readSeal = (place: SealPlace, document: PaperDocument, shape: WordShape): void => {
  const layout = layOutSeal(place, styleOf(document, place.style).format);
  const { leadMm, issuerLines, issuerSizePt, lineMm, tailMm, sealTopMm } = layout;
  shape.key +=
    `seal${place.style} ${place.align ?? ''} ${place.widthMm} ${leadMm} ${issuerLines.length} ${issuerSizePt} ` +
    `${lineMm} ${tailMm} ${sealTopMm}`;
  if (place.keepWithNext) shape.key += ' k';
  shape.texts.push(...issuerLines, place.date ?? blankDate);
  if (!place.picture) return;
  shape.key += ` ${place.picture.mediaType} ${layout.diameterMm}`;
  shape.texts.push(sealMark.text);
  shape.pictures.push(place.picture);
};

const readCell = (cell: TableCell, document: PaperDocument, shape: WordShape): void => {
  const { columns, rows, vertical, lines, paddingMm, blocks } = cell;
  let key = `{${vertical}`;
  if (columns > 1 || rows > 1) key += `${columns} ${rows}`;
  if (lines)
    key += `(${lineKey(lines.top)},${lineKey(lines.right)},${lineKey(lines.bottom)},${lineKey(lines.left)})`;
  if (paddingMm) key += `<${sidesKey(paddingMm)}>`;
  shape.key += key;
  for (const block of blocks) readBlock(block, document, shape);
};

export const readRow = (row: TableRow, document: PaperDocument, shape: WordShape): void => {
  shape.key += `r${row.heightMm} ${row.heightRule}${row.header ? ' h' : ''}`;
  for (const cell of row.cells) readCell(cell, document, shape);
};

/** A table without its rows. */
export const tableKey = (table: Table): string =>
  `t${table.columnsMm.join(' ')},${lineKey(table.line)},${sidesKey(table.paddingMm)}`;

export const readBlock = (block: Block, document: PaperDocument, shape: WordShape): void => {
  switch (block.kind) {
    case 'paragraph':
      return readParagraph(block, shape);
    case 'table':
      shape.key += tableKey(block);
      for (const row of block.rows) readRow(row, document, shape);
      return;
    case 'seal-place':
      return readSeal(block, document, shape);
    case 'qr-code':
      shape.key += `qr${block.sizeMm} ${block.comesBack} ${JSON.stringify(block.label)}`;
      shape.pictures.push(block);
      return;
    case 'page-break':
      shape.key += 'b';
  }
};
