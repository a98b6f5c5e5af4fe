import type { RetentionPeriod } from '../../shared/domain/archival-code.ts';
import { archiveStampOf, type ArchiveStamp } from '../../shared/domain/archive-stamp.ts';
import { volumeWords } from '../../shared/domain/exit.ts';
import type { OrganizationId, StoragePlaceId } from '../../shared/domain/ids.ts';
import type { PlaceRow } from '../../shared/domain/storage-place.ts';
import { retentionLabels } from '../../shared/labels/archiving.ts';
import type { Reader } from '../db/archive-store.ts';
import { getExit } from '../db/repositories/exits.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import { CodedError } from '../../shared/errors.ts';
import { itemsBySource } from './archiving.ts';
import { paperBasics, type PaperBasics } from './document-data.ts';
import { placeContent, placesOfDossier, placesWithin, placeTree } from './storage-places.ts';

/** What the back of one box or volume says — DA/T 22-2015, 6.4. What is not known is left to write in. */
export interface Spine {
  /** Read from top to bottom. */
  readonly name: string;
  readonly years: string | null;
  readonly retention: string | null;
  readonly volume: string | null;
  /** 起件号 */
  readonly firstItem: string | null;
  /** 止件号 */
  readonly lastItem: string | null;
  readonly box: string | null;
  /** Counted pages of what lies in it: how thick the box must be. */
  readonly pages: number;
}

export interface SpinesData {
  readonly organizationId: OrganizationId | null;
  readonly hubName: string;
  readonly fondsCode: string | null;
  /** 机构（问题） */
  readonly unit: string;
  readonly name: string;
  readonly spines: readonly Spine[];
}

/** What of an archived item a spine counts. */
interface Counted {
  readonly year: number;
  readonly item: number;
  readonly retention: RetentionPeriod;
  readonly pages: number | null;
}

const spanOf = (numbers: readonly number[]): readonly [number, number] | null =>
  numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)];

const itemNumber = (item: number): string => String(item).padStart(4, '0');

const countedSpine = (
  items: readonly Counted[],
): Pick<Spine, 'years' | 'retention' | 'firstItem' | 'lastItem' | 'pages'> => {
  const years = spanOf(items.map(({ year }) => year));
  const kept = [...new Set(items.map(({ retention }) => retention))];
  const span = spanOf(items.map(({ item }) => item));
  return {
    years: years && (years[0] === years[1] ? String(years[0]) : `${years[0]}—${years[1]}`),
    retention: kept.length === 0 ? null : kept.map((each) => retentionLabels[each]).join('、'),
    firstItem: span && itemNumber(span[0]),
    lastItem: span && itemNumber(span[1]),
    pages: items.reduce((sum, { pages }) => sum + (pages ?? 0), 0),
  };
};

const inOffice = ({ office, rules }: PaperBasics): Pick<SpinesData, 'hubName' | 'fondsCode' | 'unit'> => ({
  hubName: office.hubName,
  fondsCode: office.fondsCode,
  unit: rules.archivalCode.unit,
});

const nameOf = (reader: Reader, id: OrganizationId): string => {
  const organization = getOrganization(reader, id);
  if (organization === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
  return organization.name;
};

const readEach = <Id, Data>(
  { store, ports }: OpenArchive,
  ids: readonly Id[],
  dataOf: (reader: Reader, id: Id, basics: PaperBasics) => Data,
): Promise<Data[]> =>
  store.read((reader) => {
    const basics = paperBasics(reader, ports.clock.today());
    return ids.map((id) => dataOf(reader, id, basics));
  });

/** The spine of one organization's dossier. @throws CodedError NOT_FOUND */
export const readDossierSpines = (
  archive: OpenArchive,
  ids: readonly OrganizationId[],
): Promise<SpinesData[]> =>
  readEach(archive, ids, (reader, id, basics) => {
    const end = getExit(reader, id);
    const { whole, items } = placesOfDossier(reader, id);
    const boxes = [...(whole === null ? [] : [whole]), ...items.map(({ place }) => place)];
    const name = nameOf(reader, id);
    return {
      ...inOffice(basics),
      organizationId: id,
      name,
      spines: [
        {
          name,
          ...countedSpine([...itemsBySource(reader, id).values()]),
          volume: end === null ? null : volumeWords(end.volume).replaceAll(' ', ''),
          box: [...new Set(boxes.map((place) => place.name))].join('、') || null,
        },
      ],
    };
  });

/** Spines of a box, or of every box in a shelf or room; a place without boxes has its own. @throws CodedError NOT_FOUND */
export const readBoxSpines = (archive: OpenArchive, ids: readonly StoragePlaceId[]): Promise<SpinesData[]> =>
  readEach(archive, ids, (reader, id, basics) => {
    const tree = placeTree(reader);
    const { place } = placeContent(reader, tree, id);
    const boxes = placesWithin(tree, id).filter(({ kind }) => kind === 'box');
    const spineOf = (box: PlaceRow): Spine => {
      const { items, dossiers } = placeContent(reader, tree, box.id);
      const names = new Set([
        ...items.map(({ organizationName }) => organizationName),
        ...dossiers.map(({ organizationName }) => organizationName),
      ]);
      const [only] = names;
      const [volume] = dossiers.flatMap((each) => (each.volume === null ? [] : [each.volume]));
      return {
        name: names.size === 1 && only !== undefined ? only : '社区社会组织档案',
        ...countedSpine(items),
        volume: dossiers.length === 1 && volume ? volumeWords(volume).replaceAll(' ', '') : null,
        box: box.name,
      };
    };
    return {
      ...inOffice(basics),
      organizationId: null,
      name: place.name,
      spines: (boxes.length === 0 ? [place] : boxes).map(spineOf),
    };
  });

/** The stamps of everything that was archived of one organization, by code. */
export interface ArchiveStampsData {
  readonly organizationId: OrganizationId;
  readonly hubName: string;
  readonly name: string;
  readonly stamps: readonly { readonly title: string; readonly stamp: ArchiveStamp }[];
}

/** @throws CodedError NOT_FOUND */
export const readArchiveStamps = (
  archive: OpenArchive,
  ids: readonly OrganizationId[],
): Promise<ArchiveStampsData[]> =>
  readEach(archive, ids, (reader, id, { office, rules }) => ({
    organizationId: id,
    hubName: office.hubName,
    name: nameOf(reader, id),
    stamps: [...itemsBySource(reader, id).values()].map((item) => ({
      title: item.title,
      stamp: archiveStampOf(item, { fonds: office.fondsCode, unit: rules.archivalCode.unit }),
    })),
  }));
