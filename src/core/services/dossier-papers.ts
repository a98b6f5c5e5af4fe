import type { ArchiveItem, ItemSource } from '../../shared/domain/archive-item.ts';
import type { FilePart } from '../../shared/domain/dossier-file.ts';
import type { IsoDate, PartialDate } from '../../shared/domain/dates.ts';
import { retentionPeriod } from '../../shared/domain/archival-code.ts';
import { volumeWords } from '../../shared/domain/exit.ts';
import { retentionLabels } from '../../shared/labels/archiving.ts';
import { recordKindLabels } from '../../shared/labels/dossier-record.ts';
import { partOfRecord, type DossierRecord } from '../../shared/domain/dossier-record.ts';
import { committeeName } from '../../shared/domain/committee-name.ts';
import type { OrganizationId, RecordId } from '../../shared/domain/ids.ts';
import { publicText, publicTextOrNull, type PublicText } from '../../shared/domain/public-text.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { listDossierFiles } from '../db/repositories/dossier-files.ts';
import { listRecords } from '../db/repositories/dossier-records.ts';
import { listFilingRows } from '../db/repositories/filing-rows.ts';
import { getExit } from '../db/repositories/exits.ts';
import { getFilingRecord } from '../db/repositories/filings.ts';
import type { OpenArchive } from '../open-archive.ts';
import { itemsBySource } from './archiving.ts';
import { paperBasics, paperDataOf, type PaperBasics } from './document-data.ts';
import type { FilingPaperData } from './filing-paper-data.ts';
import { placesOfDossier } from './storage-places.ts';
import { readRecordPapers } from './record-papers.ts';
import { publicOrganization, type PublicOrganization } from './public-notice-data.ts';
import { dayOfInstant } from '../../shared/domain/instant-day.ts';

/** One line of the catalogue: an item (件) of DA/T 22-2015, 5.1. What nobody knows yet stays null. */
export interface CatalogueItem {
  /** 档号 */
  readonly archivalCode: string | null;
  /** 文号 */
  readonly documentNumber: string | null;
  /** 责任者 */
  readonly responsible: string | null;
  readonly title: string;
  readonly date: PartialDate | null;
  /** 密级 */
  readonly secrecy: string | null;
  readonly pages: number | null;
  /** 备注 */
  readonly remark: string | null;
}

/** What catalogue, cover and reference sheet of one organization's dossier print. */
export interface DossierPaperData {
  readonly paper: FilingPaperData;
  readonly items: readonly CatalogueItem[];
  /** 卷号 of an ended organization, in words. */
  readonly volume: string | null;
  /** 盒号: the box, or whatever place it is, where the dossier stands, and where its items stand. */
  readonly box: string | null;
  /** 保管期限 of a whole: the longest of what was archived. */
  readonly retention: string | null;
}

/** Who answers for what a record says. */
const responsibleFor = (
  { content }: DossierRecord,
  { facts, community, office }: FilingPaperData,
): string => {
  switch (content.kind) {
    case 'committee-report':
    case 'meeting-vote':
    case 'disclosure':
    case 'activity-evaluation':
      return facts.name;
    case 'survey':
      return committeeName(community);
    case 'decision':
      return content.decidedBy || office.authorityName;
    case 'disposition':
      return content.authority;
  }
};

const unsaid = { secrecy: null, pages: null, remark: null } as const;

const filingWords = { initial: '备案材料', change: '变更备案材料', dissolution: '注销材料' } as const;

/** What was archived is printed as it was catalogued; the rest as it stands, without a code. */
const catalogued = (item: CatalogueItem, archived: ArchiveItem | undefined): CatalogueItem =>
  archived === undefined
    ? item
    : {
        archivalCode: archived.archivalCode,
        documentNumber: archived.documentNumber,
        responsible: archived.responsible,
        title: archived.title,
        date: archived.datedOn,
        secrecy: archived.secrecy,
        pages: archived.pages,
        remark: archived.remark,
      };

interface Arranging {
  readonly today: string;
  /** What was archived, by `source:id`. */
  readonly archived: ReadonlyMap<string, ArchiveItem>;
}

/** An item with what it is made of and the part of the dossier that it belongs to. */
export interface DossierItem {
  readonly item: CatalogueItem;
  readonly source: ItemSource;
  readonly sourceId: string;
  readonly part: FilePart;
  /** What was archived; null while nothing was. */
  readonly archived: ArchiveItem | null;
}

/** A matter with all its papers is one item, as practice has it for social organizations (DOMAIN 5.1). */
const filingItems = (reader: Reader, paper: FilingPaperData, { today, archived }: Arranging): DossierItem[] =>
  listFilingRows(
    reader,
    { organizationId: paper.organizationId, states: [], kinds: [], openOnly: false },
    today,
    0,
    -1,
  ).map(({ id, kind, startedOn }) => {
    const filing = getFilingRecord(reader, id);
    const item = {
      archivalCode: null,
      documentNumber: filing?.filingNumber ?? (kind === 'initial' ? paper.filingNumber : null),
      responsible: paper.office.authorityName,
      title: `${paper.facts.name}${filingWords[kind]}`,
      date: filing?.closedOn ?? startedOn,
      ...unsaid,
    };
    const own = archived.get(`filing:${id}`);
    return {
      item: catalogued(item, own),
      source: 'filing',
      sourceId: id,
      part: 'charter-and-form',
      archived: own ?? null,
    };
  });

const recordItem = (record: DossierRecord, paper: FilingPaperData): CatalogueItem => ({
  archivalCode: null,
  documentNumber: record.content.kind === 'disposition' ? record.content.documentNumber : null,
  responsible: responsibleFor(record, paper),
  title: `${recordKindLabels[record.content.kind]}：${record.title}`,
  date: record.occurredOn,
  ...unsaid,
});

/** By code (DA/T 22-2015, 5.5.1): year, how long it is kept, number; then by day what has no code yet. */
const byCode = (a: DossierItem, b: DossierItem): number => {
  if (a.archived === null || b.archived === null) {
    if (a.archived !== b.archived) return a.archived === null ? 1 : -1;
    return (a.item.date ?? '9').localeCompare(b.item.date ?? '9');
  }
  const periods = retentionPeriod.options;
  return (
    a.archived.year - b.archived.year ||
    periods.indexOf(a.archived.retention) - periods.indexOf(b.archived.retention) ||
    a.archived.item - b.archived.item
  );
};

/** Everything in a dossier, item by item in the order of the catalogue. */
export const dossierItems = async (
  reader: Reader,
  paper: FilingPaperData,
  today: string,
): Promise<readonly DossierItem[]> => {
  const records = await listRecords(reader, paper.organizationId);
  const files = await listDossierFiles(reader, paper.organizationId, null);
  const archived = itemsBySource(reader, paper.organizationId);
  const items: DossierItem[] = [
    ...filingItems(reader, paper, { today, archived }),
    ...records.map((record): DossierItem => {
      const own = archived.get(`record:${record.id}`);
      return {
        item: catalogued(recordItem(record, paper), own),
        source: 'record',
        sourceId: record.id,
        part: partOfRecord[record.content.kind],
        archived: own ?? null,
      };
    }),
    // A paper that proves a record is part of the record's item.
    ...files
      .filter(({ recordId }) => recordId === null)
      .map(({ id, title, createdAt, part }): DossierItem => {
        const item = {
          archivalCode: null,
          documentNumber: null,
          responsible: null,
          title,
          date: dayOfInstant(createdAt),
          ...unsaid,
        };
        const own = archived.get(`file:${id}`);
        return { item: catalogued(item, own), source: 'file', sourceId: id, part, archived: own ?? null };
      }),
  ];
  return items.toSorted(byCode);
};

/** The number of the volume, where it stands, and how long it is kept. */
export const shelvedAs = (
  reader: Reader,
  id: OrganizationId,
): Pick<DossierPaperData, 'volume' | 'box' | 'retention'> => {
  const end = getExit(reader, id);
  const { whole, items } = placesOfDossier(reader, id);
  const boxes = new Set(
    [...(whole === null ? [] : [whole]), ...items.map(({ place }) => place)].map(({ name }) => name),
  );
  const kept = [...itemsBySource(reader, id).values()].map(({ retention }) => retention);
  const longest = retentionPeriod.options.find((period) => kept.includes(period));
  return {
    volume: end === null ? null : volumeWords(end.volume),
    box: boxes.size === 0 ? null : [...boxes].join('、'),
    retention: longest === undefined ? null : retentionLabels[longest],
  };
};

const readEach = <Data>(
  { store, ports }: OpenArchive,
  ids: readonly OrganizationId[],
  dataOf: (reader: Reader, paper: FilingPaperData, basics: PaperBasics) => Promise<Data>,
): Promise<Data[]> =>
  store.read(async (reader) => {
    const basics = paperBasics(reader, ports.clock.today());
    const all: Data[] = [];
    for (const id of ids) all.push(await dataOf(reader, paperDataOf(reader, id, basics), basics));
    return all;
  });

/** @throws CodedError NOT_FOUND */
export const readDossierPapers = (
  archive: OpenArchive,
  ids: readonly OrganizationId[],
): Promise<DossierPaperData[]> =>
  readEach(archive, ids, async (reader, paper, { today }) => ({
    paper,
    items: (await dossierItems(reader, paper, today)).map(({ item }) => item),
    ...shelvedAs(reader, paper.organizationId),
  }));

/** What a letter of praise may tell the public of an organization (policy Art. 3, 10). */
export interface CommendationData {
  readonly organizationId: OrganizationId;
  /** Who praises. */
  readonly authorityName: string;
  readonly organization: PublicOrganization;
  readonly filedOn: PartialDate | null;
  /** What is praised, as it was recorded; null where the letter has only what the archive counts. */
  readonly facts: PublicText | null;
  readonly presentedOn: IsoDate | null;
  readonly reports: number;
  readonly disclosures: number;
}

/** Recorded as clerks call the office among themselves; a letter bears its full name. */
const ownOffice = '街道办事处';

/** Letters of praise, each of a disposition that praises. @throws CodedError NOT_FOUND, also for any other record */
export const readCommendations = async (
  archive: OpenArchive,
  ids: readonly RecordId[],
): Promise<CommendationData[]> => {
  const papers = await readRecordPapers('disposition')(archive, ids);
  return archive.store.read(async (reader) => {
    const letters: CommendationData[] = [];
    for (const { paper, record } of papers) {
      const { type, authority, commendation, reason } = record.content;
      if (type !== 'praise') throw new CodedError('NOT_FOUND', { what: 'record' });
      const records = await listRecords(reader, paper.organizationId);
      const count = (kind: DossierRecord['content']['kind']): number =>
        records.filter(({ content }) => content.kind === kind).length;
      letters.push({
        organizationId: paper.organizationId,
        authorityName: authority === ownOffice ? paper.office.authorityName : publicText(authority),
        organization: publicOrganization(paper),
        filedOn: paper.filedOn,
        facts: publicTextOrNull(commendation?.facts || reason || null),
        presentedOn: commendation?.presentedOn ?? record.occurredOn,
        reports: count('committee-report'),
        disclosures: count('disclosure'),
      });
    }
    return letters;
  });
};
