import {
  packageReview,
  receivedPackage,
  type PackageReview,
  type ReceivedPackage,
  type StreetCode,
} from '../../../shared/domain/bureau.ts';
import type { ReceivedPackageId, StreetKeyId } from '../../../shared/domain/ids.ts';
import type { PeriodCode } from '../../../shared/domain/ledger.ts';
import { submissionReceipt, type SubmissionReceipt } from '../../../shared/domain/submission-receipt.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

/** Also names the folders of their files. */
export const listReceivedPackageIds = (reader: Reader): readonly string[] =>
  reader.all<{ id: string }>('SELECT id FROM received_packages').map(({ id }) => id);

const columns = `p.id, p.street_code AS streetCode, s.name AS streetName, p.period, p.serial, p.correction,
  p.file_name AS fileName, p.byte_length AS byteLength, p.sha256, p.signed_by AS signedBy,
  p.organization_count AS organizationCount, p.scan_count AS scanCount, p.faults, p.notices,
  p.received_at AS receivedAt, p.imported_at AS importedAt, p.imported_by AS importedBy,
  l.package_id IS NOT NULL AS isCurrent,
  (SELECT r.receipt FROM given_receipts r WHERE r.package_id = p.id ORDER BY r.decided_at DESC LIMIT 1) AS receipt`;
const tables = `received_packages p
  JOIN registered_streets s ON s.code = p.street_code
  LEFT JOIN district_ledgers l ON l.package_id = p.id`;

type Row = Readonly<Record<string, SqlValue>>;

const fromRow = ({ isCurrent, receipt, ...row }: Row): ReceivedPackage =>
  receivedPackage.parse({
    ...row,
    current: isCurrent === 1,
    receipt: receipt === null ? null : JSON.parse(String(receipt)),
  });

/** The newest first. */
export const listReceivedPackages = (
  reader: Reader,
  {
    period = null,
    streetCode = null,
  }: { readonly period?: PeriodCode | null; readonly streetCode?: StreetCode | null } = {},
): readonly ReceivedPackage[] =>
  reader
    .all<Row>(
      `SELECT ${columns} FROM ${tables}
       WHERE (:period IS NULL OR p.period = :period) AND (:streetCode IS NULL OR p.street_code = :streetCode)
       ORDER BY p.imported_at DESC, p.street_code, p.serial DESC`,
      { period, streetCode },
    )
    .map(fromRow);

export const getReceivedPackage = (reader: Reader, id: ReceivedPackageId): ReceivedPackage | null => {
  const row = reader.get<Row>(`SELECT ${columns} FROM ${tables} WHERE p.id = ?`, [id]);
  return row === undefined ? null : fromRow(row);
};

/** With which of the bureau's and the street's keys a package was taken in. */
export const keysOfReceivedPackage = (
  reader: Reader,
  id: ReceivedPackageId,
): { readonly recipient: string; readonly signingKey: string } | null =>
  reader.get<{ recipient: string; signingKey: string }>(
    `SELECT p.recipient, k.signing_key AS signingKey FROM received_packages p
     JOIN street_keys k ON k.id = p.street_key_id WHERE p.id = ?`,
    [id],
  ) ?? null;

/** Name of the kept file; null when there is none with this id. */
export const receivedPackageFileName = (reader: Reader, id: string): string | null =>
  reader.get<{ fileName: string }>('SELECT file_name AS fileName FROM received_packages WHERE id = ?', [id])
    ?.fileName ?? null;

/** The package with this digest; null where none has it. */
export const receivedPackageByDigest = (
  reader: Reader,
  sha256: string,
): { readonly id: ReceivedPackageId; readonly fileName: string } | null =>
  reader.get<{ id: ReceivedPackageId; fileName: string }>(
    'SELECT id, file_name AS fileName FROM received_packages WHERE sha256 = ?',
    [sha256],
  ) ?? null;

export interface NewReceivedPackage {
  readonly id: ReceivedPackageId;
  readonly streetCode: StreetCode;
  readonly period: PeriodCode;
  readonly serial: number;
  readonly correction: number | null;
  readonly baseId: ReceivedPackageId | null;
  readonly fileName: string;
  readonly byteLength: number;
  readonly sha256: string;
  readonly signedBy: string;
  readonly streetKeyId: StreetKeyId;
  /** Of the bureau's identity that opens it: receipts are signed with the key of the same card. */
  readonly recipient: string;
  readonly ledgerSha256: string;
  readonly review: PackageReview;
  readonly receivedAt: string;
  readonly importedAt: string;
  readonly importedBy: string;
}

/** @param ledgerJson the ledger after it, in canonical JSON */
export const insertReceivedPackage = (
  writer: Writer,
  { review, ...value }: NewReceivedPackage,
  ledgerJson: string,
): void => {
  writer.run(
    `INSERT INTO received_packages (id, street_code, period, serial, correction, base_id, file_name, byte_length, sha256,
       signed_by, street_key_id, recipient, ledger_sha256, review, faults, notices, organization_count, scan_count, received_at,
       imported_at, imported_by)
     VALUES (:id, :streetCode, :period, :serial, :correction, :baseId, :fileName, :byteLength, :sha256, :signedBy,
       :streetKeyId, :recipient, :ledgerSha256, :review, :faults, :notices, :organizations, :scans, :receivedAt, :importedAt,
       :importedBy)`,
    {
      ...value,
      review: JSON.stringify(review),
      faults: review.findings.filter(({ level }) => level === 'fault').length,
      notices: review.findings.filter(({ level }) => level === 'notice').length,
      organizations: review.counts.organizations,
      scans: review.counts.scans,
    },
  );
  writer.run('INSERT INTO received_ledgers (package_id, ledger_json) VALUES (?, ?)', [
    value.id,
    Buffer.from(ledgerJson),
  ]);
};

export const receivedReview = (reader: Reader, id: ReceivedPackageId): PackageReview | null => {
  const row = reader.get<{ review: string }>('SELECT review FROM received_packages WHERE id = ?', [id]);
  return row === undefined ? null : packageReview.parse(JSON.parse(row.review));
};

/** The ledger after a package: its canonical JSON, and the digest that corrections name it by. */
export const receivedLedger = (
  reader: Reader,
  id: ReceivedPackageId,
): { readonly json: string; readonly sha256: string } | null => {
  const row = reader.get<{ json: Uint8Array; sha256: string }>(
    `SELECT l.ledger_json AS json, p.ledger_sha256 AS sha256 FROM received_ledgers l
     JOIN received_packages p ON p.id = l.package_id WHERE l.package_id = ?`,
    [id],
  );
  return row === undefined ? null : { ...row, json: Buffer.from(row.json).toString('utf8') };
};

export const insertGivenReceipt = (
  writer: Writer,
  id: ReceivedPackageId,
  receipt: SubmissionReceipt,
  signedFile: string,
): void => {
  writer.run(
    'INSERT INTO given_receipts (package_id, decided_at, receipt, signed_file) VALUES (?, ?, ?, ?)',
    [id, receipt.decidedAt, JSON.stringify(receipt), signedFile],
  );
};

/** The last receipt as it was signed; null while the package is not answered. */
export const lastGivenReceipt = (reader: Reader, id: ReceivedPackageId): string | null =>
  reader.get<{ file: string }>(
    'SELECT signed_file AS file FROM given_receipts WHERE package_id = ? ORDER BY decided_at DESC LIMIT 1',
    [id],
  )?.file ?? null;

/** What the last receipt says; null while the package is not answered. */
export const lastReceiptFacts = (reader: Reader, id: ReceivedPackageId): SubmissionReceipt | null => {
  const row = reader.get<{ receipt: string }>(
    'SELECT receipt FROM given_receipts WHERE package_id = ? ORDER BY decided_at DESC LIMIT 1',
    [id],
  );
  return row === undefined ? null : submissionReceipt.parse(JSON.parse(row.receipt));
};
