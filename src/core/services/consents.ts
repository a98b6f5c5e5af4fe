import { minorityOn } from '../../shared/domain/age.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { consentId, type ConsentId, type PersonId } from '../../shared/domain/ids.ts';
import type { ConsentInput, PersonProfile } from '../../shared/domain/people.ts';
import { CodedError } from '../../shared/errors.ts';
import type { RefusedField } from '../../shared/refusal-causes.ts';
import type { Writer } from '../db/archive-store.ts';
import { hasConsent, insertConsent, revokeConsent } from '../db/repositories/consents.ts';
import { getPerson } from '../db/repositories/people.ts';
import type { OpenArchive } from '../open-archive.ts';
import { changePerson } from './people.ts';

const requireNotAhead = ({ ports }: OpenArchive, field: RefusedField, day: IsoDate): void => {
  if (day > ports.clock.today()) throw new CodedError('INVALID_VALUE', { field, reason: 'future' });
};

/** Records a consent inside another write. @throws CodedError INVALID_VALUE `givenOn` `future` */
export const recordConsent = (
  archive: OpenArchive,
  writer: Writer,
  personId: PersonId,
  input: ConsentInput,
): void => {
  requireNotAhead(archive, 'givenOn', input.givenOn);
  const id = consentId.parse(archive.ports.random.id());
  insertConsent(writer, id, personId, input, archive.ports.clock.instant());
};

/** @throws CodedError NOT_FOUND, INVALID_VALUE `givenOn` `future` */
export const addConsent = (archive: OpenArchive, id: PersonId, input: ConsentInput): Promise<PersonProfile> =>
  changePerson(archive, id, (writer) => recordConsent(archive, writer, id, input));

/** Whoever agreed may take it back (PIPL Art. 15); the record stays. @throws CodedError NOT_FOUND, INVALID_VALUE */
export const takeConsentBack = (
  archive: OpenArchive,
  input: { readonly id: PersonId; readonly consentId: ConsentId; readonly revokedOn: IsoDate },
): Promise<PersonProfile> =>
  changePerson(archive, input.id, (writer) => {
    requireNotAhead(archive, 'revokedOn', input.revokedOn);
    if (!revokeConsent(writer, input.consentId, input.id, input.revokedOn))
      throw new CodedError('NOT_FOUND', { what: 'consent' });
  });

/**
 * Nobody under 14 is kept on a roster without the guardian's consent (PIPL Art. 31).
 *
 * @throws CodedError GUARDIAN_CONSENT_MISSING
 */
export const requireGuardianConsent = (archive: OpenArchive, writer: Writer, id: PersonId): void => {
  const birthDate = getPerson(writer, id)?.birthDate ?? null;
  if (minorityOn(birthDate, archive.ports.clock.today()) !== 'under-14') return;
  if (!hasConsent(writer, id, 'guardian')) throw new CodedError('GUARDIAN_CONSENT_MISSING', {});
};
