import type { AtHand, SearchHit } from '../../shared/contract/search.ts';
import type { FilingId, OrganizationId } from '../../shared/domain/ids.ts';
import type { SearchKind } from '../../shared/domain/search.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { addFavourite, listFavourites, removeFavourite } from '../db/repositories/favourites.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { matchRank } from '../db/search-matches.ts';
import type { OpenArchive } from '../open-archive.ts';
import { hitsOf } from './search-hits.ts';

const shown = (reader: Reader, kind: SearchKind, ids: readonly string[]): SearchHit[] =>
  hitsOf[kind](
    reader,
    ids.map((entityId) => ({ entityId, field: 'name', text: '', rank: matchRank.exact, spelled: false })),
    { words: [], tail: null },
  ).map((hit) => ({ ...hit, found: null }));

/** Favourites, and what somebody opened lately, as hits; what is gone by now is left out. */
export const readAtHand = (
  { store }: OpenArchive,
  visited: readonly { readonly kind: 'organization' | 'filing'; readonly id: OrganizationId | FilingId }[],
): Promise<AtHand> =>
  store.read((reader) => ({
    favourites: shown(reader, 'organization', listFavourites(reader)),
    recent: visited.flatMap(({ kind, id }) => shown(reader, kind, [id])),
  }));

/** Keeps an organization at hand or no longer. @throws CodedError NOT_FOUND */
export const setFavourite = (
  { store, ports }: OpenArchive,
  { organizationId, favourite }: { readonly organizationId: OrganizationId; readonly favourite: boolean },
): Promise<void> =>
  store.write((writer) => {
    if (getOrganization(writer, organizationId) === null)
      throw new CodedError('NOT_FOUND', { what: 'organization' });
    if (favourite) addFavourite(writer, organizationId, ports.clock.instant());
    else removeFavourite(writer, organizationId);
  });
