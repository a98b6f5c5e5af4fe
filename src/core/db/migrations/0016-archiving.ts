/**
 * Items (件, DA/T 22-2015, 5.1) with their archival codes, given once and never again, and a log of what was changed
 * after that. Items are numbered within their class; the class key is the code without the item number.
 */
export const archiving: readonly string[] = [
  `CREATE TABLE archive_items (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL CHECK (source IN ('filing', 'record', 'file')),
    source_id TEXT NOT NULL,
    organization_id TEXT NOT NULL REFERENCES organizations (id),
    class_key TEXT NOT NULL,
    year INTEGER NOT NULL,
    retention TEXT NOT NULL,
    item INTEGER NOT NULL CHECK (item > 0),
    archival_code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    responsible TEXT,
    document_number TEXT,
    dated_on TEXT,
    secrecy TEXT,
    pages INTEGER,
    remark TEXT,
    archived_on TEXT NOT NULL,
    archived_by TEXT NOT NULL,
    opened_at TEXT,
    UNIQUE (source, source_id),
    UNIQUE (class_key, item)
  ) STRICT`,
  `CREATE INDEX archive_items_by_organization ON archive_items (organization_id)`,
  `CREATE TABLE archive_item_changes (
    id TEXT PRIMARY KEY,
    item_id TEXT NOT NULL REFERENCES archive_items (id),
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('changed', 'opened', 'locked')),
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT CHECK (after IS NULL OR json_valid(after))
  ) STRICT`,
  `CREATE INDEX archive_item_changes_by_item ON archive_item_changes (item_id, at)`,
];
