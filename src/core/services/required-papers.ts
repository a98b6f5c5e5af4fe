import { dossierPart } from '../../shared/domain/dossier.ts';
import type { RequiredPaper } from '../../shared/domain/dossier-file.ts';
import { CodedError } from '../../shared/errors.ts';
import { listOfficeParts } from '../db/repositories/office-parts.ts';
import { refreshAllOrganizations } from '../db/repositories/organization-evidence.ts';
import { listRequiredPapers, saveRequiredPapers } from '../db/repositories/required-papers.ts';
import type { OpenArchive } from '../open-archive.ts';

export const readRequiredPapers = ({ store }: OpenArchive): Promise<readonly RequiredPaper[]> =>
  store.read(listRequiredPapers);

/**
 * Writes anew what the office wants in every dossier; completeness follows at once.
 *
 * @throws CodedError INVALID_VALUE `name` `taken` for the same paper twice in a part; NOT_FOUND `office-part`
 */
export const writeRequiredPapers = (
  { store }: OpenArchive,
  papers: readonly RequiredPaper[],
): Promise<readonly RequiredPaper[]> =>
  store.write((writer) => {
    const keys = papers.map(({ part, title }) => `${part} ${title}`);
    if (new Set(keys).size < keys.length)
      throw new CodedError('INVALID_VALUE', { field: 'name', reason: 'taken' });
    const known = new Set<string>([...dossierPart.options, ...listOfficeParts(writer).map(({ id }) => id)]);
    if (papers.some(({ part }) => !known.has(part)))
      throw new CodedError('NOT_FOUND', { what: 'office-part' });
    saveRequiredPapers(writer, papers);
    refreshAllOrganizations(writer);
    return listRequiredPapers(writer);
  });
