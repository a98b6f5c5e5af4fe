import { blankDate, fieldText, styleOf } from './blocks.ts';
import {
  lineCss,
  pageCounters,
  pageName,
  mm,
  pt,
  rightSlackMm,
  runCss,
  sidesCss,
  styleSheet,
} from './html-styles.ts';
import { gridSpacingPt } from './character-grid.ts';
import type {
  Block,
  Inline,
  PageSetup,
  PaperDocument,
  Paragraph,
  PathStep,
  QrCode,
  SealPicture,
  SealPlace,
  Table,
  TableCell,
  TableRow,
  VectorShape,
} from './model.ts';
import { codeTopMm } from './page-code.ts';
import { dateFact, issuerFact, nameOf } from './paper-facts.ts';
import { qrPath } from './qr-code.ts';
import { layOutSeal, sealMark, sealOn } from './seal-place.ts';
import { codeField, copiesField, fieldOf } from './stock.ts';
import { isFramed, watermarkSize } from './watermark-size.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (value: string): string => value.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
const multiline = (value: string): string => escapeHtml(value).replaceAll('\n', '<br>');

/** Class and style of what is printed on stock; the empty string off stock, and for what the stock bears. */
const given = ({ stock }: PaperDocument, name: string | null, colour: string): string => {
  if (!stock || name === null) return '';
  const { xMm, yMm, printed } = fieldOf(stock, name);
  if (!printed) return '';
  return `position:relative;left:${mm(xMm)};top:${mm(yMm)};color:#${colour}`;
};

const renderInline = (inline: Inline, document: PaperDocument, style: string, gridPt: number): string => {
  const body = multiline(fieldText(inline));
  const css = inline.format ? runCss(inline.format, gridPt) : '';
  if (document.stock) {
    const colour = inline.format?.colour ?? styleOf(document, style).format.colour;
    // Brackets to write into by hand are on the stock.
    const blank = inline.kind === 'field' && inline.value === null;
    const place = given(document, blank ? null : nameOf(inline), colour);
    return `<span${place && ' class="given"'} style="${escapeHtml(`${css};${place}`)}">${body}</span>`;
  }
  const title = inline.kind === 'field' ? ` title="${escapeHtml(inline.label)}"` : '';
  return css || title ? `<span${title}${css ? ` style="${escapeHtml(css)}"` : ''}>${body}</span>` : body;
};

const renderParagraph = (paragraph: Paragraph, document: PaperDocument): string => {
  const gridPt = gridSpacingPt(document);
  const empty = paragraph.inlines.every((inline) => fieldText(inline) === '');
  const sizes = paragraph.inlines.map((inline) => inline.format?.sizePt);
  const sizePt = sizes.every((size) => size !== undefined) ? Math.max(0, ...sizes) : 0;
  const css = [
    // The line takes its height from the paragraph's own size, so smaller type must be set on it too.
    sizePt > 0 && `font-size:${pt(sizePt)}`,
    // An empty paragraph has no line in CSS; in Word it keeps its height.
    empty && `height:${pt(paragraph.linePt ?? styleOf(document, paragraph.style).linePt)}`,
    paragraph.align && `text-align:${paragraph.align}`,
    paragraph.linePt !== undefined && `line-height:${pt(paragraph.linePt)}`,
    paragraph.firstLineEm !== undefined && `text-indent:${paragraph.firstLineEm}em`,
    paragraph.startEm !== undefined && `margin-left:${paragraph.startEm}em`,
    paragraph.keepWithNext && 'break-after:avoid',
  ].filter(Boolean);
  const inlines = paragraph.inlines
    .map((inline) => renderInline(inline, document, paragraph.style, gridPt))
    .join('');
  return `<p class="p-${paragraph.style}"${css.length > 0 ? ` style="${css.join(';')}"` : ''}>${inlines}</p>`;
};

const renderSeal = (place: SealPlace, document: PaperDocument): string => {
  const layout = layOutSeal(place, styleOf(document, place.style).format);
  const line = `line-height:${mm(layout.lineMm)}`;
  const seal = place.picture
    ? `<span class="seal-picture given" style="left:${mm(layout.sealLeftMm)};top:${mm(layout.sealTopMm)};` +
      `width:${mm(layout.diameterMm)};height:${mm(layout.diameterMm)}"></span>`
    : '';
  const issuer = multiline(layout.issuerLines.join('\n'));
  const { colour } = styleOf(document, place.style).format;
  const line1 = given(document, issuerFact, colour);
  const line2 = place.date === null ? '' : given(document, dateFact, colour);
  return (
    `<div class="seal-place${place.align === 'end' ? ' seal-place-end' : ''}" style="width:${mm(place.widthMm)};height:${mm(layout.heightMm)};padding-top:${mm(layout.leadMm)}${place.keepWithNext ? ';break-after:avoid' : ''}">${seal}` +
    `<p class="p-${place.style}${line1 && ' given'}" style="${line};font-size:${pt(layout.issuerSizePt)};${line1}">${issuer}</p>` +
    `<p class="p-${place.style}${line2 && ' given'}" style="${line};${line2}">${escapeHtml(place.date ?? blankDate)}</p>` +
    `${place.picture ? `<p class="seal-mark given">${sealMark.text}</p>` : ''}</div>`
  );
};

const qrSvg = (code: QrCode, attributes: string): string => {
  const { size, path } = qrPath(code.text, code);
  return (
    `<svg ${attributes} width="${mm(code.sizeMm)}" height="${mm(code.sizeMm)}" ` +
    `viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}" stroke="#000"/></svg>`
  );
};

const renderQr = (code: QrCode, document: PaperDocument): string => {
  const place = given(document, codeField, '000000');
  return qrSvg(
    code,
    `class="qr${place && ' given'}"${place && ` style="${place}"`} role="img" aria-label="${escapeHtml(code.label)}"`,
  );
};

const renderCell = (cell: TableCell, table: Table, document: PaperDocument): string => {
  const css = [`vertical-align:${cell.vertical}`];
  if (cell.lines || table.line) {
    const own = cell.lines ?? {};
    const side = (name: 'top' | 'right' | 'bottom' | 'left') =>
      own[name] === undefined ? table.line : own[name];
    const lines = [side('top'), side('right'), side('bottom'), side('left')].map(lineCss);
    ['top', 'right', 'bottom', 'left'].forEach((name, index) => css.push(`border-${name}:${lines[index]}`));
  }
  css.push(`padding:${sidesCss(cell.paddingMm ?? table.paddingMm)}`);
  const span =
    (cell.columns > 1 ? ` colspan="${cell.columns}"` : '') + (cell.rows > 1 ? ` rowspan="${cell.rows}"` : '');
  return `<td${span} style="${css.join(';')}">${renderBlocks(cell.blocks, document)}</td>`;
};

const renderRow = (row: TableRow, table: Table, document: PaperDocument): string =>
  `<tr style="height:${mm(row.heightMm)}">${row.cells.map((cell) => renderCell(cell, table, document)).join('')}</tr>`;

const renderTable = (table: Table, document: PaperDocument): string => {
  const width = table.columnsMm.reduce((sum, column) => sum + column, 0);
  const columns = table.columnsMm.map((column) => `<col style="width:${mm(column)}">`).join('');
  const rows = (header: boolean) =>
    table.rows
      .filter((row) => row.header === header)
      .map((row) => renderRow(row, table, document))
      .join('');
  const head = rows(true);
  return (
    `<table style="width:${mm(width)}"><colgroup>${columns}</colgroup>` +
    `${head ? `<thead>${head}</thead>` : ''}<tbody>${rows(false)}</tbody></table>`
  );
};

const renderBlock = (block: Block, document: PaperDocument): string => {
  switch (block.kind) {
    case 'paragraph':
      return renderParagraph(block, document);
    case 'table':
      return renderTable(block, document);
    case 'seal-place':
      return renderSeal(block, document);
    case 'qr-code':
      return renderQr(block, document);
    case 'page-break':
      return '</div><div class="page">';
  }
};

const renderBlocks = (blocks: readonly Block[], document: PaperDocument): string =>
  blocks.map((block) => renderBlock(block, document)).join('');

const coordinate = (value: number): string => String(Math.round(value * 100) / 100);
const letters: Readonly<Record<PathStep[0], string>> = { move: 'M', line: 'L', curve: 'C', close: 'Z' };
const pathData = (steps: readonly PathStep[]): string =>
  steps
    .map(([kind, ...numbers]) => letters[kind] + numbers.map((value) => coordinate(value)).join(' '))
    .join('');

const renderShape = (shape: VectorShape): string =>
  `<path d="${pathData(shape.steps)}" fill="${shape.fill ? `#${shape.fill}` : 'none'}"` +
  `${shape.stroke ? ` stroke="#${shape.stroke.colour}" stroke-width="${shape.stroke.widthMm}"` : ''}/>`;

/** The decoration stands once in a job, however many pages show it. */
const decorationSymbol = (shapes: readonly VectorShape[], page: PageSetup): string =>
  `<svg width="0" height="0" style="position:absolute"><symbol id="decoration" ` +
  `viewBox="0 0 ${page.paper.widthMm} ${page.paper.heightMm}">${shapes.map(renderShape).join('')}</symbol></svg>`;

/**
 * First part of a job's HTML: head, style sheet and shared drawings. Write it, then each document, then `htmlEnd`.
 *
 * @param seal the picture that any document of the job may lay over its name and date
 * @param decorated false where the decoration is laid under the pages later (pdf-decoration.ts)
 */
export const htmlStart = (
  first: PaperDocument,
  title: string,
  seal: SealPicture | null,
  count: number,
  decorated = true,
): string => {
  const sealUrl = seal && `data:${seal.mediaType};base64,${Buffer.from(seal.bytes).toString('base64')}`;
  const note = first.properties.note;
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">` +
    `<title>${escapeHtml(title)}</title><meta name="author" content="${escapeHtml(first.properties.author)}">` +
    (note ? `<meta name="description" content="${escapeHtml(note)}">` : '') +
    `<style>${styleSheet(first, sealUrl, decorated)}${pageCounters(first.page, count)}</style></head><body>` +
    (decorated && first.decoration.length > 0 ? decorationSymbol(first.decoration, first.page) : '')
  );
};

/** On paper a margin box of every page; on screen, which has no margin boxes, a picture at the same place. */
const marginCode = (code: QrCode, page: PageSetup, index: number): string => {
  const topMm = codeTopMm(page, code.sizeMm);
  const svg = encodeURIComponent(qrSvg(code, 'xmlns="http://www.w3.org/2000/svg"'));
  return (
    `<style>@page ${pageName(index)}{@top-right{content:url("data:image/svg+xml,${svg}");` +
    `text-align:right;vertical-align:top;padding:${mm(topMm)} ${mm(rightSlackMm(page))} 0 0}}</style>` +
    qrSvg(
      code,
      `class="page-code" role="img" aria-label="${escapeHtml(code.label)}" ` +
        `style="top:${mm(topMm)};right:${mm(page.marginsMm.right)}"`,
    )
  );
};

/** Tiles of a third of a sheet or more, so that every page of a paper of any length shows one whole. */
const watermarkStyle = (words: string, document: PaperDocument): string => {
  const {
    widthMm: width,
    tileMm: tile,
    sizeMm: size,
  } = watermarkSize(words, document.page, isFramed(document));
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${mm(width)}" height="${mm(tile)}" viewBox="0 0 ${width} ${tile}">` +
    `<text x="${width / 2}" y="${tile / 2}" font-family="SimHei,Noto Sans CJK SC,sans-serif" font-size="${size}" fill="#e0e0e0" ` +
    `text-anchor="middle" dominant-baseline="central" transform="rotate(-25 ${width / 2} ${tile / 2})">${escapeHtml(words)}</text></svg>`;
  // Brackets would end the address for whoever reads it less carefully than a browser.
  const data = encodeURIComponent(svg).replaceAll('(', '%28').replaceAll(')', '%29');
  return `<style>.marked{background:url("data:image/svg+xml,${data}") 50% 0/${mm(width)} ${mm(tile)} repeat-y}</style>`;
};

/** On paper in the upper margin; a framed page has none, so there it stands inside the frame. */
const copyLine = (words: string, document: PaperDocument, index: number): string => {
  const { decoration, page, stock } = document;
  const place = given(document, copiesField, '000000');
  if (stock && place === '') return '';
  const font = 'font:8pt SimSun,&quot;Noto Serif CJK SC&quot;,serif';
  if (decoration.length > 0)
    return (
      `<div style="position:absolute;top:21mm;left:${mm(page.marginsMm.left)};${font}">` +
      `<p${place && ` class="given" style="${place}"`}>${escapeHtml(words)}</p></div>`
    );
  return (
    `<style>@page ${pageName(index)}{@top-left{content:"${words.replaceAll(/["\\<>]/g, '')}";font:8pt SimSun,"Noto Serif CJK SC",serif;` +
    `vertical-align:top;text-align:left;padding-top:9mm}}</style>`
  );
};

/** One document of a job, by its place in it; each starts on a new page, and on page 1 where pages are numbered. */
export const htmlDocument = (document: PaperDocument, index: number, decorated = true): string => {
  const { stock } = document;
  const decoration =
    decorated && document.decoration.length > 0 && (!stock || stock.faint)
      ? '<svg class="decoration" aria-hidden="true"><use href="#decoration"/></svg>'
      : '';
  const named = document.page.numbered !== 'none' || document.code || document.copyLine;
  const pages = named ? ` style="page:${pageName(index)}"` : '';
  const marked = document.watermark ? watermarkStyle(document.watermark, document) : '';
  const copy = document.copyLine ? copyLine(document.copyLine, document, index) : '';
  const code = document.code ? marginCode(document.code, document.page, index) : '';
  return `<section class="document${marked && ' marked'}"${pages}>${marked}<div class="page">${decoration}${code}${copy}${renderBlocks(document.blocks, document)}</div></section>`;
};

export const htmlEnd = '</body></html>';

/**
 * Self-contained print HTML of documents of one kind: no scripts, nothing fetched, page size and margins in
 * `@page`. Every text is escaped.
 */
export const renderHtml = (documents: readonly PaperDocument[], title?: string): string => {
  const [first] = documents;
  if (!first) throw new RangeError('nothing to print');
  const seal = documents.map(sealOn).find((picture) => picture !== null) ?? null;
  return (
    htmlStart(first, title ?? first.title, seal, documents.length) +
    documents.map((document, index) => htmlDocument(document, index)).join('') +
    htmlEnd
  );
};
