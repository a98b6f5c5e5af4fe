import type { DossierFile, PaperTarget } from '../../shared/domain/dossier-file.ts';
import { inboxItemId, type InboxItemId } from '../../shared/domain/ids.ts';
import type { InboxItem, InboxState, InboxSuggestion } from '../../shared/domain/scan-inbox.ts';
import { CodedError } from '../../shared/errors.ts';
import { digestOf } from '../attachments/attachments.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  countInbox,
  findInboxItem,
  getInboxItem,
  insertInboxItem,
  listSettledItems,
  listWaitingItems,
  saveSuggestion,
  settleInboxItem,
  type InboxCounts,
} from '../db/repositories/scan-inbox.ts';
import type { OpenArchive } from '../open-archive.ts';
import { placeAttachment, takeBytesIn } from './dossier-files.ts';

/** @throws CodedError NOT_FOUND */
export const requireItem = (reader: Reader, id: InboxItemId): InboxItem => {
  const item = getInboxItem(reader, id);
  if (item === null) throw new CodedError('NOT_FOUND', { what: 'inbox-item' });
  return item;
};

/** @throws CodedError NOT_FOUND; CONFLICT `inbox-item` where it has been settled */
const requireWaiting = (writer: Writer, id: InboxItemId): InboxItem => {
  const item = requireItem(writer, id);
  if (item.state !== 'waiting') throw new CodedError('CONFLICT', { what: 'inbox-item' });
  return item;
};

export interface TakenIn {
  readonly item: InboxItem;
  /** These bytes came in before: the item is the one of then, wherever it has gone since. */
  readonly again: boolean;
}

/**
 * Takes a scan into the inbox. The same bytes are one item however often they come, so that a scan whose taking in was
 * cut off, or that lies in the folder twice, is never filed twice; one that was set aside waits again.
 *
 * @throws CodedError PAPER_REFUSED; INVALID_VALUE `file` `too-large`; DISK_FULL, STORAGE_UNWRITABLE
 */
export const takeIn = async (archive: OpenArchive, fileName: string, bytes: Uint8Array): Promise<TakenIn> => {
  const sha256 = digestOf(bytes);
  const known = await archive.store.read((reader) => findInboxItem(reader, sha256));
  const paper = known === null ? await takeBytesIn(archive, fileName, bytes) : null;
  return archive.store.write((writer) => {
    const before = findInboxItem(writer, sha256);
    if (before?.state === 'set-aside') {
      settleInboxItem(writer, before.id, { state: 'waiting', filedAs: null, at: null });
    }
    if (before !== null) return { item: requireItem(writer, before.id), again: true };
    if (paper === null) throw new CodedError('CONFLICT', { what: 'inbox-item' });
    const id = inboxItemId.parse(archive.ports.random.id());
    const receivedAt = archive.ports.clock.instant();
    insertInboxItem(writer, { id, attachmentId: paper.id, sha256, fileName: paper.fileName, receivedAt });
    return { item: requireItem(writer, id), again: false };
  });
};

/** Items of one state: those that wait the oldest first, those that are settled the newest first. */
export const readInbox = ({ store }: OpenArchive, state: InboxState): Promise<readonly InboxItem[]> =>
  store.read((reader) =>
    state === 'waiting' ? listWaitingItems(reader, 1000) : listSettledItems(reader, state, 500),
  );

/** Keeps where an item probably belongs. @throws CodedError NOT_FOUND */
export const suggestPlace = (
  { store }: OpenArchive,
  id: InboxItemId,
  suggestion: InboxSuggestion | null,
): Promise<InboxItem> =>
  store.write((writer) => {
    requireItem(writer, id);
    saveSuggestion(writer, id, suggestion);
    return requireItem(writer, id);
  });

/**
 * Files a waiting item; item and paper change in one work, so that it is filed once or not at all.
 *
 * @returns the paper; null where it went to a filing
 * @throws CodedError NOT_FOUND; CONFLICT `inbox-item` where it waits no more
 */
export const fileInboxItem = (
  archive: OpenArchive,
  id: InboxItemId,
  target: PaperTarget,
): Promise<DossierFile | null> =>
  archive.store.write(async (writer) => {
    const { paper } = requireWaiting(writer, id);
    const file = await placeAttachment(writer, archive, paper.id, target);
    settleInboxItem(writer, id, { state: 'filed', filedAs: target, at: archive.ports.clock.instant() });
    return file;
  });

/** Sets aside what belongs into no dossier; its bytes stay. @throws CodedError NOT_FOUND; CONFLICT `inbox-item` */
export const setAside = ({ store, ports }: OpenArchive, id: InboxItemId): Promise<void> =>
  store.write((writer) => {
    requireWaiting(writer, id);
    settleInboxItem(writer, id, { state: 'set-aside', filedAs: null, at: ports.clock.instant() });
  });

/** How many items wait, and of these how many nobody has looked at. */
export const countScans = ({ store }: OpenArchive): Promise<InboxCounts> => store.read(countInbox);
