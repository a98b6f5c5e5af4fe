import { heldCopy, type HeldCopy } from '../../../shared/domain/filing.ts';
import type { FilingId } from '../../../shared/domain/ids.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** Copies on record; a holder who has signed nothing has no row. */
export const listHeldCopies = (reader: Reader, id: FilingId): readonly HeldCopy[] =>
  reader
    .all('SELECT document, holder, received_on AS receivedOn, signer FROM held_copies WHERE filing_id = ?', [
      id,
    ])
    .map((row) => heldCopy.parse(row));

/** Inserts or replaces what is known of one holder's copy. */
export const saveHeldCopy = (writer: Writer, id: FilingId, copy: HeldCopy): void => {
  writer.run(
    `INSERT INTO held_copies (filing_id, document, holder, received_on, signer)
     VALUES (:id, :document, :holder, :receivedOn, :signer)
     ON CONFLICT (filing_id, document, holder) DO UPDATE SET received_on = excluded.received_on, signer = excluded.signer`,
    { ...copy, id },
  );
};
