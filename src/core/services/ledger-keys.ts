import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { bureauKeyId, type BureauKeyId } from '../../shared/domain/ids.ts';
import type { BureauKey } from '../../shared/domain/ledger.ts';
import { CodedError } from '../../shared/errors.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { Reader } from '../db/archive-store.ts';
import { getOfficeProfile } from '../db/repositories/office.ts';
import {
  confirmBureauKeyRow,
  insertOfficeKey,
  listBureauKeys,
  listOfficeKeys,
  retireBureauKey,
  saveBureauKey,
  type OfficeKey,
  type StoredBureauKey,
} from '../db/repositories/ledger-keys.ts';
import {
  generateSigningKey,
  parseSigningKey,
  publicKeyText,
  signingKeyText,
  type SigningKey,
} from '../ledger/minisign.ts';
import { isHeardFingerprint, keyFingerprint, keyFingerprintWords, keysIn } from '../ledger/recipient.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { keyStanding } from './bureau-key-standing.ts';

const toBureauKey = ({ retiredAt: _retired, ...key }: StoredBureauKey, today: IsoDate): BureauKey => ({
  ...key,
  fingerprintWords: keyFingerprintWords(key),
  standing: keyStanding(key, today),
});

const findKey = (reader: Reader, id: BureauKeyId): StoredBureauKey => {
  const key = listBureauKeys(reader).find((each) => each.id === id);
  if (key === undefined) throw new CodedError('NOT_FOUND', { what: 'bureau-key' });
  return key;
};

export const bureauKeys = ({ store, ports }: OpenArchive): Promise<BureauKey[]> =>
  store.read((reader) => listBureauKeys(reader).map((key) => toBureauKey(key, ports.clock.today())));

/**
 * Adds the keys of a bureau's card, unconfirmed: a person must compare the fingerprint first. The card that is known
 * already stays as it is; another card for a known recipient takes its place and is to be confirmed anew.
 *
 * @throws CodedError RECIPIENT_INVALID, RECIPIENT_EXPIRED
 */
export const addBureauKey = async (
  { store, ports }: OpenArchive,
  input: { readonly name: string; readonly recipient: string },
): Promise<BureauKey> => {
  const card = keysIn(input.recipient, input.name);
  const today = ports.clock.today();
  if (keyStanding(card, today) === 'expired')
    throw new CodedError('RECIPIENT_EXPIRED', { name: card.name, validUntil: card.validUntil ?? '' });
  const fingerprint = keyFingerprint(card);
  return store.write((writer) => {
    const known = listBureauKeys(writer, { retired: true }).find(
      ({ recipient }) => recipient === card.recipient,
    );
    if (known?.fingerprint === fingerprint && known.retiredAt === null) return toBureauKey(known, today);
    const id = known?.id ?? bureauKeyId.parse(ports.random.id());
    saveBureauKey(writer, { ...card, id, fingerprint }, ports.clock.instant());
    return toBureauKey(findKey(writer, id), today);
  });
};

/**
 * A person says by name that the fingerprint was compared, and gives what was heard.
 *
 * @param heard all ten groups, all twelve words, or the last two groups
 * @throws CodedError FINGERPRINT_DIFFERS, RECIPIENT_EXPIRED, NOT_FOUND
 */
export const confirmBureauKey = (
  { store, ports }: OpenArchive,
  {
    id,
    confirmedBy,
    heard,
  }: { readonly id: BureauKeyId; readonly confirmedBy: string; readonly heard: string },
): Promise<BureauKey> =>
  store.write((writer) => {
    const key = findKey(writer, id);
    const today = ports.clock.today();
    if (keyStanding(key, today) === 'expired')
      throw new CodedError('RECIPIENT_EXPIRED', { name: key.name, validUntil: key.validUntil ?? '' });
    if (!isHeardFingerprint(key, heard)) throw new CodedError('FINGERPRINT_DIFFERS', { name: key.name });
    confirmBureauKeyRow(writer, id, confirmedBy, ports.clock.instant());
    return toBureauKey(findKey(writer, id), today);
  });

/** Takes a key out of use. It is kept, because old packages name it and old receipts are signed with it. */
export const removeBureauKey = ({ store, ports }: OpenArchive, id: BureauKeyId): Promise<void> =>
  store.write((writer) => retireBureauKey(writer, id, ports.clock.instant()));

export interface OfficeKeys {
  readonly signing: SigningKey;
  readonly signingPublicKey: string;
  readonly escrowIdentity: string;
  readonly escrowRecipient: string;
}

const keysFrom = (reader: Reader): OfficeKeys | null => {
  const [signing] = listOfficeKeys(reader, 'signing');
  const [escrow] = listOfficeKeys(reader, 'escrow');
  if (signing === undefined || escrow === undefined) return null;
  return {
    signing: parseSigningKey(signing.secretKey),
    signingPublicKey: signing.publicKey,
    escrowIdentity: escrow.secretKey,
    escrowRecipient: escrow.publicKey,
  };
};

const newSigningKey = ({ random }: Ports): OfficeKey => {
  const signing = generateSigningKey(random);
  return { kind: 'signing', publicKey: publicKeyText(signing), secretKey: signingKeyText(signing) };
};

const newEscrowKey = async (): Promise<OfficeKey> => {
  const identity = await generateX25519Identity();
  return { kind: 'escrow', publicKey: await identityToRecipient(identity), secretKey: identity };
};

/** The office's signing key and escrow identity; made on first use, kept inside the encrypted archive. */
export const officeKeys = async ({ store, ports }: OpenArchive): Promise<OfficeKeys> => {
  const known = await store.read(keysFrom);
  if (known !== null) return known;
  const escrow = await newEscrowKey();
  return store.write((writer) => {
    if (keysFrom(writer) === null) {
      for (const key of [newSigningKey(ports), escrow])
        insertOfficeKey(writer, ports.random.id(), key, ports.clock.instant());
    }
    const made = keysFrom(writer);
    if (made === null) throw new Error('the keys just made are not there');
    return made;
  });
};

/** Puts new keys in use; the ones before are kept for the packages that were made with them. */
export const rotateOfficeKeys = async (archive: OpenArchive): Promise<OfficeKeys> => {
  const { store, ports } = archive;
  await officeKeys(archive);
  const escrow = await newEscrowKey();
  await store.write((writer) => {
    for (const key of [newSigningKey(ports), escrow])
      insertOfficeKey(writer, ports.random.id(), key, ports.clock.instant());
  });
  return officeKeys(archive);
};

/** The office's public keys as it hands them out, with those that were in use before. */
export interface OfficeCard {
  readonly name: string;
  readonly signingPublicKey: string;
  readonly escrowRecipient: string;
  readonly fingerprint: string;
  readonly fingerprintWords: string[];
  /** Keys that were in use before, the newest first. */
  readonly former: {
    readonly kind: OfficeKey['kind'];
    readonly publicKey: string;
    readonly retiredAt: string;
  }[];
}

export const officeCard = async (archive: OpenArchive): Promise<OfficeCard> => {
  const { signingPublicKey, escrowRecipient } = await officeKeys(archive);
  const keys = { recipient: escrowRecipient, signingKey: signingPublicKey, validUntil: null };
  return archive.store.read((reader) => ({
    name: getOfficeProfile(reader)?.hubName ?? '',
    signingPublicKey,
    escrowRecipient,
    fingerprint: keyFingerprint(keys),
    fingerprintWords: keyFingerprintWords(keys),
    former: (['signing', 'escrow'] as const).flatMap((kind) =>
      listOfficeKeys(reader, kind).flatMap(({ publicKey, retiredAt }) =>
        retiredAt === null ? [] : [{ kind, publicKey, retiredAt }],
      ),
    ),
  }));
};
