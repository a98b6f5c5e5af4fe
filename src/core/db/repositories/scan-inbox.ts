import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { PaperTarget } from '../../../shared/domain/dossier-file.ts';
import type { AttachmentId, InboxItemId } from '../../../shared/domain/ids.ts';
import {
  inboxItem,
  type InboxItem,
  type InboxState,
  type InboxSuggestion,
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
}

const json = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

const toItem = ({
  itemId,
  receivedAt,
  state,
  suggestion,
  filedAs,
  settledAt,
  ...paper
}: ItemRow): InboxItem =>
  inboxItem.parse({
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
         i.settled_at AS settledAt, ${heldColumns}
       FROM scan_inbox i JOIN attachments a ON a.id = i.attachment_id WHERE ${condition}`,
      parameters,
    )
    .map(toItem);

/** Items of one state, the oldest first. */
export const listInboxItems = (reader: Reader, state: InboxState, limit: number): readonly InboxItem[] =>
  itemsWhere(reader, 'i.state = ? ORDER BY i.received_at, i.id LIMIT ?', [state, limit]);

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
