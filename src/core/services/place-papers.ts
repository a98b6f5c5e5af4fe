import { volumeWords } from '../../shared/domain/exit.ts';
import type { StoragePlaceId } from '../../shared/domain/ids.ts';
import type { PlaceKind, PlaceRow } from '../../shared/domain/storage-place.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Reader } from '../db/archive-store.ts';
import { paperBasics } from './document-data.ts';
import { placeContent, placesWithin, placeTree, type PlaceContent } from './storage-places.ts';

/** What the label of one place says. */
export interface PlaceLabel {
  readonly id: StoragePlaceId;
  readonly kind: PlaceKind;
  readonly name: string;
  /** Where the place stands; null for the outermost. */
  readonly within: string | null;
  /** What is in it, in words: how much, and from which code to which. */
  readonly holds: readonly string[];
}

/** Labels of a place and of everything below it. */
export interface PlaceLabelsData {
  readonly hubName: string;
  readonly fondsCode: string | null;
  readonly place: PlaceRow;
  readonly labels: readonly PlaceLabel[];
}

/** What lies in a box, a shelf or a whole room. */
export interface BoxListData extends PlaceContent {
  readonly hubName: string;
  readonly fondsCode: string | null;
  /** Path of each place below, by its id. */
  readonly paths: ReadonlyMap<string, string>;
}

const heldIn = ({ items, dossiers }: PlaceContent): string[] => {
  const [first, last] = [items[0], items.at(-1)];
  const volumes = dossiers.flatMap(({ volume }) => (volume === null ? [] : [volumeWords(volume)]));
  return [
    ...(first === undefined || last === undefined
      ? []
      : first === last
        ? [`1 件　${first.archivalCode}`]
        : [`${items.length} 件　${first.archivalCode} 至`, last.archivalCode]),
    ...(dossiers.length === 0
      ? []
      : [
          `整卷 ${dossiers.length} 个${volumes.length === 0 ? '' : `　${[...new Set([volumes[0], volumes.at(-1)])].join('至').replaceAll(' ', '')}`}`,
        ]),
  ];
};

const readEach = <Data>(
  { store, ports }: OpenArchive,
  ids: readonly StoragePlaceId[],
  dataOf: (
    reader: Reader,
    tree: readonly PlaceRow[],
    id: StoragePlaceId,
    office: { readonly hubName: string; readonly fondsCode: string | null },
  ) => Data,
): Promise<Data[]> =>
  store.read((reader) => {
    const { office } = paperBasics(reader, ports.clock.today());
    const tree = placeTree(reader);
    return ids.map((id) =>
      dataOf(reader, tree, id, { hubName: office.hubName, fondsCode: office.fondsCode }),
    );
  });

/** @throws CodedError NOT_FOUND */
export const readPlaceLabels = (
  archive: OpenArchive,
  ids: readonly StoragePlaceId[],
): Promise<PlaceLabelsData[]> =>
  readEach(archive, ids, (reader, tree, id, office) => {
    const places = placesWithin(tree, id);
    return {
      ...office,
      place: placeContent(reader, tree, id).place,
      labels: places.map((place) => ({
        id: place.id,
        kind: place.kind,
        name: place.name,
        within: place.parentId === null ? null : place.path.slice(0, -(place.name.length + 3)),
        holds: heldIn(placeContent(reader, tree, place.id)),
      })),
    };
  });

/** @throws CodedError NOT_FOUND */
export const readBoxLists = (archive: OpenArchive, ids: readonly StoragePlaceId[]): Promise<BoxListData[]> =>
  readEach(archive, ids, (reader, tree, id, office) => ({
    ...office,
    ...placeContent(reader, tree, id),
    paths: new Map(placesWithin(tree, id).map((place) => [place.id, place.path])),
  }));
