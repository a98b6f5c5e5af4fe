/**
 * Masking of personal data (DOMAIN 5.6). Counted in characters, not UTF-16 units, so that a name with a rare
 * character is masked like any other.
 */

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** As people count them: a rare character is one, also with the selector that chooses its form. */
const characters = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

/**
 * Identity number with its first three and last four characters: the region's province and the part people know
 * by heart, never the birth date. Shorter documents keep the last four only; very short ones nothing.
 */
export const maskIdentityNumber = (value: string | null): string | null => {
  if (value === null) return null;
  const all = characters(value);
  if (all.length < 8) return '*'.repeat(all.length);
  const head = all.length >= 15 ? 3 : 0;
  return `${all.slice(0, head).join('')}${'*'.repeat(all.length - head - 4)}${all.slice(-4).join('')}`;
};

const maskOnePhone = (value: string): string => {
  if (value.includes('*')) return value;
  if (/^1\d{10}$/.test(value)) return `${value.slice(0, 3)}****${value.slice(-4)}`;
  const all = characters(value);
  return `${'*'.repeat(Math.max(0, all.length - 4))}${all.slice(-4).join('')}`;
};

/** Mobile `138****5678`, landlines their last four digits; several numbers one by one; a mask stays as it is. */
export const maskPhone = (value: string | null): string | null =>
  value === null || value === '' ? null : value.split('、').map(maskOnePhone).join('、');

const upToCommunity = /^.*?(?:社区|街道|居委会|村委会|镇|乡|村)/u;

/** An address up to the community (DOMAIN 5.6): house and door stay hidden; one without any such word whole. */
export const maskAddress = (value: string | null): string | null => {
  if (value === null || value === '') return null;
  return `${upToCommunity.exec(value)?.[0] ?? ''}****`;
};
