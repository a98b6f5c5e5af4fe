import type { IsoDate, IsoInstant } from '../../../shared/domain/dates.ts';
import {
  bureauKey,
  packageRecord,
  type BureauKey,
  type PackageRecord,
  type PeriodCode,
} from '../../../shared/domain/ledger.ts';
import type { BureauKeyId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

export interface StoredSnapshot {
  readonly period: PeriodCode;
  readonly frozenAt: IsoInstant;
  readonly json: Uint8Array;
  readonly sha256: string;
}

export const getSnapshot = (reader: Reader, period: PeriodCode): StoredSnapshot | null =>
  reader.get<StoredSnapshot>(
    'SELECT period, frozen_at AS frozenAt, ledger_json AS json, sha256 FROM ledger_snapshots WHERE period = ?',
    [period],
  ) ?? null;

/** A frozen period stays as it is; freezing twice is refused by its key. */
export const insertSnapshot = (writer: Writer, snapshot: StoredSnapshot, memberRows: number): void => {
  writer.run(
    'INSERT INTO ledger_snapshots (period, frozen_at, ledger_json, sha256, member_rows) VALUES (?, ?, ?, ?, ?)',
    [snapshot.period, snapshot.frozenAt, snapshot.json, snapshot.sha256, memberRows],
  );
};

export const listSnapshots = (reader: Reader): readonly Omit<StoredSnapshot, 'json'>[] =>
  reader.all('SELECT period, frozen_at AS frozenAt, sha256 FROM ledger_snapshots ORDER BY period');

const toBureauKey = (row: unknown): BureauKey => bureauKey.parse(row);
const bureauColumns =
  'id, name, recipient, fingerprint, confirmed_by AS confirmedBy, confirmed_at AS confirmedAt';

export const listBureauKeys = (reader: Reader): readonly BureauKey[] =>
  reader.all(`SELECT ${bureauColumns} FROM bureau_keys ORDER BY added_at, id`).map(toBureauKey);

export const insertBureauKey = (writer: Writer, value: BureauKey, at: IsoInstant): void => {
  writer.run(
    `INSERT INTO bureau_keys (id, name, recipient, fingerprint, confirmed_by, confirmed_at, added_at)
     VALUES (:id, :name, :recipient, :fingerprint, :confirmedBy, :confirmedAt, :at)`,
    { ...value, at },
  );
};

export const confirmBureauKeyRow = (
  writer: Writer,
  id: BureauKeyId,
  confirmedBy: string,
  at: IsoInstant,
): number =>
  writer.run('UPDATE bureau_keys SET confirmed_by = ?, confirmed_at = ? WHERE id = ?', [confirmedBy, at, id])
    .changes;

export const deleteBureauKey = (writer: Writer, id: BureauKeyId): void => {
  writer.run('DELETE FROM bureau_keys WHERE id = ?', [id]);
};

export interface OfficeKey {
  readonly kind: 'signing' | 'escrow';
  readonly publicKey: string;
  readonly secretKey: string;
}

export const currentOfficeKeys = (reader: Reader): readonly OfficeKey[] =>
  reader.all(
    'SELECT kind, public_key AS publicKey, secret_key AS secretKey FROM office_keys WHERE retired_at IS NULL ORDER BY created_at',
  );

export const insertOfficeKey = (writer: Writer, id: string, key: OfficeKey, at: IsoInstant): void => {
  writer.run(
    'INSERT INTO office_keys (id, kind, public_key, secret_key, created_at) VALUES (?, ?, ?, ?, ?)',
    [id, key.kind, key.publicKey, key.secretKey, at],
  );
};

const packageColumns = `id, period, serial, file_name AS fileName, byte_length AS byteLength, sha256, recipients,
  organization_count AS organizationCount, scan_count AS scanCount, created_at AS createdAt`;

export const listPackages = (reader: Reader): readonly PackageRecord[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT ${packageColumns} FROM packages ORDER BY created_at DESC, serial DESC`,
    )
    .map(({ recipients, ...row }) =>
      packageRecord.parse({ ...row, recipients: JSON.parse(String(recipients)) as unknown }),
    );

export const insertPackage = (writer: Writer, value: PackageRecord): void => {
  writer.run(
    `INSERT INTO packages (id, period, serial, file_name, byte_length, sha256, recipients, organization_count, scan_count, created_at)
     VALUES (:id, :period, :serial, :fileName, :byteLength, :sha256, :recipients, :organizationCount, :scanCount, :createdAt)`,
    { ...value, recipients: JSON.stringify(value.recipients) },
  );
};

export const nextPackageSerial = (reader: Reader, period: PeriodCode): number =>
  (reader.get<{ serial: number | null }>('SELECT max(serial) AS serial FROM packages WHERE period = ?', [
    period,
  ])?.serial ?? 0) + 1;

export interface LedgerLine {
  readonly id: string;
  readonly community: string;
  readonly communityCode: string;
  readonly settlement: string;
  readonly name: string;
  readonly category: string | null;
  readonly status: string;
  readonly filingNumber: string | null;
  readonly filedOn: string | null;
  readonly responsiblePerson: string | null;
  readonly phone: string | null;
  readonly members: number;
  readonly partyMembers: number;
  readonly declaredMembers: number | null;
  readonly fallbackParty: string | null;
  readonly proposedRegistration: number;
  readonly completeness: number;
  readonly remark: string | null;
}

/** One line per organization that is or was filed, in the ledger's order: community, then name. */
export const listLedgerLines = (reader: Reader): readonly LedgerLine[] =>
  reader.all<LedgerLine>(
    `SELECT o.id, c.name AS community, c.code AS communityCode, c.settlement, o.name, k.code AS category, o.status,
       o.filing_number AS filingNumber, o.filed_on AS filedOn, p.name AS responsiblePerson, o.contact_phone AS phone,
       o.member_count AS members, o.party_member_count AS partyMembers, o.declared_member_count AS declaredMembers,
       o.fallback_party_name AS fallbackParty, o.proposed_registration AS proposedRegistration, o.completeness, o.remark
     FROM organizations o JOIN communities c ON c.id = o.community_id
     LEFT JOIN organization_categories k ON k.organization_id = o.id AND k.scheme = 'four-class'
     LEFT JOIN people p ON p.id = o.responsible_person_id
     WHERE o.status NOT IN ('preparing', 'filing', 'refused')
     ORDER BY c.position, o.name_pinyin, o.id`,
  );

export interface LedgerEvent {
  readonly organizationId: string;
  readonly occurredOn: string;
  readonly kind: string;
  readonly detail: string | null;
}

/** Filing steps that took place in a period; back-entered paper counts on the day it bears. */
export const listLedgerEvents = (reader: Reader, from: IsoDate, to: IsoDate): readonly LedgerEvent[] =>
  reader.all<LedgerEvent>(
    `SELECT f.organization_id AS organizationId, s.acted_on AS occurredOn, f.kind || ':' || s.action AS kind, s.actor AS detail
     FROM filing_steps s JOIN filings f ON f.id = s.filing_id
     WHERE s.acted_on BETWEEN ? AND ? AND s.action IN ('issue-certificate', 'close-dissolution', 'street-refuse')
     ORDER BY s.acted_on, f.id, s.sequence`,
    [from, to],
  );

export interface LedgerScan {
  readonly organizationId: string;
  readonly filingNumber: string | null;
  readonly attachmentId: string;
}

/** Scans of the filings of every organization in the ledger. */
export const listLedgerScans = (reader: Reader): readonly LedgerScan[] =>
  reader.all<LedgerScan>(
    `SELECT DISTINCT f.organization_id AS organizationId, o.filing_number AS filingNumber, l.attachment_id AS attachmentId
     FROM attachment_links l JOIN filings f ON f.id = l.filing_id JOIN organizations o ON o.id = f.organization_id
     WHERE o.status NOT IN ('preparing', 'filing', 'refused')
     ORDER BY f.organization_id, l.attachment_id`,
  );

export interface OverdueFiling {
  readonly organizationId: string;
  readonly name: string;
  readonly dueOn: string;
}

export const listOverdueFilings = (reader: Reader, today: IsoDate): readonly OverdueFiling[] =>
  reader.all<OverdueFiling>(
    `SELECT f.organization_id AS organizationId, o.name, f.due_on AS dueOn FROM filings f JOIN organizations o ON o.id = f.organization_id
     WHERE f.closed_on IS NULL AND f.due_on < ? ORDER BY f.due_on`,
    [today],
  );
