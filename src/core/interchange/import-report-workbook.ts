import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import type { FindingCode, ImportCounts, ImportFinding } from '../../shared/domain/workbook-import.ts';
import { findingLabels, findingLevelLabels, importFieldLabels } from '../../shared/labels/workbook-import.ts';

const levels: readonly ImportFinding['level'][] = ['refused', 'changed', 'warning'];

const countWords: Readonly<Record<keyof ImportCounts, string>> = {
  rowsRead: '读取行数',
  rowsRefused: '退回行数',
  organizationsCreated: '新建组织',
  organizationsUpdated: '补充内容的组织',
  peopleCreated: '新建人员',
  peopleMatched: '已有人员',
  membershipsCreated: '新建成员关系',
  traineesCreated: '新增培训对象',
  valuesChanged: '改动的值',
  warnings: '请核对',
};

const columns = [
  { header: '工作表', width: 16 },
  { header: '行', width: 8 },
  { header: '列', width: 6 },
  { header: '项目', width: 16 },
  { header: '情况', width: 40 },
  { header: '原来', width: 26 },
  { header: '现在', width: 26 },
  { header: '建议', width: 40 },
].map((column) => ({ ...column, style: { numFmt: '@' } }));

const rowOf = ({ sheet, row, column, field, code, before, after }: ImportFinding): string[] => [
  sheet,
  row === 0 ? '' : String(row),
  column ?? '',
  field === null ? '' : importFieldLabels[field],
  findingLabels[code].happened,
  before ?? '',
  after ?? '',
  findingLabels[code].advice,
];

const addSummary = (
  workbook: ExcelJS.Workbook,
  counts: ImportCounts,
  findings: readonly ImportFinding[],
): void => {
  const sheet = workbook.addWorksheet('汇总');
  sheet.columns = [{ width: 16 }, { width: 44 }, { width: 10 }];
  for (const [key, word] of Object.entries(countWords)) {
    sheet.addRow([word, '', counts[key as keyof ImportCounts]]);
  }
  sheet.addRow([]);
  for (const level of levels) {
    const byCode = new Map<FindingCode, number>();
    for (const { code, level: own } of findings) {
      if (own === level) byCode.set(code, (byCode.get(code) ?? 0) + 1);
    }
    for (const [code, count] of [...byCode].sort(([, one], [, other]) => other - one)) {
      sheet.addRow([findingLevelLabels[level], findingLabels[code].happened, count]);
    }
  }
};

/** Every refusal, change and warning of an import: a summary, then one sheet per level. Text cells throughout. */
export const writeReportWorkbook = async (
  counts: ImportCounts,
  findings: readonly ImportFinding[],
): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  addSummary(workbook, counts, findings);
  for (const level of levels) {
    const sheet = workbook.addWorksheet(findingLevelLabels[level], {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    sheet.columns = columns;
    sheet.addRows(findings.filter((finding) => finding.level === level).map(rowOf));
    sheet.getRow(1).font = { bold: true };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
