import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { paperCodeBody, parsePaperCode, type PaperIdentity } from '../../shared/domain/paper-code.ts';
import type { ArchiveKeys } from '../open-archive.ts';
import type { QrCode } from './model.ts';

/** Digits and capitals without I, L, O and U, so that a code can also be told over the telephone. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first `count` groups of five bits, a letter each; count at most 51. */
const fiveBitLetters = (bytes: Uint8Array, count: number): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from(
    { length: count },
    (_, at) => letters[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
  ).join('');
};

const keyed = (key: KeyObject, words: string, count: number): string =>
  fiveBitLetters(createHmac('sha256', key).update(words).digest(), count);

/** What a code turned out to be. `foreign`: of another archive; `false`: of this one by its mark, but its check is wrong. */
export type PaperCodeReading =
  | { readonly kind: 'ours'; readonly paper: PaperIdentity }
  | { readonly kind: 'foreign' | 'false' | 'other' };

/** Codes of one archive: what its papers carry, and whether a code that was read is one of them. */
export interface PaperCodes {
  readonly write: (paper: PaperIdentity) => string;
  readonly read: (text: string) => PaperCodeReading;
}

/**
 * Codes under the archive's lookup key: 20 bits tell whose paper it is, 40 bits that the code is whole. Nothing is
 * kept of what was printed, so a paper printed years ago, or from a restored backup, still comes home.
 */
export const paperCodes = (keys: Pick<ArchiveKeys, 'lookup'>): PaperCodes => {
  const key = createSecretKey(keys.lookup);
  const archive = keyed(key, 'paper-code archive', 4);
  const checkOf = (body: string): string => keyed(key, `paper-code:${body}`, 8);
  return {
    write: (paper) => {
      const body = paperCodeBody(archive, paper);
      return `${body}${checkOf(body)}`;
    },
    read: (text) => {
      const code = parsePaperCode(text);
      if (code === null) return { kind: 'other' };
      if (code.archive !== archive) return { kind: 'foreign' };
      const whole = timingSafeEqual(Buffer.from(code.check), Buffer.from(checkOf(code.body)));
      return whole ? { kind: 'ours', paper: code.paper } : { kind: 'false' };
    },
  };
};

/** Quiet zone included: modules of half a millimetre, which a copier and a phone across a desk still tell apart. */
const paperCodeMm = 20;

/**
 * The block that a printed paper carries, on each page where it can: away from where seals and signatures go, and from
 * the sheet's edge, which a crooked scan cuts off.
 *
 * @param text what `PaperCodes.write` made
 */
export const paperCodeBlock = (text: string, style: string): QrCode => ({
  kind: 'qr-code',
  style,
  text,
  sizeMm: paperCodeMm,
  label: '扫描归档码',
  comesBack: true,
});
