import {
  type RegisteredStreet,
  type StreetCode,
  type StreetInput,
  type StreetKey,
} from '../../shared/domain/bureau.ts';
import { streetKeyId, type StreetKeyId } from '../../shared/domain/ids.ts';
import { readKeyCard } from '../../shared/domain/key-card.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import {
  confirmStreetKeyRow,
  deleteStreetRow,
  insertStreetKey,
  listStreetKeys,
  listStreets,
  retireStreetKeyRow,
  saveStreetRow,
  setStreetKeyRecipient,
  type StoredStreet,
  type StoredStreetKey,
} from '../db/repositories/registered-streets.ts';
import { keyIdOf } from '../ledger/minisign.ts';
import { isHeardFingerprint, keyFingerprint, keyFingerprintWords } from '../ledger/recipient.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { requireBureauProfile, requireOfDistrict } from './bureau-profile.ts';

/** What a fingerprint of a street's keys stands for. */
const cardKeys = ({ recipient, signingKey }: Pick<StoredStreetKey, 'recipient' | 'signingKey'>) => ({
  recipient,
  signingKey,
  validUntil: null,
});

const toStreetKey = (key: StoredStreetKey): StreetKey => ({
  ...key,
  fingerprint: keyFingerprint(cardKeys(key)),
  fingerprintWords: keyFingerprintWords(cardKeys(key)),
});

const withKeys = (reader: Reader): RegisteredStreet[] => {
  const keys = Map.groupBy(listStreetKeys(reader).map(toStreetKey), ({ streetCode }) => streetCode);
  return listStreets(reader).map((street) => ({ ...street, keys: keys.get(street.code) ?? [] }));
};

export const registeredStreets = ({ store }: OpenArchive): Promise<RegisteredStreet[]> =>
  store.read(withKeys);

export const requireStreet = (reader: Reader, code: StreetCode): StoredStreet => {
  const street = listStreets(reader).find((each) => each.code === code);
  if (street === undefined) throw new CodedError('NOT_FOUND', { what: 'street' });
  return street;
};

/** Adds a street, or changes the one with this code. @throws CodedError PACKAGE_WRONG_DISTRICT */
export const putStreet = ({ store, ports }: OpenArchive, input: StreetInput): Promise<RegisteredStreet> =>
  store.write((writer) => {
    requireOfDistrict(requireBureauProfile(writer).districtCode, [input]);
    saveStreetRow(writer, input, ports.clock.instant());
    const saved = withKeys(writer).find(({ code }) => code === input.code);
    if (saved === undefined) throw new Error('the street just saved is not there');
    return saved;
  });

/** @throws CodedError NOT_FOUND `street`, CONFLICT `street-reported` */
export const removeStreet = ({ store }: OpenArchive, code: StreetCode): Promise<void> =>
  store.write((writer) => {
    if (requireStreet(writer, code).packages > 0)
      throw new CodedError('CONFLICT', { what: 'street-reported' });
    deleteStreetRow(writer, code);
  });

/** Keys of a street's card: the card whole, or its signing key alone. @throws CodedError SIGNER_CARD_INVALID */
export const signerIn = (
  text: string,
): { readonly signingKey: string; readonly recipient: string | null } => {
  const card = readKeyCard(text, '');
  if (card !== null && card.signingKey !== null)
    return { signingKey: card.signingKey, recipient: card.recipient };
  const alone = /(?<![0-9A-Za-z+/])RW[0-9A-Za-z+/]{54}(?![0-9A-Za-z+/])/.exec(text)?.[0];
  if (card !== null || alone === undefined || keyIdOf(alone) === null)
    throw new CodedError('SIGNER_CARD_INVALID', {});
  return { signingKey: alone, recipient: null };
};

const findKey = (reader: Reader, id: StreetKeyId): StoredStreetKey => {
  const key = listStreetKeys(reader).find((each) => each.id === id);
  if (key === undefined) throw new CodedError('NOT_FOUND', { what: 'street-key' });
  return key;
};

/**
 * Puts a street's signing key on the list, unconfirmed; one that is there already stays as it is.
 *
 * @throws CodedError CONFLICT `street-key` where another street, or another key, has its key or its key id
 */
export const putStreetKey = (
  writer: Writer,
  { random, clock }: Ports,
  streetCode: StreetCode,
  { signingKey, recipient }: ReturnType<typeof signerIn>,
): StoredStreetKey => {
  const keyId = keyIdOf(signingKey);
  if (keyId === null) throw new CodedError('SIGNER_CARD_INVALID', {});
  const known = listStreetKeys(writer).find((each) => each.signingKey === signingKey || each.keyId === keyId);
  if (known !== undefined) {
    if (known.streetCode !== streetCode || known.signingKey !== signingKey)
      throw new CodedError('CONFLICT', { what: 'street-key' });
    const inForce = known.confirmedAt !== null && known.retiredAt === null;
    // A whole card says more than the key alone did; people compare the fingerprint of the whole.
    if (!inForce && recipient !== null) setStreetKeyRecipient(writer, known.id, recipient);
    return findKey(writer, known.id);
  }
  const id = streetKeyId.parse(random.id());
  insertStreetKey(writer, { id, streetCode, signingKey, keyId, recipient }, clock.instant());
  return findKey(writer, id);
};

/** A key out of a card's text, to be confirmed by a person. @throws CodedError SIGNER_CARD_INVALID, NOT_FOUND, CONFLICT */
export const addStreetKey = (
  { store, ports }: OpenArchive,
  input: { readonly streetCode: StreetCode; readonly card: string },
): Promise<StreetKey> => {
  const signer = signerIn(input.card);
  return store.write((writer) => {
    requireStreet(writer, input.streetCode);
    return toStreetKey(putStreetKey(writer, ports, input.streetCode, signer));
  });
};

export interface KeyConfirmation {
  readonly confirmedBy: string;
  /** All groups, all words, or the last two groups. */
  readonly heard: string;
}

/** @throws CodedError FINGERPRINT_DIFFERS */
export const confirmKey = (
  writer: Writer,
  { clock }: Ports,
  key: StoredStreetKey,
  { confirmedBy, heard }: KeyConfirmation,
): StreetKey => {
  if (!isHeardFingerprint(cardKeys(key), heard))
    throw new CodedError('FINGERPRINT_DIFFERS', { name: requireStreet(writer, key.streetCode).name });
  confirmStreetKeyRow(writer, key.id, confirmedBy, clock.instant());
  return toStreetKey(findKey(writer, key.id));
};

/** A person says by name that the fingerprint was compared. @throws CodedError FINGERPRINT_DIFFERS, NOT_FOUND */
export const confirmStreetKey = (
  { store, ports }: OpenArchive,
  { id, ...confirmation }: KeyConfirmation & { readonly id: StreetKeyId },
): Promise<StreetKey> =>
  store.write((writer) => confirmKey(writer, ports, findKey(writer, id), confirmation));

/** Takes a key out of use: nothing more is taken that it signs. It is kept for what it signed. */
export const retireStreetKey = ({ store, ports }: OpenArchive, id: StreetKeyId): Promise<StreetKey> =>
  store.write((writer) => {
    findKey(writer, id);
    retireStreetKeyRow(writer, id, ports.clock.instant());
    return toStreetKey(findKey(writer, id));
  });
