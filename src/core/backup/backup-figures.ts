import type { BackupFigures, BackupManifest, BackupSummary } from '../../shared/domain/backup.ts';

export const figuresOf = (name: string, manifest: BackupManifest): BackupFigures => ({
  name,
  number: manifest.number,
  madeAt: manifest.madeAt,
  scope: manifest.scope,
  databaseBytes: manifest.database.byteLength,
  papers: manifest.stored.files,
  paperBytes: manifest.stored.byteLength,
  copied: 0,
  copiedBytes: 0,
  missing: manifest.stored.missing,
  organizations: manifest.tables['organizations'] ?? 0,
  people: manifest.tables['people'] ?? 0,
  tables: Object.keys(manifest.tables).length,
  rows: Object.values(manifest.tables).reduce((sum, rows) => sum + rows, 0),
  full: false,
});

export const summaryOf = (name: string, manifest: BackupManifest): BackupSummary => ({
  name,
  number: manifest.number,
  madeAt: manifest.madeAt,
  reason: manifest.reason,
  scope: manifest.scope,
  applicationVersion: manifest.applicationVersion,
  byteLength: manifest.database.byteLength + manifest.stored.byteLength,
  papers: manifest.stored.files,
  missing: manifest.stored.missing,
  organizations: manifest.tables['organizations'] ?? 0,
  people: manifest.tables['people'] ?? 0,
});
