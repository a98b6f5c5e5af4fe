import ExcelJS from 'exceljs';
import type { LedgerCorrection, LineChange } from '../../shared/domain/ledger-correction.ts';
import type { LedgerHead, LedgerSnapshot, PeriodFigures } from '../../shared/domain/ledger-snapshot.ts';
import {
  communitiesOf,
  figuresOf,
  standardTable,
  tableClasses,
  type StandardRow,
} from '../../shared/domain/ledger-tables.ts';
import { dispositionTypeLabels } from '../../shared/labels/dossier-record.ts';
import { lineFieldLabels, periodFigureLabels, periodWords } from '../../shared/labels/ledger.ts';
import { fourClassLabels } from '../../shared/labels/organization.ts';
import { ledgerSheetColumn, runningNumber, type SheetColumn } from '../../shared/labels/ledger-sheet.ts';
import { fieldWords } from './field-words.ts';
import { addPrintedSheet } from './printed-sheet.ts';

const workbookOf = (frozenOn: string): ExcelJS.Workbook => {
  const workbook = new ExcelJS.Workbook();
  // Of the day of freezing: the same ledger gives the same file.
  workbook.created = new Date(`${frozenOn}T00:00:00Z`);
  workbook.modified = workbook.created;
  return workbook;
};

const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await workbook.xlsx.writeBuffer());

const noteOf = ({ hub, startsOn, endsOn }: LedgerHead, frozenOn: string): string =>
  `填报单位：${hub.name}　报告期：${startsOn} 至 ${endsOn}　冻结日期：${frozenOn}`;

const addLedger = (workbook: ExcelJS.Workbook, snapshot: LedgerSnapshot, note: string): void => {
  const { statistics, organizations, street } = snapshot;
  const totals = new Map<string, string | number>([
    ['序号', '合计'],
    [ledgerSheetColumn('name').header, `在册 ${statistics.organizations} 个`],
    [ledgerSheetColumn('members').header, statistics.members],
    [ledgerSheetColumn('partyMembers').header, statistics.partyMembers],
  ]);
  const columns = [runningNumber, ...snapshot.columns.map(ledgerSheetColumn)];
  addPrintedSheet(workbook, {
    name: '工作台账',
    title: `${street.name}社区社会组织工作台账`,
    note,
    paper: 'A3',
    columns,
    rows: organizations,
    total: columns.map(({ header }) => totals.get(header) ?? ''),
  });
};

const addCandidates = (workbook: ExcelJS.Workbook, snapshot: LedgerSnapshot, note: string): void => {
  const reasons = new Map(snapshot.candidates.map((each) => [each.organizationId, each]));
  const rows = snapshot.organizations
    .filter((each) => each.proposedRegistration)
    .map((line) => ({ line, candidate: reasons.get(line.id) ?? null }));
  type Row = (typeof rows)[number];
  const own = (
    ['community', 'name', 'category', 'filingNumber', 'responsiblePerson', 'members', 'partyMembers'] as const
  )
    .map(ledgerSheetColumn)
    .map(({ header, width, value }): SheetColumn<Row> => ({
      header,
      width,
      value: ({ line }, index) => value(line, index),
    }));
  addPrintedSheet(workbook, {
    name: '拟登记台账',
    title: `${snapshot.street.name}拟登记台账`,
    note,
    paper: 'A4',
    columns: [
      runningNumber,
      ...own,
      { header: '规模较大', width: 18, value: ({ candidate }) => candidate?.scale ?? '' },
      { header: '影响力强', width: 18, value: ({ candidate }) => candidate?.influence ?? '' },
      { header: '作用明显', width: 18, value: ({ candidate }) => candidate?.effect ?? '' },
      { header: '培育示范点', width: 8, value: ({ candidate }) => (candidate?.demonstration ? '是' : '') },
    ],
    rows,
    empty: '本期没有列入拟登记台账的组织。',
  });
};

const addChanges = (workbook: ExcelJS.Workbook, snapshot: LedgerSnapshot, note: string): void => {
  const rows = snapshot.organizations.flatMap((organization) =>
    organization.events.map((event) => ({ organization, event })),
  );
  addPrintedSheet<(typeof rows)[number]>(workbook, {
    name: '本期备案与变更',
    title: `${snapshot.street.name}本期备案、变更、注销`,
    note,
    paper: 'A4',
    columns: [
      runningNumber,
      { header: '日期', width: 12, value: ({ event }) => event.on },
      { header: '社区（村）', width: 14, value: ({ organization }) => organization.community },
      { header: '组织名称', width: 30, value: ({ organization }) => organization.name },
      { header: '事项', width: 16, value: ({ event }) => event.kind },
      { header: '经办', width: 20, value: ({ event }) => event.detail ?? '' },
    ],
    rows,
    empty: '本期没有备案、变更、注销。',
  });
};

const addDispositions = (workbook: ExcelJS.Workbook, snapshot: LedgerSnapshot, note: string): void =>
  addPrintedSheet(workbook, {
    name: '处理结果',
    title: `${snapshot.street.name}本期处理结果`,
    note,
    paper: 'A4',
    columns: [
      runningNumber,
      { header: '日期', width: 12, value: (row) => row.on },
      { header: '社区（村）', width: 13, value: (row) => row.community },
      { header: '组织名称', width: 24, value: (row) => row.organization },
      { header: '机关', width: 14, value: (row) => row.authority },
      { header: '类型', width: 9, value: (row) => dispositionTypeLabels[row.type] },
      { header: '文号', width: 18, value: (row) => row.documentNumber ?? '' },
      { header: '事项', width: 22, value: (row) => row.title },
      { header: '结果', width: 24, value: (row) => row.result },
      { header: '整改期限', width: 11, value: (row) => row.rectifyBy ?? '' },
      { header: '整改办结', width: 11, value: (row) => row.rectifiedOn ?? '' },
    ],
    rows: snapshot.dispositions,
    empty: '本期没有处理结果。',
  });

const addTrainings = (workbook: ExcelJS.Workbook, snapshot: LedgerSnapshot, note: string): void =>
  addPrintedSheet(workbook, {
    name: '轮训',
    title: `${snapshot.street.name}本期轮训情况`,
    note,
    paper: 'A4',
    columns: [
      runningNumber,
      { header: '日期', width: 12, value: (row) => row.on },
      { header: '对象', width: 20, value: (row) => row.group },
      { header: '内容', width: 40, value: (row) => row.topic },
      { header: '人次', width: 8, value: (row) => row.participants },
    ],
    rows: snapshot.trainings,
    empty: '本期没有轮训记录。',
  });

const addStatistics = (workbook: ExcelJS.Workbook, snapshot: LedgerSnapshot, note: string): void => {
  const { rows, total } = standardTable(snapshot.organizations, communitiesOf(snapshot));
  const targets = new Map(
    snapshot.statistics.byCommunity.map(({ community, densityTarget }) => [community, densityTarget]),
  );
  const columns: readonly SheetColumn<StandardRow>[] = [
    { header: '社区（村）', width: 18, value: (row) => row.community },
    ...tableClasses.map((each, index): SheetColumn<StandardRow> => ({
      header: each === null ? '未分类' : fourClassLabels[each],
      width: 11,
      value: ({ counts }) => counts[index] ?? 0,
    })),
    { header: '组织合计', width: 9, value: (row) => row.organizations },
    { header: '成员数', width: 9, value: (row) => row.members },
    { header: '党员数', width: 9, value: (row) => row.partyMembers },
    { header: '密度目标', width: 9, value: ({ community }) => targets.get(community) ?? '' },
    {
      header: '达标',
      width: 7,
      value: ({ community, organizations }) => {
        const target = targets.get(community);
        if (target === undefined) return '';
        return organizations >= target ? '是' : '否';
      },
    },
  ];
  addPrintedSheet(workbook, {
    name: '统计',
    title: `${snapshot.street.name}社区社会组织统计表`,
    note,
    paper: 'A4',
    columns,
    rows,
    total: [...columns.slice(0, -2).map(({ value }) => value(total, 0)), '', ''],
  });
};

const addComparison = (workbook: ExcelJS.Workbook, snapshot: LedgerSnapshot, note: string): void => {
  const periods = [figuresOf(snapshot), ...snapshot.earlier];
  // of a literal record, whose keys these are
  const figures = Object.keys(periodFigureLabels) as (keyof typeof periodFigureLabels)[];
  addPrintedSheet<PeriodFigures>(workbook, {
    name: '各期对比',
    title: `${snapshot.street.name}各期对比`,
    note: `${note}　只列已经冻结的报告期`,
    paper: 'A4',
    columns: [
      { header: '报告期', width: 18, value: ({ period }) => periodWords(period) },
      ...figures.map((figure): SheetColumn<PeriodFigures> => ({
        header: periodFigureLabels[figure],
        width: 11,
        value: (row) => row[figure],
      })),
    ],
    rows: periods,
  });
};

/** 工作台账.xlsx: the ledger for people, from the same snapshot as ledger.json; prints on A3 and A4 landscape. */
export const ledgerWorkbook = async (snapshot: LedgerSnapshot): Promise<Uint8Array<ArrayBuffer>> => {
  const workbook = workbookOf(snapshot.frozenOn);
  const note = noteOf(snapshot, snapshot.frozenOn);
  for (const add of [
    addLedger,
    addCandidates,
    addChanges,
    addDispositions,
    addTrainings,
    addStatistics,
    addComparison,
  ])
    add(workbook, snapshot, note);
  return bytesOf(workbook);
};

/** 拟登记台账 by itself (FEATURES G12). */
export const candidatesWorkbook = async (snapshot: LedgerSnapshot): Promise<Uint8Array<ArrayBuffer>> => {
  const workbook = workbookOf(snapshot.frozenOn);
  addCandidates(workbook, snapshot, noteOf(snapshot, snapshot.frozenOn));
  return bytesOf(workbook);
};

const changeKinds = { added: '新增', changed: '更正', removed: '移出' } as const;

/** 补报更正.xlsx: every line that came, went or changed since the ledger was sent. */
export const correctionWorkbook = async (
  correction: LedgerCorrection,
  changes: readonly LineChange[],
): Promise<Uint8Array<ArrayBuffer>> => {
  const workbook = workbookOf(correction.frozenOn);
  addPrintedSheet(workbook, {
    name: '补报更正',
    title: `${correction.street.name}${periodWords(correction.period)}工作台账第 ${correction.number} 次补报更正`,
    note: `${noteOf(correction, correction.frozenOn)}　更正：${correction.corrects.fileName}　理由：${correction.reason}`,
    paper: 'A4',
    columns: [
      runningNumber,
      { header: '社区（村）', width: 14, value: (row) => row.community },
      { header: '组织名称', width: 26, value: (row) => row.organization },
      { header: '方式', width: 8, value: (row) => changeKinds[row.kind] },
      { header: '项目', width: 14, value: ({ field }) => (field === null ? '' : lineFieldLabels[field]) },
      { header: '原报', width: 30, value: ({ field, before }) => fieldWords(before, field) },
      { header: '更正为', width: 30, value: ({ field, after }) => fieldWords(after, field) },
    ],
    rows: changes,
    empty: '各组织的内容没有变化，更正的是统计、处理结果等附表。',
  });
  return bytesOf(workbook);
};
