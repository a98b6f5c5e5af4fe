import {
  placedDossier,
  placedItem,
  placeMove,
  storagePlace,
  type PlacedDossier,
  type PlacedItem,
  type PlacedSubject,
  type PlaceMove,
  type StoragePlace,
} from '../../../shared/domain/storage-place.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { ArchiveItemId, OrganizationId, StoragePlaceId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlValue, Writer } from '../archive-store.ts';

/** Every place, the larger before the smaller, by name as people count. */
export const listStoragePlaces = (reader: Reader): readonly StoragePlace[] =>
  reader
    .all('SELECT id, parent_id AS parentId, kind, name, note FROM storage_places')
    .map((row) => storagePlace.parse(row));

export const insertStoragePlace = (writer: Writer, place: StoragePlace, at: IsoInstant): void => {
  writer.run(
    `INSERT INTO storage_places (id, parent_id, kind, name, note, created_at)
     VALUES (:id, :parentId, :kind, :name, :note, :at)`,
    { ...place, at },
  );
};

export const updateStoragePlace = (writer: Writer, { id, parentId, name, note }: StoragePlace): void => {
  writer.run('UPDATE storage_places SET parent_id = :parentId, name = :name, note = :note WHERE id = :id', {
    id,
    parentId,
    name,
    note,
  });
};

export const deleteStoragePlace = (writer: Writer, id: StoragePlaceId): void => {
  writer.run('DELETE FROM storage_places WHERE id = ?', [id]);
};

/** How many items and whole dossiers stand right in each place. */
export const countPlacements = (
  reader: Reader,
): ReadonlyMap<string, { readonly items: number; readonly dossiers: number }> =>
  new Map(
    reader
      .all<{ id: string; items: number; dossiers: number }>(
        `SELECT place_id AS id, sum(what = 'item') AS items, sum(what = 'dossier') AS dossiers
         FROM placements GROUP BY place_id`,
      )
      .map(({ id, ...counts }) => [id, counts]),
  );

/** The place where an item or dossier was put; null where it was put nowhere. */
export const placementOf = (
  reader: Reader,
  { what, id }: Exclude<PlacedSubject, { readonly what: 'place' }>,
): StoragePlaceId | null =>
  reader.get<{ placeId: StoragePlaceId }>(
    'SELECT place_id AS placeId FROM placements WHERE what = ? AND subject_id = ?',
    [what, id],
  )?.placeId ?? null;

/** Puts an item or dossier somewhere, or nowhere. */
export const savePlacement = (
  writer: Writer,
  { what, id }: Exclude<PlacedSubject, { readonly what: 'place' }>,
  placeId: StoragePlaceId | null,
): void => {
  writer.run('DELETE FROM placements WHERE what = ? AND subject_id = ?', [what, id]);
  if (placeId !== null)
    writer.run('INSERT INTO placements (what, subject_id, place_id) VALUES (?, ?, ?)', [what, id, placeId]);
};

export const insertPlaceMove = (
  writer: Writer,
  id: string,
  { what, id: subjectId }: PlacedSubject,
  move: PlaceMove,
): void => {
  writer.run(
    `INSERT INTO place_moves (id, what, subject_id, from_words, to_words, moved_on, moved_by, note, recorded_at)
     VALUES (:id, :what, :subjectId, :from, :to, :movedOn, :movedBy, :note, :recordedAt)`,
    { ...move, id, what, subjectId },
  );
};

/** Moves of something, the newest first. */
export const listPlaceMoves = (reader: Reader, { what, id }: PlacedSubject): readonly PlaceMove[] =>
  reader
    .all(
      `SELECT from_words AS "from", to_words AS "to", moved_on AS movedOn, moved_by AS movedBy, note,
         recorded_at AS recordedAt FROM place_moves WHERE what = ? AND subject_id = ?
       ORDER BY moved_on DESC, recorded_at DESC, id DESC`,
      [what, id],
    )
    .map((row) => placeMove.parse(row));

const itemColumns = `i.id, i.archival_code AS archivalCode, i.title, i.organization_id AS organizationId,
  o.name AS organizationName, i.dated_on AS datedOn, i.pages, i.retention, i.year, i.item`;

/** Items that stand right in these places, by their codes. */
export const itemsIn = (reader: Reader, places: readonly StoragePlaceId[]): readonly PlacedItem[] =>
  reader
    .all(
      `SELECT ${itemColumns}, p.place_id AS placeId FROM placements p
       JOIN archive_items i ON p.what = 'item' AND i.id = p.subject_id JOIN organizations o ON o.id = i.organization_id
       WHERE p.place_id IN (SELECT value FROM json_each(?)) ORDER BY i.class_key, i.item`,
      [JSON.stringify(places)],
    )
    .map((row) => placedItem.parse(row));

/** Whole dossiers that stand right in these places: ended ones by volume, then the others by name. */
export const dossiersIn = (reader: Reader, places: readonly StoragePlaceId[]): readonly PlacedDossier[] =>
  reader
    .all<Record<string, SqlValue>>(
      `SELECT o.id AS organizationId, o.name AS organizationName, o.filing_number AS filingNumber,
         e.volume_year AS year, e.volume_number AS number, p.place_id AS placeId FROM placements p
       JOIN organizations o ON p.what = 'dossier' AND o.id = p.subject_id
       LEFT JOIN exits e ON e.organization_id = o.id
       WHERE p.place_id IN (SELECT value FROM json_each(?))
       ORDER BY e.volume_number IS NULL, e.volume_year, e.volume_number, o.name_pinyin, o.id`,
      [JSON.stringify(places)],
    )
    .map(({ year, number, ...row }) =>
      placedDossier.parse({ ...row, volume: number === null ? null : { year, number } }),
    );

/** Where the items of a dossier were put one by one. */
export const itemPlacements = (
  reader: Reader,
  id: OrganizationId,
): ReadonlyMap<ArchiveItemId, StoragePlaceId> =>
  new Map(
    reader
      .all<{ itemId: ArchiveItemId; placeId: StoragePlaceId }>(
        `SELECT i.id AS itemId, p.place_id AS placeId FROM archive_items i
         JOIN placements p ON p.what = 'item' AND p.subject_id = i.id WHERE i.organization_id = ?`,
        [id],
      )
      .map(({ itemId, placeId }) => [itemId, placeId]),
  );

/** What stands nowhere yet: items whose dossier stands nowhere either. */
export const unplacedItems = (
  reader: Reader,
  { text, limit }: { readonly text: string; readonly limit: number },
): readonly Omit<PlacedItem, 'placeId'>[] =>
  reader
    .all(
      `SELECT ${itemColumns} FROM archive_items i JOIN organizations o ON o.id = i.organization_id
       WHERE NOT EXISTS (SELECT 1 FROM placements p WHERE p.what = 'item' AND p.subject_id = i.id)
         AND NOT EXISTS (SELECT 1 FROM placements p WHERE p.what = 'dossier' AND p.subject_id = i.organization_id)
         AND (:text = '' OR instr(i.archival_code, :text) OR instr(i.title, :text) OR instr(o.name, :text))
       ORDER BY i.class_key, i.item LIMIT :limit`,
      { text: text.trim(), limit },
    )
    .map((row) => placedItem.omit({ placeId: true }).parse(row));
