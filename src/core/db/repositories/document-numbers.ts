import type { DocumentNumberKind } from '../../../shared/domain/document-number.ts';
import type { Reader, Writer } from '../archive-store.ts';

interface DocumentNumberRecord {
  readonly documentNumber: string;
  readonly kind: DocumentNumberKind;
  readonly year: number;
  readonly sequence: number;
  /** The filing whose paper bears it. */
  readonly subjectId: string;
  readonly assignedAt: string;
}

export const highestDocumentSequence = (reader: Reader, kind: DocumentNumberKind, year: number): number =>
  reader.get<{ highest: number | null }>(
    'SELECT max(sequence) AS highest FROM document_numbers WHERE kind = ? AND year = ?',
    [kind, year],
  )?.highest ?? 0;

export const isDocumentNumberTaken = (reader: Reader, documentNumber: string): boolean =>
  reader.get('SELECT 1 FROM document_numbers WHERE document_number = ?', [documentNumber]) !== undefined;

export const insertDocumentNumber = (writer: Writer, record: DocumentNumberRecord): void => {
  writer.run(
    `INSERT INTO document_numbers (document_number, kind, year, sequence, subject_id, assigned_at)
     VALUES (:documentNumber, :kind, :year, :sequence, :subjectId, :assignedAt)`,
    { ...record },
  );
};
