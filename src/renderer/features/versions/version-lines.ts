import type { FactVersion } from '../../../shared/contract/organizations.ts';
import type { CharterText } from '../../../shared/domain/charter.ts';
import { chineseNumeral } from '../../../shared/domain/chinese-number.ts';
import { filingKindLabels } from '../../../shared/labels/filing.ts';
import { factLines } from '../organizations/facts/fact-lines.ts';

/** What a version is called in a list. */
export const versionTitle = ({ filingId, kind, filedOn }: FactVersion): string =>
  filingId === null || kind === null ? '现在的登记' : `${filedOn ?? ''} ${filingKindLabels[kind]}`;

export interface ComparedLine {
  readonly label: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly differs: boolean;
}

const linesOf = ({ facts, communityName, responsiblePersonName, filingNumber }: FactVersion) => [
  { label: '备案号', value: filingNumber },
  ...factLines(facts, { community: communityName, responsiblePerson: responsiblePersonName }),
];

/** Facts of two versions side by side, in the order of the filing form. */
export const comparedLines = (left: FactVersion, right: FactVersion): readonly ComparedLine[] => {
  const others = linesOf(right);
  return linesOf(left).map(({ label, value }, index) => {
    const other = others[index]?.value ?? null;
    return { label, left: value, right: other, differs: value !== other };
  });
};

export interface NumberedArticle {
  readonly number: string;
  readonly words: string;
  /** True where the other charter has no article of these words. */
  readonly differs: boolean;
}

const wordsOf = (charter: CharterText | null): readonly string[] =>
  charter?.chapters.flatMap(({ articles }) =>
    articles.map(({ text, items }) => [text, ...items].join('\n')),
  ) ?? [];

/** Articles of a charter, those marked that the other does not have. */
export const markedArticles = (
  charter: CharterText | null,
  other: CharterText | null,
): readonly NumberedArticle[] => {
  const known = new Set(wordsOf(other));
  return wordsOf(charter).map((words, index) => ({
    number: `第${chineseNumeral(Math.min(99, index + 1))}条`,
    words,
    differs: other !== null && !known.has(words),
  }));
};
