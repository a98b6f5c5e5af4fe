import type { ArchiveItem } from '../../shared/domain/archive-item.ts';
import { listArchiveItems, type ItemFilter } from '../db/repositories/archive-items.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';

interface NumberedItem extends ArchiveItem {
  readonly line: number;
}

/** The nine columns of a catalogue — DA/T 22-2015, 5.5.2. */
const columns: readonly ListColumn<NumberedItem>[] = [
  { header: '序号', width: 6, value: ({ line }) => line },
  { header: '档号', width: 30, value: ({ archivalCode }) => archivalCode },
  { header: '文号', width: 24, value: ({ documentNumber }) => documentNumber ?? '' },
  { header: '责任者', width: 24, value: ({ responsible }) => responsible ?? '' },
  { header: '题名', width: 48, value: ({ title }) => title },
  { header: '日期', width: 12, value: ({ datedOn }) => datedOn?.replaceAll('-', '') ?? '' },
  { header: '密级', width: 8, value: ({ secrecy }) => secrecy ?? '' },
  { header: '页数', width: 8, value: ({ pages }) => pages ?? '' },
  { header: '备注', width: 16, value: ({ remark }) => remark ?? '' },
];

/** The catalogue as shown, as a workbook. */
export const exportCatalogue = async (archive: OpenArchive, filter: ItemFilter): Promise<File> => {
  const items = await archive.store.read((reader) => listArchiveItems(reader, filter, 0, -1));
  return exportedList(archive, {
    name: '归档文件目录',
    sheetName: '归档文件目录',
    columns,
    rows: items.map((item, index) => ({ ...item, line: index + 1 })),
  });
};
