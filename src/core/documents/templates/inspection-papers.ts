import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import { archiveStampMm, type ArchiveStamp } from '../../../shared/domain/archive-stamp.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { InspectionRequest } from '../../../shared/domain/inspection.ts';
import { inspectionVersionLabels } from '../../../shared/labels/inspection.ts';
import type { CatalogueItem, DossierPaperData } from '../../services/dossier-papers.ts';
import { paragraph, printable, spread, style, text } from '../blocks.ts';
import { mmToPt } from '../fit-text.ts';
import { acrossList, listStyles, listTable, type ListColumn } from '../list-page.ts';
import type { Block, PageSetup, PaperDocument, StyleSheet } from '../model.ts';
import { catalogueColumns, coverFacts, coverPage, coverStyles } from './archive-papers.ts';
import { categoryLabel } from './certificate-facts.ts';
import { stampTableOf } from './spine-papers.ts';

const gap = (heightMm: number): Block => paragraph('gap', '', { linePt: mmToPt(heightMm) });

/** How much the dossier holds. */
export interface InspectionCounts {
  readonly items: number;
  readonly papers: number;
  readonly pages: number;
}

const period = ({ from, to }: InspectionRequest, { items, paper }: DossierPaperData): string | null => {
  const dates = [paper.filedOn, ...items.map(({ date }) => date)].filter((date) => date !== null).toSorted();
  const [first, last] = [from ?? dates[0], to ?? dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  return `${chineseDate(first)}至\n${chineseDate(last)}`;
};

/** Cover of an inspection dossier (检查卷): whose, of which time, for what, and how much is in it. */
export const inspectionCover = (
  data: DossierPaperData,
  request: InspectionRequest,
  counts: InspectionCounts,
  madeOn: IsoDate,
): PaperDocument => {
  const { paper } = data;
  const name = printable(paper.facts.name);
  const long = Array.from(name).length;
  const size = long > 26 ? 18 : long > 14 ? 22 : 26;
  return {
    kind: 'inspection-cover',
    title: `检查卷 ${name}`,
    page: coverPage,
    styles: coverStyles,
    decoration: [],
    blocks: [
      paragraph('fonds', printable(paper.office.hubName)),
      gap(22),
      paragraph('title', spread('社区社会组织检查卷', 9.6, { sizePt: 38 })),
      paragraph('fonds', `（${inspectionVersionLabels[request.version]}）`),
      gap(14),
      paragraph('name', [text(name, { sizePt: size })], { linePt: size * 1.5 }),
      gap(12),
      coverFacts([
        ['备案号', paper.filingNumber],
        ['类别', categoryLabel(paper.facts.categories)],
        ['所属社区', paper.community.name],
        ['起止时间', period(request, data)],
        ['件数页数', `${counts.items}件　${counts.pages}页`],
        ['用途', request.purpose === '' ? null : printable(request.purpose)],
        ['编制人', printable(request.actor)],
        ['编制日期', chineseDate(madeOn)],
      ]),
    ],
    properties: { subject: '检查卷', author: paper.office.hubName, note: null },
  };
};

/** A line of the catalogue with the page that its first paper stands on. */
export interface CataloguedPages extends CatalogueItem {
  readonly startsOn: number;
}

const columns: readonly ListColumn<CataloguedPages>[] = catalogueColumns.map((column) => {
  // Wide enough for four digits in one line, so that no row grows with what is counted.
  if (column.label === '题名') return { ...column, widthMm: column.widthMm - 8 };
  if (column.label === '页数') return { ...column, widthMm: column.widthMm + 3 };
  if (column.label !== '备注') return column;
  return {
    ...column,
    widthMm: column.widthMm + 5,
    align: 'center',
    text: ({ startsOn }: CataloguedPages) => `第${startsOn}页`,
  };
});

/**
 * Catalogue of an inspection dossier: the nine columns of DA/T 22-2015, 5.5.2, with the page in the last. However large
 * the numbers of pages are, it comes to as many pages, so that they can be told before they are known.
 */
export const inspectionCatalogue = (
  { paper }: DossierPaperData,
  items: readonly CataloguedPages[],
): PaperDocument => {
  const name = printable(paper.facts.name);
  return {
    kind: 'inspection-catalogue',
    title: `检查卷目录 ${name}`,
    page: { ...acrossList, numbered: 'none' },
    styles: listStyles,
    decoration: [],
    blocks: [
      paragraph('title', '卷内文件目录'),
      paragraph(
        'facts',
        `全宗号：${paper.office.fondsCode ?? '　　　　'}　　组织名称：${name}　　备案号：${paper.filingNumber ?? '　　　　　　　　'}　　共${items.length}件`,
      ),
      listTable(columns, items, { rowMm: 9 }),
      paragraph('note', '“页数”为本卷内页数，“备注”为本卷内起始页码。'),
    ],
    properties: { subject: '检查卷目录', author: paper.office.hubName, note: null },
  };
};

const gapPage: PageSetup = {
  paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
  marginsMm: { top: 90, right: 34, bottom: 30, left: 34 },
  grid: null,
  numbered: 'none',
};

const gapStyles: StyleSheet = {
  body: style('占位正文', { face: 'fang-song', sizePt: 14 }, { linePt: 26, align: 'center' }),
  title: style('占位标题', { face: 'black', sizePt: 18 }, { linePt: 34, align: 'center' }),
  gap: style('占位间隔', { face: 'song', sizePt: 2 }, { linePt: 2 }),
};

/** A page that stands for what could not go in, so that nobody takes the dossier for whole. */
export const inspectionGap = (title: string, lines: readonly string[], hubName: string): PaperDocument => ({
  kind: 'inspection-gap',
  title,
  page: gapPage,
  styles: gapStyles,
  decoration: [],
  blocks: [
    paragraph('title', printable(title)),
    gap(8),
    ...lines.map((line) => paragraph('body', printable(line))),
  ],
  properties: { subject: '检查卷占位页', author: hubName, note: null },
});

/** A half-millimetre around the stamp, so that its outer lines are whole. */
export const stampEdgeMm = 0.5;

const stampPage: PageSetup = {
  paper: {
    widthMm: archiveStampMm.widthMm + 2 * stampEdgeMm,
    heightMm: archiveStampMm.heightMm + 2 * stampEdgeMm,
    orientation: 'landscape',
  },
  marginsMm: { top: stampEdgeMm, right: stampEdgeMm, bottom: 0, left: stampEdgeMm },
  grid: null,
  numbered: 'none',
};

/** 归档章 by itself, to be laid over a page (DA/T 22-2015, 5.4.5). */
export const archiveStampPaper = (stamp: ArchiveStamp, hubName: string): PaperDocument => ({
  kind: 'archive-stamp',
  title: '归档章',
  page: stampPage,
  ...stampTableOf(stamp),
  decoration: [],
  properties: { subject: '归档章', author: hubName, note: null },
});
