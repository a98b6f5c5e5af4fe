declare const fitForPublic: unique symbol;

/** Text that may hang on a board for everybody to read: no number in it can belong to a person (PIPL, DOMAIN 5.6). */
export type PublicText = string & { readonly [fitForPublic]: true };

const digit = '[0-9０-９]';
// Identity, telephone and bank numbers, also where they are written in groups.
const longNumber = new RegExp(
  `${digit}(?:[-－ ·]?${digit}){5,}(?:[-－ ·]?[0-9０-９XxＸｘ])(?!${digit})`,
  'g',
);
const isoDay = /^\d{4}-\d{1,2}-\d{1,2}$/;

const hidden = (found: string): string => (isoDay.test(found) ? found : '＊＊＊');

/** The text with every number of seven digits or more hidden; sums of money keep theirs. */
export const publicText = (text: string): PublicText =>
  text.replaceAll(longNumber, (found, offset: number) =>
    /^(?:\.\d+)?万?元/.test(text.slice(offset + found.length)) ? found : hidden(found),
  ) as PublicText;

export const publicTextOrNull = (text: string | null): PublicText | null =>
  text === null ? null : publicText(text);

/** A member's name on a public list: the first letter and, of three or more, the last (张*三, 张*). */
export const publicName = (name: string): PublicText => {
  const letters = Array.from(name.trim());
  if (letters.length <= 1) return publicText(letters.join(''));
  const last = letters.length === 2 ? '' : (letters.at(-1) ?? '');
  return publicText(`${letters[0]}${'*'.repeat(letters.length - 1 - (last === '' ? 0 : 1))}${last}`);
};
