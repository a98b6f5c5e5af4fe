import { EntitySchema } from 'typeorm';

export interface DossierRecordRow {
  readonly id: string;
  readonly organizationId: string;
  readonly kind: string;
  readonly occurredOn: string;
  readonly title: string;
  /** JSON of the record's content. */
  readonly content: string;
  readonly period: string | null;
  readonly dueOn: string | null;
  readonly closedOn: string | null;
  readonly rate: number | null;
  readonly score: number | null;
  readonly low: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
}

const text = (name: string) => ({ name, type: 'text' }) as const;
const optionalText = (name: string) => ({ name, type: 'text', nullable: true }) as const;

export const dossierRecordsTable = new EntitySchema<DossierRecordRow>({
  name: 'dossier_records',
  tableName: 'dossier_records',
  columns: {
    id: { type: 'text', primary: true },
    organizationId: text('organization_id'),
    kind: text('kind'),
    occurredOn: text('occurred_on'),
    title: text('title'),
    content: text('content'),
    period: optionalText('period'),
    dueOn: optionalText('due_on'),
    closedOn: optionalText('closed_on'),
    createdAt: text('created_at'),
    updatedAt: text('updated_at'),
    deletedAt: optionalText('deleted_at'),
    rate: { type: 'real', nullable: true },
    score: { type: 'real', nullable: true },
    low: { type: 'integer' },
  },
});
