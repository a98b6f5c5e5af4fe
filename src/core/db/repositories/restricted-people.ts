import { restrictedPerson, type RestrictedPerson } from '../../../shared/contract/eligibility.ts';
import type { Reader, Writer } from '../archive-store.ts';

const columns = 'id, name, identity_tail AS maskedIdentityNumber, reason, source, since';

/** The newest first. */
export const listRestrictedPeople = (reader: Reader): readonly RestrictedPerson[] =>
  reader
    .all(`SELECT ${columns} FROM restricted_people ORDER BY recorded_at DESC, id DESC`)
    .map((row) => restrictedPerson.parse(row));

export interface FoundRestriction {
  readonly reason: string;
  readonly source: string | null;
  /** Keyed hash of the identity number; null where only the name is known. */
  readonly identityHash: string | null;
  readonly name: string;
}

/** Entries that could mean a person: the same number, or the same name. */
export const restrictionsOn = (
  reader: Reader,
  name: string,
  identityHash: string | null,
): readonly FoundRestriction[] =>
  reader.all<FoundRestriction>(
    `SELECT reason, source, identity_hash AS identityHash, name FROM restricted_people
     WHERE name = :name OR (:identityHash IS NOT NULL AND identity_hash = :identityHash)`,
    { name, identityHash },
  );

/** The number itself is not kept: its keyed hash finds it again, its masked form shows which one is meant. */
export const insertRestrictedPerson = (
  writer: Writer,
  value: RestrictedPerson,
  identityHash: string | null,
  recordedAt: string,
): void => {
  writer.run(
    `INSERT INTO restricted_people (id, name, identity_hash, identity_tail, reason, source, since, recorded_at)
     VALUES (:id, :name, :identityHash, :maskedIdentityNumber, :reason, :source, :since, :recordedAt)`,
    { ...value, identityHash, recordedAt },
  );
};

export const deleteRestrictedPerson = (writer: Writer, id: string): boolean =>
  writer.run('DELETE FROM restricted_people WHERE id = ?', [id]).changes === 1;
