/** The office's own templates of papers, every version kept; at most one of a kind is in force. */
export const officeTemplates: readonly string[] = [
  `CREATE TABLE office_templates (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    file_name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    imported_at TEXT NOT NULL,
    withdrawn_at TEXT,
    UNIQUE (kind, version)
  ) STRICT`,
  `CREATE UNIQUE INDEX office_templates_in_force ON office_templates (kind) WHERE withdrawn_at IS NULL`,
];
