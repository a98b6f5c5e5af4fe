import { createHash } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { fingerprintedText, readKeyCard, type KeyCard } from '../../shared/domain/key-card.ts';
import { wordsOf } from '../../shared/domain/fingerprint-words.ts';
import { CodedError } from '../../shared/errors.ts';

/** A card's keys; of an office's signing key alone the recipient is left out. */
type FingerprintedKeys = Parameters<typeof fingerprintedText>[0];

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
const digestOf = (keys: FingerprintedKeys): Buffer => hashOf(fingerprintedText(keys));

/** 160 bits in ten groups of four hex digits. */
const groups = (digest: Buffer): string =>
  (digest.toString('hex').slice(0, 40).toUpperCase().match(/.{4}/g) ?? []).join(' ');

/** For people to compare aloud: the SHA-256 of a card's keys, as far as ten groups go. */
export const keyFingerprint = (keys: FingerprintedKeys): string => groups(digestOf(keys));

/** The same of a signing key alone, for certificates: whoever checks them has no use for the other key of a card. */
export const signingKeyFingerprint = (publicKey: string): string => groups(hashOf(publicKey));

/** The first 96 bits of the same digest in twelve words. */
export const keyFingerprintWords = (keys: FingerprintedKeys): string[] =>
  wordsOf([...digestOf(keys).subarray(0, 12)]);

const heardText = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s,，、。.-]/g, '');

/** Groups at the end of the fingerprint that are enough to be typed once all have been compared by ear. */
const typedGroups = 2;

/** True when what was heard over the telephone is this fingerprint: all digits, all words, or the last two groups. */
export const isHeardFingerprint = (keys: FingerprintedKeys, heard: string): boolean => {
  const parts = keyFingerprint(keys).split(' ');
  return [parts.join(''), parts.slice(-typedGroups).join(''), keyFingerprintWords(keys).join('')].includes(
    heardText(heard),
  );
};

/** The keys in a text: a bare `age1…`, or a key card. @throws CodedError RECIPIENT_INVALID */
export const keysIn = (text: string, name: string): KeyCard => {
  try {
    const card = readKeyCard(text, name);
    if (card === null) throw new Error('no key card');
    new Encrypter().addRecipient(card.recipient);
    return card;
  } catch (error) {
    throw new CodedError('RECIPIENT_INVALID', { recipient: text.trim().slice(0, 80) }, { cause: error });
  }
};
