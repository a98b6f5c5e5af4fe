/**
 * The district bureau's desk: its identities, the streets that report and their signing keys, what has come in, what was
 * taken in, the answers, and the lines of the ledgers that the district's figures rest on. Identities and keys are
 * retired, never deleted: old packages still need them.
 */
export const bureau: readonly string[] = [
  `CREATE TABLE bureau_profile (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    profile TEXT NOT NULL CHECK (json_valid(profile))
  ) STRICT`,
  `CREATE TABLE bureau_identities (
    sequence INTEGER PRIMARY KEY,
    recipient TEXT NOT NULL UNIQUE,
    identity TEXT NOT NULL,
    signing_key TEXT NOT NULL,
    signing_secret TEXT NOT NULL,
    valid_until TEXT,
    made_here INTEGER NOT NULL CHECK (made_here IN (0, 1)),
    created_at TEXT NOT NULL,
    retired_at TEXT
  ) STRICT`,
  'CREATE UNIQUE INDEX bureau_identities_in_use ON bureau_identities (retired_at IS NULL) WHERE retired_at IS NULL',
  `CREATE TABLE registered_streets (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    contact_name TEXT,
    contact_phone TEXT,
    remark TEXT NOT NULL,
    expected_from TEXT,
    expected_until TEXT,
    added_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE street_keys (
    id TEXT PRIMARY KEY,
    street_code TEXT NOT NULL REFERENCES registered_streets (code),
    signing_key TEXT NOT NULL UNIQUE,
    key_id TEXT NOT NULL UNIQUE,
    recipient TEXT,
    added_at TEXT NOT NULL,
    confirmed_by TEXT,
    confirmed_at TEXT,
    retired_at TEXT,
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
  ) STRICT`,
  'CREATE INDEX street_keys_by_street ON street_keys (street_code)',
  `CREATE TABLE received_files (
    id TEXT PRIMARY KEY,
    file_name TEXT NOT NULL,
    byte_length INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    received_at TEXT NOT NULL,
    checked_at TEXT,
    refusal TEXT CHECK (json_valid(refusal)),
    head TEXT CHECK (json_valid(head)),
    signer TEXT CHECK (json_valid(signer))
  ) STRICT`,
  'CREATE INDEX received_files_by_digest ON received_files (sha256)',
  `CREATE TABLE received_packages (
    id TEXT PRIMARY KEY,
    street_code TEXT NOT NULL REFERENCES registered_streets (code),
    period TEXT NOT NULL,
    serial INTEGER NOT NULL CHECK (serial > 0),
    correction INTEGER CHECK (correction > 0),
    base_id TEXT REFERENCES received_packages (id),
    file_name TEXT NOT NULL,
    byte_length INTEGER NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    signed_by TEXT NOT NULL,
    street_key_id TEXT NOT NULL REFERENCES street_keys (id),
    recipient TEXT NOT NULL REFERENCES bureau_identities (recipient),
    ledger_sha256 TEXT NOT NULL,
    review TEXT NOT NULL CHECK (json_valid(review)),
    faults INTEGER NOT NULL,
    notices INTEGER NOT NULL,
    organization_count INTEGER NOT NULL,
    scan_count INTEGER NOT NULL,
    received_at TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    UNIQUE (street_code, period, serial),
    CHECK ((correction IS NULL) = (base_id IS NULL))
  ) STRICT`,
  'CREATE INDEX received_packages_by_period ON received_packages (period, street_code)',
  'CREATE INDEX received_packages_by_base ON received_packages (base_id)',
  'CREATE INDEX received_packages_by_key ON received_packages (street_key_id)',
  'CREATE INDEX received_packages_by_recipient ON received_packages (recipient)',
  `CREATE TABLE received_ledgers (
    package_id TEXT PRIMARY KEY REFERENCES received_packages (id),
    ledger_json BLOB NOT NULL
  ) STRICT`,
  `CREATE TABLE given_receipts (
    package_id TEXT NOT NULL REFERENCES received_packages (id),
    decided_at TEXT NOT NULL,
    receipt TEXT NOT NULL CHECK (json_valid(receipt)),
    signed_file TEXT NOT NULL,
    PRIMARY KEY (package_id, decided_at)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE district_ledgers (
    period TEXT NOT NULL,
    street_code TEXT NOT NULL REFERENCES registered_streets (code),
    package_id TEXT NOT NULL UNIQUE REFERENCES received_packages (id),
    communities INTEGER NOT NULL,
    dispositions INTEGER NOT NULL,
    trainings INTEGER NOT NULL,
    trainees INTEGER NOT NULL,
    PRIMARY KEY (period, street_code)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX district_ledgers_by_street ON district_ledgers (street_code)',
  `CREATE TABLE district_organizations (
    period TEXT NOT NULL,
    street_code TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    community TEXT NOT NULL,
    community_code TEXT NOT NULL,
    category TEXT,
    status TEXT NOT NULL,
    standing INTEGER NOT NULL CHECK (standing IN (0, 1)),
    filing_number TEXT,
    filed_on TEXT,
    responsible_person TEXT,
    masked_phone TEXT,
    members INTEGER NOT NULL,
    party_members INTEGER NOT NULL,
    filed INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    dispositions INTEGER NOT NULL,
    proposed_registration INTEGER NOT NULL CHECK (proposed_registration IN (0, 1)),
    PRIMARY KEY (period, street_code, position),
    FOREIGN KEY (period, street_code) REFERENCES district_ledgers (period, street_code) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
];
