import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { PackageId } from '../../../shared/domain/ids.ts';
import {
  packageRecord,
  type HandOver,
  type PackageRecord,
  type PeriodCode,
} from '../../../shared/domain/ledger.ts';
import type { SubmissionReceipt } from '../../../shared/domain/submission-receipt.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

/** Name of a finished package; null when there is none with this id. */
export const packageFileName = (reader: Reader, id: string): string | null =>
  reader.get<{ fileName: string }>('SELECT file_name AS fileName FROM packages WHERE id = ?', [id])
    ?.fileName ?? null;

const handOvers = `(SELECT json_group_array(json_object('at', h.handed_at, 'means', h.means, 'to', h.handed_to, 'by',
    h.handed_by, 'readBack', json(CASE h.read_back WHEN 1 THEN 'true' ELSE 'false' END)) ORDER BY h.sequence)
  FROM package_hand_overs h WHERE h.package_id = p.id)`;

/** The last word of the bureau counts. */
const lastReceipt = (column: string): string =>
  `(SELECT ${column} FROM package_receipts r WHERE r.package_id = p.id ORDER BY r.decided_at DESC LIMIT 1)`;

const columns = `p.id, p.period, p.serial, p.file_name AS fileName, p.byte_length AS byteLength, p.sha256, p.recipients,
  p.organization_count AS organizationCount, p.scan_count AS scanCount, p.created_at AS createdAt, p.correction,
  p.follows, p.ledger_sha256 AS ledgerSha256, ${handOvers} AS handOvers,
  ${lastReceipt('r.receipt')} AS receipt, ${lastReceipt('r.imported_at')} AS importedAt`;

const json = (value: SqlValue | undefined): unknown => JSON.parse(String(value));

const receiptOf = (value: SqlValue | undefined, importedAt: SqlValue | undefined): unknown => {
  if (value === null || value === undefined) return null;
  // written by insertReceipt, which takes parsed receipts only
  const receipt = json(value) as SubmissionReceipt;
  return { ...receipt, bureau: receipt.bureau.name, importedAt };
};

const toRecord = ({
  recipients,
  handOvers: handed,
  receipt,
  importedAt,
  ...row
}: Record<string, SqlValue>): PackageRecord =>
  packageRecord.parse({
    ...row,
    recipients: json(recipients),
    handOvers: json(handed),
    receipt: receiptOf(receipt, importedAt),
  });

/** Packages ever made, the newest first. */
export const listPackages = (reader: Reader): readonly PackageRecord[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT ${columns} FROM packages p ORDER BY p.created_at DESC, p.serial DESC`,
    )
    .map(toRecord);

export const getPackage = (reader: Reader, id: PackageId): PackageRecord | null => {
  const row = reader.get<Record<string, SqlValue>>(`SELECT ${columns} FROM packages p WHERE p.id = ?`, [id]);
  return row === undefined ? null : toRecord(row);
};

/** The package with this digest; null where none of ours has it. */
export const packageBySha256 = (reader: Reader, sha256: string): PackageRecord | null => {
  const row = reader.get<Record<string, SqlValue>>(`SELECT ${columns} FROM packages p WHERE p.sha256 = ?`, [
    sha256,
  ]);
  return row === undefined ? null : toRecord(row);
};

export const insertPackage = (writer: Writer, value: PackageRecord): void => {
  const { handOvers: _none, receipt: _noReceipt, ...row } = value;
  writer.run(
    `INSERT INTO packages (id, period, serial, file_name, byte_length, sha256, recipients, organization_count, scan_count,
       created_at, correction, follows, ledger_sha256)
     VALUES (:id, :period, :serial, :fileName, :byteLength, :sha256, :recipients, :organizationCount, :scanCount,
       :createdAt, :correction, :follows, :ledgerSha256)`,
    { ...row, recipients: JSON.stringify(value.recipients) },
  );
};

export const nextPackageSerial = (reader: Reader, period: PeriodCode): number =>
  (reader.get<{ serial: number | null }>('SELECT max(serial) AS serial FROM packages WHERE period = ?', [
    period,
  ])?.serial ?? 0) + 1;

export const insertHandOver = (writer: Writer, id: PackageId, handOver: HandOver): void => {
  writer.run(
    `INSERT INTO package_hand_overs (package_id, handed_at, means, handed_to, handed_by, read_back)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [id, handOver.at, handOver.means, handOver.to, handOver.by, handOver.readBack ? 1 : 0],
  );
};

/** Keeps a verified receipt as it was signed; the same one again changes nothing. */
export const insertReceipt = (
  writer: Writer,
  id: PackageId,
  receipt: SubmissionReceipt,
  signedFile: Uint8Array,
  at: IsoInstant,
): void => {
  writer.run(
    `INSERT INTO package_receipts (package_id, decided_at, receipt, signed_file, imported_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (package_id, decided_at) DO NOTHING`,
    [id, receipt.decidedAt, JSON.stringify(receipt), signedFile, at],
  );
};
