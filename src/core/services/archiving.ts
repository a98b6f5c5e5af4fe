import { archivalClassKey, archivalCodeOf, type RetentionPeriod } from '../../shared/domain/archival-code.ts';
import {
  retentionOf,
  type ArchiveCandidate,
  type ArchiveItem,
  type ItemClass,
  type ItemChange,
  type ItemFacts,
  type SourceMaterial,
} from '../../shared/domain/archive-item.ts';
import { committeeName } from '../../shared/domain/committee-name.ts';
import { recordContent, type RecordContent, type RecordKind } from '../../shared/domain/dossier-record.ts';
import type { FilingKind } from '../../shared/domain/filing.ts';
import { archiveItemId, type ArchiveItemId, type OrganizationId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { archivedFilingLabels } from '../../shared/labels/archiving.ts';
import { recordKindLabels } from '../../shared/labels/dossier-record.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  countArchiveItems,
  getArchiveItem,
  insertArchiveItem,
  insertItemChange,
  lastItemOf,
  listArchiveItems,
  listItemChanges,
  listItemClasses,
  listUnarchived,
  unarchivedFacts,
  setItemOpened,
  updateItemFacts,
  type ItemFilter,
  type UnarchivedFacts,
  type UnarchivedRow,
} from '../db/repositories/archive-items.ts';
import { getOfficeProfile } from '../db/repositories/office.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { rulesOn } from './rules.ts';

type Unarchived = UnarchivedRow & UnarchivedFacts;

/** Who answers for what a record says. */
const responsibleFor = (content: RecordContent, row: Unarchived, authorityName: string): string => {
  switch (content.kind) {
    case 'committee-report':
    case 'meeting-vote':
    case 'disclosure':
    case 'activity-evaluation':
      return row.organizationName;
    case 'survey':
      return committeeName({ name: row.communityName, settlement: row.settlement });
    case 'decision':
      return content.decidedBy || authorityName;
    case 'disposition':
      return content.authority;
  }
};

const unsaid = { secrecy: null, pages: null, remark: null } as const;

const factsOf = (row: Unarchived, authorityName: string): ItemFacts => {
  const { source, kind, datedOn, title, organizationName } = row;
  if (source === 'filing') {
    return {
      ...unsaid,
      title: `${organizationName}${archivedFilingLabels[kind as FilingKind]}`,
      responsible: authorityName,
      documentNumber: row.documentNumber,
      datedOn,
    };
  }
  if (source === 'file') {
    return {
      ...unsaid,
      title: `${organizationName}：${title}`,
      responsible: organizationName,
      documentNumber: null,
      datedOn,
    };
  }
  const content = recordContent.parse(JSON.parse(row.content ?? '{}'));
  return {
    ...unsaid,
    title: `${organizationName}${recordKindLabels[content.kind]}：${title}`.slice(0, 200),
    responsible: responsibleFor(content, row, authorityName),
    documentNumber: content.kind === 'disposition' ? content.documentNumber : null,
    datedOn,
  };
};

const materialOf = ({ source, kind }: UnarchivedRow): SourceMaterial =>
  source === 'filing'
    ? { source, kind: kind as FilingKind }
    : source === 'record'
      ? { source, kind: kind as RecordKind }
      : { source, part: kind };

interface Numbered {
  readonly row: UnarchivedRow;
  readonly retention: RetentionPeriod;
  readonly classKey: string;
  readonly item: number;
}

interface Wanted {
  readonly year: number;
  readonly organizationId: OrganizationId | null;
}

/** Gives each what it would get: the next number of its class, in the order of dates. */
const numberedCandidates = (reader: Reader, today: string, wanted: Wanted): readonly Numbered[] => {
  const { body } = rulesOn(reader, today);
  const fonds = getOfficeProfile(reader)?.fondsCode ?? null;
  const classOf = (retention: RetentionPeriod): string =>
    archivalClassKey(body.archivalCode, { fonds, year: wanted.year, retention });
  const next = new Map<string, number>();
  return listUnarchived(reader, wanted).map((row) => {
    const retention = retentionOf(materialOf(row), body);
    const classKey = classOf(retention);
    const item = next.get(classKey) ?? lastItemOf(reader, classKey) + 1;
    next.set(classKey, item + 1);
    return { row, retention, classKey, item };
  });
};

const candidateOf = (
  reader: Reader,
  authorityName: string,
  { row, retention, classKey, item }: Numbered,
): ArchiveCandidate => {
  const facts = unarchivedFacts(reader, row);
  return {
    ...factsOf({ ...row, ...facts }, authorityName),
    source: row.source,
    sourceId: row.id,
    organizationId: facts.organizationId,
    organizationName: facts.organizationName,
    retention,
    archivalCode: archivalCodeOf(classKey, item),
  };
};

const authorityOf = (reader: Reader): string => getOfficeProfile(reader)?.authorityName ?? '';

export interface CandidatePage {
  readonly rows: readonly ArchiveCandidate[];
  readonly total: number;
}

/** A page of what of a year is settled and has no archival code yet, with the codes that it would get. */
export const readCandidates = (
  { store, ports }: OpenArchive,
  { offset, limit, ...wanted }: Wanted & { readonly offset: number; readonly limit: number },
): Promise<CandidatePage> =>
  store.read((reader) => {
    const numbered = numberedCandidates(reader, ports.clock.today(), wanted);
    const authority = authorityOf(reader);
    return {
      rows: numbered.slice(offset, offset + limit).map((each) => candidateOf(reader, authority, each)),
      total: numbered.length,
    };
  });

/**
 * Archives everything of a year that is settled (FEATURES B9): each gets the next number of its class, without gaps,
 * once and for good.
 *
 * @throws CodedError CONFLICT `archive-item` where there are not as many as the person was shown
 */
export const archiveYear = (
  { store, ports: { clock, random } }: OpenArchive,
  input: Wanted & { readonly archivedBy: string; readonly count: number },
): Promise<{ readonly archived: number }> =>
  store.write((writer) => {
    const { year, archivedBy, count } = input;
    const numbered = numberedCandidates(writer, clock.today(), input);
    if (numbered.length !== count) throw new CodedError('CONFLICT', { what: 'archive-item' });
    const authority = authorityOf(writer);
    for (const each of numbered) {
      insertArchiveItem(writer, {
        ...candidateOf(writer, authority, each),
        id: archiveItemId.parse(random.id()),
        classKey: each.classKey,
        item: each.item,
        year,
        archivedBy,
        archivedOn: clock.today(),
      });
    }
    return { archived: numbered.length };
  });

export interface ItemPage {
  readonly rows: readonly ArchiveItem[];
  readonly total: number;
}

export const readItems = (
  { store }: OpenArchive,
  { offset, limit, ...filter }: ItemFilter & { readonly offset: number; readonly limit: number },
): Promise<ItemPage> =>
  store.read((reader) => ({
    rows: listArchiveItems(reader, filter, offset, limit),
    total: countArchiveItems(reader, filter),
  }));

/** Every class of items and the numbers that it lacks; there should be none (DA/T 70-2018, GD-2-6). */
export const readItemClasses = ({ store }: OpenArchive): Promise<readonly ItemClass[]> =>
  store.read(listItemClasses);

const requireItem = (reader: Reader, id: ArchiveItemId): ArchiveItem => {
  const item = getArchiveItem(reader, id);
  if (item === null) throw new CodedError('NOT_FOUND', { what: 'archive-item' });
  return item;
};

const factsIn = ({
  title,
  responsible,
  documentNumber,
  datedOn,
  secrecy,
  pages,
  remark,
}: ItemFacts): ItemFacts => ({
  title,
  responsible,
  documentNumber,
  datedOn,
  secrecy,
  pages,
  remark,
});

interface Said {
  readonly id: ArchiveItemId;
  readonly by: string;
  readonly reason: string;
}

const log = (
  { ports: { clock, random } }: OpenArchive,
  writer: Writer,
  { id, by, reason }: Said,
  change: Pick<ItemChange, 'action' | 'before' | 'after'>,
): void => insertItemChange(writer, random.id(), id, { ...change, at: clock.instant(), by, reason });

/** Changes what the catalogue says of an item; who, why, and what it said before stay on record. @throws CodedError NOT_FOUND; DOSSIER_SEALED */
export const changeItem = (
  archive: OpenArchive,
  { facts, ...said }: Said & { readonly facts: ItemFacts },
): Promise<ArchiveItem> =>
  archive.store.write((writer) => {
    const item = requireItem(writer, said.id);
    requireOpenDossier(writer, item.organizationId);
    const before = factsIn(item);
    updateItemFacts(writer, said.id, facts);
    log(archive, writer, said, { action: 'changed', before, after: factsIn(facts) });
    return requireItem(writer, said.id);
  });

/**
 * Opens an item for a correction of what it is made of, or locks it again. Its code stays.
 *
 * @throws CodedError NOT_FOUND; DOSSIER_SEALED; CONFLICT `archive-item` where it is so already
 */
export const setItemOpen = (
  archive: OpenArchive,
  { open, ...said }: Said & { readonly open: boolean },
): Promise<ArchiveItem> =>
  archive.store.write((writer) => {
    const item = requireItem(writer, said.id);
    requireOpenDossier(writer, item.organizationId);
    if ((item.openedAt !== null) === open) throw new CodedError('CONFLICT', { what: 'archive-item' });
    setItemOpened(writer, said.id, open ? archive.ports.clock.instant() : null);
    log(archive, writer, said, { action: open ? 'opened' : 'locked', before: null, after: null });
    return requireItem(writer, said.id);
  });

/** The log of an item, newest first. @throws CodedError NOT_FOUND */
export const readItemChanges = ({ store }: OpenArchive, id: ArchiveItemId): Promise<readonly ItemChange[]> =>
  store.read((reader) => {
    requireItem(reader, id);
    return listItemChanges(reader, id);
  });

/** Codes of a dossier's items by what they were made of, for papers that print them. */
export const itemsBySource = (
  reader: Reader,
  organizationId: OrganizationId,
): ReadonlyMap<string, ArchiveItem> =>
  new Map(
    listArchiveItems(reader, { organizationId, year: null, retention: null, text: '' }, 0, -1).map((item) => [
      `${item.source}:${item.sourceId}`,
      item,
    ]),
  );
