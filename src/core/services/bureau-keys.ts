import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { renderSVG } from 'uqr';
import type { BureauCard } from '../../shared/domain/bureau.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { keyCardText } from '../../shared/domain/key-card.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import {
  insertBureauIdentity,
  listBureauIdentities,
  type BureauIdentity,
  type StoredBureauIdentity,
} from '../db/repositories/bureau.ts';
import {
  generateSigningKey,
  parseMinisignSecretFile,
  publicKeyText,
  signingKeyText,
  type SigningKey,
} from '../ledger/minisign.ts';
import { keyFingerprint, keyFingerprintWords } from '../ledger/recipient.ts';
import type { OpenArchive } from '../open-archive.ts';
import { keyStanding } from './bureau-key-standing.ts';
import { requireBureauProfile } from './bureau-profile.ts';

/** The identity in use. @throws CodedError BUREAU_KEY_MISSING before the ceremony */
export const requireBureauIdentity = (reader: Reader): StoredBureauIdentity => {
  const [inUse] = listBureauIdentities(reader);
  if (inUse === undefined) throw new CodedError('BUREAU_KEY_MISSING', {});
  return inUse;
};

const cardOf = (reader: Reader, today: IsoDate): BureauCard | null => {
  const [inUse, ...former] = listBureauIdentities(reader);
  if (inUse === undefined) return null;
  const { recipient, signingKey, validUntil, createdAt, madeHere } = inUse;
  const card = { name: requireBureauProfile(reader).bureauName, recipient, signingKey, validUntil };
  const text = keyCardText(card);
  return {
    ...card,
    standing: keyStanding(card, today),
    fingerprint: keyFingerprint(card),
    fingerprintWords: keyFingerprintWords(card),
    text,
    qrSvg: renderSVG(text, { border: 2 }),
    madeAt: createdAt,
    madeHere,
    former: former.map((each) => ({
      recipient: each.recipient,
      signingKey: each.signingKey,
      // only the first of the list is in use
      retiredAt: each.retiredAt ?? '',
    })),
  };
};

/** The bureau's public key card; null before the ceremony. */
export const bureauCard = ({ store, ports }: OpenArchive): Promise<BureauCard | null> =>
  store.read((reader) => cardOf(reader, ports.clock.today()));

const putInUse = async ({ store, ports }: OpenArchive, identity: BureauIdentity): Promise<BureauCard> =>
  store.write((writer) => {
    const known = listBureauIdentities(writer).find(({ recipient }) => recipient === identity.recipient);
    if (known !== undefined) throw new CodedError('CONFLICT', { what: 'bureau-key' });
    insertBureauIdentity(writer, identity, ports.clock.instant());
    const card = cardOf(writer, ports.clock.today());
    if (card === null) throw new Error('the keys just made are not there');
    return card;
  });

const requireAhead = ({ ports }: OpenArchive, validUntil: IsoDate | null): void => {
  if (validUntil !== null && validUntil < ports.clock.today())
    throw new CodedError('INVALID_VALUE', { field: 'validUntil', reason: 'past' });
};

const withSigning = (signing: SigningKey): Pick<BureauIdentity, 'signingKey' | 'signingSecret'> => ({
  signingKey: publicKeyText(signing),
  signingSecret: signingKeyText(signing),
});

/**
 * Key ceremony, and rotation: makes an identity and a signing key inside the encrypted archive and puts them in use.
 * Those before stay: packages that were made for them still open.
 *
 * @throws CodedError INVALID_VALUE `validUntil`
 */
export const makeBureauKeys = async (
  archive: OpenArchive,
  validUntil: IsoDate | null,
): Promise<BureauCard> => {
  requireAhead(archive, validUntil);
  const identity = await generateX25519Identity();
  return putInUse(archive, {
    recipient: await identityToRecipient(identity),
    identity,
    ...withSigning(generateSigningKey(archive.ports.random)),
    validUntil,
    madeHere: true,
  });
};

const identityIn = async (text: string): Promise<Pick<BureauIdentity, 'identity' | 'recipient'>> => {
  const identity = /AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}/.exec(text.toUpperCase())?.[0] ?? '';
  try {
    return { identity, recipient: await identityToRecipient(identity) };
  } catch (error) {
    throw new CodedError('BUREAU_KEY_INVALID', { part: 'identity' }, { cause: error });
  }
};

/**
 * Brings in keys that `bureau keygen`, age-keygen and minisign made: the texts of their files.
 *
 * @throws CodedError BUREAU_KEY_INVALID, CONFLICT `bureau-key` where they are here already, INVALID_VALUE `validUntil`
 */
export const bringBureauKeys = async (
  archive: OpenArchive,
  texts: {
    readonly identity: string;
    readonly signingKey: string;
    readonly validUntil: IsoDate | null;
  },
): Promise<BureauCard> => {
  requireAhead(archive, texts.validUntil);
  const identity = await identityIn(texts.identity);
  const signing = await parseMinisignSecretFile(texts.signingKey).catch((error: unknown) => {
    throw new CodedError('BUREAU_KEY_INVALID', { part: 'signing-key' }, { cause: error });
  });
  return putInUse(archive, {
    ...identity,
    ...withSigning(signing),
    validUntil: texts.validUntil,
    madeHere: false,
  });
};
