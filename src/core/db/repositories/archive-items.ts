import {
  archiveItem,
  itemChange,
  type ArchiveItem,
  type ItemChange,
  type ItemClass,
  type ItemFacts,
  type ItemSource,
} from '../../../shared/domain/archive-item.ts';
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

const matching = String.raw`(:organizationId IS NULL OR i.organization_id = :organizationId)
  AND (:year IS NULL OR i.year = :year) AND (:retention IS NULL OR i.retention = :retention)
  AND (i.title LIKE :like ESCAPE '\' OR i.archival_code LIKE :like ESCAPE '\'
    OR i.document_number LIKE :like ESCAPE '\' OR o.name LIKE :like ESCAPE '\')`;

const parametersOf = ({ text, ...filter }: ItemFilter) => ({ ...filter, like: literal(text) });

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

/** Every class with its numbers. */
export const listItemClasses = (reader: Reader): readonly ItemClass[] => {
  const numbers = new Map<string, number[]>();
  for (const { classKey, item } of reader.iterate<{ classKey: string; item: number }>(
    'SELECT class_key AS classKey, item FROM archive_items ORDER BY class_key, item',
  )) {
    numbers.set(classKey, [...(numbers.get(classKey) ?? []), item]);
  }
  return [...numbers].map(([classKey, given]) => {
    const last = given.at(-1) ?? 0;
    const known = new Set(given);
    const missing = Array.from({ length: last }, (_, index) => index + 1).filter((item) => !known.has(item));
    return { classKey, count: given.length, last, missing };
  });
};

interface SourceRow {
  readonly source: ItemSource;
  readonly id: string;
  readonly organizationId: OrganizationId;
  readonly organizationName: string;
  readonly communityName: string;
  readonly settlement: 'urban' | 'rural';
  /** Kind of a filing or record, part of a file. */
  readonly kind: string;
  readonly datedOn: string;
  readonly title: string;
  readonly documentNumber: string | null;
  /** JSON of a record. */
  readonly content: string | null;
}

/** What is settled, belongs to a year, and has no code yet, in the order of its dates (DA/T 22-2015, 5.3.1). */
export const listUnarchived = (
  reader: Reader,
  { year, organizationId }: { readonly year: number; readonly organizationId: OrganizationId | null },
): readonly SourceRow[] =>
  reader.all<SourceRow>(
    `SELECT s.*, o.name AS organizationName, c.name AS communityName, c.settlement FROM (
       SELECT 'filing' AS source, id, organization_id AS organizationId, kind, closed_on AS datedOn, '' AS title,
           filing_number AS documentNumber, NULL AS content
         FROM filings WHERE substr(closed_on, 1, 4) = :year AND state IN ('filed', 'dissolved', 'refused')
       UNION ALL SELECT 'record', id, organization_id, kind, occurred_on, title, NULL, content
         FROM dossier_records WHERE substr(occurred_on, 1, 4) = :year AND deleted_at IS NULL AND due_on IS NULL
           AND (kind <> 'survey' OR closed_on IS NOT NULL)
       UNION ALL SELECT 'file', id, organization_id, part, date(created_at, 'localtime'), title, NULL, NULL
         FROM dossier_files WHERE strftime('%Y', created_at, 'localtime') = :year AND record_id IS NULL AND deleted_at IS NULL) s
     JOIN organizations o ON o.id = s.organizationId JOIN communities c ON c.id = o.community_id
     WHERE (:organizationId IS NULL OR s.organizationId = :organizationId)
       AND NOT EXISTS (SELECT 1 FROM archive_items i WHERE i.source = s.source AND i.source_id = s.id)
     ORDER BY s.datedOn, o.name_pinyin, s.source, s.id`,
    { year: String(year), organizationId },
  );
