import { writeListWorkbook, type ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { getOffice } from './office.ts';

interface ExportedList<Row> {
  /** Title of the sheet after the street's name, and of the workbook. */
  readonly name: string;
  readonly sheetName: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A list as shown, as a workbook that says who made it and when. */
export const exportedList = async <Row>(
  archive: OpenArchive,
  { name, sheetName, columns, rows }: ExportedList<Row>,
): Promise<File> => {
  const { profile } = await getOffice(archive);
  const today = archive.ports.clock.today();
  const bytes = await writeListWorkbook({
    sheetName,
    title: `${profile.streetName}${name.replaceAll('_', ' ')}`,
    note: `填报单位：${profile.hubName}　导出日期：${today}　共 ${rows.length} 条`,
    columns,
    rows,
  });
  return new File([bytes], `${name}-${today}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
};
