import { watermarkSize } from './watermark-size.ts';
import { gridSpacingPt } from './character-grid.ts';
import type { PageSetup, PaperDocument, ParagraphStyle, PathStep, TextFormat, VectorShape } from './model.ts';
import { typeFaces } from './type-faces.ts';
import type { IsoInstant } from '../../shared/domain/dates.ts';

/*
 * The parts of a Word file that `docx` writes in its own fashion and that we replace whole: styles without theme
 * fonts, a font table with substitutes, properties without a user name, and the line art of the page.
 */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (value: string): string => value.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Word counts in twentieths of a point. */
export const ptToTwips = (pt: number): number => Math.round(pt * 20);
export const mmToTwips = (mm: number): number => Math.round((mm / 25.4) * 1440);
const mmToEmu = (mm: number): number => Math.round(mm * 36_000);

const runProperties = (format: TextFormat, gridPt: number): string => {
  const font = typeFaces[format.face].word;
  const size = Math.round(format.sizePt * 2);
  const spacing = ptToTwips(format.spacingPt + gridPt);
  return (
    `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>` +
    `<w:color w:val="${format.colour}"/>${spacing === 0 ? '' : `<w:spacing w:val="${spacing}"/>`}` +
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`
  );
};

const justification = { start: 'left', center: 'center', end: 'right', justify: 'both' } as const;

const paragraphStyle = (id: string, style: ParagraphStyle, gridPt: number): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${escapeXml(style.label)}"/>` +
  `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${style.keepWithNext ? '<w:keepNext/>' : ''}` +
  // No stop hangs over the edge: the type area is as wide as it is, and lines break where they do in print.
  '<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
  `<w:spacing w:before="${ptToTwips(style.beforePt)}" w:after="${ptToTwips(style.afterPt)}" w:line="${ptToTwips(style.linePt)}" w:lineRule="exact"/>` +
  (style.firstLineEm === 0
    ? ''
    : `<w:ind w:firstLineChars="${Math.round(style.firstLineEm * 100)}" w:firstLine="${ptToTwips(style.firstLineEm * style.format.sizePt)}"/>`) +
  `<w:jc w:val="${justification[style.align]}"/>` +
  (style.outlineLevel === null ? '' : `<w:outlineLvl w:val="${style.outlineLevel - 1}"/>`) +
  `</w:pPr>${runProperties(style.format, gridPt)}</w:style>`;

/**
 * styles.xml: the document's named styles and nothing borrowed from a theme. Lines are exact, so none snaps to the
 * grid that the section declares: a snapped line would move the seal off its name.
 */
const stylesXml = (document: PaperDocument): string => {
  const body = document.styles['body']?.format ?? {
    face: 'song',
    sizePt: 12,
    colour: '000000',
    spacingPt: 0,
  };
  const gridPt = gridSpacingPt(document);
  const defaults = runProperties(body, 0).replace(
    '</w:rPr>',
    '<w:lang w:val="zh-CN" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>',
  );
  return (
    `${head}<w:styles ${w}><w:docDefaults><w:rPrDefault>${defaults}</w:rPrDefault><w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `${runProperties(body, 0)}</w:style>` +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>' +
    '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
    '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    Object.entries(document.styles)
      .map(([id, style]) => paragraphStyle(id, style, gridPt))
      .join('') +
    '</w:styles>'
  );
};

/** fontTable.xml: each face with the substitute that Word and WPS take on a machine without it. */
const fontTableXml = (): string =>
  `${head}<w:fonts ${w}>${Object.values(typeFaces)
    .map(
      ({ word, wordFallback, panose }) =>
        `<w:font w:name="${word}"><w:altName w:val="${wordFallback}"/><w:panose1 w:val="${panose}"/>` +
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>',
    )
    .join('')}</w:fonts>`;

const corePropertiesXml = ({ title, properties }: PaperDocument, madeAt: IsoInstant): string => {
  const author = escapeXml(properties.author);
  return (
    `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(properties.subject)}</dc:subject>` +
    `<dc:creator>${author}</dc:creator><dc:description>${escapeXml(properties.note ?? '')}</dc:description>` +
    `<cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${madeAt}</dcterms:modified><dc:language>zh-CN</dc:language></cp:coreProperties>`
  );
};

/** Path coordinates are hundredths of a millimetre. */
const point = (x: number, y: number): string =>
  `<a:pt x="${Math.round(x * 100)}" y="${Math.round(y * 100)}"/>`;

const pathStep = (step: PathStep): string => {
  switch (step[0]) {
    case 'move':
      return `<a:moveTo>${point(step[1], step[2])}</a:moveTo>`;
    case 'line':
      return `<a:lnTo>${point(step[1], step[2])}</a:lnTo>`;
    case 'curve':
      return `<a:cubicBezTo>${point(step[1], step[2])}${point(step[3], step[4])}${point(step[5], step[6])}</a:cubicBezTo>`;
    case 'close':
      return '<a:close/>';
  }
};

const anchoredShape = (shape: VectorShape, index: number, page: PageSetup): string => {
  const { widthMm, heightMm } = page.paper;
  const extent = `cx="${mmToEmu(widthMm)}" cy="${mmToEmu(heightMm)}"`;
  const fill = shape.fill ? `<a:solidFill><a:srgbClr val="${shape.fill}"/></a:solidFill>` : '<a:noFill/>';
  const line = shape.stroke
    ? `<a:ln w="${mmToEmu(shape.stroke.widthMm)}"><a:solidFill><a:srgbClr val="${shape.stroke.colour}"/></a:solidFill><a:miter lim="800000"/></a:ln>`
    : '<a:ln><a:noFill/></a:ln>';
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' +
    `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${index + 1}" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1">` +
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>' +
    '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>' +
    `<wp:extent ${extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
    `<wp:docPr id="${9001 + index}" name="花边${index + 1}" descr=""/><wp:cNvGraphicFramePr/>` +
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/>' +
    `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>` +
    `<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${widthMm * 100}" h="${heightMm * 100}"${shape.fill ? '' : ' fill="none"'}>` +
    `${shape.steps.map(pathStep).join('')}</a:path></a:pathLst></a:custGeom>${fill}${line}</wps:spPr><wps:bodyPr/></wps:wsp>` +
    '</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>'
  );
};

/** Outline of text along a straight line, as Word writes it: it has no drawing of letters but this old one. */
const textShapeType =
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">' +
  '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>' +
  '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>' +
  '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>' +
  '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" ' +
  'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>' +
  '<v:textpath on="t" fitshape="t"/></v:shapetype>';

/** Large, pale and askew behind the text of a page, in its middle: what Word itself calls a watermark. */
export const watermarkRunXml = (words: string, page: PageSetup): string => {
  const { sizeMm } = watermarkSize(words, page, false);
  const points = (mm: number): number => Math.round((mm / 25.4) * 720) / 10;
  const width = points(sizeMm * Array.from(words).length);
  return (
    `<w:r><w:pict>${textShapeType}<v:shape id="Watermark" o:spid="_x0000_s2049" type="#_x0000_t136" alt="${escapeXml(words)}" ` +
    `style="position:absolute;margin-left:0;margin-top:0;width:${width}pt;height:${points(sizeMm)}pt;rotation:335;z-index:-251658752;` +
    'mso-position-horizontal:center;mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page" ' +
    'o:allowincell="f" fillcolor="#e0e0e0" stroked="f">' +
    `<v:textpath style="font-family:&quot;${typeFaces.black.word}&quot;;font-size:1pt" string="${escapeXml(words)}"/></v:shape></w:pict></w:r>`
  );
};

/** header1.xml: the decoration, anchored to the page behind the text, where nobody drags it away by mistake. */
const decorationHeaderXml = ({ decoration, page, watermark }: PaperDocument): string =>
  `${head}<w:hdr ${w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">' +
  '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>' +
  `${decoration.map((shape, index) => anchoredShape(shape, index, page)).join('')}${watermark ? watermarkRunXml(watermark, page) : ''}</w:p></w:hdr>`;

/** A part of a Word file by its path in the package. */
export interface WordPart {
  readonly path: string;
  readonly data: string;
}

/** Parts that all documents of one kind share: make them once per batch. */
export const sharedWordParts = (document: PaperDocument): WordPart[] => [
  { path: 'word/styles.xml', data: stylesXml(document) },
  { path: 'word/fontTable.xml', data: fontTableXml() },
  ...(document.decoration.length > 0
    ? [{ path: 'word/header1.xml', data: decorationHeaderXml(document) }]
    : []),
];

export const propertiesPart = (document: PaperDocument, madeAt: IsoInstant): WordPart => ({
  path: 'docProps/core.xml',
  data: corePropertiesXml(document, madeAt),
});
