/**
 * Statements of the first schema. Codes are English literals, dates ISO text, JSON only for values that are
 * read whole. Identity numbers are stored inside the encrypted file but enter no index in clear: `identity_hash`
 * and `identity_tail_hash` are keyed hashes of the whole number and of its last four characters.
 */
export const foundation: readonly string[] = [
  `CREATE TABLE office_profile (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    profile TEXT NOT NULL CHECK (json_valid(profile)),
    seal_picture BLOB,
    seal_media_type TEXT
  ) STRICT`,
  `CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  `CREATE TABLE communities (
    id TEXT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    settlement TEXT NOT NULL CHECK (settlement IN ('urban', 'rural')),
    settlement_class TEXT,
    party_organization TEXT,
    valid_from TEXT,
    valid_to TEXT,
    position INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE rule_packs (
    id TEXT PRIMARY KEY,
    valid_from TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL CHECK (json_valid(body)),
    saved_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE working_day_calendars (year INTEGER PRIMARY KEY, days TEXT NOT NULL CHECK (json_valid(days))) STRICT`,
  `CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    sex TEXT,
    birth_date TEXT,
    political_status TEXT,
    identity_kind TEXT,
    identity_number TEXT,
    identity_hash TEXT,
    identity_tail_hash TEXT,
    phone TEXT,
    import_id TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE UNIQUE INDEX people_by_identity ON people (identity_hash) WHERE identity_hash IS NOT NULL`,
  `CREATE INDEX people_by_identity_tail ON people (identity_tail_hash) WHERE identity_tail_hash IS NOT NULL`,
  `CREATE INDEX people_by_name ON people (name)`,
  `CREATE TABLE organizations (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    short_name TEXT,
    community_id TEXT NOT NULL REFERENCES communities (id),
    status TEXT NOT NULL,
    activity_area TEXT,
    premises TEXT,
    premises_source TEXT,
    premises_area REAL,
    business_scope TEXT,
    purpose TEXT,
    funds TEXT,
    fallback_party_kind TEXT,
    fallback_party_name TEXT,
    party_adviser TEXT,
    responsible_person_id TEXT REFERENCES people (id),
    contact_name TEXT,
    contact_phone TEXT,
    founded_on TEXT,
    charter_adopted_on TEXT,
    founding_vote TEXT CHECK (founding_vote IS NULL OR json_valid(founding_vote)),
    founders TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(founders)),
    declared_member_count INTEGER,
    remark TEXT,
    filing_number TEXT,
    filed_on TEXT,
    proposed_registration INTEGER NOT NULL DEFAULT 0 CHECK (proposed_registration IN (0, 1)),
    completeness INTEGER NOT NULL DEFAULT 0,
    import_id TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((fallback_party_kind IS NULL) = (fallback_party_name IS NULL))
  ) STRICT`,
  `CREATE INDEX organizations_by_community ON organizations (community_id, name)`,
  `CREATE INDEX organizations_by_name ON organizations (name)`,
  `CREATE INDEX organizations_by_status ON organizations (status)`,
  `CREATE TABLE organization_categories (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    scheme TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (organization_id, scheme)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE memberships (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    person_id TEXT NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    role_title TEXT,
    joined_on TEXT,
    left_on TEXT,
    remark TEXT,
    position INTEGER NOT NULL,
    import_id TEXT
  ) STRICT`,
  `CREATE INDEX memberships_by_organization ON memberships (organization_id, position)`,
  `CREATE INDEX memberships_by_person ON memberships (person_id)`,
  `CREATE UNIQUE INDEX memberships_current ON memberships (organization_id, person_id) WHERE left_on IS NULL`,
  `CREATE TABLE filings (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    entry_mode TEXT NOT NULL,
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    facts_before TEXT CHECK (facts_before IS NULL OR json_valid(facts_before)),
    notice TEXT CHECK (notice IS NULL OR json_valid(notice)),
    due_on TEXT,
    filing_number TEXT,
    started_on TEXT NOT NULL,
    closed_on TEXT,
    import_id TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX filings_by_organization ON filings (organization_id)`,
  `CREATE INDEX filings_by_state ON filings (state)`,
  `CREATE UNIQUE INDEX filings_open ON filings (organization_id) WHERE closed_on IS NULL`,
  `CREATE TABLE filing_steps (
    filing_id TEXT NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    actor TEXT NOT NULL,
    opinion TEXT,
    acted_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    evidence TEXT,
    override_reason TEXT,
    back_entry INTEGER NOT NULL CHECK (back_entry IN (0, 1)),
    PRIMARY KEY (filing_id, sequence)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE held_copies (
    filing_id TEXT NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    holder TEXT NOT NULL,
    received_on TEXT,
    signer TEXT,
    PRIMARY KEY (filing_id, document, holder)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE filing_numbers (
    filing_number TEXT PRIMARY KEY,
    year INTEGER NOT NULL,
    sequence INTEGER,
    state TEXT NOT NULL CHECK (state IN ('assigned', 'void')),
    organization_id TEXT,
    filing_id TEXT,
    reason TEXT,
    recorded_at TEXT NOT NULL,
    import_id TEXT
  ) STRICT`,
  `CREATE INDEX filing_numbers_by_year ON filing_numbers (year, sequence)`,
  `CREATE TABLE certificates (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    filing_id TEXT NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    filing_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    issue_reason TEXT NOT NULL,
    printed TEXT NOT NULL CHECK (json_valid(printed)),
    issued_on TEXT NOT NULL,
    valid_to TEXT,
    issued_by TEXT NOT NULL,
    collected_by TEXT,
    collector_phone TEXT,
    collected_on TEXT,
    status TEXT NOT NULL,
    recovered_by TEXT,
    recovered_on TEXT,
    import_id TEXT,
    recorded_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX certificates_by_organization ON certificates (organization_id)`,
  `CREATE TABLE attachments (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    byte_length INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    added_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX attachments_by_hash ON attachments (sha256)`,
  `CREATE TABLE attachment_links (
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    filing_id TEXT NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
    step_sequence INTEGER,
    position INTEGER NOT NULL,
    PRIMARY KEY (attachment_id, filing_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE import_uploads (
    id TEXT PRIMARY KEY,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BLOB NOT NULL,
    mapping TEXT CHECK (mapping IS NULL OR json_valid(mapping)),
    uploaded_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE import_mappings (
    signature TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    used_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE imports (
    id TEXT PRIMARY KEY,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    counts TEXT NOT NULL CHECK (json_valid(counts)),
    finished_at TEXT NOT NULL,
    undone_at TEXT
  ) STRICT`,
  `CREATE TABLE import_findings (
    import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    sheet TEXT NOT NULL,
    row INTEGER NOT NULL,
    column TEXT,
    field TEXT,
    level TEXT NOT NULL,
    code TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (import_id, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE import_rejected_rows (
    import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    sheet TEXT NOT NULL,
    row INTEGER NOT NULL,
    cells TEXT NOT NULL CHECK (json_valid(cells)),
    reasons TEXT NOT NULL CHECK (json_valid(reasons)),
    PRIMARY KEY (import_id, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE import_changes (
    import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('created', 'updated')),
    before TEXT,
    after_updated_at TEXT,
    PRIMARY KEY (import_id, position)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE office_keys (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('signing', 'escrow')),
    public_key TEXT NOT NULL,
    secret_key TEXT NOT NULL,
    created_at TEXT NOT NULL,
    retired_at TEXT
  ) STRICT`,
  `CREATE TABLE bureau_keys (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    recipient TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    confirmed_by TEXT,
    confirmed_at TEXT,
    added_at TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE ledger_snapshots (
    period TEXT PRIMARY KEY,
    frozen_at TEXT NOT NULL,
    ledger_json BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    member_rows INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE packages (
    id TEXT PRIMARY KEY,
    period TEXT NOT NULL,
    serial INTEGER NOT NULL,
    file_name TEXT NOT NULL UNIQUE,
    byte_length INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    recipients TEXT NOT NULL CHECK (json_valid(recipients)),
    organization_count INTEGER NOT NULL,
    scan_count INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT`,
  /**
   * Search: one- and two-character grams and pinyin initials of names, filing numbers and phone tails, made by
   * core/db/search-index.ts (FTS5's trigram finds nothing for one or two characters).
   */
  `CREATE TABLE search_entries (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('organization', 'person')),
    entity_id TEXT NOT NULL,
    text TEXT NOT NULL,
    initials TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    UNIQUE (kind, entity_id)
  ) STRICT`,
  `CREATE INDEX search_entries_by_initials ON search_entries (initials)`,
  `CREATE INDEX search_entries_by_pinyin ON search_entries (pinyin)`,
  `CREATE VIRTUAL TABLE search_grams USING fts5 (grams, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0")`,
];
