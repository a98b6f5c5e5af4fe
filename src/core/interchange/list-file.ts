import { writeListWorkbook, type ListWorkbook } from './list-workbook.ts';

/** A list as a workbook that is offered for saving. @param name without its extension */
export const listFile = async <Row>(name: string, list: ListWorkbook<Row>): Promise<File> =>
  new File([await writeListWorkbook(list)], `${name}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
