import type { ArchiveItem, ItemSource } from '../../shared/domain/archive-item.ts';
import type { FilingId, OrganizationId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { findArchiveItem } from '../db/repositories/archive-items.ts';
import { requireOpenDossier } from './dossier-seal.ts';

/** The item that something was archived as and that is not opened for a correction; null where it may be changed. */
export const lockingItem = (reader: Reader, source: ItemSource, sourceId: string): ArchiveItem | null => {
  const item = findArchiveItem(reader, source, sourceId);
  return item?.openedAt === null ? item : null;
};

/**
 * Refuses where something was archived and is not opened for a correction. Every service that changes what an item is
 * made of calls it first, in the transaction of its write.
 *
 * @throws CodedError ITEM_ARCHIVED
 */
export const requireUnlocked = (reader: Reader, source: ItemSource, sourceId: string): void => {
  const item = lockingItem(reader, source, sourceId);
  if (item !== null) throw new CodedError('ITEM_ARCHIVED', { archivalCode: item.archivalCode });
};

/**
 * The same for a filing, which with all its papers is one item. Certificates are not part of it: what becomes of them
 * is known only years later.
 *
 * @throws CodedError DOSSIER_SEALED, ITEM_ARCHIVED
 */
export const requireChangeableFiling = (
  reader: Reader,
  { id, organizationId }: { readonly id: FilingId; readonly organizationId: OrganizationId },
): void => {
  requireOpenDossier(reader, organizationId);
  requireUnlocked(reader, 'filing', id);
};
