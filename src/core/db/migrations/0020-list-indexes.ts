/**
 * Indexes by which lists of a whole district are found and counted without reading the rows themselves: people are wide
 * rows, records hold long texts, and every page of them must be decrypted.
 */
export const listIndexes: readonly string[] = [
  // A text is looked for in all names; what is found is ordered by sound.
  'DROP INDEX people_by_name',
  'CREATE INDEX people_by_name ON people (name, name_pinyin, id)',
  'CREATE INDEX people_by_birth ON people (birth_date, id)',
  `CREATE INDEX memberships_of_heads ON memberships (person_id)
    WHERE left_on IS NULL AND role = 'responsible-person'`,
  'CREATE INDEX consents_given ON consents (person_id, kind) WHERE revoked_on IS NULL',
  // The last sign of life of each organization.
  `CREATE INDEX dossier_records_by_day ON dossier_records (organization_id, kind, occurred_on, closed_on)
    WHERE deleted_at IS NULL`,
  'CREATE INDEX memberships_by_day ON memberships (organization_id, joined_on, left_on)',
  'CREATE INDEX scan_inbox_by_attachment ON scan_inbox (attachment_id)',
  // What a year left to be archived.
  'CREATE INDEX dossier_files_by_time ON dossier_files (created_at) WHERE deleted_at IS NULL AND record_id IS NULL',
];
