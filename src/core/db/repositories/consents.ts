import type { IsoDate, IsoInstant } from '../../../shared/domain/dates.ts';
import type { ConsentId, PersonId } from '../../../shared/domain/ids.ts';
import { consent, type Consent, type ConsentInput, type ConsentKind } from '../../../shared/domain/people.ts';
import type { Reader, Writer } from '../archive-store.ts';

export const insertConsent = (
  writer: Writer,
  id: ConsentId,
  personId: PersonId,
  input: ConsentInput,
  at: IsoInstant,
): void => {
  writer.run(
    `INSERT INTO consents (id, person_id, kind, given_on, guardian_name, guardian_relation, paper, recorded_at)
     VALUES (:id, :personId, :kind, :givenOn, :guardianName, :guardianRelation, :paper, :at)`,
    { ...input, id, personId, at },
  );
};

/** @returns false where there is no such consent in force */
export const revokeConsent = (writer: Writer, id: ConsentId, personId: PersonId, on: IsoDate): boolean =>
  writer.run('UPDATE consents SET revoked_on = ? WHERE id = ? AND person_id = ? AND revoked_on IS NULL', [
    on,
    id,
    personId,
  ]).changes === 1;

/** Newest first, also those that were taken back. */
export const listConsents = (reader: Reader, personId: PersonId): readonly Consent[] =>
  reader
    .all(
      `SELECT id, kind, given_on AS givenOn, guardian_name AS guardianName, guardian_relation AS guardianRelation,
         paper, revoked_on AS revokedOn, recorded_at AS recordedAt
       FROM consents WHERE person_id = ? ORDER BY given_on DESC, id DESC`,
      [personId],
    )
    .map((row) => consent.parse(row));

export const hasConsent = (reader: Reader, personId: PersonId, kind: ConsentKind): boolean =>
  reader.get('SELECT 1 FROM consents WHERE person_id = ? AND kind = ? AND revoked_on IS NULL', [
    personId,
    kind,
  ]) !== undefined;
