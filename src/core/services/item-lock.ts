import type { ItemSource } from '../../shared/domain/archive-item.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { findArchiveItem } from '../db/repositories/archive-items.ts';

/**
 * Refuses where something was archived and is not opened for a correction. Every service that changes what an item is
 * made of calls it first, in the transaction of its write.
 *
 * @throws CodedError ITEM_ARCHIVED
 */
export const requireUnlocked = (reader: Reader, source: ItemSource, sourceId: string): void => {
  const item = findArchiveItem(reader, source, sourceId);
  if (item !== null && item.openedAt === null) {
    throw new CodedError('ITEM_ARCHIVED', { archivalCode: item.archivalCode });
  }
};
