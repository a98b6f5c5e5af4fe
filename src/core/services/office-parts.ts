import { dossierPartLabels } from '../../shared/labels/dossier.ts';
import type { OfficePart, OfficePartInput } from '../../shared/domain/dossier-file.ts';
import { officePartId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { listOfficeParts, saveOfficeParts, usedOfficeParts } from '../db/repositories/office-parts.ts';
import { refreshAllOrganizations } from '../db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../open-archive.ts';

export const readOfficeParts = ({ store }: OpenArchive): Promise<readonly OfficePart[]> =>
  store.read(listOfficeParts);

/**
 * Writes the office's parts anew, in this order (policy Art. 2, 包含但不限于). One that papers lie in cannot go; it is
 * retired instead.
 *
 * @throws CodedError INVALID_VALUE `name` `taken`; OFFICE_PART_USED for one that papers lie in; NOT_FOUND
 */
export const writeOfficeParts = (
  { store, ports: { clock, random } }: OpenArchive,
  parts: readonly OfficePartInput[],
): Promise<readonly OfficePart[]> =>
  store.write((writer) => {
    const names = [...Object.values(dossierPartLabels), ...parts.map(({ name }) => name)];
    if (new Set(names).size < names.length) {
      throw new CodedError('INVALID_VALUE', { field: 'name', reason: 'taken' });
    }
    const kept = new Set(parts.flatMap(({ id }) => id ?? []));
    const before = listOfficeParts(writer);
    const used = usedOfficeParts(writer);
    const lost = before.find(({ id }) => used.has(id) && !kept.has(id));
    if (lost !== undefined) throw new CodedError('OFFICE_PART_USED', { name: lost.name });
    if ([...kept].some((id) => !before.some((part) => part.id === id)))
      throw new CodedError('NOT_FOUND', { what: 'office-part' });
    saveOfficeParts(
      writer,
      parts.map((part) => ({ ...part, id: part.id ?? officePartId.parse(`part-${random.id()}`) })),
      clock.instant(),
    );
    // What is wanted of a part that goes or is kept no more is wanted no more.
    refreshAllOrganizations(writer);
    return listOfficeParts(writer);
  });
