import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RecordKind, RecordOf } from '../../../shared/domain/dossier-record.ts';
import { DateField } from '../../components/DateField.tsx';
import { lacksOf, type RecordForm as Form } from './record-draft.ts';
import { RecordModal } from './RecordModal.tsx';

interface FieldProps<K extends RecordKind> {
  readonly form: Form<K>;
  readonly label: string;
  readonly focused?: boolean;
}

/** What a record is called. */
export const RecordTitle = <K extends RecordKind>({ form, label, focused = false }: FieldProps<K>) => (
  <TextInput
    label={label}
    withAsterisk
    data-autofocus={focused || undefined}
    maxLength={80}
    value={form.draft.title}
    onChange={(event) => form.change({ title: event.currentTarget.value })}
  />
);

/** The day of a record. */
export const RecordDay = <K extends RecordKind>({ form, label }: FieldProps<K>) => (
  <DateField
    label={label}
    withAsterisk
    value={form.draft.occurredOn}
    onChange={(occurredOn) => form.change({ occurredOn })}
  />
);

interface RecordFormProps<K extends RecordKind> {
  readonly form: Form<K>;
  readonly record: RecordOf<K> | null;
  /** What the form is called for a new record, and for one that is there. */
  readonly titles: readonly [fresh: string, kept: string];
  /** What this form calls title and day of its record. */
  readonly names: readonly [title: string, day: string];
  /** What else keeps it from being saved. */
  readonly lacks?: readonly (readonly [string, boolean])[];
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The skeleton of every form for a record of one kind: its fields, what it lacks, saving, its papers. */
export const RecordForm = <K extends RecordKind>({
  form,
  record,
  titles,
  names,
  lacks = [],
  onClose,
  children,
}: RecordFormProps<K>) => (
  <RecordModal
    title={titles[record === null ? 0 : 1]}
    record={record}
    lacks={lacksOf([
      [names[0], form.draft.title.trim() === ''],
      [names[1], form.draft.occurredOn === null],
      ...lacks,
    ])}
    saving={form.saving}
    error={form.error}
    onSubmit={form.submit}
    onClose={onClose}
  >
    {children}
  </RecordModal>
);
