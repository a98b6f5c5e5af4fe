import type { PartialDate } from './dates.ts';
import type { CertificateKind } from './filing.ts';

/*
 * The code on a certificate by which anybody with the office's public key tells a genuine one (docs/formats/verification-code.md).
 * Digits alone: they take the least room in a QR code, and a scanner that types like a keyboard gets them past every
 * input method.
 */

/** What a certificate says of itself under the office's signature. Only certificates in force are signed. */
export interface VerifiedStatement {
  readonly filingNumber: string;
  readonly organizationName: string;
  readonly issuedOn: PartialDate;
  /** null: for ever */
  readonly validTo: PartialDate | null;
  readonly kind: CertificateKind;
  readonly authorityName: string;
}

const magic = [0x48, 0x56, 0x01]; // "HV", version 1
const keyIdBytes = 8;
const serialBytes = 4;
const signatureBytes = 64;
const headBytes = magic.length + keyIdBytes + serialBytes;

const kindMarks: Readonly<Record<CertificateKind, string>> = {
  original: '1',
  reissue: '2',
  replacement: '3',
  renewal: '4',
};
const kinds = Object.keys(kindMarks) as CertificateKind[];
const day = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** UTF-8, without what only some platforms have. */
const utf8 = (text: string): Uint8Array =>
  Uint8Array.from(encodeURIComponent(text).match(/%..|./g) ?? [], (part) =>
    part.length === 3 ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0),
  );

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @throws URIError for bytes that are no UTF-8 */
const fromUtf8 = (bytes: Uint8Array): string => decodeURIComponent(hex(bytes).replaceAll(/../g, '%$&'));

// Seven bytes are written in seventeen digits; the digits of a shorter rest tell how long it is.
const groupBytes = 7;
const digitsOfBytes = [0, 3, 5, 8, 10, 13, 15, 17] as const;
const groupDigits = digitsOfBytes[groupBytes];

const toDigits = (bytes: Uint8Array): string => {
  let digits = '';
  for (let at = 0; at < bytes.length; at += groupBytes) {
    const group = bytes.subarray(at, at + groupBytes);
    digits += BigInt(`0x${hex(group)}`)
      .toString()
      .padStart(digitsOfBytes[group.length] ?? 0, '0');
  }
  return digits;
};

/** null for digits that nobody writes: of a length that no bytes have, or too great for theirs. */
const fromDigits = (digits: string): Uint8Array | null => {
  const bytes: number[] = [];
  for (let at = 0; at < digits.length; at += groupDigits) {
    const group = digits.slice(at, at + groupDigits);
    const length = (digitsOfBytes as readonly number[]).indexOf(group.length);
    const value = BigInt(group);
    if (length === -1 || value >= 1n << BigInt(8 * length)) return null;
    for (let shift = length - 1; shift >= 0; shift -= 1)
      bytes.push(Number((value >> BigInt(8 * shift)) & 255n));
  }
  return Uint8Array.from(bytes);
};

const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** One line as paper can carry it: what separates the facts may not stand in them. */
const line = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Surrogate}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();

/** A code but for its signature. */
export interface UnsignedCode {
  /** 8 bytes, as minisign keeps them. */
  readonly keyId: Uint8Array;
  /** 4 bytes that tell this certificate from others of the same number. */
  readonly serial: Uint8Array;
  readonly statement: VerifiedStatement;
}

/** The bytes that are signed. */
export const codeContent = ({ keyId, serial, statement }: UnsignedCode): Uint8Array => {
  const { filingNumber, organizationName, issuedOn, validTo, kind, authorityName } = statement;
  const lines = [
    line(filingNumber),
    line(organizationName),
    issuedOn,
    validTo ?? '',
    kindMarks[kind],
    line(authorityName),
  ];
  return joined(magic, keyId, serial, utf8(lines.join('\n')));
};

/** The code as it is printed. @param signature Ed25519 over `content` */
export const codeText = (content: Uint8Array, signature: Uint8Array): string =>
  toDigits(joined(content, signature));

/** What a text turned out to be. Nothing of a signed code may be believed before its signature was checked. */
export type CodeReading =
  | (UnsignedCode & {
      readonly kind: 'signed';
      readonly content: Uint8Array;
      readonly signature: Uint8Array;
    })
  /** On certificates printed before codes were signed. */
  | { readonly kind: 'unsigned'; readonly filingNumber: string; readonly organizationName: string }
  /** Begins like a code, and is none: misread, cut short, or made by hand. */
  | { readonly kind: 'broken' }
  /** Made for another purpose: the code by which a paper of an archive is filed. */
  | { readonly kind: 'paper-code' }
  | { readonly kind: 'other' };

const statementOf = (text: string): VerifiedStatement | null => {
  const [
    filingNumber = '',
    organizationName = '',
    issuedOn = '',
    validTo = '',
    mark,
    authorityName = '',
    ...more
  ] = text.split('\n');
  const kind = kinds.find((each) => kindMarks[each] === mark);
  const isWhole =
    filingNumber !== '' && organizationName !== '' && authorityName !== '' && day.test(issuedOn);
  if (kind === undefined || !isWhole || more.length > 0 || !(validTo === '' || day.test(validTo)))
    return null;
  return {
    filingNumber,
    organizationName,
    issuedOn,
    validTo: validTo === '' ? null : validTo,
    kind,
    authorityName,
  };
};

const signedCode = (bytes: Uint8Array): CodeReading => {
  if (bytes.length <= headBytes + signatureBytes) return { kind: 'broken' };
  const content = bytes.subarray(0, -signatureBytes);
  try {
    const statement = statementOf(fromUtf8(content.subarray(headBytes)));
    if (statement === null) return { kind: 'broken' };
    return {
      kind: 'signed',
      keyId: content.subarray(magic.length, magic.length + keyIdBytes),
      serial: content.subarray(magic.length + keyIdBytes, headBytes),
      statement,
      content,
      signature: bytes.subarray(-signatureBytes),
    };
  } catch {
    return { kind: 'broken' };
  }
};

/** The first digits of every code, as far as they do not depend on what follows. */
const firstDigits = toDigits(Uint8Array.from([...magic, 0, 0, 0, 0])).slice(0, 6);

const olderCode =
  /^社区社会组织备案证书\s*备案号[：:](?<number>.+?)\s*名称[：:](?<name>.+?)\s*发证日期[：:]/s;

/** Longer than any code, and than anything that a clerk would type by mistake. */
export const longestCodeText = 4000;

/** Reads what was scanned, typed by a scanner or pasted; spaces, line ends and full-width digits do not matter. */
export const readVerificationCode = (text: string): CodeReading => {
  const older = olderCode.exec(text.trim())?.groups;
  if (older) {
    const { number = '', name = '' } = older;
    return { kind: 'unsigned', filingNumber: number.trim(), organizationName: name.trim() };
  }
  const typed = text.normalize('NFKC').replaceAll(/\s+/g, '');
  if (/^HA\d[0-9A-Z]{12,}$/i.test(typed)) return { kind: 'paper-code' };
  if (!/^\d+$/.test(typed) || typed.length > longestCodeText) return { kind: 'other' };
  if (!typed.startsWith(firstDigits)) return { kind: 'other' };
  const bytes = fromDigits(typed);
  const begins = bytes !== null && magic.every((byte, at) => bytes[at] === byte);
  return begins ? signedCode(bytes) : { kind: 'broken' };
};

/** Bytes as they are told and compared: capitals of base 16, the last byte first, as minisign shows a key. */
export const keyIdText = (keyId: Uint8Array): string => hex(keyId.toReversed()).toUpperCase();

export const serialText = (serial: Uint8Array): string => hex(serial).toUpperCase();
