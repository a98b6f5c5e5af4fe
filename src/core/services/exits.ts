import { volumeWords, type EndedOrganization, type ExitFilter } from '../../shared/domain/exit.ts';
import { exitKindLabels } from '../../shared/labels/exit.ts';
import { countEnded, listEnded } from '../db/repositories/exits.ts';
import { writeListWorkbook, type ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { getOffice } from './office.ts';

export interface EndedPage {
  readonly rows: EndedOrganization[];
  readonly total: number;
}

/** Organizations that have ended: those to be sealed first, then by volume. */
export const readEnded = (
  { store }: OpenArchive,
  input: { readonly filter: ExitFilter; readonly offset: number; readonly limit: number },
): Promise<EndedPage> =>
  store.read((reader) => ({
    rows: [...listEnded(reader, input.filter, input.offset, input.limit)],
    total: countEnded(reader, input.filter),
  }));

const columns: readonly ListColumn<EndedOrganization>[] = [
  { header: '卷号', width: 16, value: (row) => (row.volume === null ? '' : volumeWords(row.volume)) },
  { header: '社区', width: 14, value: (row) => row.communityName },
  { header: '组织名称', width: 28, value: (row) => row.organizationName },
  { header: '备案号', width: 24, value: (row) => row.filingNumber ?? '' },
  { header: '退出方式', width: 12, value: (row) => exitKindLabels[row.kind] },
  { header: '退出日期', width: 12, value: (row) => row.exitedOn ?? '' },
  { header: '封存日期', width: 12, value: (row) => row.sealedOn ?? '' },
  { header: '封存人', width: 10, value: (row) => row.sealedBy ?? '' },
];

/** The list as shown, as a workbook. */
export const exportEnded = async (archive: OpenArchive, filter: ExitFilter): Promise<File> => {
  const { profile } = await getOffice(archive);
  const { rows } = await readEnded(archive, { filter, offset: 0, limit: -1 });
  const today = archive.ports.clock.today();
  const bytes = await writeListWorkbook({
    sheetName: '退出与封存',
    title: `${profile.streetName}社区社会组织退出与封存登记`,
    note: `填报单位：${profile.hubName}　导出日期：${today}　共 ${rows.length} 个`,
    columns,
    rows,
  });
  return new File([bytes], `退出与封存登记-${today}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
};
