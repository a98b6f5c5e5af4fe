import type { CertificateFilter } from '../../../shared/contract/certificates.ts';
import { addDays } from '../../../shared/domain/calendar-days.ts';
import { certificateStanding } from '../../../shared/domain/certificate-life.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { certificateRow, type CertificateRow } from '../../../shared/domain/filing.ts';
import type { Reader, SqlValue } from '../archive-store.ts';

const concernConditions: Readonly<Record<NonNullable<CertificateFilter['concern']>, string>> = {
  expiring: `t.status = 'valid' AND t.valid_to BETWEEN :today AND :remindTo`,
  expired: `t.status = 'valid' AND t.valid_to < :today`,
  outstanding: `t.status <> 'valid' AND t.recovered_on IS NULL AND t.loss_published_on IS NULL`,
  waiting: `t.status = 'valid' AND t.collected_on IS NULL AND t.import_id IS NULL AND length(t.issued_on) = 10`,
};

interface ListDay {
  readonly today: IsoDate;
  /** Days before the end on which the rules remind. */
  readonly reminderDays: readonly number[];
}

const conditionsOf = (
  filter: CertificateFilter,
  { today, reminderDays }: ListDay,
): { readonly where: string; readonly parameters: Record<string, SqlValue> } => {
  const concern = filter.concern === null ? '1' : concernConditions[filter.concern];
  const text = filter.text.trim();
  const where = String.raw`(:text = '%%' OR t.filing_number LIKE :text ESCAPE '\' OR o.name LIKE :text ESCAPE '\'
      OR t.printed ->> 'organizationName' LIKE :text ESCAPE '\')
    AND (:communities = '[]' OR o.community_id IN (SELECT value FROM json_each(:communities)))
    AND (:statuses = '[]' OR t.status IN (SELECT value FROM json_each(:statuses)))
    AND (${concern})`;
  const all: Record<string, SqlValue> = {
    text: `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
    communities: JSON.stringify(filter.communityIds),
    statuses: JSON.stringify(filter.statuses),
    today,
    remindTo: addDays(today, Math.max(0, ...reminderDays)),
  };
  // The driver refuses a parameter that the statement does not name.
  const parameters = Object.fromEntries(Object.entries(all).filter(([name]) => where.includes(`:${name}`)));
  return { where, parameters };
};

const source = `FROM certificates t JOIN organizations o ON o.id = t.organization_id
  JOIN communities c ON c.id = o.community_id`;

/** The register of certificates, newest first. @param limit -1 for all */
export const listCertificateRows = (
  reader: Reader,
  filter: CertificateFilter,
  day: ListDay,
  offset: number,
  limit: number,
): readonly CertificateRow[] => {
  const { where, parameters } = conditionsOf(filter, day);
  return reader
    .all<Record<string, SqlValue>>(
      `SELECT t.id, t.organization_id AS organizationId, t.filing_id AS filingId, t.filing_number AS filingNumber,
         t.kind, t.issue_reason AS issueReason, t.printed ->> 'organizationName' AS organizationName,
         c.name AS communityName, t.issued_on AS issuedOn, t.valid_to AS validTo, t.issued_by AS issuedBy,
         t.collected_by AS collectedBy, t.collected_on AS collectedOn, t.status, t.recovered_by AS recoveredBy,
         t.recovered_on AS recoveredOn, t.loss_place AS lossPlace, t.loss_published_on AS lossPublishedOn,
         t.void_reason AS voidReason
       ${source} WHERE ${where} ORDER BY t.issued_on DESC, t.recorded_at DESC, t.id LIMIT :limit OFFSET :offset`,
      { ...parameters, limit, offset },
    )
    .map(({ lossPlace, lossPublishedOn, ...row }) => {
      const lossStatement =
        lossPublishedOn === null ? null : { place: String(lossPlace), publishedOn: String(lossPublishedOn) };
      const read = certificateRow.omit({ standing: true }).parse({ ...row, lossStatement });
      return { ...read, standing: certificateStanding(read, day.today, day.reminderDays) };
    });
};

export const countCertificateRows = (reader: Reader, filter: CertificateFilter, day: ListDay): number => {
  const { where, parameters } = conditionsOf(filter, day);
  return (
    reader.get<{ total: number }>(`SELECT count(*) AS total ${source} WHERE ${where}`, parameters)?.total ?? 0
  );
};
