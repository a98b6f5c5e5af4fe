import type { Attachment } from '../../../shared/domain/attachment.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { PaperTarget } from '../../../shared/domain/dossier-file.ts';
import type { AttachmentId, InboxItemId } from '../../../shared/domain/ids.ts';
import {
  inboxItem,
  type InboxItem,
  type InboxState,
  type InboxSuggestion,
  type ScanReading,
} from '../../../shared/domain/scan-inbox.ts';
import type { Reader, SqlParameters, Writer } from '../archive-store.ts';
import { heldColumns, toHeldAttachment, type HeldRow } from './attachments.ts';

interface ItemRow extends HeldRow {
  readonly itemId: string;
  readonly receivedAt: string;
  readonly state: string;
  readonly suggestion: string | null;
  readonly filedAs: string | null;
  readonly settledAt: string | null;
  readonly reading: string | null;
  readonly parentId: string | null;
  readonly parentPages: string | null;
  readonly parentName: string | null;
}

const json = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

const toItem = ({
  itemId,
  receivedAt,
  state,
  suggestion,
  filedAs,
  settledAt,
  reading,
  parentId,
  parentPages,
  parentName,
  ...paper
}: ItemRow): InboxItem =>
  inboxItem.parse({
    reading: json(reading),
    parent:
      parentId === null ? null : { id: parentId, fileName: parentName, ...(json(parentPages) as object) },
    id: itemId,
    paper: toHeldAttachment(paper),
    receivedAt,
    state,
    suggestion: json(suggestion),
    filedAs: json(filedAs),
    settledAt,
  });

const itemsWhere = (reader: Reader, condition: string, parameters: SqlParameters): readonly InboxItem[] =>
  reader
    .all<ItemRow>(
      `SELECT i.id AS itemId, i.received_at AS receivedAt, i.state, i.suggestion, i.filed_as AS filedAs,
         i.settled_at AS settledAt, i.reading, i.parent_id AS parentId, i.parent_pages AS parentPages,
         p.file_name AS parentName, ${heldColumns}
       FROM scan_inbox i JOIN attachments a ON a.id = i.attachment_id
       LEFT JOIN scan_inbox p ON p.id = i.parent_id WHERE ${condition}`,
      parameters,
    )
    .map(toItem);

/** Items that wait, the oldest first. */
export const listWaitingItems = (reader: Reader, limit: number): readonly InboxItem[] =>
  itemsWhere(reader, `i.state = 'waiting' ORDER BY i.received_at, i.id LIMIT ?`, [limit]);

/** Items that were settled in one way, the newest first. */
export const listSettledItems = (
  reader: Reader,
  state: Exclude<InboxState, 'waiting'>,
  limit: number,
): readonly InboxItem[] =>
  itemsWhere(reader, 'i.state = ? ORDER BY i.settled_at DESC, i.id DESC LIMIT ?', [state, limit]);

/** The oldest item that nobody has looked at; null where all have been seen. */
export const nextUnreadItem = (reader: Reader): InboxItem | null =>
  itemsWhere(
    reader,
    `i.state = 'waiting' AND i.reading IS NULL ORDER BY i.received_at, i.id LIMIT 1`,
    [],
  )[0] ?? null;

export interface InboxCounts {
  readonly waiting: number;
  /** Of these, not looked at yet. */
  readonly unread: number;
}

export const countInbox = (reader: Reader): InboxCounts =>
  reader.get<InboxCounts>(
    `SELECT count(*) AS waiting, count(*) FILTER (WHERE reading IS NULL) AS unread
     FROM scan_inbox WHERE state = 'waiting'`,
  ) ?? { waiting: 0, unread: 0 };

/** Says what was read off an item. */
export const saveReading = (writer: Writer, id: InboxItemId, reading: ScanReading): void => {
  writer.run('UPDATE scan_inbox SET reading = ? WHERE id = ?', [JSON.stringify(reading), id]);
};

/** A part of a scan becomes an item of its own. */
export const insertInboxPart = (
  writer: Writer,
  item: {
    readonly id: InboxItemId;
    readonly attachment: Attachment;
    readonly parentId: InboxItemId;
    readonly pages: { readonly from: number; readonly to: number };
  },
): void => {
  writer.run(
    `INSERT INTO scan_inbox (id, attachment_id, sha256, file_name, received_at, state, parent_id, parent_pages)
     SELECT :id, :attachmentId, :sha256, :fileName, received_at, 'waiting', id, :pages
       FROM scan_inbox WHERE id = :parentId`,
    {
      id: item.id,
      attachmentId: item.attachment.id,
      sha256: item.attachment.sha256,
      fileName: item.attachment.fileName,
      pages: JSON.stringify(item.pages),
      parentId: item.parentId,
    },
  );
};

export const getInboxItem = (reader: Reader, id: InboxItemId): InboxItem | null =>
  itemsWhere(reader, 'i.id = ?', [id])[0] ?? null;

/** The item of these bytes, whatever became of it; null where they never came in this way. */
export const findInboxItem = (reader: Reader, sha256: string): InboxItem | null =>
  itemsWhere(reader, 'i.sha256 = ?', [sha256])[0] ?? null;

export const insertInboxItem = (
  writer: Writer,
  item: {
    readonly id: InboxItemId;
    readonly attachmentId: AttachmentId;
    readonly sha256: string;
    readonly fileName: string;
    readonly receivedAt: IsoInstant;
  },
): void => {
  writer.run(
    `INSERT INTO scan_inbox (id, attachment_id, sha256, file_name, received_at, state)
     VALUES (:id, :attachmentId, :sha256, :fileName, :receivedAt, 'waiting')`,
    { ...item },
  );
};

export const saveSuggestion = (writer: Writer, id: InboxItemId, suggestion: InboxSuggestion | null): void => {
  writer.run('UPDATE scan_inbox SET suggestion = ? WHERE id = ?', [
    suggestion === null ? null : JSON.stringify(suggestion),
    id,
  ]);
};

/** Says what became of an item. */
export const settleInboxItem = (
  writer: Writer,
  id: InboxItemId,
  outcome: {
    readonly state: InboxState;
    readonly filedAs: PaperTarget | null;
    readonly at: IsoInstant | null;
  },
): void => {
  writer.run('UPDATE scan_inbox SET state = ?, filed_as = ?, settled_at = ? WHERE id = ?', [
    outcome.state,
    outcome.filedAs === null ? null : JSON.stringify(outcome.filedAs),
    outcome.at,
    id,
  ]);
};
