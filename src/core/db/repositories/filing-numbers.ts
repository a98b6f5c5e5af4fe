import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { FilingId, ImportId, OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

/**
 * The register of filing numbers. `filingNumber` is the canonical spelling (`canonicalFilingNumber`), so that two
 * spellings of one number cannot both be used.
 */
export interface FilingNumberRecord {
  readonly filingNumber: string;
  readonly year: number;
  /** null for a number that the rule did not make */
  readonly sequence: number | null;
  readonly organizationId: OrganizationId;
  readonly filingId: FilingId;
  readonly reason: string | null;
  readonly importId: ImportId | null;
  readonly recordedAt: IsoInstant;
}

export const insertFilingNumber = (writer: Writer, value: FilingNumberRecord): void => {
  writer.run(
    `INSERT INTO filing_numbers (filing_number, year, sequence, state, organization_id, filing_id, reason, recorded_at, import_id)
     VALUES (:filingNumber, :year, :sequence, 'assigned', :organizationId, :filingId, :reason, :recordedAt, :importId)`,
    { ...value },
  );
};

/** Takes a number out of use for good; it is not given again. */
export const voidFilingNumber = (writer: Writer, filingNumber: string, reason: string): void => {
  writer.run(`UPDATE filing_numbers SET state = 'void', reason = ? WHERE filing_number = ?`, [
    reason,
    filingNumber,
  ]);
};

/** True when the number was ever used by any organization but this one, or voided. */
export const isFilingNumberTaken = (
  reader: Reader,
  filingNumber: string,
  organizationId: OrganizationId,
): boolean =>
  reader.get(
    `SELECT 1 FROM filing_numbers
       WHERE filing_number = :filingNumber AND (organization_id <> :organizationId OR state = 'void')
     UNION ALL SELECT 1 FROM organizations WHERE filing_number = :filingNumber AND id <> :organizationId LIMIT 1`,
    { filingNumber, organizationId },
  ) !== undefined;

/** True when the register has the number, whoever holds it. */
export const isFilingNumberRegistered = (reader: Reader, filingNumber: string): boolean =>
  reader.get('SELECT 1 FROM filing_numbers WHERE filing_number = ?', [filingNumber]) !== undefined;

/** 0 where the year has none yet. */
export const highestSequence = (reader: Reader, year: number): number =>
  reader.get<{ highest: number | null }>(
    'SELECT max(sequence) AS highest FROM filing_numbers WHERE year = ?',
    [year],
  )?.highest ?? 0;

export interface RegisteredNumber {
  readonly filingNumber: string;
  readonly sequence: number | null;
  readonly state: 'assigned' | 'void';
  readonly organizationName: string | null;
  readonly reason: string | null;
}

/** The numbers of a year by sequence; numbers of another rule come last. */
export const listFilingNumbers = (reader: Reader, year: number): readonly RegisteredNumber[] =>
  reader.all<RegisteredNumber>(
    `SELECT n.filing_number AS filingNumber, n.sequence, n.state, o.name AS organizationName, n.reason
     FROM filing_numbers n LEFT JOIN organizations o ON o.id = n.organization_id
     WHERE n.year = ? ORDER BY n.sequence IS NULL, n.sequence, n.filing_number`,
    [year],
  );
