import type { CertificateFilter } from '../../shared/contract/certificates.ts';
import type { CertificateRow } from '../../shared/domain/filing.ts';
import {
  certificateKindLabels,
  certificateStandingLabels,
  certificateStatusLabels,
} from '../../shared/labels/certificate.ts';
import type { Reader } from '../db/archive-store.ts';
import { countCertificateRows, listCertificateRows } from '../db/repositories/certificate-rows.ts';
import { writeListWorkbook, type ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { getOffice } from './office.ts';
import { rulesOn } from './rules.ts';

const dayOf = (reader: Reader, today: string) => ({
  today,
  reminderDays: rulesOn(reader, today).body.certificateReminderDays,
});

/** One page of the register of certificates. */
export const listCertificateRegister = (
  { store, ports }: OpenArchive,
  input: { readonly filter: CertificateFilter; readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: CertificateRow[]; readonly total: number }> =>
  store.read((reader) => {
    const day = dayOf(reader, ports.clock.today());
    return {
      rows: [...listCertificateRows(reader, input.filter, day, input.offset, input.limit)],
      total: countCertificateRows(reader, input.filter, day),
    };
  });

const whereabouts = ({ recoveredBy, recoveredOn, lossStatement }: CertificateRow): string => {
  if (lossStatement !== null) return `${lossStatement.publishedOn} ${lossStatement.place} 声明遗失`;
  return recoveredOn === null ? '' : `${recoveredOn} ${recoveredBy ?? ''} 收缴`;
};

const columns: readonly ListColumn<CertificateRow>[] = [
  { header: '备案号', width: 24, value: (row) => row.filingNumber },
  { header: '组织名称', width: 28, value: (row) => row.organizationName },
  { header: '社区', width: 14, value: (row) => row.communityName },
  { header: '发证种类', width: 10, value: (row) => certificateKindLabels[row.kind] },
  { header: '发证原因', width: 12, value: (row) => row.issueReason },
  { header: '发证日期', width: 12, value: (row) => row.issuedOn },
  { header: '有效期至', width: 12, value: (row) => row.validTo ?? '' },
  { header: '发证人', width: 16, value: (row) => row.issuedBy },
  { header: '领证人', width: 10, value: (row) => row.collectedBy ?? '' },
  { header: '领证日期', width: 12, value: (row) => row.collectedOn ?? '' },
  { header: '状态', width: 10, value: (row) => certificateStatusLabels[row.status] },
  { header: '情况', width: 12, value: (row) => certificateStandingLabels[row.standing] },
  { header: '收缴或遗失声明', width: 26, value: whereabouts },
  { header: '作废原因', width: 20, value: (row) => row.voidReason ?? '' },
];

/** The register as shown, as a workbook. */
export const exportCertificateRegister = async (
  archive: OpenArchive,
  filter: CertificateFilter,
): Promise<File> => {
  const { profile } = await getOffice(archive);
  const today = archive.ports.clock.today();
  const rows = await archive.store.read((reader) =>
    listCertificateRows(reader, filter, dayOf(reader, today), 0, -1),
  );
  const bytes = await writeListWorkbook({
    sheetName: '备案证书',
    title: `${profile.streetName}社区社会组织备案证书登记簿`,
    note: `填报单位：${profile.hubName}　导出日期：${today}　共 ${rows.length} 本`,
    columns,
    rows,
  });
  return new File([bytes], `备案证书登记簿-${today}.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
};
