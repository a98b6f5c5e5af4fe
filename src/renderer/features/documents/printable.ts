import type { DocumentKind, SubjectIdOf } from '../../../shared/domain/document.ts';

/** A paper, and what it is made of. */
export interface Printable {
  readonly kind: DocumentKind;
  readonly subjectId: string;
}

/** A kind goes with the id of what it is made of, and with no other. */
export const printable = <K extends DocumentKind>(kind: K, subjectId: SubjectIdOf<K>): Printable => ({
  kind,
  subjectId,
});
