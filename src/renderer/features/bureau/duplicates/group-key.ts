import type { DuplicateGroup } from '../../../../shared/domain/district-ledger.ts';

/** The same for the same organizations found for the same reason. */
export const groupKey = ({ reason, organizations }: DuplicateGroup): string =>
  [reason, ...organizations.map(({ streetCode, id }) => `${streetCode}/${id}`)].join(' ');
