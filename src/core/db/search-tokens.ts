/**
 * Tokens of the search index. FTS5's trigram finds nothing for one or two characters and LIKE scans, so the
 * application makes the tokens: every character and every pair of neighbours, runs of pinyin initials, and syllables
 * with their pairs. Characters are written as numbers, so that no tokenizer's idea of a letter (rare characters,
 * private use) and no query syntax can come between. Each sort begins with a letter of its own; code points in base 36
 * never reach `p`.
 */

const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(36).padStart(4, '0');

/** Every character and every pair of neighbours of a folded text. */
export const characterTokens = (folded: string): readonly string[] => {
  const found = new Set<string>();
  let previous: string | null = null;
  for (const character of folded) {
    const code = codeOf(character);
    found.add(code);
    if (previous !== null) found.add(previous + code);
    previous = code;
  }
  return [...found];
};

/** Tokens that a text must have to contain a folded word: its pairs, or its one character. */
export const wordTokens = (word: string): readonly string[] => {
  const all = characterTokens(word);
  const pairs = all.filter((token) => token.length > 4);
  return pairs.length > 0 ? pairs : all;
};

const latinOnly = /^[a-z0-9]+$/u;
const longestRun = 3;
const shortestRun = 2;

const runsOf = (initials: string, length: number): string[] => {
  const runs: string[] = [];
  for (let at = 0; at + length <= initials.length; at++) {
    const run = initials.slice(at, at + length);
    if (latinOnly.test(run)) runs.push(`q${run}`);
  }
  return runs;
};

const pairsOf = (syllables: readonly string[]): string[] =>
  syllables.slice(1).map((syllable, index) => `p${syllables[index] ?? ''}0${syllable}`);

/** What a name is found by in Latin letters, from its syllables. */
export const letterTokens = (syllables: readonly string[], initials: string): readonly string[] => [
  ...new Set(
    [
      ...runsOf(initials, shortestRun),
      ...runsOf(initials, longestRun),
      ...syllables.map((syllable) => `p${syllable}`),
      ...pairsOf(syllables),
    ].filter((token) => latinOnly.test(token)),
  ),
];

/** Tokens that a name's initials must have to contain these letters; none where they are too few. */
export const initialsTokens = (letters: string): readonly string[] => [
  ...new Set(runsOf(letters, letters.length < longestRun ? shortestRun : longestRun)),
];

/** Tokens that a name must have to contain these syllables one after the other. */
export const syllableTokens = (syllables: readonly string[]): readonly string[] => [
  ...new Set(syllables.length === 1 ? syllables.map((syllable) => `p${syllable}`) : pairsOf(syllables)),
];

const hashCharacters = 16;

/** @param hash keyed hash of the last four characters of an identity number, hex */
export const identityTailToken = (hash: string): string => `r${hash.slice(0, hashCharacters)}`;

/** @param hash keyed hash of the last four digits of a phone number, hex */
export const phoneTailToken = (hash: string): string => `s${hash.slice(0, hashCharacters)}`;
