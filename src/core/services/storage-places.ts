import type { IsoDate } from '../../shared/domain/dates.ts';
import {
  storagePlaceId,
  type ArchiveItemId,
  type OrganizationId,
  type StoragePlaceId,
} from '../../shared/domain/ids.ts';
import {
  canStandIn,
  type PlacedDossier,
  type PlacedItem,
  type PlacedSubject,
  type PlaceKind,
  type PlaceMove,
  type PlaceRow,
  type StoragePlace,
} from '../../shared/domain/storage-place.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { getArchiveItem } from '../db/repositories/archive-items.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import {
  countPlacements,
  deleteStoragePlace,
  dossiersIn,
  insertPlaceMove,
  insertStoragePlace,
  itemPlacements,
  itemsIn,
  listPlaceMoves,
  listStoragePlaces,
  placementOf,
  savePlacement,
  unplacedItems,
  updateStoragePlace,
} from '../db/repositories/storage-places.ts';
import type { OpenArchive } from '../open-archive.ts';

/** 2 号盒 comes before 10 号盒. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

/** The tree from the outermost in, each place before what stands in it, with what it holds all together. */
export const placeTree = (reader: Reader): readonly PlaceRow[] => {
  const counts = countPlacements(reader);
  const inside = Map.groupBy(listStoragePlaces(reader), ({ parentId }) => parentId);
  const below = (parentId: StoragePlaceId | null, path: readonly string[]): PlaceRow[] =>
    (inside.get(parentId) ?? [])
      .toSorted((one, other) => byName.compare(one.name, other.name))
      .flatMap((place) => {
        const names = [...path, place.name];
        const within = below(place.id, names);
        const direct = within.filter(({ parentId: outer }) => outer === place.id);
        const sum = (key: 'items' | 'dossiers'): number =>
          (counts.get(place.id)?.[key] ?? 0) + direct.reduce((all, each) => all + each[key], 0);
        return [
          {
            ...place,
            path: names.join(' › '),
            depth: path.length,
            items: sum('items'),
            dossiers: sum('dossiers'),
          },
          ...within,
        ];
      });
  return below(null, []);
};

const requirePlace = (tree: readonly PlaceRow[], id: StoragePlaceId): PlaceRow => {
  const place = tree.find((each) => each.id === id);
  if (place === undefined) throw new CodedError('NOT_FOUND', { what: 'storage-place' });
  return place;
};

/** A place and everything below it. */
export const placesWithin = (tree: readonly PlaceRow[], id: StoragePlaceId): readonly PlaceRow[] => {
  const from = tree.findIndex((each) => each.id === id);
  const depth = requirePlace(tree, id).depth;
  const behind = tree.slice(from + 1);
  const end = behind.findIndex((each) => each.depth <= depth);
  return tree.slice(from, end === -1 ? undefined : from + 1 + end);
};

export const readPlaces = ({ store }: OpenArchive): Promise<readonly PlaceRow[]> => store.read(placeTree);

const requireRoom = (
  tree: readonly PlaceRow[],
  { id, kind, name, parentId }: Omit<StoragePlace, 'id' | 'note'> & { readonly id: StoragePlaceId | null },
): void => {
  const outer = parentId === null ? null : requirePlace(tree, parentId);
  if (!canStandIn(kind, outer?.kind ?? null)) throw new CodedError('CONFLICT', { what: 'storage-place' });
  const taken = tree.some(
    (each) => each.id !== id && each.parentId === parentId && each.kind === kind && each.name === name,
  );
  if (taken) throw new CodedError('INVALID_VALUE', { field: 'name', reason: 'taken' });
};

/**
 * Adds places of one kind, all in the same place.
 *
 * @throws CodedError NOT_FOUND; CONFLICT `storage-place` for a larger place in a smaller; INVALID_VALUE `name` `taken`
 */
export const addPlaces = (
  { store, ports: { clock, random } }: OpenArchive,
  input: {
    readonly parentId: StoragePlaceId | null;
    readonly kind: PlaceKind;
    readonly names: readonly string[];
  },
): Promise<readonly PlaceRow[]> =>
  store.write((writer) => {
    const { names, ...where } = input;
    for (const name of names) {
      requireRoom(placeTree(writer), { ...where, id: null, name });
      insertStoragePlace(
        writer,
        { ...where, id: storagePlaceId.parse(random.id()), name, note: null },
        clock.instant(),
      );
    }
    return placeTree(writer);
  });

/** Renames a place. @throws CodedError NOT_FOUND; INVALID_VALUE `name` `taken` */
export const changePlace = (
  { store }: OpenArchive,
  { id, name, note }: Pick<StoragePlace, 'id' | 'name' | 'note'>,
): Promise<PlaceRow> =>
  store.write((writer) => {
    const tree = placeTree(writer);
    const place = requirePlace(tree, id);
    requireRoom(tree, { ...place, name });
    updateStoragePlace(writer, { ...place, name, note });
    return requirePlace(placeTree(writer), id);
  });

/** Removes an empty place. @throws CodedError NOT_FOUND; CONFLICT `storage-place-used` where something stands in it */
export const removePlace = ({ store }: OpenArchive, id: StoragePlaceId): Promise<void> =>
  store.write((writer) => {
    const tree = placeTree(writer);
    const { items, dossiers } = requirePlace(tree, id);
    if (items + dossiers > 0 || placesWithin(tree, id).length > 1)
      throw new CodedError('CONFLICT', { what: 'storage-place-used' });
    deleteStoragePlace(writer, id);
  });

interface Move {
  readonly subjects: readonly PlacedSubject[];
  /** null takes them out of the places. */
  readonly to: StoragePlaceId | null;
  readonly movedOn: IsoDate;
  readonly movedBy: string;
  readonly note: string | null;
}

/** @returns where it stood before */
const putSubject = (
  writer: Writer,
  tree: readonly PlaceRow[],
  subject: PlacedSubject,
  to: StoragePlaceId | null,
): StoragePlaceId | null => {
  if (subject.what === 'place') {
    const place = requirePlace(tree, subject.id);
    requireRoom(tree, { ...place, parentId: to });
    updateStoragePlace(writer, { ...place, parentId: to });
    return place.parentId;
  }
  const known =
    subject.what === 'item' ? getArchiveItem(writer, subject.id) : getOrganization(writer, subject.id);
  if (known === null)
    throw new CodedError('NOT_FOUND', { what: subject.what === 'item' ? 'archive-item' : 'organization' });
  const from = placementOf(writer, subject);
  savePlacement(writer, subject, to);
  return from;
};

/**
 * Moves things, and keeps who moved them, when, and from where. What stands there already stays without a word.
 *
 * @throws CodedError NOT_FOUND; STEP_DATE_INVALID `future`; CONFLICT `storage-place` for a larger place in a smaller
 */
export const moveSubjects = (
  { store, ports: { clock, random } }: OpenArchive,
  { subjects, to, movedOn, movedBy, note }: Move,
): Promise<{ readonly moved: number }> =>
  store.write((writer) => {
    if (movedOn > clock.today()) throw new CodedError('STEP_DATE_INVALID', { reason: 'future' });
    const tree = placeTree(writer);
    const words = (id: StoragePlaceId | null): string | null =>
      id === null ? null : requirePlace(tree, id).path;
    const destination = words(to);
    let moved = 0;
    for (const subject of subjects) {
      const from = putSubject(writer, tree, subject, to);
      if (from === to) continue;
      moved++;
      const recordedAt = clock.instant();
      insertPlaceMove(writer, random.id(), subject, {
        from: words(from),
        to: destination,
        movedOn,
        movedBy,
        note,
        recordedAt,
      });
    }
    return { moved };
  });

export const readMoves = ({ store }: OpenArchive, subject: PlacedSubject): Promise<readonly PlaceMove[]> =>
  store.read((reader) => listPlaceMoves(reader, subject));

export interface PlaceContent {
  readonly place: PlaceRow;
  readonly items: readonly PlacedItem[];
  readonly dossiers: readonly PlacedDossier[];
}

/** What stands in a place and below it. @throws CodedError NOT_FOUND */
export const placeContent = (reader: Reader, tree: readonly PlaceRow[], id: StoragePlaceId): PlaceContent => {
  const ids = placesWithin(tree, id).map((each) => each.id);
  return {
    place: requirePlace(tree, id),
    items: itemsIn(reader, ids),
    dossiers: dossiersIn(reader, ids),
  };
};

export const readPlaceContent = ({ store }: OpenArchive, id: StoragePlaceId): Promise<PlaceContent> =>
  store.read((reader) => placeContent(reader, placeTree(reader), id));

/** Archived items that stand nowhere, and whose dossier stands nowhere either. */
export const readUnplaced = (
  { store }: OpenArchive,
  wanted: { readonly text: string; readonly limit: number },
): Promise<readonly Omit<PlacedItem, 'placeId'>[]> => store.read((reader) => unplacedItems(reader, wanted));

export interface DossierPlaces {
  /** Where the dossier stands as a whole. */
  readonly whole: PlaceRow | null;
  readonly items: readonly { readonly itemId: ArchiveItemId; readonly place: PlaceRow }[];
}

export const placesOfDossier = (reader: Reader, id: OrganizationId): DossierPlaces => {
  const tree = placeTree(reader);
  const whole = placementOf(reader, { what: 'dossier', id });
  return {
    whole: whole === null ? null : requirePlace(tree, whole),
    items: [...itemPlacements(reader, id)].map(([itemId, placeId]) => ({
      itemId,
      place: requirePlace(tree, placeId),
    })),
  };
};

export const readPlacesOfDossier = ({ store }: OpenArchive, id: OrganizationId): Promise<DossierPlaces> =>
  store.read((reader) => placesOfDossier(reader, id));
