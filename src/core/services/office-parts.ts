import { dossierPartLabels } from '../../shared/labels/dossier.ts';
import type { OfficePart, OfficePartInput } from '../../shared/domain/dossier-file.ts';
import { officePartId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { listOfficeParts, saveOfficeParts, usedOfficeParts } from '../db/repositories/office-parts.ts';
import type { OpenArchive } from '../open-archive.ts';

export const readOfficeParts = ({ store }: OpenArchive): Promise<readonly OfficePart[]> =>
  store.read(listOfficeParts);

/**
 * Writes the office's parts anew, in this order (policy Art. 2, 包含但不限于). One that papers lie in cannot go; it is
 * retired instead.
 *
 * @throws CodedError INVALID_VALUE `name` `taken`; CONFLICT `office-part` for one that papers lie in
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
    for (const id of usedOfficeParts(writer)) {
      if (![...kept].some((one) => one === id)) throw new CodedError('CONFLICT', { what: 'office-part' });
    }
    const known = new Set<string>(listOfficeParts(writer).map(({ id }) => id));
    if ([...kept].some((id) => !known.has(id))) throw new CodedError('NOT_FOUND', { what: 'office-part' });
    saveOfficeParts(
      writer,
      parts.map((part) => ({ ...part, id: part.id ?? officePartId.parse(`part-${random.id()}`) })),
      clock.instant(),
    );
    return listOfficeParts(writer);
  });
