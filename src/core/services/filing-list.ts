import type { FilingRow } from '../../shared/domain/filing.ts';
import { entryModeLabels, filingKindLabels, filingStateLabels } from '../../shared/labels/filing.ts';
import { listFilingRows, type FilingRowFilter } from '../db/repositories/filing-rows.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';

const columns: readonly ListColumn<FilingRow>[] = [
  { header: '组织', width: 30, value: (row) => row.organizationName },
  { header: '社区', width: 16, value: (row) => row.communityName },
  { header: '办理', width: 12, value: (row) => filingKindLabels[row.kind] },
  { header: '方式', width: 10, value: (row) => entryModeLabels[row.entryMode] },
  { header: '进度', width: 14, value: (row) => filingStateLabels[row.state] },
  { header: '开始', width: 12, value: (row) => row.startedOn },
  { header: '办理期限', width: 12, value: (row) => row.dueOn ?? '' },
  { header: '逾期天数', width: 10, value: (row) => (row.overdueDays === 0 ? '' : row.overdueDays) },
];

/** The list of filings as shown, as a workbook (FEATURES M2). */
export const exportFilings = async (
  archive: OpenArchive,
  filter: Omit<FilingRowFilter, 'organizationId'>,
): Promise<File> => {
  const rows = await archive.store.read((reader) =>
    listFilingRows(reader, { ...filter, organizationId: null }, archive.ports.clock.today(), 0, -1),
  );
  return exportedList(archive, { name: '备案办理名单', sheetName: '备案办理', columns, rows });
};
