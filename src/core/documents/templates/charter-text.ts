import {
  charterFields,
  charterSegments,
  withScopeItems,
  type CharterFieldValues,
} from '../../../shared/domain/charter.ts';
import { modelCharter } from '../../../shared/domain/charter-model.ts';
import { charterValues } from '../../../shared/domain/charter-values.ts';
import { chineseNumeral } from '../../../shared/domain/chinese-number.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import { field, text } from '../blocks.ts';
import type { Inline } from '../model.ts';
import { categoryLabel } from './certificate-facts.ts';
import { committeeName } from '../../../shared/domain/committee-name.ts';

export interface CharterArticle {
  readonly text: readonly Inline[];
  /** Numbered （一）（二） below the text. */
  readonly items?: readonly (readonly Inline[])[];
}

export interface CharterChapter {
  readonly title: string;
  readonly articles: readonly CharterArticle[];
}

export const chapterNumber = chineseNumeral;

const inlinesOf = (words: string, values: CharterFieldValues): readonly Inline[] =>
  charterSegments(words).map((segment) =>
    'text' in segment
      ? text(segment.text)
      : field(segment.field, values[segment.field], charterFields[segment.field]),
  );

/**
 * The charter as it is printed: the text that was written for the organization, otherwise the model text. Every fact
 * stands in a field; a missing one leaves brackets.
 */
export const charterChapters = (data: FilingPaperData): CharterChapter[] => {
  const { facts, office, community, responsiblePerson, copies } = data;
  const values = charterValues({
    facts,
    office,
    committee: committeeName(community),
    responsiblePerson: responsiblePerson?.name ?? null,
    category: categoryLabel(facts.categories),
    copies,
  });
  return (data.charter ?? modelCharter(facts)).chapters.map(({ title, articles }) => ({
    title,
    articles: articles.map((article) => {
      const { text: words, items } = withScopeItems(article, values);
      const inlines = inlinesOf(words, values);
      if (items.length === 0) return { text: inlines };
      return { text: inlines, items: items.map((item) => inlinesOf(item, values)) };
    }),
  }));
};
