import { certificate, type Certificate } from '../../../shared/domain/filing.ts';
import type { CertificateId, OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

/** What is printed on a certificate, frozen at issue, so that a reprint says the same. */
type Printed = Pick<
  Certificate,
  | 'organizationName'
  | 'responsiblePersonName'
  | 'businessScope'
  | 'premises'
  | 'activityArea'
  | 'category'
  | 'authorityName'
>;

const printedOf = (value: Certificate): Printed => ({
  organizationName: value.organizationName,
  responsiblePersonName: value.responsiblePersonName,
  businessScope: value.businessScope,
  premises: value.premises,
  activityArea: value.activityArea,
  category: value.category,
  authorityName: value.authorityName,
});

/** Status, and what became of the paper. */
const endOf = ({ status, recoveredBy, recoveredOn, lossStatement, voidReason }: Certificate) => ({
  status,
  recoveredBy,
  recoveredOn,
  lossPlace: lossStatement?.place ?? null,
  lossPublishedOn: lossStatement?.publishedOn ?? null,
  voidReason,
});

const columns = `id, organization_id AS organizationId, filing_id AS filingId, filing_number AS filingNumber, kind,
  issue_reason AS issueReason, printed, issued_on AS issuedOn, valid_to AS validTo, issued_by AS issuedBy,
  collected_by AS collectedBy, collector_phone AS collectorPhone, collected_on AS collectedOn, status,
  recovered_by AS recoveredBy, recovered_on AS recoveredOn, loss_place AS lossPlace, loss_published_on AS lossPublishedOn,
  void_reason AS voidReason`;

const toCertificate = ({
  printed,
  lossPlace,
  lossPublishedOn,
  ...row
}: Readonly<Record<string, SqlValue>>): Certificate =>
  certificate.parse({
    ...row,
    ...(JSON.parse(String(printed)) as Printed),
    lossStatement: lossPublishedOn === null ? null : { place: lossPlace, publishedOn: lossPublishedOn },
  });

export const getCertificate = (reader: Reader, id: CertificateId): Certificate | null => {
  const row = reader.get<Record<string, SqlValue>>(`SELECT ${columns} FROM certificates WHERE id = ?`, [id]);
  return row === undefined ? null : toCertificate(row);
};

/** Newest first. */
export const listCertificates = (reader: Reader, organizationId: OrganizationId): readonly Certificate[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT ${columns} FROM certificates WHERE organization_id = ? ORDER BY recorded_at DESC, id DESC`,
      [organizationId],
    )
    .map(toCertificate);

/** All that were ever issued under a number, newest first. */
export const certificatesOfNumber = (reader: Reader, filingNumber: string): readonly Certificate[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT ${columns} FROM certificates WHERE filing_number = ? ORDER BY recorded_at DESC, id DESC`,
      [filingNumber],
    )
    .map(toCertificate);

/** All that count no more, the oldest first. */
export const endedCertificates = (reader: Reader): readonly Certificate[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT ${columns} FROM certificates WHERE status <> 'valid' ORDER BY recorded_at, id`,
    )
    .map(toCertificate);

export const insertCertificate = (
  writer: Writer,
  value: Certificate,
  importId: string | null,
  recordedAt: string,
): void => {
  writer.run(
    `INSERT INTO certificates (id, organization_id, filing_id, filing_number, kind, issue_reason, printed, issued_on,
       valid_to, issued_by, collected_by, collector_phone, collected_on, status, recovered_by, recovered_on, loss_place,
       loss_published_on, void_reason, import_id, recorded_at)
     VALUES (:id, :organizationId, :filingId, :filingNumber, :kind, :issueReason, :printed, :issuedOn,
       :validTo, :issuedBy, :collectedBy, :collectorPhone, :collectedOn, :status, :recoveredBy, :recoveredOn, :lossPlace,
       :lossPublishedOn, :voidReason, :importId, :recordedAt)`,
    {
      id: value.id,
      organizationId: value.organizationId,
      filingId: value.filingId,
      filingNumber: value.filingNumber,
      kind: value.kind,
      issueReason: value.issueReason,
      printed: JSON.stringify(printedOf(value)),
      issuedOn: value.issuedOn,
      validTo: value.validTo,
      issuedBy: value.issuedBy,
      collectedBy: value.collectedBy,
      collectorPhone: value.collectorPhone,
      collectedOn: value.collectedOn,
      ...endOf(value),
      importId,
      recordedAt,
    },
  );
};

/** Stub and status; what is printed never changes. */
export const updateCertificateStub = (writer: Writer, value: Certificate): void => {
  writer.run(
    `UPDATE certificates SET collected_by = :collectedBy, collector_phone = :collectorPhone, collected_on = :collectedOn,
       status = :status, recovered_by = :recoveredBy, recovered_on = :recoveredOn, loss_place = :lossPlace,
       loss_published_on = :lossPublishedOn, void_reason = :voidReason WHERE id = :id`,
    {
      id: value.id,
      collectedBy: value.collectedBy,
      collectorPhone: value.collectorPhone,
      collectedOn: value.collectedOn,
      ...endOf(value),
    },
  );
};
