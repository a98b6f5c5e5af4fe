/**
 * What a text is to a search: its letters, digits and ideographs alone, in one width and one case, so that brackets,
 * spaces and full-width digits never stand between a clerk and what was meant. Between two digits a point is left:
 * 〔2015〕17号 is not 1517号.
 */

const wordCharacter = /^[\p{L}\p{N}\p{Co}]$/u;
const digit = /^\p{N}$/u;
/** Nothing to fold, as in most names. */
const ordinary = /^[\u4E00-\u9FFF]*$/u;

/** A stretch of a text, from its first to behind its last UTF-16 unit. */
export type Mark = readonly [from: number, to: number];

interface Folded {
  readonly text: string;
  /** For every unit of `text` the stretch of the original that it came from. */
  readonly origins: readonly Mark[];
}

const foldWithOrigins = (original: string): Folded => {
  let text = '';
  const origins: Mark[] = [];
  let at = 0;
  let gapFrom: number | null = null;
  for (const character of original) {
    const end = at + character.length;
    for (const part of character.normalize('NFKC').toLowerCase()) {
      if (!wordCharacter.test(part)) {
        gapFrom ??= at;
        continue;
      }
      if (gapFrom !== null && digit.test(part) && digit.test(text.at(-1) ?? '')) {
        text += '.';
        origins.push([gapFrom, at]);
      }
      gapFrom = null;
      text += part;
      for (let unit = 0; unit < part.length; unit++) origins.push([at, end]);
    }
    at = end;
  }
  return { text, origins };
};

/** The text as it is compared, e.g. `新河街社备2021.17号` for `新河街社备〔2021〕17号`. */
export const foldText = (text: string): string => (ordinary.test(text) ? text : foldWithOrigins(text).text);

/** Longest text that is looked at, in characters; nobody means more than the beginning of a pasted page. */
const longestQuery = 80;
const mostWords = 6;

/** The words of a query, folded; all of them must be found. */
export const searchWords = (query: string): readonly string[] => {
  const beginning = Array.from(query.slice(0, 4 * longestQuery))
    .slice(0, longestQuery)
    .join('');
  const words = beginning
    .split(/\s+/u)
    .map(foldText)
    .filter((word) => word !== '');
  return [...new Set(words)].slice(0, mostWords);
};

const merged = (marks: readonly Mark[]): Mark[] => {
  const result: Mark[] = [];
  for (const [from, to] of [...marks].sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
};

/** Where folded words stand in a text, in order and without overlaps. */
export const marksIn = (original: string, words: readonly string[]): readonly Mark[] => {
  const { text, origins } = foldWithOrigins(original);
  const marks: Mark[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      const first = origins[at];
      const last = origins[at + word.length - 1];
      if (first !== undefined && last !== undefined) marks.push([first[0], last[1]]);
    }
  }
  return merged(marks);
};

/** A text and what of it was looked for. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Characters of a long text that are shown before and after the first find. */
const shownBefore = 12;
const shownAfter = 60;

/** The stretch of a long text around the first find, on one line, with its marks. */
export const excerptOf = (original: string, words: readonly string[]): MarkedText => {
  const line = original.replaceAll(/\s+/gu, ' ').trim();
  const [first] = marksIn(line, words);
  const from = Math.max(0, (first?.[0] ?? 0) - shownBefore);
  // Never through the middle of a surrogate pair.
  const start = from > 0 && /[\uDC00-\uDFFF]/.test(line[from] ?? '') ? from - 1 : from;
  const rest = Array.from(line.slice(start));
  const kept = rest.slice(0, shownBefore + shownAfter).join('');
  const text = `${start > 0 ? '…' : ''}${kept}${rest.length > shownBefore + shownAfter ? '…' : ''}`;
  return { text, marks: marksIn(text, words) };
};
