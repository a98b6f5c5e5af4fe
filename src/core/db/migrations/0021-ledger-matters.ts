/**
 * What becomes of a package once it is made: handing over, receipts, corrections; and what a bureau's key card says
 * beside its recipient. Keys are retired, never deleted: old packages and receipts still need them.
 */
export const ledgerMatters: readonly string[] = [
  'ALTER TABLE bureau_keys ADD COLUMN signing_key TEXT',
  'ALTER TABLE bureau_keys ADD COLUMN valid_until TEXT',
  'ALTER TABLE bureau_keys ADD COLUMN retired_at TEXT',
  'ALTER TABLE packages ADD COLUMN correction INTEGER CHECK (correction > 0)',
  'ALTER TABLE packages ADD COLUMN follows TEXT REFERENCES packages (id)',
  `ALTER TABLE packages ADD COLUMN ledger_sha256 TEXT NOT NULL DEFAULT ''`,
  `UPDATE packages SET ledger_sha256 =
     coalesce((SELECT s.sha256 FROM ledger_snapshots s WHERE s.period = packages.period), '')`,
  `CREATE TABLE package_hand_overs (
    sequence INTEGER PRIMARY KEY,
    package_id TEXT NOT NULL REFERENCES packages (id) ON DELETE CASCADE,
    handed_at TEXT NOT NULL,
    means TEXT NOT NULL CHECK (means IN ('stick', 'mail', 'disc', 'download', 'other')),
    handed_to TEXT NOT NULL,
    handed_by TEXT NOT NULL,
    read_back INTEGER NOT NULL CHECK (read_back IN (0, 1))
  ) STRICT`,
  'CREATE INDEX package_hand_overs_by_package ON package_hand_overs (package_id)',
  `CREATE TABLE package_receipts (
    package_id TEXT NOT NULL REFERENCES packages (id) ON DELETE CASCADE,
    decided_at TEXT NOT NULL,
    receipt TEXT NOT NULL CHECK (json_valid(receipt)),
    signed_file BLOB NOT NULL,
    imported_at TEXT NOT NULL,
    PRIMARY KEY (package_id, decided_at)
  ) STRICT`,
  `CREATE TABLE ledger_corrections (
    period TEXT NOT NULL REFERENCES ledger_snapshots (period),
    number INTEGER NOT NULL CHECK (number > 0),
    package_id TEXT NOT NULL UNIQUE REFERENCES packages (id),
    frozen_at TEXT NOT NULL,
    correction_json BLOB NOT NULL,
    ledger_json BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (period, number)
  ) STRICT`,
];
