import { chineseNumeral } from '../../shared/domain/chinese-number.ts';
import { blankDate, cell, field, known, paragraph, printable, row, style, text } from './blocks.ts';
import { balanceLines, mmToPt, ptToMm } from './fit-text.ts';
import type {
  Block,
  Inline,
  PageSetup,
  PaperDocument,
  SealPicture,
  SealPlace,
  StyleSheet,
  Table,
} from './model.ts';

/** Type area of GB/T 9704-2012, 5.2: 156 × 225 mm inside margins of 37 and 28 mm, 22 lines of 28 characters of 3号仿宋. */
export const officialPage: PageSetup = {
  paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
  marginsMm: { top: 37, right: 26, bottom: 35, left: 28 },
  grid: { linesPerPage: 22, charactersPerLine: 28 },
  numbered: 'outer',
};
const typeAreaMm = 156;
/** A line of the grid: 225 mm in 22, in the twentieths of a point that Word counts in. */
export const officialLinePt = 28.95;
const bodyPt = 16;
const emMm = ptToMm(bodyPt);
const red = 'C8161D';

const line = { linePt: officialLinePt };

export const officialStyles: StyleSheet = {
  body: style(
    '公文正文',
    { face: 'fang-song', sizePt: bodyPt },
    { ...line, firstLineEm: 2, align: 'justify' },
  ),
  title: style(
    '公文标题',
    { face: 'title-song', sizePt: 22 },
    { ...line, align: 'center', outlineLevel: 1, keepWithNext: true },
  ),
  number: style('发文字号', { face: 'fang-song', sizePt: bodyPt }, { ...line, align: 'center' }),
  addressee: style('主送机关', { face: 'fang-song', sizePt: bodyPt }, { ...line, keepWithNext: true }),
  heading: style(
    '公文一级标题',
    { face: 'black', sizePt: bodyPt },
    { ...line, firstLineEm: 2, outlineLevel: 2, keepWithNext: true },
  ),
  seal: style('公文落款', { face: 'fang-song', sizePt: bodyPt }, { ...line, align: 'center' }),
  mark: style('发文机关标志', { face: 'title-song', sizePt: 44, colour: red }, { align: 'center' }),
  cell: style('公文表格', { face: 'fang-song', sizePt: 14 }, { linePt: 20 }),
  label: style('公文表格项目', { face: 'black', sizePt: 14 }, { linePt: 20, align: 'center' }),
  small: style('公文附注', { face: 'fang-song', sizePt: 14 }, { linePt: 22 }),
  gap: style('公文间隔', { face: 'fang-song', sizePt: 2 }, { linePt: 2 }),
};

export const gapMm = (heightMm: number): Block =>
  paragraph('gap', '', { linePt: Math.max(1, mmToPt(heightMm)) });

const plain = { line: null, paddingMm: { top: 0, right: 0, bottom: 0, left: 0 } } as const;

/** A paragraph of the body; one with a place to write in is not spread to the right edge. */
export const bodyText = (...parts: readonly (string | Inline)[]): Block => {
  const inlines = parts.map((part) => (typeof part === 'string' ? text(part) : part));
  const toWriteIn = inlines.some((inline) => inline.kind === 'field' && inline.value === null);
  return paragraph('body', inlines, toWriteIn ? { align: 'start' } : {});
};

/** 一、二、… in 黑体 before a paragraph of the body (GB/T 9704-2012, 7.3.3). */
export const numberedText = (index: number, ...parts: readonly (string | Inline)[]): Block =>
  bodyText(text(`${chineseNumeral(index + 1)}、`, { face: 'black' }), ...parts);

/** Empty lines to write on. */
export const writingLines = (count: number): Table => ({
  kind: 'table',
  columnsMm: [2 * emMm, typeAreaMm - 2 * emMm],
  ...plain,
  rows: Array.from({ length: count }, () =>
    row(ptToMm(officialLinePt), [
      cell([paragraph('cell', '')]),
      cell([paragraph('cell', '')], { lines: { bottom: { widthPt: 0.5, colour: '000000' } } }),
    ]),
  ),
});

/** A number that is known, or room to write one. */
const numberLine = (number: string | null): Block =>
  paragraph('number', [known('发文字号', number ?? '〔　　　　〕　　　号')]);

/** Words that a title keeps together break it into lines of like length; a long name breaks inside. */
export const titleLines = (parts: readonly string[]): string => {
  const words = parts.map(printable);
  const whole = words.join('');
  const fewest = balanceLines(whole, typeAreaMm - 4, 22).length;
  if (fewest === 1) return whole;
  const fits = (line: string): boolean => balanceLines(line, typeAreaMm - 4, 22).length === 1;
  let best: readonly string[] | null = null;
  // Every way to lay the parts into that number of lines; titles have few parts.
  for (let mask = 0; mask < 1 << (words.length - 1); mask += 1) {
    const lines = words.reduce<string[]>(
      (made, word, index) =>
        index > 0 && mask & (1 << (index - 1))
          ? [...made, word]
          : [...made.slice(0, -1), (made.at(-1) ?? '') + word],
      [],
    );
    const longest = (all: readonly string[]): number => Math.max(...all.map((each) => each.length));
    if (lines.length === fewest && lines.every(fits) && (!best || longest(lines) < longest(best)))
      best = lines;
  }
  return (best ?? balanceLines(whole, typeAreaMm - 4, 22)).join('\n');
};

/** 发文机关标志, number and red line; the mark's upper edge stands 35 mm below that of the type area (7.2.4, 7.2.7). */
const redHead = (issuer: string, number: string | null): Block[] => {
  const name = printable(issuer);
  const size = [44, 40, 36, 32, 28, 24].find((pt) => balanceLines(name, typeAreaMm, pt).length === 1) ?? 22;
  const markPt = size * 1.25;
  const leadMm = 35 - ptToMm((markPt - size) / 2);
  const usedPt = mmToPt(leadMm) + markPt + officialLinePt * 2 + mmToPt(4) + 2;
  return [
    gapMm(leadMm),
    paragraph('mark', [text(name, { sizePt: size })], { linePt: markPt }),
    paragraph('number', ''),
    numberLine(number),
    {
      kind: 'table',
      columnsMm: [typeAreaMm],
      ...plain,
      rows: [row(4, [cell([gapMm(2)], { lines: { bottom: { widthPt: 2, colour: red } } })])],
    },
    // Down to the next line of the grid, and one line more.
    gapMm(ptToMm(officialLinePt * 2 - (usedPt % officialLinePt))),
  ];
};

/** 附件说明: one line below the text, numbered where there are several; a second line starts under the first word (7.3.4). */
const attachmentNote = (names: readonly string[]): Block[] => [
  paragraph('body', '', { keepWithNext: true }),
  ...names.map((name, index) => {
    const number = names.length === 1 ? '' : `${index + 1}. `;
    const hang = names.length === 1 ? 3 : 4;
    return paragraph('body', [text(`${index === 0 ? '附件：' : '　　　'}${number}${printable(name)}`)], {
      startEm: 2 + hang,
      firstLineEm: -hang,
      align: 'start',
      keepWithNext: true,
    });
  }),
];

/** Width in ems of a date as the page sets it: digits are half as wide. */
const dateEm = (date: string | null): number =>
  Array.from(date ?? blankDate).reduce((sum, letter) => sum + (/\d/.test(letter) ? 0.5 : 1), 0);

/** Issuer over date, the date four characters in from the right, the issuer centred over it (7.3.5.1). */
export const signature = (issuer: string, date: string | null, picture: SealPicture | null): SealPlace => ({
  kind: 'seal-place',
  style: 'seal',
  issuer: printable(issuer),
  date,
  widthMm: Math.min(typeAreaMm, 2 * (4 + dateEm(date) / 2) * emMm),
  align: 'end',
  picture,
});

export interface OfficialPaper {
  readonly kind: PaperDocument['kind'];
  readonly variant?: string;
  /** Title in parts that a line break keeps whole. */
  readonly title: readonly string[];
  readonly subject: string;
  /** 发文字号: undefined where papers of the kind bear none, null to write it by hand. */
  readonly number?: string | null;
  readonly redHead: boolean;
  readonly addressee: string | null;
  readonly body: readonly Block[];
  readonly attachments?: readonly string[];
  readonly issuer: string;
  readonly date: string | null;
  readonly picture: SealPicture | null;
  /** Below the signature: contacts, receipt. */
  readonly after?: readonly Block[];
}

/** The last paragraph keeps to what follows, so that no seal stands on a page without text (7.3.5.5). */
const keptToNext = (blocks: readonly Block[]): Block[] => {
  const last = blocks.at(-1);
  if (last?.kind !== 'paragraph') return [...blocks];
  return [...blocks.slice(0, -1), { ...last, keepWithNext: true }];
};

/** Across a paper of a step that nobody has decided. */
export const draftMark = '草稿';

export const sealNote = '印章为图片，仅供打印，不是电子印章，不具有电子签名的法律效力。';

/** A paper in the official layout of GB/T 9704-2012: head, title, addressee, text, attachments, signature. */
export const officialPaper = (paper: OfficialPaper): PaperDocument => {
  const { kind, title, subject, number, issuer, picture } = paper;
  const headed = paper.redHead && number !== undefined;
  const body = [
    ...keptToNext(paper.body),
    ...(paper.attachments?.length ? attachmentNote(paper.attachments) : []),
  ];
  return {
    kind,
    ...(paper.variant !== undefined && { variant: paper.variant }),
    title: title.map(printable).join(''),
    documentNumber: number ?? null,
    // Who has not decided has set no date.
    watermark: paper.date === null ? draftMark : null,
    page: officialPage,
    styles: officialStyles,
    decoration: [],
    blocks: [
      ...(headed ? redHead(issuer, number) : []),
      paragraph('title', titleLines(title)),
      ...(headed || number === undefined ? [] : [numberLine(number)]),
      paragraph('body', ''),
      ...(paper.addressee === null
        ? []
        : [paragraph('addressee', [known('主送', paper.addressee), text('：')])]),
      ...body,
      { ...signature(issuer, paper.date, picture), keepWithNext: (paper.after?.length ?? 0) > 0 },
      ...(paper.after ?? []),
    ],
    properties: { subject, author: issuer, note: picture && sealNote },
  };
};

/** A fact in a sentence, or room for it. */
export const fact = (label: string, value: string | number | null | undefined, blankEm = 6): Inline =>
  field(label, value ?? null, blankEm);

/** Facts in two columns, label and value, as official papers carry them. */
export const factsTable = (facts: readonly (readonly [string, string | null])[], labelMm = 40): Table => ({
  kind: 'table',
  columnsMm: [labelMm, typeAreaMm - labelMm],
  line: { widthPt: 0.75, colour: '000000' },
  paddingMm: { top: 1, right: 2, bottom: 1, left: 2 },
  rows: facts.map(([name, value]) =>
    row(9.5, [
      cell([paragraph('label', name)]),
      cell([paragraph('cell', [known(name.replaceAll(/\s/g, ''), value)])]),
    ]),
  ),
});
