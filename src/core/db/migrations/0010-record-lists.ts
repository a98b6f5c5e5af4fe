/**
 * The street's lists of one kind of record are counted, filtered and sorted without reading the records: contents are
 * long, and every page of them must be decrypted.
 */
export const recordLists: readonly string[] = [
  'DROP INDEX dossier_records_by_kind',
  `CREATE INDEX dossier_records_by_kind ON dossier_records
    (kind, occurred_on, organization_id, id, closed_on, due_on, low, score, rate) WHERE deleted_at IS NULL`,
];
