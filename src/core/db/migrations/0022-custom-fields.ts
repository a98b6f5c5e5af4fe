import { searchNote } from './0012-search-triggers.ts';

/** Facts that the office keeps of organizations besides those of the filing form (FEATURES B15), found like the rest. */
export const customFields: readonly string[] = [
  `CREATE TABLE custom_fields (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'date', 'number', 'choice')),
    choices TEXT NOT NULL CHECK (json_valid(choices)),
    printed INTEGER NOT NULL CHECK (printed IN (0, 1)),
    position INTEGER NOT NULL,
    retired_at TEXT
  ) STRICT`,
  `CREATE TABLE custom_values (
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    field_id TEXT NOT NULL REFERENCES custom_fields (id),
    value TEXT NOT NULL CHECK (value <> ''),
    PRIMARY KEY (organization_id, field_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX custom_values_by_field ON custom_values (field_id, value)',
  `CREATE TRIGGER custom_values_search_insert AFTER INSERT ON custom_values ${searchNote('organization', 'new.organization_id')}`,
  `CREATE TRIGGER custom_values_search_delete AFTER DELETE ON custom_values ${searchNote('organization', 'old.organization_id')}`,
];
