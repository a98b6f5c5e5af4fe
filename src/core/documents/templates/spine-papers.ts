import { archiveStampMm, type ArchiveStamp } from '../../../shared/domain/archive-stamp.ts';
import type { ArchiveStampsData, Spine, SpinesData } from '../../services/spine-papers.ts';
import { cell, known, paragraph, printable, row, style, text } from '../blocks.ts';
import { countLines, fitText, mmToPt } from '../fit-text.ts';
import type {
  Block,
  PageSetup,
  PaperDocument,
  RuleLine,
  StyleSheet,
  Table,
  TableCell,
  TableRow,
} from '../model.ts';

const sheet: PageSetup = {
  paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
  marginsMm: { top: 12, right: 12, bottom: 10, left: 12 },
  grid: null,
  numbered: 'none',
};
const sheetMm = 186;
const noPadding = { top: 0, right: 0, bottom: 0, left: 0 };

const spineStyles: StyleSheet = {
  body: style('盒脊正文', { face: 'song', sizePt: 10.5 }, { linePt: 14, align: 'center' }),
  label: style('盒脊项目', { face: 'black', sizePt: 9 }, { linePt: 11, align: 'center' }),
  value: style('盒脊内容', { face: 'song', sizePt: 12 }, { linePt: 15, align: 'center' }),
  name: style('盒脊名称', { face: 'title-song', sizePt: 18 }, { linePt: 24, align: 'center' }),
  note: style('盒脊附注', { face: 'kai', sizePt: 9 }, { linePt: 13, align: 'center' }),
  gap: style('盒脊间隔', { face: 'song', sizePt: 1 }, { linePt: 1 }),
};

/** Thicknesses of boxes that DA/T 22-2015, 6.4 names. */
const thicknessesMm = [20, 30, 40, 50] as const;
const gapMm = 10;
/** How thick a box a number of pages fills: a sheet has two sides and 0.1 mm, and paper that was folded stands off. */
const fitting = (pages: number): (typeof thicknessesMm)[number] =>
  thicknessesMm.find((thickness) => pages / 2 <= (thickness - 4) / 0.14) ?? 50;

const line: RuleLine = { widthPt: 0.75, colour: '000000' };
const blank = (): TableCell =>
  cell([paragraph('gap', '')], { lines: { top: null, right: null, bottom: null, left: null } });

/** One cell in each strip, with the room between strips left open. */
const acrossStrips = (heightMm: number, content: (widthMm: number) => Block, open = false): TableRow =>
  row(
    heightMm,
    thicknessesMm.flatMap((widthMm, index) => [
      ...(index === 0 ? [] : [blank()]),
      cell([content(widthMm)], open ? { lines: { top: null, right: null, left: null } } : {}),
    ]),
    { heightRule: 'exact' },
  );

const valueMm = 12;
const nameMm = 84;

/** In one line as long as that can be read, because a number that is torn says another. */
const fittedValue = (name: string, words: string | null, widthMm: number): Block => {
  const said = printable(words ?? '');
  const room = { widthMm: widthMm - 1.6, maxHeightMm: valueMm - 1, leading: 1.2 };
  const single = [14, 12, 10.5, 9, 8, 7].find((size) => countLines(said, room.widthMm, size) === 1);
  const { sizePt, linePt } = fitText(said, {
    ...room,
    sizesPt: single === undefined ? [8, 7, 6, 5] : [single],
  });
  return paragraph('value', [known(name, said, { sizePt })], { linePt });
};

/** From top to bottom, a letter a line; a long name in two columns, the first at the right as upright text runs. */
const upright = (name: string, widthMm: number): Block => {
  const letters = Array.from(printable(name).replaceAll(/\s/g, ''));
  const count = letters.length > 26 ? Math.ceil(letters.length / 2) : letters.length;
  const lines = letters
    .slice(0, count)
    .map((letter, index) =>
      count === letters.length ? letter : `${letters[count + index] ?? '　'}　${letter}`,
    );
  const largest = widthMm >= 40 ? 28 : widthMm >= 30 ? 22 : 18;
  const room = mmToPt(nameMm - 3) / Math.max(1, count) / 1.18;
  const sizePt = Math.min(largest, (widthMm / 3) * 2.6, Math.floor(room * 4) / 4);
  return paragraph('name', [known('题名', lines.join('\n'), { sizePt })], { linePt: sizePt * 1.18 });
};

const spineTable = ({ fondsCode, unit }: SpinesData, spine: Spine): Table => {
  const labelled = (label: string, words: string | null): TableRow[] => [
    acrossStrips(5.5, () => paragraph('label', label)),
    acrossStrips(valueMm, (widthMm) => fittedValue(label, words, widthMm)),
  ];
  const fit = fitting(spine.pages);
  const advised = (widthMm: number): string =>
    spine.pages > 0 && widthMm === fit ? `${widthMm}毫米✓` : `${widthMm}毫米`;
  return {
    kind: 'table',
    columnsMm: thicknessesMm.flatMap((widthMm, index) => (index === 0 ? [widthMm] : [gapMm, widthMm])),
    line,
    paddingMm: { top: 0, right: 0.4, bottom: 0, left: 0.4 },
    rows: [
      acrossStrips(6, (widthMm) => paragraph('note', advised(widthMm)), true),
      ...labelled('全宗号', fondsCode),
      ...labelled('年度', spine.years),
      ...labelled('保管期限', spine.retention),
      ...labelled('机构（问题）', unit),
      acrossStrips(nameMm, (widthMm) => upright(spine.name, widthMm)),
      ...labelled('卷号', spine.volume),
      ...labelled('起件号', spine.firstItem),
      ...labelled('止件号', spine.lastItem),
      ...labelled('盒号', spine.box),
    ],
  };
};

export const spineMissing = ({ fondsCode, spines }: SpinesData): string[] => [
  ...(fondsCode ? [] : ['全宗号']),
  ...(spines.some(({ firstItem }) => firstItem === null) ? ['起止件号'] : []),
  ...(spines.some(({ box }) => box === null) ? ['盒号'] : []),
];

/**
 * 盒脊 (DA/T 22-2015, 6.4): the back of a box at the four thicknesses, to cut out the one that fits. A box to a page.
 */
export const spines =
  (kind: 'dossier-spine' | 'box-spine') =>
  (data: SpinesData): PaperDocument => ({
    kind,
    title: `盒脊 ${printable(data.name)}`,
    page: sheet,
    styles: spineStyles,
    decoration: [],
    blocks: data.spines.flatMap((spine, index): Block[] => [
      ...(index === 0 ? [] : [{ kind: 'page-break' } as const]),
      paragraph('note', '按100%比例打印，沿线裁下与盒子厚度相同的一条，贴在盒脊上。'),
      paragraph('gap', '', { linePt: 6 }),
      spineTable(data, spine),
    ]),
    properties: { subject: '盒脊', author: data.hubName, note: null },
  });

const stampColour = 'B01218';
const stampLine: RuleLine = { widthPt: 0.75, colour: stampColour };
const stampStyles: StyleSheet = {
  body: style('归档章正文', { face: 'song', sizePt: 10.5 }, { linePt: 14 }),
  title: style('归档章标题', { face: 'black', sizePt: 12 }, { linePt: 18 }),
  cell: style(
    '归档章格',
    { face: 'song', sizePt: 10.5, colour: stampColour },
    { linePt: 13, align: 'center' },
  ),
  note: style('归档章附注', { face: 'kai', sizePt: 9 }, { linePt: 14 }),
  small: style('归档章题名', { face: 'song', sizePt: 5.5 }, { linePt: 7 }),
  gap: style('归档章间隔', { face: 'song', sizePt: 1 }, { linePt: 1 }),
};

const across = 4;
const down = 12;
const cellMm = archiveStampMm.widthMm / 3;
const stampGapMm = (sheetMm - across * archiveStampMm.widthMm) / (across - 1);

type Stamps = ArchiveStampsData['stamps'];

const stampCell = (words: string): TableCell => {
  const said = printable(words);
  const { sizePt, linePt } = fitText(said, {
    widthMm: cellMm - 0.6,
    maxHeightMm: archiveStampMm.heightMm / 2 - 0.8,
    sizesPt: [11, 10, 9, 8, 7, 6, 5, 4],
    leading: 1.2,
  });
  return cell([paragraph('cell', [text(said, { sizePt })], { linePt })]);
};

/** A caption that stays in its one line. */
const captionOf = (title: string): string => {
  const letters = Array.from(printable(title).replaceAll('\n', ' '));
  return letters.length > 21 ? `${letters.slice(0, 20).join('')}…` : letters.join('');
};

/** Stamps side by side, each two rows of three cells, and below it what it is for. */
const stampRow = (stamps: Stamps): TableRow[] => {
  const columns = Array.from({ length: across }, (_, index) => stamps[index]);
  const open = (count: number): TableCell => ({ ...blank(), columns: count });
  const between = (index: number): TableCell[] => (index === 0 ? [] : [open(1)]);
  const line = (at: 0 | 1): TableRow =>
    row(
      archiveStampMm.heightMm / 2,
      columns.flatMap((each, index) => [
        ...between(index),
        ...(each === undefined ? [open(3)] : each.stamp[at].map(stampCell)),
      ]),
      { heightRule: 'exact' },
    );
  const caption = row(
    4.2,
    columns.flatMap((each, index) => [
      ...between(index),
      cell([paragraph('small', each === undefined ? '' : captionOf(each.title))], {
        columns: 3,
        vertical: 'top',
        lines: { right: null, bottom: null, left: null, ...(each === undefined && { top: null }) },
      }),
    ]),
    { heightRule: 'exact' },
  );
  return [line(0), line(1), caption];
};

const stampTable = (stamps: Stamps): Table => ({
  kind: 'table',
  columnsMm: Array.from({ length: across }, (_, index) => [
    ...(index === 0 ? [] : [stampGapMm]),
    cellMm,
    cellMm,
    cellMm,
  ]).flat(),
  line: stampLine,
  paddingMm: noPadding,
  rows: Array.from({ length: Math.ceil(stamps.length / across) }, (_, at) =>
    stampRow(stamps.slice(at * across, (at + 1) * across)),
  ).flat(),
});

/** One stamp by itself, with the styles that it is set in. */
export const stampTableOf = (stamp: ArchiveStamp): Pick<PaperDocument, 'styles' | 'blocks'> => ({
  styles: stampStyles,
  blocks: [
    {
      kind: 'table',
      columnsMm: [cellMm, cellMm, cellMm],
      line: stampLine,
      paddingMm: noPadding,
      rows: stamp.map((cells) =>
        row(archiveStampMm.heightMm / 2, cells.map(stampCell), { heightRule: 'exact' }),
      ),
    },
  ],
});

/** 归档章 of everything archived of one organization, 45 × 16 mm each at 100 % (DA/T 22-2015, 5.4.5). */
export const archiveStamps = ({ name, hubName, stamps }: ArchiveStampsData): PaperDocument => {
  const perPage = across * down;
  // Where nothing is archived yet, a sheet of empty stamps to write in.
  const all: Stamps =
    stamps.length > 0
      ? stamps
      : Array.from({ length: perPage }, () => ({
          title: '',
          stamp: [
            ['', '', ''],
            ['', '', ''],
          ] as const,
        }));
  return {
    kind: 'archive-stamps',
    title: `归档章 ${printable(name)}`,
    page: sheet,
    styles: stampStyles,
    decoration: [],
    blocks: Array.from({ length: Math.ceil(all.length / perPage) }, (_, at): Block[] => [
      ...(at === 0 ? [] : [{ kind: 'page-break' } as const]),
      paragraph('title', `归档章　${printable(name)}`),
      paragraph('note', '上行：全宗号、年度、件号；下行：机构（问题）、保管期限、页数。'),
      paragraph('note', '按100%比例打印，每枚45×16毫米；盖（贴）在首页上端空白处，不压文字和其他印章。'),
      paragraph('gap', '', { linePt: 6 }),
      stampTable(all.slice(at * perPage, (at + 1) * perPage)),
    ]).flat(),
    properties: { subject: '归档章', author: hubName, note: null },
  };
};
