import { officePart, type OfficePart } from '../../../shared/domain/dossier-file.ts';
import type { Reader } from '../archive-store.ts';

/** Parts that the office keeps besides the five of policy Art. 2, in its order. */
export const listOfficeParts = (reader: Reader): readonly OfficePart[] =>
  reader
    .all<{ id: string; name: string; retiredAt: string | null }>(
      'SELECT id, name, retired_at AS retiredAt FROM office_parts ORDER BY position, name',
    )
    .map(({ id, name, retiredAt }) => officePart.parse({ id, name, retired: retiredAt !== null }));
