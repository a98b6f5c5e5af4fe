import type { PaperTarget } from '../../shared/domain/dossier-file.ts';
import type { AttachmentId, InboxItemId } from '../../shared/domain/ids.ts';
import type { InboxItem } from '../../shared/domain/scan-inbox.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Writer } from '../db/archive-store.ts';
import { takeOutOfDossier, takeOutOfFiling } from '../db/repositories/placed-scans.ts';
import { getFilingRecord } from '../db/repositories/filings.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { settleInboxItem } from '../db/repositories/scan-inbox.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { requireChangeableFiling, requireUnlocked } from './item-lock.ts';
import { requireItem } from './scan-inbox.ts';

const takeBack = (writer: Writer, attachmentId: AttachmentId, filedAs: PaperTarget): void => {
  if (filedAs.to === 'filing') {
    const organizationId = getFilingRecord(writer, filedAs.filingId)?.organizationId;
    if (organizationId === undefined) throw new CodedError('NOT_FOUND', { what: 'filing' });
    requireChangeableFiling(writer, { id: filedAs.filingId, organizationId });
    const taken = takeOutOfFiling(writer, attachmentId, filedAs.filingId, filedAs.step);
    if (!taken) throw new CodedError('SCAN_IN_USE', {});
    refreshOrganization(writer, organizationId);
    return;
  }
  for (const { organizationId, fileId, recordId, remove } of takeOutOfDossier(writer, attachmentId)) {
    requireOpenDossier(writer, organizationId);
    requireUnlocked(writer, 'file', fileId);
    if (recordId !== null) requireUnlocked(writer, 'record', recordId);
    remove();
    refreshOrganization(writer, organizationId);
  }
};

/**
 * Takes a filed item out of its place again; it waits as if nobody had filed it. Its bytes were never moved.
 *
 * @throws CodedError NOT_FOUND; CONFLICT `inbox-item` where it is not filed, or was parted; SCAN_IN_USE where it has
 *   become the evidence of another step since; DOSSIER_SEALED; ITEM_ARCHIVED
 */
export const undoFiling = ({ store }: OpenArchive, id: InboxItemId): Promise<InboxItem> =>
  store.write((writer) => {
    const item = requireItem(writer, id);
    if (item.state !== 'filed' || item.filedAs === null) {
      throw new CodedError('CONFLICT', { what: 'inbox-item' });
    }
    takeBack(writer, item.paper.id, item.filedAs);
    settleInboxItem(writer, id, { state: 'waiting', filedAs: null, at: null });
    return requireItem(writer, id);
  });

/** Lets an item that was set aside wait again. @throws CodedError NOT_FOUND; CONFLICT `inbox-item` */
export const bringBack = ({ store }: OpenArchive, id: InboxItemId): Promise<InboxItem> =>
  store.write((writer) => {
    if (requireItem(writer, id).state !== 'set-aside')
      throw new CodedError('CONFLICT', { what: 'inbox-item' });
    settleInboxItem(writer, id, { state: 'waiting', filedAs: null, at: null });
    return requireItem(writer, id);
  });
