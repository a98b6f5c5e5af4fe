import { dossierFilesTable, dossierFileVersionsTable } from './dossier-files.ts';
import { dossierRecordsTable } from './dossier-records.ts';
import { settingsTable } from './settings.ts';

/** Every table that TypeORM knows; a test holds each against the table that the migrations made. */
export const tables = [
  settingsTable,
  dossierRecordsTable,
  dossierFilesTable,
  dossierFileVersionsTable,
] as const;
