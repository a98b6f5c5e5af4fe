/**
 * Parts three to five of the dossier: dated records of several kinds, whose content is read whole, and papers with
 * versions. `period`, `due_on` and `closed_on` repeat what lists ask of the content. What is removed keeps its row until
 * the recycle bin is emptied.
 */
export const dossierRecords: readonly string[] = [
  `CREATE TABLE dossier_records (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    occurred_on TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    period TEXT,
    due_on TEXT,
    closed_on TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    deleted_at TEXT
  ) STRICT`,
  `CREATE INDEX dossier_records_by_organization ON dossier_records (organization_id, kind, period)`,
  `CREATE INDEX dossier_records_by_due_day ON dossier_records (due_on) WHERE due_on IS NOT NULL`,
  `CREATE TABLE dossier_files (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE,
    part TEXT NOT NULL,
    record_id TEXT REFERENCES dossier_records (id) ON DELETE SET NULL,
    title TEXT NOT NULL,
    note TEXT,
    created_at TEXT NOT NULL,
    deleted_at TEXT
  ) STRICT`,
  `CREATE INDEX dossier_files_by_organization ON dossier_files (organization_id)`,
  `CREATE INDEX dossier_files_by_record ON dossier_files (record_id) WHERE record_id IS NOT NULL`,
  `CREATE TABLE dossier_file_versions (
    file_id TEXT NOT NULL REFERENCES dossier_files (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    attachment_id TEXT NOT NULL REFERENCES attachments (id),
    note TEXT,
    PRIMARY KEY (file_id, version)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX dossier_file_versions_by_attachment ON dossier_file_versions (attachment_id)`,
];
