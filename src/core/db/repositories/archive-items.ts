import {
  archiveItem,
  itemChange,
  type ArchiveItem,
  type ItemChange,
  type ItemClass,
  type ItemFacts,
  type ItemSource,
} from '../../../shared/domain/archive-item.ts';
import { partOfRecord } from '../../../shared/domain/dossier-record.ts';
import type { RetentionPeriod } from '../../../shared/domain/archival-code.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { ArchiveItemId, OrganizationId } from '../../../shared/domain/ids.ts';
import type { Reader, SqlParameters, Writer } from '../archive-store.ts';

export interface ItemFilter {
  readonly organizationId: OrganizationId | null;
  readonly year: number | null;
  readonly retention: RetentionPeriod | null;
  /** Part of a title, code, document number or organization's name. */
  readonly text: string;
}

const columns = `i.id, i.source, i.source_id AS sourceId,
  (SELECT r.kind FROM dossier_records r WHERE i.source = 'record' AND r.id = i.source_id) AS recordKind, i.organization_id AS organizationId,
  o.name AS organizationName, i.archival_code AS archivalCode, i.year, i.retention, i.item, i.title, i.responsible,
  i.document_number AS documentNumber, i.dated_on AS datedOn, i.secrecy, i.pages, i.remark,
  i.archived_on AS archivedOn, i.archived_by AS archivedBy, i.opened_at AS openedAt`;

const itemsWhere = (reader: Reader, condition: string, parameters: SqlParameters): readonly ArchiveItem[] =>
  reader
    .all(
      `SELECT ${columns} FROM archive_items i JOIN organizations o ON o.id = i.organization_id WHERE ${condition}`,
      parameters,
    )
    .map((row) => archiveItem.parse(row));

const literal = (text: string): string => `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

// Names are looked through once for each organization and not for each item; titles without decoding every letter.
const matching = String.raw`(:organizationId IS NULL OR i.organization_id = :organizationId)
  AND (:year IS NULL OR i.year = :year) AND (:retention IS NULL OR i.retention = :retention)
  AND (:text = '' OR i.organization_id IN (SELECT id FROM organizations WHERE name LIKE :like ESCAPE '\')
    OR instr(lower(i.title), lower(:text)) OR i.archival_code LIKE :like ESCAPE '\'
    OR i.document_number LIKE :like ESCAPE '\')`;

const parametersOf = ({ text, ...filter }: ItemFilter) => ({
  ...filter,
  text: text.trim(),
  like: literal(text),
});

/** Items by their codes: by class, and within it by number. @param limit -1 for all */
export const listArchiveItems = (
  reader: Reader,
  filter: ItemFilter,
  offset: number,
  limit: number,
): readonly ArchiveItem[] =>
  itemsWhere(reader, `${matching} ORDER BY i.class_key, i.item LIMIT :limit OFFSET :offset`, {
    ...parametersOf(filter),
    limit,
    offset,
  });

export const countArchiveItems = (reader: Reader, filter: ItemFilter): number =>
  reader.get<{ total: number }>(
    `SELECT count(*) AS total FROM archive_items i JOIN organizations o ON o.id = i.organization_id WHERE ${matching}`,
    { ...parametersOf(filter) },
  )?.total ?? 0;

export const getArchiveItem = (reader: Reader, id: ArchiveItemId): ArchiveItem | null =>
  itemsWhere(reader, 'i.id = ?', [id])[0] ?? null;

/** The item that something was archived as; null where it was not. */
export const findArchiveItem = (reader: Reader, source: ItemSource, sourceId: string): ArchiveItem | null =>
  itemsWhere(reader, 'i.source = ? AND i.source_id = ?', [source, sourceId])[0] ?? null;

/** The last number given within a class; 0 where there is none. */
export const lastItemOf = (reader: Reader, classKey: string): number =>
  reader.get<{ last: number | null }>('SELECT max(item) AS last FROM archive_items WHERE class_key = ?', [
    classKey,
  ])?.last ?? 0;

export const insertArchiveItem = (
  writer: Writer,
  item: Omit<ArchiveItem, 'organizationName' | 'recordKind' | 'openedAt'> & { readonly classKey: string },
): void => {
  writer.run(
    `INSERT INTO archive_items (id, source, source_id, organization_id, class_key, year, retention, item, archival_code,
       title, responsible, document_number, dated_on, secrecy, pages, remark, archived_on, archived_by)
     VALUES (:id, :source, :sourceId, :organizationId, :classKey, :year, :retention, :item, :archivalCode,
       :title, :responsible, :documentNumber, :datedOn, :secrecy, :pages, :remark, :archivedOn, :archivedBy)`,
    { ...item },
  );
};

export const updateItemFacts = (writer: Writer, id: ArchiveItemId, facts: ItemFacts): void => {
  writer.run(
    `UPDATE archive_items SET title = :title, responsible = :responsible, document_number = :documentNumber,
       dated_on = :datedOn, secrecy = :secrecy, pages = :pages, remark = :remark WHERE id = :id`,
    { ...facts, id },
  );
};

export const setItemOpened = (writer: Writer, id: ArchiveItemId, at: IsoInstant | null): void => {
  writer.run('UPDATE archive_items SET opened_at = ? WHERE id = ?', [at, id]);
};

export const insertItemChange = (
  writer: Writer,
  id: string,
  itemId: ArchiveItemId,
  { before, after, ...change }: ItemChange,
): void => {
  writer.run(
    `INSERT INTO archive_item_changes (id, item_id, at, by, reason, action, before, after)
     VALUES (:id, :itemId, :at, :by, :reason, :action, :before, :after)`,
    {
      ...change,
      id,
      itemId,
      before: before === null ? null : JSON.stringify(before),
      after: after === null ? null : JSON.stringify(after),
    },
  );
};

/** The log of an item, newest first. */
export const listItemChanges = (reader: Reader, itemId: ArchiveItemId): readonly ItemChange[] =>
  reader
    .all<{ before: string | null; after: string | null }>(
      'SELECT at, by, reason, action, before, after FROM archive_item_changes WHERE item_id = ? ORDER BY at DESC, id DESC',
      [itemId],
    )
    .map(({ before, after, ...change }) =>
      itemChange.parse({
        ...change,
        before: before === null ? null : JSON.parse(before),
        after: after === null ? null : JSON.parse(after),
      }),
    );

/** Numbers from 1 to the last that a class has not given. */
const missingNumbers = (reader: Reader, classKey: string, last: number): readonly number[] => {
  const given = new Set(
    reader
      .all<{ item: number }>('SELECT item FROM archive_items WHERE class_key = ?', [classKey])
      .map(({ item }) => item),
  );
  return Array.from({ length: last }, (_, index) => index + 1).filter((item) => !given.has(item));
};

/** Every class with its numbers. */
export const listItemClasses = (reader: Reader): readonly ItemClass[] =>
  reader
    .all<Omit<ItemClass, 'missing'>>(
      `SELECT class_key AS classKey, count(*) AS count, max(item) AS last FROM archive_items
       GROUP BY class_key ORDER BY class_key`,
    )
    .map((row) => ({
      ...row,
      missing: row.count === row.last ? [] : missingNumbers(reader, row.classKey, row.last),
    }));

/** Something that is settled and has no code yet, as much of it as its number needs. */
export interface UnarchivedRow {
  readonly source: ItemSource;
  readonly id: string;
  /** Kind of a filing or record, part of a file. */
  readonly kind: string;
  readonly datedOn: string;
}

/** What an item says of it. */
export interface UnarchivedFacts {
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly communityName: string;
  readonly settlement: 'urban' | 'rural';
  readonly title: string;
  readonly documentNumber: string | null;
  /** JSON of a record. */
  readonly content: string | null;
}

const recordKinds = Object.keys(partOfRecord)
  .map((kind) => `'${kind}'`)
  .join(', ');

/**
 * What is settled, belongs to a year, and has no code yet, in the order of its dates (DA/T 22-2015, 5.3.1). A paper
 * belongs to the year of its coming in as the office's clock had it; the days around narrow the index.
 */
export const listUnarchived = (
  reader: Reader,
  { year, organizationId }: { readonly year: number; readonly organizationId: OrganizationId | null },
): readonly UnarchivedRow[] => {
  const ofOne = organizationId === null ? '' : 'AND organization_id = :organizationId';
  return reader.all<UnarchivedRow>(
    `SELECT s.source, s.id, s.kind, s.datedOn FROM (
       SELECT 'filing' AS source, id, organization_id, kind, closed_on AS datedOn
         FROM filings WHERE closed_on >= :year AND closed_on < :next AND state IN ('filed', 'dissolved', 'refused') ${ofOne}
       UNION ALL SELECT 'record', id, organization_id, kind, occurred_on FROM dossier_records
         WHERE kind IN (${recordKinds}) AND occurred_on >= :year AND occurred_on < :next AND deleted_at IS NULL
           AND due_on IS NULL AND (kind <> 'survey' OR closed_on IS NOT NULL)
           AND (kind <> 'disclosure' OR content ->> '$.published' IS NOT NULL) ${ofOne}
       UNION ALL SELECT 'file', id, organization_id, part, date(created_at, 'localtime') FROM dossier_files
         WHERE created_at > :daysBefore AND created_at < :daysAfter AND strftime('%Y', created_at, 'localtime') = :year
           AND record_id IS NULL AND deleted_at IS NULL ${ofOne}) s
     JOIN organizations o ON o.id = s.organization_id
     WHERE NOT EXISTS (SELECT 1 FROM archive_items i WHERE i.source = s.source AND i.source_id = s.id)
     ORDER BY s.datedOn, o.name_pinyin, s.source, s.id`,
    {
      year: String(year),
      next: String(year + 1),
      daysBefore: `${year - 1}-12-30`,
      daysAfter: `${year + 1}-01-03`,
      ...(organizationId === null ? {} : { organizationId }),
    },
  );
};

const unarchivedSources: Readonly<Record<ItemSource, string>> = {
  filing: `SELECT '' AS title, filing_number AS documentNumber, NULL AS content, organization_id FROM filings WHERE id = ?`,
  record: `SELECT title, NULL AS documentNumber, content, organization_id FROM dossier_records WHERE id = ?`,
  file: `SELECT title, NULL AS documentNumber, NULL AS content, organization_id FROM dossier_files WHERE id = ?`,
};

export const unarchivedFacts = (
  reader: Reader,
  { source, id }: Pick<UnarchivedRow, 'source' | 'id'>,
): UnarchivedFacts => {
  const row = reader.get<UnarchivedFacts>(
    `SELECT s.title, s.documentNumber, s.content, o.id AS organizationId, o.name AS organizationName,
       c.name AS communityName, c.settlement
     FROM (${unarchivedSources[source]}) s JOIN organizations o ON o.id = s.organization_id
     JOIN communities c ON c.id = o.community_id`,
    [id],
  );
  if (row === undefined) throw new Error('it was listed a moment ago');
  return row;
};
