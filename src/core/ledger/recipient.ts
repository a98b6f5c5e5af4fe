import { createHash } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { fingerprintedText, readKeyCard, type KeyCard } from '../../shared/domain/key-card.ts';
import { wordsOf } from '../../shared/domain/fingerprint-words.ts';
import { CodedError } from '../../shared/errors.ts';

/** A card's keys; of an office's signing key alone the recipient is left out. */
type FingerprintedKeys = Parameters<typeof fingerprintedText>[0];

const digestOf = (keys: FingerprintedKeys): Buffer =>
  createHash('sha256').update(fingerprintedText(keys)).digest();

/** For people to compare aloud: 160 bits of the SHA-256 of a card's keys in ten groups of four hex digits. */
export const keyFingerprint = (keys: FingerprintedKeys): string =>
  (digestOf(keys).toString('hex').slice(0, 40).toUpperCase().match(/.{4}/g) ?? []).join(' ');

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
  const groups = keyFingerprint(keys).split(' ');
  return [groups.join(''), groups.slice(-typedGroups).join(''), keyFingerprintWords(keys).join('')].includes(
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
