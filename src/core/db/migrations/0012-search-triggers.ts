/**
 * The triggers of the search index anew: what a trigger inserts takes on the conflict rule of the statement that set it
 * off, and under an upsert `OR IGNORE` no longer ignores. A note that is there already is now asked for instead.
 */

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

/** Notes that a row was touched, unless that is noted already. */
export const searchNote = (kind: string, id: string): string =>
  `BEGIN INSERT INTO search_queue (kind, entity_id) SELECT '${kind}', ${id}
     WHERE NOT EXISTS (SELECT 1 FROM search_queue WHERE kind = '${kind}' AND entity_id = ${id}); END`;

export const searchTriggers: readonly string[] = sources.flatMap(([kind, table, id, columns]) => [
  `DROP TRIGGER ${table}_search_insert`,
  `CREATE TRIGGER ${table}_search_insert AFTER INSERT ON ${table} ${searchNote(kind, `new.${id}`)}`,
  `DROP TRIGGER ${table}_search_delete`,
  `CREATE TRIGGER ${table}_search_delete AFTER DELETE ON ${table} ${searchNote(kind, `old.${id}`)}`,
  ...(columns === null
    ? []
    : [
        `DROP TRIGGER ${table}_search_update`,
        `CREATE TRIGGER ${table}_search_update AFTER UPDATE OF ${columns} ON ${table} ${searchNote(kind, `new.${id}`)}`,
      ]),
]);
