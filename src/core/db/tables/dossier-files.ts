import { EntitySchema } from 'typeorm';

export interface DossierFileRow {
  readonly id: string;
  readonly organizationId: string;
  readonly part: string;
  readonly recordId: string | null;
  readonly title: string;
  readonly note: string | null;
  readonly createdAt: string;
  readonly deletedAt: string | null;
}

export const dossierFilesTable = new EntitySchema<DossierFileRow>({
  name: 'dossier_files',
  tableName: 'dossier_files',
  columns: {
    id: { type: 'text', primary: true },
    organizationId: { name: 'organization_id', type: 'text' },
    part: { type: 'text' },
    recordId: { name: 'record_id', type: 'text', nullable: true },
    title: { type: 'text' },
    note: { type: 'text', nullable: true },
    createdAt: { name: 'created_at', type: 'text' },
    deletedAt: { name: 'deleted_at', type: 'text', nullable: true },
  },
});

export interface DossierFileVersionRow {
  readonly fileId: string;
  readonly version: number;
  readonly attachmentId: string;
  readonly note: string | null;
}

export const dossierFileVersionsTable = new EntitySchema<DossierFileVersionRow>({
  name: 'dossier_file_versions',
  tableName: 'dossier_file_versions',
  columns: {
    fileId: { name: 'file_id', type: 'text', primary: true },
    version: { type: 'integer', primary: true },
    attachmentId: { name: 'attachment_id', type: 'text' },
    note: { type: 'text', nullable: true },
  },
});
