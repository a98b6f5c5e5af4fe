/*
 * What stands in what of a WordprocessingML file, and in which order: the parts of the transitional schema of
 * ECMA-376-1 (17 and annex A) that these papers use, written down from the standard. Word calls a file damaged that
 * breaks these orders; WPS and LibreOffice let most of them pass.
 */

const list = (names: string): readonly string[] => names.trim().split(/\s+/);

/** Children of an element in the order in which they must stand, each at most once. */
const sequences: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': list(`w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr
    w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct
    w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing
    w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment w:textboxTightWrap w:outlineLvl w:divId
    w:cnfStyle w:rPr w:sectPr w:pPrChange`),
  'w:tblPr':
    list(`w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc
    w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription`),
  'w:tcPr':
    list(`w:cnfStyle w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection
    w:tcFitText w:vAlign w:hideMark`),
  'w:tblBorders': list('w:top w:left w:start w:bottom w:right w:end w:insideH w:insideV'),
  'w:tcBorders': list('w:top w:left w:start w:bottom w:right w:end w:insideH w:insideV w:tl2br w:tr2bl'),
  'w:tblCellMar': list('w:top w:left w:start w:bottom w:right w:end'),
  'w:tcMar': list('w:top w:left w:start w:bottom w:right w:end'),
  'w:style': list(`w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden
    w:unhideWhenUsed w:qFormat w:locked w:personal w:personalCompose w:personalReply w:rsid w:pPr w:rPr w:tblPr w:trPr
    w:tcPr`),
  'w:docDefaults': list('w:rPrDefault w:pPrDefault'),
  'wp:inline': list('wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic'),
  'wp:anchor':
    list(`wp:simplePos wp:positionH wp:positionV wp:extent wp:effectExtent wp:wrapNone wp:wrapSquare
    wp:wrapTopAndBottom wp:docPr wp:cNvGraphicFramePr a:graphic`),
  'w:font': list('w:altName w:panose1 w:charset w:family w:notTrueType w:pitch w:sig'),
};

/** Children that may stand in any number, at their place in the order. */
const repeated: Readonly<Record<string, readonly string[]>> = {
  'w:sectPr':
    list(`w:headerReference+ w:footerReference+ w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc
    w:pgBorders w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi
    w:rtlGutter w:docGrid`),
  'w:tbl': list('w:tblPr w:tblGrid w:tr+'),
  'w:tr': list('w:tblPrEx w:trPr w:tc+'),
  'w:tblGrid': list('w:gridCol+'),
};

/** Children in any order, each at most once. */
const choices: Readonly<Record<string, ReadonlySet<string>>> = {
  'w:rPr': new Set(
    list(`w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss
      w:imprint w:noProof w:snapToGrid w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs
      w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl w:cs w:em w:lang w:eastAsianLayout
      w:specVanish w:oMath`),
  ),
  'w:trPr': new Set(
    list(`w:cnfStyle w:divId w:gridBefore w:gridAfter w:wBefore w:wAfter w:cantSplit w:trHeight w:tblHeader
      w:tblCellSpacing w:jc w:hidden`),
  ),
};

/** Where one child must stand first if it is there. */
const first: Readonly<Record<string, string>> = { 'w:p': 'w:pPr', 'w:r': 'w:rPr', 'w:tc': 'w:tcPr' };

/** Values that the schema lists. */
const values: Readonly<Record<string, ReadonlySet<string>>> = {
  'w:jc': new Set(list('left center right both start end distribute')),
  'w:vAlign': new Set(list('top center both bottom')),
  'w:vMerge': new Set(list('restart continue')),
  'w:type': new Set(list('nextPage nextColumn continuous evenPage oddPage')),
};

interface Open {
  readonly name: string;
  readonly children: string[];
}

const wrongIn = ({ name, children }: Open): string[] => {
  const wrong: string[] = [];
  const said = (what: string): void => void wrong.push(`${name}: ${what} in ${children.join(' ')}`);
  const order = sequences[name] ?? repeated[name]?.map((each) => each.replace('+', ''));
  const many = new Set(repeated[name]?.filter((each) => each.endsWith('+')).map((each) => each.slice(0, -1)));
  if (order !== undefined) {
    let last = -1;
    for (const child of children) {
      const place = order.indexOf(child);
      if (place === -1) said(`${child} does not belong`);
      else if (place < last || (place === last && !many.has(child)))
        said(`${child} stands too late or twice`);
      last = Math.max(last, place);
    }
  }
  const choice = choices[name];
  if (choice !== undefined) {
    if (new Set(children).size < children.length) said('something stands twice');
    for (const child of children) if (!choice.has(child)) said(`${child} does not belong`);
  }
  const leader = first[name];
  if (leader !== undefined && children.indexOf(leader) > 0) said(`${leader} is not first`);
  // A cell ends with a paragraph, whatever else stands in it.
  if (name === 'w:tc' && children.at(-1) !== 'w:p') said('no paragraph at the end');
  return wrong;
};

const tag = /<(?:\?[^?]*\?|!--[\s\S]*?--|(\/)?([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/)?)>/g;

/** What in a part breaks the order of the schema, or is no well-formed XML. */
export const wordFaults = (xml: string): string[] => {
  const faults: string[] = [];
  const open: Open[] = [];
  let at = 0;
  for (const match of xml.matchAll(tag)) {
    const between = xml.slice(at, match.index);
    if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(between)) faults.push(`text: ${between}`);
    at = match.index + match[0].length;
    const [, closes, name, attributes = '', empty] = match;
    if (name === undefined) continue;
    if (closes) {
      const top = open.pop();
      if (top?.name !== name) faults.push(`</${name}> closes ${top?.name}`);
      if (top !== undefined) faults.push(...wrongIn(top));
      continue;
    }
    open.at(-1)?.children.push(name);
    const value = /\sw:val="([^"]*)"/.exec(attributes)?.[1];
    if (value !== undefined && values[name]?.has(value) === false) faults.push(`${name} is ${value}`);
    if (empty) faults.push(...wrongIn({ name, children: [] }).filter(() => name !== 'w:tc'));
    else open.push({ name, children: [] });
  }
  if (open.length > 0 || xml.slice(at).trim() !== '') faults.push('not closed');
  return faults;
};
