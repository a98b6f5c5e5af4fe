import { z } from 'zod';
import type { CharterText } from './charter.ts';
import { narrow, withoutInvisible } from './plain-text.ts';

/**
 * What one clause must say. A pattern is words as they stand in a sentence: `…` skips up to 40 characters, `＋` joins
 * words that may come in any order. No regular expressions, because rule packs come from outside.
 */
const clauseNeed = z.object({
  name: z.string().trim().min(1).max(40),
  anyOf: z.array(z.string().trim().min(1).max(80)).min(1).max(40),
});
export type ClauseNeed = z.infer<typeof clauseNeed>;

/** A clause that a charter must hold (policy Art. 1 to 3; DOMAIN 2.4). */
export const charterClause = z.object({
  code: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(40),
  basis: z.string().trim().max(60),
  /** All of them must be said somewhere. */
  needs: z.array(clauseNeed).min(1).max(6),
  /** A sentence that says it, with fields of the facts. */
  proposal: z.string().trim().min(1).max(1000),
  /** Title of the chapter that it belongs to. */
  chapter: z.string().trim().min(1).max(40),
});
export type CharterClause = z.infer<typeof charterClause>;

export interface ClauseFinding {
  readonly clause: CharterClause;
  readonly state: 'found' | 'partial' | 'missing';
  /** Where it is said, each sentence once. */
  readonly sentences: readonly { readonly article: string; readonly text: string }[];
  /** Names of what is not said. */
  readonly lacks: readonly string[];
}

/** One sentence of a charter, as it stands and as it is compared. */
interface Sentence {
  readonly article: string;
  readonly text: string;
  readonly bare: string;
}

/** Half-width, no spaces, no quotation marks, so that spellings of one sentence compare equal. */
const bareText = (text: string): string =>
  narrow(withoutInvisible(text)).replaceAll(/[\s“”‘’"'《》〈〉]/g, '');

const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[。；;！!？?\n])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** What follows a lead-in that ends in a colon belongs to it: 成员享有下列权利：加入自愿、退出自由。 */
const leadIn = (text: string): string => (/[:：]\s*$/.test(text) ? text : '');

const sentencesOfCharter = ({ chapters }: CharterText): readonly Sentence[] => {
  let number = 0;
  return chapters.flatMap(({ articles }) =>
    articles.flatMap(({ text, items }) => {
      number += 1;
      const article = `第 ${number} 条`;
      const sentence = (words: string, shown = words): Sentence => ({
        article,
        text: shown,
        bare: bareText(words),
      });
      return [
        ...sentencesOf(text).map((words) => sentence(words)),
        ...items.flatMap((item) =>
          sentencesOf(item).map((words) => sentence(`${leadIn(text)}${words}`, words)),
        ),
      ];
    }),
  );
};

const skipped = 40;
const denials = ['不接受', '不需', '无需', '不必', '不用', '拒绝', '不再', '反对', '脱离', '不受', '不作'];
const denyingCharacters = new Set(['不', '未', '无', '非', '勿', '没']);

/** True where the words before a match turn it into its opposite: 不接受…的领导, 不设立党的组织. */
const isDenied = (bare: string, start: number): boolean =>
  denyingCharacters.has(bare[start - 1] ?? '') ||
  denials.some((denial) => bare.slice(Math.max(0, start - 8), start + 1).includes(denial));

/** Where `words` stand one after another from `from` on, at most `skipped` characters apart; -1 where they do not. */
const orderedFrom = (bare: string, words: readonly string[], from: number): number => {
  let end = -1;
  for (const word of words) {
    const at = bare.indexOf(word, end === -1 ? from : end);
    if (at === -1 || (end !== -1 && at - end > skipped)) return -1;
    end = at + word.length;
  }
  return end;
};

const saysInOrder = (bare: string, words: readonly string[]): boolean => {
  const [first = ''] = words;
  for (let at = bare.indexOf(first); at !== -1; at = bare.indexOf(first, at + 1)) {
    if (orderedFrom(bare, words, at) !== -1 && !isDenied(bare, at)) return true;
  }
  return false;
};

const saysPattern = (bare: string, pattern: string): boolean =>
  pattern.split('＋').every((part) => saysInOrder(bare, part.split('…').map(bareText)));

const sentenceFor = (sentences: readonly Sentence[], { anyOf }: ClauseNeed): Sentence | null =>
  sentences.find(({ bare }) => anyOf.some((pattern) => saysPattern(bare, pattern))) ?? null;

const findingOf = (sentences: readonly Sentence[], clause: CharterClause): ClauseFinding => {
  const said = clause.needs.map((need) => ({ need, sentence: sentenceFor(sentences, need) }));
  const lacks = said.flatMap(({ need, sentence }) => (sentence === null ? [need.name] : []));
  const found = [...new Set(said.flatMap(({ sentence }) => sentence ?? []))];
  return {
    clause,
    state: lacks.length === 0 ? 'found' : lacks.length < clause.needs.length ? 'partial' : 'missing',
    sentences: found.map(({ article, text }) => ({ article, text })),
    lacks,
  };
};

/**
 * Holds a charter, its facts filled in, against the clauses that the rules require (FEATURES A3): for each where it is
 * said, or what is not said.
 */
export const checkCharter = (
  charter: CharterText,
  clauses: readonly CharterClause[],
): readonly ClauseFinding[] => {
  const sentences = sentencesOfCharter(charter);
  return clauses.map((clause) => findingOf(sentences, clause));
};

/** Names of the clauses that are not said in full. */
export const missingClauses = (charter: CharterText, clauses: readonly CharterClause[]): readonly string[] =>
  checkCharter(charter, clauses)
    .filter(({ state }) => state !== 'found')
    .map(({ clause }) => clause.name);
