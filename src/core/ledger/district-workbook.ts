import ExcelJS from 'exceljs';
import type { DistrictPeriod, StreetReporting } from '../../shared/domain/bureau.ts';
import type {
  DistrictOrganization,
  DistrictPeriodRow,
  DistrictRollup,
  DistrictStreetRow,
  DuplicateGroup,
} from '../../shared/domain/district-ledger.ts';
import { tableClasses } from '../../shared/domain/ledger-tables.ts';
import { duplicateReasonLabels, reportingStateLabels, reportingTiming } from '../../shared/labels/bureau.ts';
import { runningNumber, type SheetColumn } from '../../shared/labels/ledger-sheet.ts';
import { periodWords } from '../../shared/labels/ledger.ts';
import { fourClassLabels, organizationStatusLabels } from '../../shared/labels/organization.ts';
import { addPrintedSheet } from './printed-sheet.ts';

/** What the roll-up workbook is made of: all of one moment. */
export interface DistrictBook {
  readonly bureauName: string;
  readonly districtName: string;
  readonly madeOn: string;
  readonly period: DistrictPeriod;
  readonly reporting: readonly StreetReporting[];
  readonly rollup: DistrictRollup;
  readonly organizations: readonly DistrictOrganization[];
  readonly duplicates: readonly DuplicateGroup[];
}

/** Numbers that street rows, period rows and the total have alike. */
type Counts = DistrictRollup['total'];

const countColumns: readonly SheetColumn<Counts>[] = [
  ...tableClasses.map((each, index): SheetColumn<Counts> => ({
    header: each === null ? '未分类' : fourClassLabels[each],
    width: 9,
    value: ({ counts }) => counts[index] ?? 0,
  })),
  { header: '组织合计', width: 9, value: (row) => row.organizations },
  { header: '成员数', width: 9, value: (row) => row.members },
  { header: '党员数', width: 8, value: (row) => row.partyMembers },
  { header: '新备案', width: 7, value: (row) => row.filed },
  { header: '变更备案', width: 7, value: (row) => row.changed },
  { header: '注销退出', width: 7, value: (row) => row.ended },
  { header: '拟登记', width: 7, value: (row) => row.candidates },
  { header: '处理结果', width: 7, value: (row) => row.dispositions },
  { header: '轮训场次', width: 7, value: (row) => row.trainings },
  { header: '轮训人次', width: 8, value: (row) => row.trainees },
];

const difference = (now: number, before: number | undefined): string | number =>
  before === undefined ? '' : now - before;

const addRollup = (workbook: ExcelJS.Workbook, { rollup, districtName }: DistrictBook, note: string): void =>
  addPrintedSheet<DistrictStreetRow>(workbook, {
    name: '全区汇总',
    title: `${districtName}${periodWords(rollup.period)}社区社会组织汇总表`,
    note,
    paper: 'A3',
    columns: [
      { header: '街道', width: 14, value: (row) => row.streetName },
      { header: '社区（村）', width: 8, value: (row) => row.communities },
      ...countColumns,
      {
        header: '较上期',
        width: 8,
        value: (row) => difference(row.organizations, row.previous?.organizations),
      },
      {
        header: '较上年同期',
        width: 8,
        value: (row) => difference(row.organizations, row.lastYear?.organizations),
      },
    ],
    rows: rollup.streets,
    total: [
      '合计',
      rollup.total.communities,
      ...countColumns.map(({ value }) => value(rollup.total, 0)),
      '',
      '',
    ],
  });

const addTrend = (workbook: ExcelJS.Workbook, { rollup, districtName }: DistrictBook, note: string): void =>
  addPrintedSheet<DistrictPeriodRow>(workbook, {
    name: '各期对比',
    title: `${districtName}社区社会组织各期对比`,
    note: `${note}　各期只含已报送的街道`,
    paper: 'A3',
    columns: [
      { header: '报告期', width: 16, value: ({ period }) => periodWords(period) },
      { header: '报送街道', width: 9, value: (row) => row.reportedStreets },
      ...countColumns,
    ],
    rows: rollup.trend,
  });

const addReporting = (workbook: ExcelJS.Workbook, book: DistrictBook, note: string): void =>
  addPrintedSheet<StreetReporting>(workbook, {
    name: '报送情况',
    title: `${book.districtName}${periodWords(book.rollup.period)}报送情况`,
    note: `${note}　报送截止：${book.period.dueOn}`,
    paper: 'A4',
    columns: [
      runningNumber,
      { header: '街道', width: 16, value: (row) => row.streetName },
      { header: '情况', width: 10, value: ({ state }) => reportingStateLabels[state] },
      { header: '是否按时', width: 12, value: reportingTiming },
      { header: '首次收到', width: 12, value: (row) => row.firstReceivedOn ?? '' },
      { header: '最近收到', width: 12, value: (row) => row.lastReceivedOn ?? '' },
      { header: '补报更正', width: 9, value: (row) => row.corrections },
      { header: '组织数', width: 9, value: (row) => row.organizations ?? '' },
      { header: '联系人', width: 12, value: (row) => row.contactName ?? '' },
      { header: '联系电话', width: 14, value: (row) => row.contactPhone ?? '' },
    ],
    rows: book.reporting,
    empty: '街道名册还是空的。',
  });

const organizationColumns: readonly SheetColumn<DistrictOrganization>[] = [
  { header: '街道', width: 12, value: (row) => row.streetName },
  { header: '社区（村）', width: 14, value: (row) => row.community },
  { header: '组织名称', width: 28, value: (row) => row.name },
  {
    header: '类别',
    width: 12,
    value: ({ category }) => (category === null ? '' : fourClassLabels[category]),
  },
  { header: '状态', width: 10, value: ({ status }) => organizationStatusLabels[status] },
  { header: '备案号', width: 24, value: (row) => row.filingNumber ?? '' },
  { header: '备案日期', width: 12, value: (row) => row.filedOn ?? '' },
  { header: '负责人', width: 10, value: (row) => row.responsiblePerson ?? '' },
  { header: '联系电话', width: 14, value: (row) => row.maskedPhone ?? '' },
  { header: '成员数', width: 8, value: (row) => row.members },
  { header: '党员数', width: 8, value: (row) => row.partyMembers },
  { header: '拟登记', width: 7, value: ({ proposedRegistration }) => (proposedRegistration ? '是' : '') },
];

const addOrganizations = (
  workbook: ExcelJS.Workbook,
  { organizations, districtName, rollup }: DistrictBook,
  note: string,
): void =>
  addPrintedSheet(workbook, {
    name: '组织名册',
    title: `${districtName}${periodWords(rollup.period)}社区社会组织名册`,
    note,
    paper: 'A3',
    columns: [runningNumber, ...organizationColumns],
    rows: organizations,
    empty: '还没有收到任何街道的台账。',
  });

interface DuplicateRow {
  readonly group: number;
  readonly reason: string;
  readonly organization: DistrictOrganization;
}

const duplicateRows = (duplicates: readonly DuplicateGroup[]): readonly DuplicateRow[] =>
  duplicates.flatMap(({ reason, shared, likeness, organizations }, index) =>
    organizations.map((organization) => ({
      group: index + 1,
      reason: `${duplicateReasonLabels[reason]}：${shared}${likeness < 1 ? `（${Math.round(likeness * 100)}%）` : ''}`,
      organization,
    })),
  );

const addDuplicates = (
  workbook: ExcelJS.Workbook,
  { duplicates, districtName, rollup }: DistrictBook,
  note: string,
): void =>
  addPrintedSheet<DuplicateRow>(workbook, {
    name: '疑似重复',
    title: `${districtName}${periodWords(rollup.period)}疑似重复的组织`,
    note: `${note}　只供核对，不说明一定重复`,
    paper: 'A3',
    columns: [
      { header: '组', width: 6, value: ({ group }) => group },
      { header: '相同之处', width: 34, value: ({ reason }) => reason },
      ...organizationColumns.slice(0, 9).map((column): SheetColumn<DuplicateRow> => ({
        ...column,
        value: ({ organization }, index) => column.value(organization, index),
      })),
    ],
    rows: duplicateRows(duplicates),
    empty: '没有发现疑似重复的组织。',
  });

/** 汇总.xlsx: the roll-up, the periods side by side, who reported, every organization, and likely duplicates. */
export const districtWorkbook = async (book: DistrictBook): Promise<Uint8Array<ArrayBuffer>> => {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(`${book.madeOn}T00:00:00Z`);
  workbook.modified = workbook.created;
  const note = `汇总单位：${book.bureauName}　应报 ${book.period.expected} 个街道，已报 ${book.period.reported} 个　汇总日期：${book.madeOn}`;
  for (const add of [addRollup, addReporting, addTrend, addOrganizations, addDuplicates])
    add(workbook, book, note);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
