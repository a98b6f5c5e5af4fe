import type { DossierFileId, RecordId, ServiceLineId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { dropBytes } from '../attachments/attachments.ts';
import type { Writer } from '../db/archive-store.ts';
import { findArchiveItem } from '../db/repositories/archive-items.ts';
import { deleteUnusedAttachments } from '../db/repositories/attachments.ts';
import { deleteBinnedFile, organizationOfFile } from '../db/repositories/dossier-files.ts';
import { deleteBinnedRecord, organizationOfRecord } from '../db/repositories/dossier-records.ts';
import { belongingOfLine, deleteBinnedLine } from '../db/repositories/service-lines.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';

type Binned =
  | { readonly what: 'record'; readonly id: RecordId }
  | { readonly what: 'file'; readonly id: DossierFileId }
  | { readonly what: 'service-line'; readonly id: ServiceLineId };

export interface Emptied {
  readonly removed: number;
  readonly bytesFreed: number;
}

/** Lines leave with their papers; the number of a proof must go on naming something. */
const removeLine = (writer: Writer, id: ServiceLineId): readonly string[] => {
  const line = belongingOfLine(writer, id);
  if (line === null) throw new CodedError('CONFLICT', { what: 'recycle-bin' });
  if (line.organizationId !== null) requireOpenDossier(writer, line.organizationId);
  if (line.register === 'service-proof') throw new CodedError('RECORD_IN_USE', { by: '已开具的证明编号' });
  const attachmentIds = deleteBinnedLine(writer, id);
  if (attachmentIds === null) throw new CodedError('CONFLICT', { what: 'recycle-bin' });
  return attachmentIds;
};

/** Removes one, whose dossier must be open. @returns attachments that it held */
const removeOne = (writer: Writer, item: Binned): readonly string[] => {
  if (item.what === 'service-line') return removeLine(writer, item.id);
  const gone = new CodedError('CONFLICT', { what: 'recycle-bin' });
  const organizationId =
    item.what === 'file' ? organizationOfFile(writer, item.id) : organizationOfRecord(writer, item.id);
  if (organizationId === null) throw gone;
  requireOpenDossier(writer, organizationId);
  const archived = findArchiveItem(writer, item.what, item.id);
  if (archived !== null) throw new CodedError('ITEM_ARCHIVED', { archivalCode: archived.archivalCode });
  if (item.what === 'file') {
    const attachmentIds = deleteBinnedFile(writer, item.id);
    if (attachmentIds === null) throw gone;
    return attachmentIds;
  }
  if (!deleteBinnedRecord(writer, item.id)) throw gone;
  return [];
};

/**
 * Removes for good what lies in the recycle bin (FEATURES B14). The bytes of papers go only after the commit that drops
 * their last record; killed in between, they stay unused and hurt nobody.
 *
 * @throws CodedError CONFLICT `recycle-bin` where something does not lie there any more, or `count` is not what the
 *   person was shown; DOSSIER_SEALED; RECORD_IN_USE for an issued proof; ITEM_ARCHIVED for what has an archival code: the code must go on naming something
 */
export const emptyRecycleBin = async (
  archive: OpenArchive,
  { items, count }: { readonly items: readonly Binned[]; readonly count: number },
): Promise<Emptied> => {
  if (items.length !== count) throw new CodedError('CONFLICT', { what: 'recycle-bin' });
  const digests = await archive.store.write((writer) => {
    const attachmentIds = items.flatMap((item) => removeOne(writer, item));
    return deleteUnusedAttachments(writer, attachmentIds);
  });
  return { removed: items.length, bytesFreed: await dropBytes(archive, digests) };
};
