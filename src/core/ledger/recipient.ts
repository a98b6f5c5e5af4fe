import { createHash } from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { CodedError } from '../../shared/errors.ts';

/** Fingerprint of a recipient, for people to compare aloud: 160 bits of its SHA-256 in ten groups of four hex digits. */
export const recipientFingerprint = (recipient: string): string =>
  (createHash('sha256').update(recipient).digest('hex').slice(0, 40).toUpperCase().match(/.{4}/g) ?? []).join(
    ' ',
  );

/** The recipient in a text: a bare `age1…`, or a key card that has one. @throws CodedError RECIPIENT_INVALID */
export const recipientIn = (text: string): string => {
  const recipient = /\bage1[02-9ac-hj-np-z]{58}\b/.exec(text.toLowerCase())?.[0] ?? '';
  try {
    new Encrypter().addRecipient(recipient);
    return recipient;
  } catch (error) {
    throw new CodedError('RECIPIENT_INVALID', { recipient: text.trim().slice(0, 80) }, { cause: error });
  }
};
