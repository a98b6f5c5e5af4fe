import { chineseDate, chineseDateRange } from '../../../shared/domain/chinese-date.ts';
import type { SignInData, TrainingCertificateData } from '../../services/training-papers.ts';
import { blankDate, cell, known, paragraph, printable, row, spread, style, text } from '../blocks.ts';
import { countLines, mmToPt, ptToMm } from '../fit-text.ts';
import { listStyles, listTable, runningNumber, uprightList, type ListColumn } from '../list-page.ts';
import type { Block, PageSetup, PaperDocument, SealPicture, StyleSheet, Table } from '../model.ts';
import { sealNote } from '../official-page.ts';
import { certificateFrame } from '../ornament.ts';
import { dateOrNull } from './paper-words.ts';

const columns: readonly ListColumn<SignInData['rows'][number]>[] = [
  runningNumber(12),
  { label: '姓名', widthMm: 26, align: 'center', text: ({ name }) => name },
  { label: '人员类别', widthMm: 40, align: 'center', text: ({ group }) => group },
  { label: '所在社区或组织', widthMm: 46, text: ({ from }) => from },
  { label: '签到', widthMm: 30, align: 'center', text: () => null },
  { label: '备注', widthMm: 20, text: ({ remark }) => remark },
];

/** What is taught, when, where and by whom, above the lines to sign. */
const lessonTable = ({ organizer, course, session, date, place, teacher }: SignInData): Table => {
  const label = (words: string) => cell([paragraph('head', words)]);
  const value = (name: string, words: string | null, wide = 1) =>
    cell([paragraph('value', [known(name, words)])], { columns: wide });
  return {
    kind: 'table',
    columnsMm: [24, 70, 24, 56],
    line: { widthPt: 0.75, colour: '000000' },
    paddingMm: { top: 0.8, right: 1.6, bottom: 0.8, left: 1.6 },
    rows: [
      row(9.5, [label('培训名称'), value('培训名称', course, 3)]),
      row(9.5, [label('课　　次'), value('课次', session, 3)]),
      row(9.5, [
        label('日　　期'),
        value('日期', dateOrNull(date)),
        label('授 课 人'),
        value('授课人', teacher),
      ]),
      row(9.5, [label('地　　点'), value('地点', place), label('主办单位'), value('主办单位', organizer)]),
    ],
  };
};

const leastLines = 15;

/** 《培训签到表》 of one meeting of a course: who is expected, with room to sign and for who comes besides. */
export const signInSheet = (data: SignInData): PaperDocument => {
  const { course, rows, organizer } = data;
  return {
    kind: 'training-sign-in',
    title: `培训签到表 ${printable(course)}`,
    page: uprightList,
    styles: listStyles,
    decoration: [],
    blocks: [
      paragraph('title', '培训签到表'),
      lessonTable(data),
      paragraph(
        'facts',
        [
          text('应到'),
          known('应到人数', rows.length === 0 ? '　　　' : String(rows.length)),
          text('人　　实到　　　　人　　签到负责人：'),
        ],
        { linePt: 32 },
      ),
      listTable(columns, rows, {
        blankRows: Math.max(3, leastLines - rows.length),
        rowMm: 10.5,
        list: '人员',
      }),
    ],
    properties: { subject: '培训签到表', author: organizer, note: null },
  };
};

const ink = '1F1A17';
const red = 'A3141B';

const certificatePage: PageSetup = {
  paper: { widthMm: 297, heightMm: 210, orientation: 'landscape' },
  marginsMm: { top: 34, right: 40, bottom: 22, left: 40 },
  grid: null,
  numbered: 'none',
};
const decoration = certificateFrame(certificatePage.paper.widthMm, certificatePage.paper.heightMm);
const certificateWidthMm = 217;

const certificateStyles: StyleSheet = {
  body: style(
    '结业正文',
    { face: 'fang-song', sizePt: 22, colour: ink },
    { linePt: 42, firstLineEm: 2, align: 'justify' },
  ),
  title: style('结业标题', { face: 'title-song', sizePt: 44, colour: red }, { align: 'center', linePt: 58 }),
  number: style('结业编号', { face: 'kai', sizePt: 15, colour: ink }, { align: 'center', linePt: 26 }),
  seal: style('结业落款', { face: 'fang-song', sizePt: 16, colour: ink }, { align: 'center', linePt: 24 }),
  gap: style('结业间隔', { face: 'fang-song', sizePt: 2, colour: ink }, { linePt: 2 }),
};

const gap = (heightMm: number): Block => paragraph('gap', '', { linePt: Math.max(1, mmToPt(heightMm)) });

const courseDays = ({ from, to }: TrainingCertificateData): string => {
  if (from === null) return blankDate;
  return to === null || to === from ? chineseDate(from) : chineseDateRange(from, to);
};

/** Facts without which no certificate is printed. */
export const trainingCertificateMissing = ({ number, issuedOn }: TrainingCertificateData): string[] => [
  ...(number === null ? ['编号'] : []),
  ...(issuedOn === null ? ['发证日期'] : []),
];

export const trainingCertificateBlank = ({ from }: TrainingCertificateData): string[] =>
  from === null ? ['培训日期'] : [];

/** Height of the sentence and of the line below it. */
const textMm = 66;
const leading = 1.9;

/** 《培训结业证明》: one landscape page, whatever the length of names. */
export const trainingCertificate = (
  data: TrainingCertificateData,
  given: SealPicture | null,
): PaperDocument => {
  const { organizer, authorityName, number, name, course, session, hours, issuedOn } = data;
  // The hub organization has a seal of its own, of which the archive keeps no picture.
  const picture = organizer === authorityName ? given : null;
  const sentence = [
    known('姓名', name, { face: 'kai' }),
    text('同志于'),
    known('培训日期', courseDays(data)),
    text('参加'),
    known('举办单位', organizer),
    text('举办的“'),
    known('培训名称', course),
    text('”培训'),
    known('期次', session === null ? '' : `（${session}）`),
    text('，完成规定课程'),
    known('学时', hours === null ? '' : `，共${hours}学时`),
    text('，准予结业。'),
  ];
  const words = `　　${sentence.map((run) => run.text).join('')}`;
  const sizePt =
    [22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10].find(
      (size) => (countLines(words, certificateWidthMm, size) + 1) * ptToMm(size * leading) <= textMm,
    ) ?? 9;
  return {
    kind: 'training-certificate',
    title: `培训结业证明 ${printable(name)}`,
    documentNumber: number,
    page: certificatePage,
    styles: certificateStyles,
    decoration,
    blocks: [
      paragraph('title', spread('结业证明', 6, { sizePt: 44 })),
      paragraph('number', [text('编号：'), known('编号', number ?? '　　　　　　　　')]),
      gap(9),
      paragraph(
        'body',
        sentence.map((run) => ({ ...run, format: { ...run.format, sizePt } })),
        { linePt: Math.round(sizePt * leading * 10) / 10 },
      ),
      paragraph('body', [text('特此证明。', { sizePt })], {
        linePt: Math.round(sizePt * leading * 10) / 10,
      }),
      gap(2),
      {
        kind: 'seal-place',
        style: 'seal',
        issuer: printable(organizer),
        date: dateOrNull(issuedOn),
        widthMm: 90,
        align: 'end',
        picture,
      },
    ],
    properties: { subject: '培训结业证明', author: organizer, note: picture && sealNote },
  };
};
