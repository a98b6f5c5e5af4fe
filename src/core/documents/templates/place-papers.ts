import { volumeWords } from '../../../shared/domain/exit.ts';
import type { PlacedDossier, PlacedItem } from '../../../shared/domain/storage-place.ts';
import { retentionLabels } from '../../../shared/labels/archiving.ts';
import { placeKindLabels } from '../../../shared/labels/storage-place.ts';
import type { BoxListData, PlaceLabel } from '../../services/place-papers.ts';
import { cell, paragraph, printable, style, text } from '../blocks.ts';
import type { LabelFace } from '../label-sheet.ts';
import { listStyles, listTable, runningNumber, uprightList, type ListColumn } from '../list-page.ts';
import type { Block, PaperDocument, StyleSheet, TableCell } from '../model.ts';

const labelStyles: StyleSheet = {
  body: style('位置标签正文', { face: 'fang-song', sizePt: 9 }, { linePt: 12.5 }),
  name: style('位置标签名称', { face: 'black', sizePt: 16 }, { linePt: 22 }),
  small: style('位置标签附注', { face: 'song', sizePt: 8 }, { linePt: 10, align: 'center' }),
  gap: style('位置标签间隔', { face: 'song', sizePt: 1 }, { linePt: 1 }),
};

const codeMm = (heightMm: number): number => Math.min(28, heightMm - 11);

/** Name in large, where it stands and what it holds in small, a code that finds it beside. */
const labelCells = (
  { kind, name, within, holds }: PlaceLabel,
  code: string,
  { widthMm, heightMm, hubName }: { widthMm: number; heightMm: number; hubName: string },
): readonly TableCell[] => {
  const long = Array.from(name).length;
  const room = (widthMm - codeMm(heightMm) - 14) / 0.3528;
  const sizePt = Math.max(9, Math.min(heightMm > 45 ? 22 : 16, room / Math.max(4, long)));
  const padding = { top: 2, right: 1, bottom: 1, left: 5 };
  const lines: Block[] = [
    paragraph('name', [text(printable(name), { sizePt })], { linePt: sizePt * 1.35 }),
    paragraph('body', `${placeKindLabels[kind]}${within === null ? '' : `　${printable(within)}`}`),
    ...holds.map((words) => paragraph('body', printable(words))),
  ];
  return [
    cell([...lines, ...(heightMm > 45 ? [paragraph('body', printable(hubName))] : [])], {
      paddingMm: padding,
    }),
    cell(
      [
        {
          kind: 'qr-code',
          style: 'small',
          text: code,
          sizeMm: codeMm(heightMm),
          label: '位置标签码',
          comesBack: true,
        },
        paragraph('small', '扫码查看存放'),
      ],
      { paddingMm: { top: 1, right: 2, bottom: 1, left: 1 } },
    ),
  ];
};

/** 存放位置标签 (FEATURES B7, H13): name in large, a code that finds the place. */
export const placeLabelFace = (hubName: string, codeOf: (id: string) => string): LabelFace<PlaceLabel> => ({
  styles: labelStyles,
  columnsMm: ({ widthMm, heightMm }) => {
    const codeWide = codeMm(heightMm) + 4;
    return [widthMm - codeWide, codeWide];
  },
  cells: (label, { widthMm, heightMm }) =>
    labelCells(label, codeOf(label.id), { widthMm, heightMm, hubName }),
});

/** How long it is kept, or which folder or box within the place it is in, where there are any. */
const lastColumn = ({ place, items, paths }: BoxListData): ListColumn<PlacedItem> =>
  items.every(({ placeId }) => placeId === place.id)
    ? { label: '期限', widthMm: 18, align: 'center', text: ({ retention }) => retentionLabels[retention] }
    : {
        label: '位置',
        widthMm: 18,
        text: ({ placeId }) => paths.get(placeId)?.slice(place.path.length + 3) ?? null,
      };

const itemColumns = (data: BoxListData): readonly ListColumn<PlacedItem>[] => [
  runningNumber(11),
  { label: '档号', widthMm: 55, align: 'center', text: ({ archivalCode }) => archivalCode },
  { label: '题名', widthMm: 56, text: ({ title }) => title },
  {
    label: '日期',
    widthMm: 23,
    align: 'center',
    text: ({ datedOn }) => datedOn?.replaceAll('-', '') ?? null,
  },
  {
    label: '页数',
    widthMm: 11,
    align: 'center',
    text: ({ pages }) => (pages === null ? null : String(pages)),
  },
  lastColumn(data),
];

const dossierColumns: readonly ListColumn<PlacedDossier>[] = [
  runningNumber(12),
  {
    label: '卷号',
    widthMm: 36,
    align: 'center',
    text: ({ volume }) => (volume === null ? null : volumeWords(volume)),
  },
  { label: '组织名称', widthMm: 76, text: ({ organizationName }) => organizationName },
  { label: '备案号', widthMm: 50, align: 'center', text: ({ filingNumber }) => filingNumber },
];

/** 《盒内文件清单》: everything that stands in a place, for the inside of its lid. */
export const boxList = (data: BoxListData): PaperDocument => {
  const { place, items, dossiers, hubName, fondsCode } = data;
  const path = printable(place.path);
  return {
    kind: 'box-list',
    title: `存放清单 ${printable(place.name)}`,
    page: uprightList,
    styles: listStyles,
    decoration: [],
    blocks: [
      paragraph('title', place.kind === 'box' ? '盒内文件清单' : '存放文件清单'),
      paragraph(
        'facts',
        `全宗号：${fondsCode ?? '　　　　'}　　位置：${path}　　共${items.length}件${dossiers.length === 0 ? '' : `、整卷${dossiers.length}个`}`,
      ),
      ...(dossiers.length === 0 ? [] : [listTable(dossierColumns, dossiers)]),
      ...(dossiers.length === 0 || items.length === 0 ? [] : [paragraph('note', ' ')]),
      ...(items.length > 0 || dossiers.length === 0
        ? [listTable(itemColumns(data), items, { blankRows: Math.max(0, 8 - items.length) })]
        : []),
    ],
    properties: { subject: '存放文件清单', author: hubName, note: null },
  };
};
