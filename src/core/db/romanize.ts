import { pinyin } from 'pinyin-pro';
import type { Mark } from '../../shared/domain/search-text.ts';

export interface Romanization {
  readonly syllables: readonly string[];
  /** First letters, e.g. `wdd` for 舞蹈队. */
  readonly initials: string;
  /** Syllables without tones or spaces, e.g. `wudaodui`. */
  readonly pinyin: string;
}

/** One reading for each character, ü as v; characters without a reading stay themselves. */
export const syllablesOf = (text: string, surnameFirst = false): readonly string[] =>
  pinyin(text, {
    toneType: 'none',
    type: 'array',
    v: true,
    surname: surnameFirst ? 'head' : 'off',
  }).map((each) => each.toLowerCase().trim());

/**
 * How a name is typed and sorted in Latin letters.
 *
 * @param surnameFirst true for people, whose surname may have a reading of its own (单 shan, 解 xie)
 */
export const romanize = (text: string, surnameFirst = false): Romanization => {
  const syllables = syllablesOf(text, surnameFirst);
  return {
    syllables,
    initials: syllables.map((each) => [...each][0] ?? '').join(''),
    pinyin: syllables.join(''),
  };
};

/** From which piece to behind which one the pieces, written together, begin with these letters; the last may be half typed. */
const runSpelling = (pieces: readonly string[], letters: string): readonly [number, number] | null => {
  for (let from = 0; from < pieces.length; from++) {
    let written = '';
    for (let to = from; to < pieces.length && letters.startsWith(written); to++) {
      written += pieces[to] ?? '';
      if (written.startsWith(letters)) return [from, to + 1];
    }
  }
  return null;
};

/** Which characters of a name letters stand for: the first run whose initials or spelling are these. */
export const marksBySpelling = (name: string, letters: string): readonly Mark[] => {
  const typed = letters.replaceAll('ü', 'v');
  const characters = [...name];
  for (const surnameFirst of [false, true]) {
    const syllables = syllablesOf(name, surnameFirst);
    if (syllables.length !== characters.length) return [];
    for (const piecesOf of [(syllable: string) => [...syllable][0] ?? '', (syllable: string) => syllable]) {
      const run = runSpelling(syllables.map(piecesOf), typed);
      if (run === null) continue;
      const start = characters.slice(0, run[0]).join('').length;
      return [[start, start + characters.slice(run[0], run[1]).join('').length]];
    }
  }
  return [];
};
