import type { DistrictPeriod, StreetReporting } from '../../../shared/domain/bureau.ts';
import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import { reportingStateLabels, reportingTiming } from '../../../shared/labels/bureau.ts';
import { periodWords } from '../../../shared/labels/ledger.ts';
import { paragraph } from '../blocks.ts';
import { listStyles, listTable, runningNumber, uprightList, type ListColumn } from '../list-page.ts';
import type { PaperDocument } from '../model.ts';

export interface RemindersPaper {
  readonly bureauName: string;
  readonly madeOn: string;
  readonly period: DistrictPeriod;
  /** Those that have something to hand in. */
  readonly streets: readonly StreetReporting[];
}

const columns: readonly ListColumn<StreetReporting>[] = [
  runningNumber(12),
  { label: '街道', widthMm: 40, text: ({ streetName }) => streetName },
  {
    label: '情况',
    widthMm: 40,
    align: 'center',
    text: (row) => `${reportingStateLabels[row.state]}，${reportingTiming(row)}`,
  },
  { label: '联系人', widthMm: 26, text: ({ contactName }) => contactName },
  { label: '联系电话', widthMm: 32, text: ({ contactPhone }) => contactPhone },
  { label: '催报记录', widthMm: 24, text: () => null },
];

/** 催报单: who has not reported a period, or must report again, with room to note calls. */
export const remindersPaper = ({ bureauName, madeOn, period, streets }: RemindersPaper): PaperDocument => {
  const title = `${periodWords(period.code)}台账催报单`;
  return {
    kind: 'reporting-reminders',
    title,
    page: uprightList,
    styles: listStyles,
    decoration: [],
    properties: { subject: title, author: bureauName, note: null },
    blocks: [
      paragraph('title', title),
      paragraph(
        'facts',
        `报送截止：${chineseDate(period.dueOn)}　应报 ${period.expected} 个街道，已报 ${period.reported} 个，待催 ${streets.length} 个`,
      ),
      ...(streets.length === 0
        ? [paragraph('body', '各街道都已报送，没有要催的。')]
        : [listTable(columns, streets)]),
      paragraph('facts', `${bureauName}　　${chineseDate(madeOn)}　　经办人：　　　　　　　　`),
    ],
  };
};
