/** One fact given to many organizations at once, with what each had before, so that it can be taken back as a whole. */
export const bulkEdits: readonly string[] = [
  `CREATE TABLE bulk_edits (
    id TEXT PRIMARY KEY,
    change TEXT NOT NULL CHECK (json_valid(change)),
    edited_at TEXT NOT NULL,
    undone_at TEXT
  ) STRICT`,
  `CREATE TABLE bulk_edit_lines (
    edit_id TEXT NOT NULL REFERENCES bulk_edits (id) ON DELETE CASCADE,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    PRIMARY KEY (edit_id, organization_id)
  ) STRICT, WITHOUT ROWID`,
];
