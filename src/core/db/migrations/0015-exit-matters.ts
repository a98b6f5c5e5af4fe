/**
 * What an organization that ends brings with its dissolution, and why it was marked as inactive or active again.
 */
export const exitMatters: readonly string[] = [
  `CREATE TABLE exit_packs (
    filing_id TEXT PRIMARY KEY REFERENCES filings (id) ON DELETE CASCADE,
    pack TEXT NOT NULL CHECK (json_valid(pack)),
    saved_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE activity_marks (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    marked_on TEXT NOT NULL,
    marked_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    recorded_at TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX activity_marks_by_organization ON activity_marks (organization_id, recorded_at)`,
  `CREATE INDEX exits_by_day ON exits (exited_on)`,
];
