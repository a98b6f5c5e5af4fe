import type { InboxEntry } from '../../../../shared/contract/bureau.ts';
import { CodedError, errorCatalogue, type ErrorCode } from '../../../../shared/errors.ts';

/** What can be done with a file of the inbox. */
export type InboxStanding =
  /** A part whose index has not come, or an index whose parts have not all come. */
  'incomplete' | 'unchecked' | 'unknown-signer' | 'refused' | 'right';

export const inboxStanding = ({
  kind,
  missingParts,
  checkedAt,
  refusal,
}: Pick<InboxEntry, 'kind' | 'missingParts' | 'checkedAt' | 'refusal'>): InboxStanding => {
  if (kind === 'stray-part' || missingParts.length > 0) return 'incomplete';
  if (checkedAt === null) return 'unchecked';
  if (refusal === null) return 'right';
  return refusal.code === 'PACKAGE_UNKNOWN_SIGNER' ? 'unknown-signer' : 'refused';
};

/** The refusal as it was thrown, for whatever makes sentences of errors; null where there is none that we know. */
export const refusalOf = ({ refusal }: Pick<InboxEntry, 'refusal'>): unknown => {
  if (refusal === null) return null;
  if (!(refusal.code in errorCatalogue)) return new Error(refusal.code);
  // of the catalogue, as was just seen
  const code = refusal.code as ErrorCode;
  const data = errorCatalogue[code].safeParse(refusal.data);
  return data.success ? new CodedError(code, data.data) : new Error(refusal.code);
};
