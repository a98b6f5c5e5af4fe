import type { HeldCopy } from '../../../shared/domain/filing.ts';

/** How many of the stamped copies have been signed for. */
export const copiesReceived = (copies: readonly HeldCopy[]): string => {
  const received = copies.filter(({ receivedOn }) => receivedOn !== null).length;
  return received === copies.length ? '留存已齐' : `留存 ${received} / ${copies.length} 份`;
};
