/** What lists of surveys sort and filter by; figures of a closed survey as `surveyResult` gives them. */
export const surveyFigures: readonly string[] = [
  'ALTER TABLE dossier_records ADD COLUMN rate REAL',
  'ALTER TABLE dossier_records ADD COLUMN score REAL',
  'ALTER TABLE dossier_records ADD COLUMN low INTEGER NOT NULL DEFAULT 0 CHECK (low IN (0, 1))',
  `CREATE INDEX dossier_records_by_kind ON dossier_records (kind, occurred_on) WHERE deleted_at IS NULL`,
];
