import ExcelJS from 'exceljs';
import type { LedgerOrganization, LedgerSnapshot } from '../../shared/domain/ledger-snapshot.ts';
import {
  fourClassLabels,
  organizationStatusLabels,
  settlementLabels,
} from '../../shared/labels/organization.ts';
import { neutralText } from '../interchange/neutral-text.ts';

interface Column<Row> {
  readonly header: string;
  readonly width: number;
  readonly value: (row: Row, index: number) => string | number;
}

const ledgerColumns: readonly Column<LedgerOrganization>[] = [
  { header: '序号', width: 6, value: (_, index) => index + 1 },
  { header: '社区（村）', width: 13, value: (row) => row.community },
  { header: '城乡', width: 6, value: (row) => settlementLabels[row.settlement] },
  { header: '组织名称', width: 28, value: (row) => row.name },
  { header: '类别', width: 12, value: (row) => (row.category === null ? '' : fourClassLabels[row.category]) },
  { header: '状态', width: 10, value: (row) => organizationStatusLabels[row.status] },
  { header: '备案号', width: 24, value: (row) => row.filingNumber ?? '' },
  { header: '备案日期', width: 12, value: (row) => row.filedOn ?? '' },
  { header: '负责人', width: 10, value: (row) => row.responsiblePerson ?? '' },
  { header: '联系电话', width: 14, value: (row) => row.maskedPhone ?? '' },
  { header: '成员数', width: 8, value: (row) => row.members },
  { header: '党员数', width: 8, value: (row) => row.partyMembers },
  { header: '兜底党组织', width: 18, value: (row) => row.fallbackParty ?? '' },
  { header: '拟登记', width: 7, value: (row) => (row.proposedRegistration ? '是' : '否') },
  { header: '档案完整度', width: 8, value: (row) => `${row.completeness}%` },
  { header: '备注', width: 16, value: (row) => row.remark ?? '' },
];

const thin = { style: 'thin', color: { argb: 'FF808080' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const face = { name: '宋体', size: 10 } as const;

/** Excel's numbers for paper: 8 is A3, 9 is A4. */
const a3 = 8;
const a4 = 9;

const addSheet = <Row>(
  workbook: ExcelJS.Workbook,
  name: string,
  title: string,
  note: string,
  paperSize: number,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  total: readonly (string | number)[] | null,
): void => {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: {
      paperSize,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:3',
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
    views: [{ state: 'frozen', ySplit: 3 }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  sheet.addRow([title]).height = 30;
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.getCell(1, 1).font = { name: '宋体', size: 16, bold: true };
  sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.addRow([note]).font = face;
  sheet.mergeCells(2, 1, 2, columns.length);
  const header = sheet.addRow(columns.map((column) => column.header));
  header.font = { ...face, bold: true };
  header.eachCell((cell) => {
    cell.border = border;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  const addLine = (values: readonly (string | number)[]): void => {
    const line = sheet.addRow(
      values.map((value) => (typeof value === 'number' ? value : neutralText(value))),
    );
    line.font = face;
    line.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = border;
      cell.alignment = { vertical: 'middle', wrapText: true };
      if (typeof cell.value !== 'number') cell.numFmt = '@';
    });
  };
  rows.forEach((row, index) => addLine(columns.map((column) => column.value(row, index))));
  if (total !== null) addLine(total);
};

/** 工作台账.xlsx: the ledger for people, from the same snapshot as ledger.json; prints on A3 and A4 landscape. */
export const ledgerWorkbook = async (snapshot: LedgerSnapshot): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(`${snapshot.frozenOn}T00:00:00Z`);
  workbook.modified = workbook.created;
  const { statistics, organizations } = snapshot;
  const note = `填报单位：${snapshot.hub.name}　报告期：${snapshot.startsOn} 至 ${snapshot.endsOn}　冻结日期：${snapshot.frozenOn}`;
  const title = `${snapshot.street.name}社区社会组织工作台账`;
  const totalLine = ledgerColumns.map(({ header }) => {
    if (header === '序号') return '合计';
    if (header === '组织名称') return `共 ${statistics.organizations} 个`;
    if (header === '成员数') return statistics.members;
    return header === '党员数' ? statistics.partyMembers : '';
  });
  addSheet(workbook, '工作台账', title, note, a3, ledgerColumns, organizations, totalLine);

  const proposed = organizations.filter((each) => each.proposedRegistration);
  addSheet(
    workbook,
    '拟登记台账',
    `${snapshot.street.name}拟登记台账`,
    note,
    a4,
    ledgerColumns.slice(0, 12),
    proposed,
    null,
  );

  const events = organizations.flatMap((organization) =>
    organization.events.map((event) => ({ organization, event })),
  );
  addSheet(
    workbook,
    '本期备案与变更',
    `${snapshot.street.name}本期备案、变更、注销`,
    note,
    a4,
    [
      { header: '序号', width: 6, value: (_row, index) => index + 1 },
      { header: '日期', width: 12, value: ({ event }) => event.on },
      { header: '社区（村）', width: 14, value: ({ organization }) => organization.community },
      { header: '组织名称', width: 30, value: ({ organization }) => organization.name },
      { header: '事项', width: 16, value: ({ event }) => event.kind },
      { header: '经办', width: 20, value: ({ event }) => event.detail ?? '' },
    ] satisfies Column<(typeof events)[number]>[],
    events,
    null,
  );

  addSheet(
    workbook,
    '统计',
    `${snapshot.street.name}社区社会组织统计表`,
    note,
    a4,
    [
      { header: '社区（村）', width: 18, value: (row) => row.community },
      { header: '组织数', width: 10, value: (row) => row.organizations },
      { header: '成员数', width: 10, value: (row) => row.members },
      { header: '密度目标', width: 10, value: (row) => row.densityTarget },
      { header: '达标', width: 8, value: (row) => (row.organizations >= row.densityTarget ? '是' : '否') },
    ] satisfies Column<LedgerSnapshot['statistics']['byCommunity'][number]>[],
    statistics.byCommunity,
    ['合计', statistics.organizations, statistics.members, '', ''],
  );
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
