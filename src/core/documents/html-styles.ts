import { gridSpacingPt } from './character-grid.ts';
import type { PageSetup, PaperDocument, ParagraphStyle, RuleLine, Sides, TextFormat } from './model.ts';
import { sealMark } from './seal-place.ts';
import { stockStyle } from './stock.ts';
import { ownTitleFonts, semiBoldSongs, typeFaces } from './type-faces.ts';

const number = (value: number): string => String(Math.round(value * 1000) / 1000);
export const mm = (value: number): string => `${number(value)}mm`;
export const pt = (value: number): string => `${number(value)}pt`;

/**
 * 小标宋 is a bold face of its own. Where it is missing, a semi-bold cut of another song takes its place under one
 * family name, so that nothing is emboldened twice.
 */
const titleFamily = '公文小标宋';
const titleFontFace =
  `@font-face{font-family:'${titleFamily}';src:` +
  `${[...typeFaces['title-song'].css.slice(0, ownTitleFonts), ...semiBoldSongs].map((name) => `local('${name}')`).join(',')}}`;

const fontFamily = ({ face }: Pick<TextFormat, 'face'>): string =>
  [...(face === 'title-song' ? [titleFamily] : []), ...typeFaces[face].css, 'serif']
    .map((name) => (name === 'serif' ? name : `'${name}'`))
    .join(',');

/** CSS of what a run changes against its paragraph style. */
export const runCss = (format: Partial<TextFormat>, gridPt: number): string => {
  const rules: string[] = [];
  if (format.face) rules.push(`font-family:${fontFamily({ face: format.face })}`);
  if (format.sizePt !== undefined) rules.push(`font-size:${pt(format.sizePt)}`);
  if (format.colour) rules.push(`color:#${format.colour}`);
  if (format.spacingPt !== undefined) rules.push(`letter-spacing:${pt(format.spacingPt + gridPt)}`);
  return rules.join(';');
};

const styleCss = (name: string, style: ParagraphStyle, gridPt: number): string =>
  `.p-${name}{${runCss(style.format, gridPt)};text-align:${style.align};line-height:${pt(style.linePt)};` +
  `text-indent:${number(style.firstLineEm)}em;margin:${pt(style.beforePt)} 0 ${pt(style.afterPt)};` +
  `${style.keepWithNext ? 'break-after:avoid;' : ''}}`;

export const lineCss = (line: RuleLine | null): string =>
  line ? `${pt(line.widthPt)} solid #${line.colour}` : 'none';

export const sidesCss = (sides: Sides): string =>
  [sides.top, sides.right, sides.bottom, sides.left].map(mm).join(' ');

/**
 * A browser rounds a sheet down to whole pixels and cuts off what reaches over the page's area, so that a table as wide
 * as the area would lose its right line. The area is this much wider than what is set in it.
 */
export const rightSlackMm = ({ marginsMm }: PageSetup): number => Math.min(1, marginsMm.right);

const pageCss = (page: PageSetup, framed: boolean): string => {
  const { widthMm, heightMm } = page.paper;
  // A framed page keeps its margins as padding: what lies outside a page's area would not be printed.
  const { right } = page.marginsMm;
  const margins = framed ? '0' : sidesCss({ ...page.marginsMm, right: right - rightSlackMm(page) });
  return `@page{size:${mm(widthMm)} ${mm(heightMm)};margin:${margins}}`;
};

const numberBox = (page: PageSetup, box: string, counter: string, indentPt: number): string =>
  `@bottom-${box}{content:'— ' counter(${counter}) ' —';font:14pt ${fontFamily({ face: 'song' })};` +
  `text-align:${box};vertical-align:top;padding:7mm calc(${pt(indentPt)} + ${box === 'left' ? '0mm' : mm(rightSlackMm(page))}) 0 ${pt(indentPt)}}`;

const numbersCss = (page: PageSetup, name: string): string => {
  switch (page.numbered) {
    case 'none':
      return '';
    case 'centre':
      return `@page ${name}{counter-increment:${name};${numberBox(page, 'center', name, 0)}}`;
    case 'outer':
      return (
        `@page ${name}{counter-increment:${name}}` +
        `@page ${name}:right{${numberBox(page, 'right', name, 14)}}@page ${name}:left{${numberBox(page, 'left', name, 14)}}`
      );
  }
};

/** Kind of page of the document at this place of a job. */
export const pageName = (index: number): string => `document${index}`;

/** Chromium never sets its own page counter back, so each document of a job counts its pages with one of its own. */
export const pageCounters = (page: PageSetup, count: number): string =>
  Array.from({ length: count }, (_, index) => numbersCss(page, pageName(index))).join('');

const sheetCss = (page: PageSetup, framed: boolean): string => {
  const { paper, marginsMm } = page;
  const sheet = `padding:${sidesCss(marginsMm)}`;
  const framedSheet = `.page{position:relative;width:${mm(paper.widthMm)};height:${mm(paper.heightMm)};${sheet};overflow:hidden}`;
  return (
    (framed
      ? framedSheet
      : `@media print{.page{width:${mm(paper.widthMm - marginsMm.left - marginsMm.right)}}}`) +
    '.page+.page,.document+.document{break-before:page}' +
    `@media screen{body{background:#e9e6e0;padding:8mm 0}` +
    `.page{position:relative;width:${mm(paper.widthMm)};min-height:${mm(paper.heightMm)};${sheet};` +
    'margin:0 auto 8mm;background:#fff;box-shadow:0 1px 6px rgba(60,50,30,.35)}' +
    '.note{display:block}}'
  );
};

/** The style sheet of a job: every document of a job is of one kind and shares it. */
export const styleSheet = (
  document: PaperDocument,
  sealDataUrl: string | null,
  decorated: boolean,
): string => {
  const framed = document.decoration.length > 0;
  const gridPt = gridSpacingPt(document);
  const note = document.properties.note;
  return [
    titleFontFace,
    pageCss(document.page, framed),
    '*{box-sizing:border-box}html,body{margin:0;padding:0}',
    `body{color:#000;letter-spacing:${pt(gridPt)};line-break:strict;overflow-wrap:anywhere;text-autospace:no-autospace;` +
      '-webkit-print-color-adjust:exact;print-color-adjust:exact}',
    'p{margin:0;orphans:2;widows:2}p span{line-height:0}',
    'table{border-collapse:collapse;table-layout:fixed;break-inside:auto}tr{break-inside:avoid}' +
      'thead{display:table-header-group}td{text-align:start}',
    '.decoration{position:absolute;inset:0;width:100%;height:100%}',
    // Over its decoration; where that is laid under later, a layer for each block would cost a third of the time.
    framed && decorated ? '.page>:not(.decoration){position:relative}' : '',
    // A job that nobody looks at is laid out once, on paper, and not for the screen before.
    decorated ? '' : '@media screen{.document{display:none}}',
    document.stock ? stockStyle(document.stock) : '',
    '.seal-place{position:relative;margin:0 auto;break-inside:avoid}.seal-place p{position:relative}' +
      '.seal-place-end{margin-right:0}',
    sealDataUrl
      ? `.seal-picture{position:absolute;content:url(${sealDataUrl})}` +
        `.seal-place .seal-mark{position:absolute;left:0;right:0;bottom:0;text-align:center;text-indent:0;color:#555;` +
        `font:${pt(sealMark.sizePt)}/${mm(sealMark.lineMm)} ${fontFamily({ face: 'song' })}}`
      : '',
    '.qr{display:block;margin:0 auto}.page-code{position:absolute}@media print{.page-code{display:none}}',
    ...Object.entries(document.styles).map(([name, style]) => styleCss(name, style, gridPt)),
    sheetCss(document.page, framed),
    note
      ? `@media screen{body::before{content:'${cssString(note)}';display:block;text-align:center;` +
        "font:12px/2 'Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#6b5f4b}}"
      : '',
  ].join('\n');
};

const cssString = (value: string): string =>
  value.replaceAll(/[\\'<>\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
