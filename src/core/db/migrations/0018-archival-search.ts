import { searchNote } from './0012-search-triggers.ts';

/**
 * Archival codes of items and volume numbers of ended organizations enter the search index (FEATURES L5). What an older
 * archive holds of both is entered when it is opened next, because entries are made otherwise now.
 */
const sources: readonly (readonly [kind: string, table: string, id: string, columns: string])[] = [
  ['archive-item', 'archive_items', 'id', 'archival_code'],
  ['organization', 'exits', 'organization_id', 'volume_year, volume_number'],
];

export const archivalSearch: readonly string[] = sources.flatMap(([kind, table, id, columns]) => [
  `CREATE TRIGGER ${table}_search_insert AFTER INSERT ON ${table} ${searchNote(kind, `new.${id}`)}`,
  `CREATE TRIGGER ${table}_search_delete AFTER DELETE ON ${table} ${searchNote(kind, `old.${id}`)}`,
  `CREATE TRIGGER ${table}_search_update AFTER UPDATE OF ${columns} ON ${table} ${searchNote(kind, `new.${id}`)}`,
]);
