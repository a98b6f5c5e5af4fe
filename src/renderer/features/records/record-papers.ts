import { documentKind, isKindOn } from '../../../shared/domain/document.ts';
import { fitsRecord, recordTraitsOf } from '../../../shared/domain/document-fit.ts';
import type { DossierRecord, VoteSubject } from '../../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { printable, type Printable } from '../documents/printable.ts';

type Recorded = Pick<DossierRecord, 'id' | 'organizationId' | 'content'>;

/** What a meeting decides stands on a paper of the organization as a whole. */
const papersOfVote = (subject: VoteSubject, id: OrganizationId): readonly Printable[] => {
  switch (subject) {
    case 'founding':
      return [printable('founding-minutes', id), printable('founders-list', id)];
    case 'charter':
      return [printable('charter', id)];
    case 'leaders':
      return [printable('person-in-charge', id)];
    case 'dissolution':
    case 'other':
      return [];
  }
};

/** The papers that can be made of a record, and those that go with it. */
export const papersOfRecord = ({ id, organizationId, content }: Recorded): readonly Printable[] => {
  const own = documentKind.options.flatMap((kind) =>
    isKindOn(kind, 'record') && fitsRecord(kind, recordTraitsOf(content)) ? [printable(kind, id)] : [],
  );
  if (content.kind === 'meeting-vote') return papersOfVote(content.subject, organizationId);
  // A decision rests on a survey, and is handed on with its result.
  if (content.kind === 'decision') return [printable('survey-result', content.surveyId)];
  return own;
};
