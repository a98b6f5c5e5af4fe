/** How typed letters fall into syllables: `guiying` → gui ying, `xian` → xian or xi an. */

/** Finals that follow each initial, without tones, ü as v. */
const finalsOf: Readonly<Record<string, string>> = {
  '': 'a ai an ang ao e ei en eng er o ou yi ya yan yang yao ye yin ying yong you yu yuan yue yun wa wai wan wang wei wen weng wo wu',
  b: 'a ai an ang ao ei en eng i ian iao ie in ing o u',
  p: 'a ai an ang ao ei en eng i ian iao ie in ing o ou u',
  m: 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u',
  f: 'a an ang ei en eng o ou u',
  d: 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo',
  t: 'a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo',
  n: 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve',
  l: 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve',
  g: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  k: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  h: 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo',
  j: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  q: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  x: 'i ia ian iang iao ie in ing iong iu u uan ue un',
  zh: 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo',
  ch: 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo',
  sh: 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo',
  r: 'an ang ao e en eng i ong ou u ua uan ui un uo',
  z: 'a ai an ang ao e ei en eng i ong ou u uan ui un uo',
  c: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
  s: 'a ai an ang ao e en eng i ong ou u uan ui un uo',
};

const syllables: ReadonlySet<string> = new Set(
  Object.entries(finalsOf).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
);
const longestSyllable = 6;
const beginnings: ReadonlySet<string> = new Set(
  [...syllables].flatMap((syllable) => Array.from(syllable, (_, index) => syllable.slice(0, index + 1))),
);

export interface Syllabification {
  readonly syllables: readonly string[];
  /** Letters after the last whole syllable, the beginning of one that is still being typed. */
  readonly rest: string;
}

/** Nobody means more readings than these. */
const mostReadings = 6;
const longestSpelling = 40;

/** Every way to read letters as syllables, those of long syllables first; none where no way leads to the end. */
export const syllabifications = (letters: string): readonly Syllabification[] => {
  const found: Syllabification[] = [];
  const read = (at: number, before: readonly string[]): void => {
    if (found.length >= mostReadings) return;
    const rest = letters.slice(at);
    if (rest === '') {
      found.push({ syllables: before, rest });
      return;
    }
    for (let length = Math.min(longestSyllable, rest.length); length > 0; length--) {
      const syllable = rest.slice(0, length);
      if (syllables.has(syllable)) read(at + length, [...before, syllable]);
    }
    if (beginnings.has(rest)) found.push({ syllables: before, rest });
  };
  if (letters.length <= longestSpelling) read(0, []);
  return found.filter((each) => each.syllables.length > 0).slice(0, mostReadings);
};
