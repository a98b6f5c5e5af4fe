/** Saved views of lists, pinned to the side bar, and organizations that somebody keeps at hand. */
export const findingAids: readonly string[] = [
  `CREATE TABLE saved_views (
    id TEXT PRIMARY KEY,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL CHECK (json_valid(query)),
    hidden_columns TEXT NOT NULL CHECK (json_valid(hidden_columns)),
    position INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    UNIQUE (list, name)
  ) STRICT`,
  `CREATE TABLE favourites (
    organization_id TEXT PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
    added_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
];
