import type { OrganizationId } from '../../shared/domain/ids.ts';
import { nameHints, nameSimilarity, type NameHint } from '../../shared/domain/name-hints.ts';
import { listOrganizationNames } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';

/** From here on two names are told apart only by reading twice. */
const nearlySame = 0.8;

export interface NameCheck {
  readonly similar: { readonly id: OrganizationId; readonly name: string; readonly exact: boolean }[];
  readonly hints: NameHint[];
}

/** Same or near names in the street, the nearest first (FEATURES A15), and words to look at twice (A16). */
export const checkName = (
  { store }: OpenArchive,
  name: string,
  exceptId: OrganizationId | null,
): Promise<NameCheck> =>
  store.read((reader) => {
    const wanted = name.trim();
    const similar =
      wanted === ''
        ? []
        : listOrganizationNames(reader)
            .filter(({ id }) => id !== exceptId)
            .map((each) => ({ ...each, similarity: nameSimilarity(wanted, each.name) }))
            .filter(({ similarity }) => similarity >= nearlySame)
            .sort((a, b) => b.similarity - a.similarity)
            .slice(0, 5)
            .map(({ id, name: other, similarity }) => ({ id, name: other, exact: similarity === 1 }));
    return { similar, hints: [...nameHints(wanted)] };
  });
