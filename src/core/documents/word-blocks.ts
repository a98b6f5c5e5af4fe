import {
  AlignmentType,
  BorderStyle,
  Document as WordDocument,
  HeightRule,
  HorizontalPositionRelativeFrom,
  ImageRun,
  LineRuleType,
  Paragraph as WordParagraph,
  Table as WordTable,
  TableCell as WordCell,
  TableLayoutType,
  TableRow as WordRow,
  TextRun as WordRun,
  TextWrappingType,
  VerticalAlignTable,
  VerticalPositionRelativeFrom,
  WidthType,
  type IBorderOptions,
  type IParagraphOptions,
} from 'docx';
import { blankDate, fieldText, styleOf } from './blocks.ts';
import { gridSpacingPt } from './character-grid.ts';
import type {
  Block,
  Inline,
  PaperDocument,
  Paragraph,
  ParagraphStyle,
  QrCode,
  RuleLine,
  SealPlace,
  Sides,
  Table,
  TableCell,
} from './model.ts';
import { layOutSeal, sealLinePt, sealMark } from './seal-place.ts';
import { typeFaces } from './type-faces.ts';
import { emptyLine, mmToEmu, mmToPixels, runOptions } from './word-lines.ts';
import { footersOf, headersOf, sectionProperties } from './word-page.ts';
import { mmToTwips, ptToTwips } from './word-parts.ts';
import type { WordPaper } from './word-pictures.ts';

const alignments = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

const renderRuns = (inline: Inline, style: ParagraphStyle, document: WordPaper): WordRun[] => {
  const own = inline.format ?? {};
  const options = runOptions(own.face ?? style.format.face, own, gridSpacingPt(document));
  return fieldText(inline)
    .split('\n')
    .map((line, index) => new WordRun({ ...options, text: line, ...(index > 0 && { break: 1 }) }));
};

/** Word counts a first line that hangs out to the left in a measure of its own. */
const indentOf = (paragraph: Paragraph, style: ParagraphStyle, sizePt: number) => {
  const first = ptToTwips((paragraph.firstLineEm ?? style.firstLineEm) * sizePt);
  return {
    ...(paragraph.startEm !== undefined && { left: ptToTwips(paragraph.startEm * sizePt) }),
    ...(first < 0 ? { hanging: -first } : { firstLine: first }),
  };
};

const renderParagraph = (
  paragraph: Paragraph,
  document: WordPaper,
  extra: IParagraphOptions,
): WordParagraph => {
  const style = styleOf(document, paragraph.style);
  const size = paragraph.inlines[0]?.format?.sizePt ?? style.format.sizePt;
  return new WordParagraph({
    style: paragraph.style,
    children: paragraph.inlines.flatMap((inline) => renderRuns(inline, style, document)),
    ...(paragraph.align && { alignment: alignments[paragraph.align] }),
    ...(paragraph.linePt !== undefined && {
      spacing: { line: ptToTwips(paragraph.linePt), lineRule: LineRuleType.EXACT },
    }),
    ...((paragraph.firstLineEm !== undefined || paragraph.startEm !== undefined) && {
      indent: indentOf(paragraph, style, size),
    }),
    ...(paragraph.keepWithNext && { keepNext: true }),
    ...extra,
  });
};

/** The seal hangs on an empty line above the issuer, so that its place does not depend on how a name breaks. */
const renderSeal = (place: SealPlace, document: WordPaper, contentMm: number): WordParagraph[] => {
  const atEnd = place.align === 'end';
  const startMm = (contentMm - place.widthMm) / (atEnd ? 1 : 2);
  const style = styleOf(document, place.style);
  const layout = layOutSeal(place, style.format);
  const line = { line: ptToTwips(sealLinePt(layout)), lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  const seal = place.picture
    ? [
        new ImageRun({
          type: 'png',
          data: document.pictures.stub(place.picture),
          transformation: { width: mmToPixels(layout.diameterMm), height: mmToPixels(layout.diameterMm) },
          altText: { name: '印章图片', title: '印章图片', description: sealMark.text },
          floating: {
            horizontalPosition: {
              relative: HorizontalPositionRelativeFrom.COLUMN,
              offset: mmToEmu(startMm + layout.sealLeftMm),
            },
            verticalPosition: {
              relative: VerticalPositionRelativeFrom.PARAGRAPH,
              offset: mmToEmu(layout.sealTopMm),
            },
            wrap: { type: TextWrappingType.NONE },
            behindDocument: true,
            allowOverlap: true,
            layoutInCell: true,
          },
        }),
      ]
    : [];
  const runs = (text: string, sizePt: number) =>
    renderRuns({ kind: 'text', text, format: { sizePt } }, style, document);
  const room = {
    alignment: AlignmentType.CENTER,
    spacing: line,
    style: place.style,
    keepNext: true,
    ...(atEnd && { indent: { left: mmToTwips(startMm) } }),
  };
  const mmPt = 72 / 25.4;
  const keepNext = place.keepWithNext ?? false;
  return [
    emptyLine(layout.leadMm * mmPt, seal, { keepNext: true }),
    new WordParagraph({ ...room, children: runs(layout.issuerLines.join('\n'), layout.issuerSizePt) }),
    new WordParagraph({
      ...room,
      keepNext: keepNext || place.picture !== null,
      children: runs(place.date ?? blankDate, style.format.sizePt),
    }),
    ...(layout.tailMm > 0.5
      ? [emptyLine(layout.tailMm * mmPt, [], keepNext || place.picture ? { keepNext: true } : {})]
      : []),
    ...(place.picture
      ? [
          new WordParagraph({
            ...room,
            keepNext,
            spacing: { ...line, line: ptToTwips(layout.markMm * mmPt) },
            children: renderRuns(
              {
                kind: 'text',
                text: sealMark.text,
                format: { face: 'song', sizePt: sealMark.sizePt, colour: '555555' },
              },
              style,
              document,
            ),
          }),
        ]
      : []),
  ];
};

const renderQr = (code: QrCode, document: WordPaper): WordParagraph =>
  new WordParagraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: document.pictures.stub(code),
        transformation: { width: mmToPixels(code.sizeMm), height: mmToPixels(code.sizeMm) },
        altText: { name: '二维码', title: '二维码', description: code.label },
      }),
    ],
  });

const border = (line: RuleLine | null): IBorderOptions =>
  line
    ? { style: BorderStyle.SINGLE, size: Math.round(line.widthPt * 8), color: line.colour }
    : { style: BorderStyle.NIL };

const padding = (sides: Sides) => ({
  marginUnitType: WidthType.DXA,
  top: mmToTwips(sides.top),
  right: mmToTwips(sides.right),
  bottom: mmToTwips(sides.bottom),
  left: mmToTwips(sides.left),
});

const verticals = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

/** Only what differs from the table is said again in a cell. */
const renderCell = (cell: TableCell, table: Table, widthMm: number, document: WordPaper): WordCell => {
  const { lines, paddingMm: ownPadding } = cell;
  const sides = ownPadding ?? table.paddingMm;
  return new WordCell({
    ...(cell.columns > 1 && { columnSpan: cell.columns }),
    ...(cell.rows > 1 && { rowSpan: cell.rows }),
    width: { size: mmToTwips(widthMm), type: WidthType.DXA },
    verticalAlign: verticals[cell.vertical],
    ...(ownPadding && { margins: padding(ownPadding) }),
    ...(lines && {
      borders: {
        ...(lines.top !== undefined && { top: border(lines.top) }),
        ...(lines.right !== undefined && { right: border(lines.right) }),
        ...(lines.bottom !== undefined && { bottom: border(lines.bottom) }),
        ...(lines.left !== undefined && { left: border(lines.left) }),
      },
    }),
    children: renderBlocks(cell.blocks, document, widthMm - sides.left - sides.right),
  });
};

/** Column that each cell of each row starts in, minding cells that reach down from rows above. */
const startColumns = (table: Table): number[][] => {
  const reach = table.columnsMm.map(() => 0);
  return table.rows.map((row) => {
    let column = 0;
    const starts = row.cells.map((cell) => {
      while ((reach[column] ?? 0) > 0) column += 1;
      const start = column;
      reach.fill(cell.rows, start, start + cell.columns);
      column += cell.columns;
      return start;
    });
    reach.forEach((rows, index) => (reach[index] = Math.max(0, rows - 1)));
    return starts;
  });
};

const renderTable = (table: Table, document: WordPaper): WordTable => {
  const starts = startColumns(table);
  const widthOf = (start: number, columns: number) =>
    table.columnsMm.slice(start, start + columns).reduce((sum, width) => sum + width, 0);
  const line = border(table.line);
  return new WordTable({
    margins: padding(table.paddingMm),
    borders: {
      top: line,
      right: line,
      bottom: line,
      left: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    layout: TableLayoutType.FIXED,
    width: { size: mmToTwips(widthOf(0, table.columnsMm.length)), type: WidthType.DXA },
    columnWidths: table.columnsMm.map(mmToTwips),
    rows: table.rows.map(
      (row, index) =>
        new WordRow({
          cantSplit: true,
          tableHeader: row.header,
          height: {
            value: mmToTwips(row.heightMm),
            rule: row.heightRule === 'exact' ? HeightRule.EXACT : HeightRule.ATLEAST,
          },
          children: row.cells.map((cell, position) =>
            renderCell(cell, table, widthOf(starts[index]?.[position] ?? 0, cell.columns), document),
          ),
        }),
    ),
  });
};

/** A block as it stands among others: what follows a page break starts its page. */
export type WordUnit =
  | { readonly block: Exclude<Block, { readonly kind: 'page-break' }>; readonly breakBefore: boolean }
  /** A line on which what cannot start a page itself is carried over, or one after a last table. */
  | { readonly block: null; readonly breakBefore: boolean };

/** Word wants a paragraph at a page's start, after the last table of a page or cell, and between two tables: it would join them. */
export const unitsOf = (blocks: readonly Block[]): WordUnit[] => {
  const units: WordUnit[] = [];
  let breakBefore = false;
  for (const block of blocks) {
    if (block.kind === 'page-break') {
      breakBefore = true;
      continue;
    }
    const own = breakBefore && block.kind === 'paragraph';
    const joined = block.kind === 'table' && units.at(-1)?.block?.kind === 'table';
    if ((breakBefore && !own) || joined) units.push({ block: null, breakBefore });
    units.push({ block, breakBefore: own });
    breakBefore = false;
  }
  const last = units.at(-1);
  if (!last || last.block?.kind === 'table') units.push({ block: null, breakBefore: false });
  return units;
};

export const renderUnit = (
  { block, breakBefore }: WordUnit,
  document: WordPaper,
  widthMm: number,
): (WordParagraph | WordTable)[] => {
  const extra: IParagraphOptions = breakBefore ? { pageBreakBefore: true } : {};
  switch (block?.kind) {
    case undefined:
      return [emptyLine(1, [], extra)];
    case 'paragraph':
      return [renderParagraph(block, document, extra)];
    case 'table':
      return [renderTable(block, document)];
    case 'seal-place':
      return renderSeal(block, document, widthMm);
    case 'qr-code':
      return [renderQr(block, document)];
  }
};

const renderBlocks = (
  blocks: readonly Block[],
  document: WordPaper,
  widthMm: number,
): (WordParagraph | WordTable)[] => unitsOf(blocks).flatMap((unit) => renderUnit(unit, document, widthMm));

const song = {
  latin: typeFaces.song.word,
  eastAsia: typeFaces.song.word,
  complexScript: typeFaces.song.word,
};

/** The paper as `docx` knows it. */
export const docxDocument = (
  paper: WordPaper,
  children: readonly (WordParagraph | WordTable)[],
): WordDocument =>
  new WordDocument({
    title: paper.title,
    evenAndOddHeaderAndFooters: paper.page.numbered === 'outer',
    // No style uses the theme; its fonts are named so that no program misses a font of Office's own.
    theme: {
      fonts: {
        headings: { ...song, scripts: { Hans: typeFaces.song.word } },
        body: { ...song, scripts: { Hans: typeFaces.song.word } },
      },
    },
    sections: [
      {
        properties: sectionProperties(paper.page),
        ...headersOf(paper),
        ...footersOf(paper.page),
        children,
      },
    ],
  });

export const contentWidthMm = ({ page }: PaperDocument): number =>
  page.paper.widthMm - page.marginsMm.left - page.marginsMm.right;
