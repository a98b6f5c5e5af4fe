import type { SubjectRow } from '../../../shared/contract/documents.ts';
import {
  isKindOn,
  kindsOfGroup,
  type DocumentGroup,
  type DocumentKind,
  type SubjectIdOf,
} from '../../../shared/domain/document.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { documentKindLabels } from '../../../shared/labels/document.ts';
import { paths } from '../../app/paths.ts';

/** One paper to print. */
export interface PaperLine {
  readonly label: string;
  /** Of which filing, record or certificate; empty for papers of the organization as a whole. */
  readonly detail: string;
  readonly to: string;
}

/** Papers of a shelf: one for the organization as a whole, or one for each of its filings, records, certificates. */
export const papersOn = (
  group: DocumentGroup,
  organizationId: OrganizationId,
  subjects: readonly SubjectRow[],
): readonly PaperLine[] =>
  kindsOfGroup[group].flatMap((kind): PaperLine[] => {
    const label = documentKindLabels[kind];
    if (isKindOn(kind, 'organization'))
      return [{ label, detail: '', to: paths.print(kind, [organizationId]) }];
    return subjects
      .filter((row) => row.kind === kind)
      .map(({ subjectId, detail }) => ({
        label,
        detail,
        // The core answers with ids of the subject that the kind is made of.
        to: paths.print(kind, [subjectId as SubjectIdOf<DocumentKind>]),
      }));
  });
