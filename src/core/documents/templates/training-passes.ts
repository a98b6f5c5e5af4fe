import { fitText } from '../fit-text.ts';
import type { TrainingPassesData } from '../../services/training-papers.ts';
import { cell, known, paragraph, printable, row, style, text } from '../blocks.ts';
import type { PageSetup, PaperDocument, StyleSheet, TableCell } from '../model.ts';

const styles: StyleSheet = {
  name: style('学员码姓名', { face: 'black', sizePt: 18 }, { linePt: 28 }),
  head: style('学员码标题', { face: 'fang-song', sizePt: 9 }, { linePt: 16 }),
  body: style('学员码正文', { face: 'fang-song', sizePt: 10.5 }, { linePt: 15 }),
  small: style('学员码附注', { face: 'song', sizePt: 8 }, { linePt: 10, align: 'center' }),
  gap: style('学员码间隔', { face: 'song', sizePt: 1 }, { linePt: 1 }),
};

const page: PageSetup = {
  paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
  marginsMm: { top: 14, right: 15, bottom: 12, left: 15 },
  grid: null,
  numbered: 'none',
};
const columns = 2;
const cardMm = { width: 90, height: 50, code: 30 };

type Pass = TrainingPassesData['people'][number];

const cardCells = ({ id, name, group, from }: Pass, course: string, code: string): readonly TableCell[] => {
  const padding = { top: 4, right: 1, bottom: 1, left: 4 };
  const sizePt = Array.from(name).length > 6 ? 13 : 18;
  const lines = [group, from, course].flatMap((words) => (words === null ? [] : [printable(words)]));
  // A card is as high as it is: what is long is set smaller.
  const fit = fitText(lines.join('\n'), {
    widthMm: cardMm.width - cardMm.code - 6 - padding.left - padding.right,
    maxHeightMm: 28,
    sizesPt: [10, 9, 8, 7, 6, 5],
    leading: 1.4,
  });
  return [
    cell(
      [
        paragraph('name', [known(`姓名 ${id}`, name, { sizePt })]),
        ...lines.map((words) =>
          paragraph('body', [text(words, { sizePt: fit.sizePt })], { linePt: fit.linePt }),
        ),
      ],
      { paddingMm: padding },
    ),
    cell(
      [
        {
          kind: 'qr-code',
          style: 'small',
          text: code,
          sizeMm: cardMm.code,
          label: '学员码',
          comesBack: false,
        },
        paragraph('small', '签到扫码'),
      ],
      { paddingMm: { top: 3, right: 2, bottom: 1, left: 1 } },
    ),
  ];
};

/** 学员码: cards to cut out, one for each person of a session, whose code a scanner reads at the door. */
export const trainingPasses = (
  { organizer, course, people }: TrainingPassesData,
  codeOf: (personId: string) => string,
): PaperDocument => {
  const empty = (): TableCell => cell([paragraph('gap', '')]);
  const inRow = (at: number): readonly TableCell[] =>
    Array.from({ length: columns }, (_, column) => {
      const person = people[at * columns + column];
      return person === undefined ? [empty(), empty()] : cardCells(person, course, codeOf(person.id));
    }).flat();
  const codeWide = cardMm.code + 6;
  const none = people.length === 0 ? [paragraph('body', '这场培训的名单上还没有人。')] : [];
  return {
    kind: 'training-pass',
    title: `学员码 ${printable(course)}`,
    page,
    styles,
    decoration: [],
    blocks: [
      paragraph('head', [text('主办单位：'), known('主办单位', organizer)]),
      paragraph('head', [
        text('学员码　'),
        known('培训名称', course),
        text('　　沿线裁开，发给本人，签到时对准扫码器'),
      ]),
      ...none,
      {
        kind: 'table',
        columnsMm: Array.from({ length: columns }, () => [cardMm.width - codeWide, codeWide]).flat(),
        line: { widthPt: 0.5, colour: '999999' },
        paddingMm: { top: 0, right: 0, bottom: 0, left: 0 },
        rows: Array.from({ length: Math.max(1, Math.ceil(people.length / columns)) }, (_, at) =>
          row(cardMm.height, inRow(at), { heightRule: 'exact' }),
        ),
      },
    ],
    properties: { subject: '学员码', author: organizer, note: null },
  };
};
