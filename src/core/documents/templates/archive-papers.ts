import type { CatalogueItem, DossierPaperData } from '../../services/dossier-papers.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import { blankDate, cell, known, paragraph, printable, row, spread, style, text } from '../blocks.ts';
import type { LabelFace } from '../label-sheet.ts';
import { acrossList, listStyles, listTable, runningNumber, type ListColumn } from '../list-page.ts';
import type { Block, PageSetup, PaperDocument, StyleSheet, Table } from '../model.ts';
import { formDocument, formRow, label, linesBox, value } from './form-parts.ts';

/** The nine columns of DA/T 22-2015, 5.5.2, in their order. */
export const catalogueColumns: readonly ListColumn<CatalogueItem>[] = [
  runningNumber(12),
  { label: '档号', widthMm: 58, align: 'center', text: ({ archivalCode }) => archivalCode },
  { label: '文号', widthMm: 38, align: 'center', text: ({ documentNumber }) => documentNumber },
  { label: '责任者', widthMm: 38, text: ({ responsible }) => responsible },
  { label: '题名', widthMm: 56, text: ({ title }) => title },
  { label: '日期', widthMm: 22, align: 'center', text: ({ date }) => date && date.replaceAll('-', '') },
  { label: '密级', widthMm: 11, align: 'center', text: ({ secrecy }) => secrecy },
  {
    label: '页数',
    widthMm: 11,
    align: 'center',
    text: ({ pages }) => (pages === null ? null : String(pages)),
  },
  { label: '备注', widthMm: 19, text: ({ remark }) => remark },
];

/** 《归档文件目录》 of one organization's dossier (DA/T 22-2015, 5.5). */
export const archiveCatalogue = ({ paper, items }: DossierPaperData): PaperDocument => {
  const name = printable(paper.facts.name);
  const pages = items.every((item) => item.pages !== null)
    ? `，共${items.reduce((sum, item) => sum + (item.pages ?? 0), 0)}页`
    : '';
  return {
    kind: 'archive-catalogue',
    title: `归档文件目录 ${name}`,
    page: acrossList,
    styles: listStyles,
    decoration: [],
    blocks: [
      paragraph('title', '归档文件目录'),
      paragraph(
        'facts',
        `全宗号：${paper.office.fondsCode ?? '　　　　'}　　组织名称：${name}　　备案号：${paper.filingNumber ?? '　　　　　　　　'}　　共${items.length}件${pages}`,
      ),
      listTable(catalogueColumns, items, {
        blankRows: Math.max(0, 12 - items.length),
        rowMm: 8.5,
        list: '件',
      }),
    ],
    properties: { subject: '归档文件目录', author: paper.office.hubName, note: null },
  };
};

export const catalogueMissing = ({ items, paper }: DossierPaperData): string[] => [
  ...(items.some(({ archivalCode }) => archivalCode === null) ? ['档号'] : []),
  ...(items.some(({ pages }) => pages === null) ? ['页数'] : []),
  ...(paper.office.fondsCode ? [] : ['全宗号']),
];

export const coverPage: PageSetup = {
  paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
  marginsMm: { top: 34, right: 30, bottom: 26, left: 34 },
  grid: null,
  numbered: 'none',
};
export const coverWidthMm = 146;

export const coverStyles: StyleSheet = {
  body: style('封面正文', { face: 'fang-song', sizePt: 16 }, { linePt: 26 }),
  fonds: style('封面全宗', { face: 'song', sizePt: 18 }, { align: 'center', linePt: 30 }),
  title: style('封面标题', { face: 'title-song', sizePt: 40 }, { align: 'center', linePt: 60 }),
  name: style('封面题名', { face: 'title-song', sizePt: 26 }, { align: 'center', linePt: 40 }),
  label: style('封面项目', { face: 'black', sizePt: 15 }, { linePt: 24 }),
  value: style('封面内容', { face: 'fang-song', sizePt: 16 }, { linePt: 24, align: 'center' }),
  gap: style('封面间隔', { face: 'song', sizePt: 2 }, { linePt: 2 }),
};

const underline = { bottom: { widthPt: 0.75, colour: '000000' } } as const;

export const coverFacts = (lines: readonly (readonly [string, string | null])[]): Table => ({
  kind: 'table',
  columnsMm: [20, 34, 72, 20],
  line: null,
  paddingMm: { top: 0, right: 1, bottom: 0.5, left: 1 },
  rows: lines.map(([name, words]) =>
    row(13.5, [
      cell([paragraph('value', '')]),
      cell([paragraph('label', spread(name, 4.6, { sizePt: 15 }))], { vertical: 'bottom' }),
      cell([paragraph('value', [known(name, words)])], { vertical: 'bottom', lines: underline }),
      cell([paragraph('value', '')]),
    ]),
  ),
});

const gap = (heightMm: number): Block => paragraph('gap', '', { linePt: (heightMm * 72) / 25.4 });

const years = ({ items, paper }: DossierPaperData): string | null => {
  const dates = [paper.filedOn, ...items.map(({ date }) => date)].flatMap((date) =>
    date === null ? [] : date.slice(0, 4),
  );
  if (dates.length === 0) return null;
  const sorted = dates.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === last ? `${first}年` : `${first}年至${last}年`;
};

/** 卷宗封面 (DA/T 22-2015, 5.5.4): fonds, organization, years, retention, with lines for what the archive assigns. */
export const dossierCover = (data: DossierPaperData): PaperDocument => {
  const { paper, items, volume, box, retention } = data;
  const name = printable(paper.facts.name);
  const size = Array.from(name).length > 26 ? 18 : Array.from(name).length > 14 ? 22 : 26;
  return {
    kind: 'dossier-cover',
    title: `档案封面 ${name}`,
    page: coverPage,
    styles: coverStyles,
    decoration: [],
    blocks: [
      paragraph('fonds', [known('枢纽型社会组织', printable(paper.office.hubName))]),
      gap(26),
      paragraph('title', spread('社区社会组织档案', 8.6, { sizePt: 40 })),
      gap(20),
      {
        kind: 'table',
        columnsMm: [coverWidthMm],
        line: null,
        paddingMm: { top: 0, right: 0, bottom: 0, left: 0 },
        rows: [
          row(
            34,
            [cell([paragraph('name', [known('组织名称', name, { sizePt: size })], { linePt: size * 1.5 })])],
            {
              heightRule: 'at-least',
            },
          ),
        ],
      },
      gap(12),
      coverFacts([
        ['备案号', paper.filingNumber],
        ['所属社区', paper.community.name],
        ['起止年度', years(data)],
        ['保管期限', retention],
        ['件数', items.length === 0 ? null : `${items.length}件`],
        ['全宗号', paper.office.fondsCode],
        ['卷号', volume],
        ['盒号', box],
      ]),
    ],
    properties: { subject: '社区社会组织档案封面', author: paper.office.hubName, note: null },
  };
};

/** 起止件号: the last four digits of the first and the last code. */
const itemSpan = (items: DossierPaperData['items']): string | null => {
  const numbers = items.flatMap(({ archivalCode }) => archivalCode?.match(/\d+$/)?.[0] ?? []).toSorted();
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? first : `${first}—${last}`;
};

/** 《备考表》 (DA/T 22-2015, 6.4): what lies in the box, who arranged it, who checked it. */
export const referenceSheetWith = (
  { paper, items, box }: DossierPaperData,
  remarks: readonly string[],
): PaperDocument => {
  const wide = 170;
  const named = (words: string) => label(words, 34);
  const counted = items.length === 0 ? '' : `本盒收入${paper.facts.name}归档文件${items.length}件。`;
  return formDocument({
    kind: 'reference-sheet',
    title: '备考表',
    of: paper.facts.name,
    author: paper.office.hubName,
    line: `全宗号：${paper.office.fondsCode ?? '　　　　　　'}`,
    pages: [
      [
        formRow([named('组织名称'), value(paper.facts.name, wide - 34)], 12, 0),
        formRow(
          [named('盒　　号'), value(box, 51), label('起止件号', 34), value(itemSpan(items), 51)],
          12,
          0,
        ),
        formRow([label('盒内文件情况说明', wide)], 12, 0),
        formRow([{ ...linesBox([counted, ...remarks], wide), vertical: 'top' }], 120, 3),
        formRow(
          [
            named('整 理 人'),
            value(null, 51),
            label('整理日期', 34),
            value(blankDate.trimStart(), 51, 'center'),
          ],
          16,
          0,
        ),
        formRow(
          [
            named('检 查 人'),
            value(null, 51),
            label('检查日期', 34),
            value(blankDate.trimStart(), 51, 'center'),
          ],
          16,
          0,
        ),
      ],
    ],
  });
};

export const referenceSheet = (data: DossierPaperData): PaperDocument => referenceSheetWith(data, []);

const labelStyles: StyleSheet = {
  body: style('标签正文', { face: 'fang-song', sizePt: 9 }, { linePt: 13 }),
  name: style('标签名称', { face: 'black', sizePt: 14 }, { linePt: 19 }),
  small: style('标签附注', { face: 'song', sizePt: 8 }, { linePt: 11, align: 'center' }),
  gap: style('标签间隔', { face: 'song', sizePt: 1 }, { linePt: 1 }),
};

const labelCodeMm = (heightMm: number): number => Math.min(28, heightMm - 11);

/** 档案标签 (FEATURES B7): a code that finds the record, and words for people; small labels leave the box number out. */
export const dossierLabelFace = (codeOf: (paper: FilingPaperData) => string): LabelFace<FilingPaperData> => ({
  styles: labelStyles,
  columnsMm: ({ widthMm, heightMm }) => {
    const codeWide = labelCodeMm(heightMm) + 4;
    return [widthMm - codeWide, codeWide];
  },
  cells: (paper, { widthMm, heightMm }) => {
    const name = printable(paper.facts.name);
    const room = (widthMm - labelCodeMm(heightMm) - 14) / 0.3528;
    const lines = heightMm > 45 ? 3 : 2;
    const sizePt = Math.max(7, Math.min(14, (room * lines) / Math.max(8, Array.from(name).length + lines)));
    const line = (words: string, fact: string | null): Block =>
      paragraph('body', [text(`${words}：`, { face: 'black' }), text(printable(fact ?? ''))]);
    const padding = { top: 2, right: 1, bottom: 1, left: 5 };
    return [
      cell(
        [
          paragraph('name', [text(name, { sizePt })], { linePt: sizePt * 1.35 }),
          line('备案号', paper.filingNumber),
          line('社区', paper.community.name),
          ...(heightMm > 36 ? [line('全宗号', paper.office.fondsCode)] : []),
          ...(heightMm > 45 ? [line('盒号', null)] : []),
        ],
        { paddingMm: padding },
      ),
      cell(
        [
          {
            kind: 'qr-code',
            style: 'small',
            text: codeOf(paper),
            sizeMm: labelCodeMm(heightMm),
            label: '档案标签码',
            comesBack: true,
          },
          paragraph('small', '扫码找到档案'),
        ],
        { paddingMm: { top: 1, right: 2, bottom: 1, left: 1 } },
      ),
    ];
  },
});
