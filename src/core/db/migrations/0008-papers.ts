/**
 * Papers of the dossier: parts that an office adds to the five of policy Art. 2, what a paper carries that must not be
 * run, scans that wait to be filed, and when stored bytes were last compared with their digest. One scan waits once,
 * however often its file is found in the folder.
 */
export const papers: readonly string[] = [
  `ALTER TABLE attachments ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(warnings))`,
  `CREATE TABLE office_parts (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    retired_at TEXT
  ) STRICT`,
  `CREATE TABLE scan_inbox (
    id TEXT PRIMARY KEY,
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    sha256 TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'filed', 'set-aside')),
    suggestion TEXT CHECK (suggestion IS NULL OR json_valid(suggestion)),
    filed_as TEXT CHECK (filed_as IS NULL OR json_valid(filed_as)),
    settled_at TEXT
  ) STRICT`,
  `CREATE INDEX scan_inbox_by_state ON scan_inbox (state, received_at)`,
  `CREATE TABLE fixity_marks (
    sha256 TEXT PRIMARY KEY,
    checked_at TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('sound', 'missing', 'damaged'))
  ) STRICT, WITHOUT ROWID`,
];
