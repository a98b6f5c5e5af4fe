import { committeeName } from '../../../shared/domain/committee-name.ts';
import { reportPeriodLabel } from '../../../shared/domain/report-plan.ts';
import type { RecordPaperData } from '../../services/record-papers.ts';
import { cell, paragraph, printable, row } from '../blocks.ts';
import type { Block, PaperDocument, Table } from '../model.ts';
import { bodyText, gapMm, officialPage, officialStyles, signature, titleLines } from '../official-page.ts';
import { dateOrNull } from './paper-words.ts';

type Report = RecordPaperData<'committee-report'>;

const line = { widthPt: 0.75, colour: '000000' } as const;

/** When, where and before whom the report was given. */
const meetingTable = ({ record, paper }: Report): Table => {
  const { meeting, place, reporter, attendees, period } = record.content;
  const pair = (left: readonly [string, string | null], right: readonly [string, string | null]) =>
    row(10, [
      cell([paragraph('label', left[0])]),
      cell([paragraph('cell', printable(left[1] ?? ''))]),
      cell([paragraph('label', right[0])]),
      cell([paragraph('cell', printable(right[1] ?? ''))]),
    ]);
  return {
    kind: 'table',
    columnsMm: [28, 50, 28, 50],
    line,
    paddingMm: { top: 1, right: 2, bottom: 1, left: 2 },
    rows: [
      pair(
        ['报告期', period && reportPeriodLabel(period).replaceAll(' ', '')],
        ['报告日期', dateOrNull(record.occurredOn)],
      ),
      pair(['会　议', meeting], ['地　点', place]),
      pair(['报告人', reporter], ['备案号', paper.filingNumber]),
      row(10, [
        cell([paragraph('label', '参加人员')]),
        cell([paragraph('cell', printable(attendees ?? ''))], { columns: 3 }),
      ]),
    ],
  };
};

/** What the two committees say to the report, in one box that no page's end tears. */
const committeeBox = ({ record, paper }: Report): Table => {
  const opinion = record.content.committeeOpinion;
  return {
    kind: 'table',
    columnsMm: [28, 128],
    line,
    paddingMm: { top: 1, right: 2, bottom: 1, left: 2 },
    rows: [
      row(66, [
        cell([paragraph('label', '“两委”意见')]),
        cell(
          [
            ...(opinion === null
              ? [paragraph('cell', ''), paragraph('cell', '')]
              : [paragraph('cell', printable(opinion), { firstLineEm: 2 })]),
            { ...signature(committeeName(paper.community), null, null), widthMm: 90 },
          ],
          { vertical: 'bottom' },
        ),
      ]),
    ],
  };
};

const bodyOf = (words: string): Block[] =>
  printable(words)
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => bodyText(part));

export const workReportMissing = ({ record: { content } }: Report): string[] => {
  const required: readonly (readonly [string, string | null])[] = [
    ['报告期', content.period],
    ['会议', content.meeting],
    ['地点', content.place],
    ['报告人', content.reporter],
    ['参加人员', content.attendees],
    ['报告内容', content.body],
    ['“两委”意见', content.committeeOpinion],
  ];
  return required.filter(([, value]) => !value).map(([name]) => name);
};

/** 《工作报告》 to the two committees (policy Art. 1, 档案（三）). */
export const workReport = (data: Report): PaperDocument => {
  const { record, paper } = data;
  const name = printable(paper.facts.name);
  return {
    kind: 'work-report',
    title: `${name}向“两委”报告工作`,
    page: { ...officialPage, numbered: 'centre' },
    styles: officialStyles,
    decoration: [],
    blocks: [
      paragraph('title', titleLines([name, '向“两委”报告工作'])),
      paragraph('number', printable(record.title)),
      gapMm(3),
      meetingTable(data),
      gapMm(3),
      ...bodyOf(record.content.body),
      ...(record.content.body === '' ? Array.from({ length: 6 }, () => paragraph('body', '')) : []),
      gapMm(3),
      committeeBox(data),
    ],
    properties: { subject: '社区社会组织工作报告', author: name, note: null },
  };
};
