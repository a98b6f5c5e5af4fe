/**
 * One search index for all that can be found. A trigger notes in `search_queue` what has changed; the store turns the
 * notes into entries at the end of the same transaction (core/db/search-index.ts), so that no repository can forget
 * to, and a row that another SQLCipher tool wrote is found after the next opening. Triggers use no function of the
 * application. The store makes the entries of an older archive when it is opened next.
 */

/** Tables by the kind whose entries they feed, with the column of its id and the columns whose change matters. */
const sources: readonly (readonly [kind: string, table: string, id: string, columns: string | null])[] = [
  [
    'organization',
    'organizations',
    'id',
    'name, short_name, filing_number, premises, business_scope, contact_name, contact_phone, party_adviser, remark',
  ],
  ['person', 'people', 'id', 'name, identity_tail_hash, phone'],
  ['filing', 'filings', 'id', 'facts, filing_number'],
  ['filing', 'filing_steps', 'filing_id', null],
  ['certificate', 'certificates', 'id', 'filing_number, printed'],
  ['record', 'dossier_records', 'id', 'title, content, deleted_at'],
  ['file', 'dossier_files', 'id', 'title, note, deleted_at'],
  ['file', 'dossier_file_versions', 'file_id', null],
  ['community', 'communities', 'id', 'name, code, party_organization'],
];

const triggersOf = ([kind, table, id, columns]: (typeof sources)[number]): string[] => {
  const note = (row: 'new' | 'old'): string =>
    `BEGIN INSERT OR IGNORE INTO search_queue (kind, entity_id) VALUES ('${kind}', ${row}.${id}); END`;
  return [
    `CREATE TRIGGER ${table}_search_insert AFTER INSERT ON ${table} ${note('new')}`,
    `CREATE TRIGGER ${table}_search_delete AFTER DELETE ON ${table} ${note('old')}`,
    ...(columns === null
      ? []
      : [`CREATE TRIGGER ${table}_search_update AFTER UPDATE OF ${columns} ON ${table} ${note('new')}`]),
  ];
};

export const searchIndex: readonly string[] = [
  'DROP TABLE search_grams',
  'DROP TABLE search_entries',
  `CREATE TABLE search_entries (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    head TEXT,
    initials TEXT,
    pinyin TEXT
  ) STRICT`,
  'CREATE INDEX search_entries_by_entity ON search_entries (kind, entity_id)',
  'CREATE INDEX search_entries_by_head ON search_entries (kind, head) WHERE head IS NOT NULL',
  'CREATE INDEX search_entries_by_initials ON search_entries (kind, initials) WHERE initials IS NOT NULL',
  'CREATE INDEX search_entries_by_pinyin ON search_entries (kind, pinyin) WHERE pinyin IS NOT NULL',
  `CREATE VIRTUAL TABLE search_grams USING fts5 (grams, content='', contentless_delete=1, detail=none, tokenize='ascii')`,
  `CREATE TABLE search_queue (
    kind TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    PRIMARY KEY (kind, entity_id)
  ) STRICT, WITHOUT ROWID`,
  ...sources.flatMap(triggersOf),
];
