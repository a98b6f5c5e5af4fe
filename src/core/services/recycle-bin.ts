import type { DossierFileId, OrganizationId, RecordId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import { dropBytes } from '../attachments/attachments.ts';
import type { Writer } from '../db/archive-store.ts';
import { deleteUnusedAttachments } from '../db/repositories/attachments.ts';
import { deleteBinnedFile } from '../db/repositories/dossier-files.ts';
import { deleteBinnedRecord } from '../db/repositories/dossier-records.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';

type Binned =
  | { readonly what: 'record'; readonly id: RecordId }
  | { readonly what: 'file'; readonly id: DossierFileId };

export interface Emptied {
  readonly removed: number;
  readonly bytesFreed: number;
}

const removeOne = (
  writer: Writer,
  item: Binned,
): { readonly organizationId: OrganizationId; readonly attachmentIds: readonly string[] } => {
  if (item.what === 'file') {
    const file = deleteBinnedFile(writer, item.id);
    if (file === null) throw new CodedError('CONFLICT', { what: 'recycle-bin' });
    return file;
  }
  const organizationId = deleteBinnedRecord(writer, item.id);
  if (organizationId === null) throw new CodedError('CONFLICT', { what: 'recycle-bin' });
  return { organizationId, attachmentIds: [] };
};

/**
 * Removes for good what lies in the recycle bin (FEATURES B14). The bytes of papers go only after the commit that drops
 * their last record; killed in between, they stay unused and hurt nobody.
 *
 * @throws CodedError CONFLICT `recycle-bin` where something does not lie there any more, or `count` is not what the
 *   person was shown; DOSSIER_SEALED
 */
export const emptyRecycleBin = async (
  archive: OpenArchive,
  { items, count }: { readonly items: readonly Binned[]; readonly count: number },
): Promise<Emptied> => {
  if (items.length !== count) throw new CodedError('CONFLICT', { what: 'recycle-bin' });
  const digests = await archive.store.write((writer) => {
    const attachmentIds = items.flatMap((item) => {
      const removed = removeOne(writer, item);
      requireOpenDossier(writer, removed.organizationId);
      return removed.attachmentIds;
    });
    return deleteUnusedAttachments(writer, attachmentIds);
  });
  return { removed: items.length, bytesFreed: await dropBytes(archive, digests) };
};
