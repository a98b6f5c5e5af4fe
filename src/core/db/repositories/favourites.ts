import type { OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** Those kept at hand, first those that were added first. */
export const listFavourites = (reader: Reader): readonly OrganizationId[] =>
  reader
    .all<{ id: OrganizationId }>(
      'SELECT organization_id AS id FROM favourites ORDER BY added_at, organization_id',
    )
    .map(({ id }) => id);

export const addFavourite = (writer: Writer, id: OrganizationId, at: string): void => {
  writer.run('INSERT INTO favourites (organization_id, added_at) VALUES (?, ?) ON CONFLICT DO NOTHING', [
    id,
    at,
  ]);
};

export const removeFavourite = (writer: Writer, id: OrganizationId): void => {
  writer.run('DELETE FROM favourites WHERE organization_id = ?', [id]);
};
