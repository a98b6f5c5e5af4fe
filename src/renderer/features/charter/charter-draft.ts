import type { CharterArticle, CharterChapter, CharterText } from '../../../shared/domain/charter.ts';
import type { CharterClause } from '../../../shared/domain/charter-clauses.ts';

/** Where an article stands: chapter and place in it, both from 0. */
export interface ArticlePlace {
  readonly chapter: number;
  readonly article: number;
}

const changeChapter = (
  { chapters }: CharterText,
  index: number,
  change: (chapter: CharterChapter) => CharterChapter,
): CharterText => ({
  chapters: chapters.map((chapter, at) => (at === index ? change(chapter) : chapter)),
});

/** The text with one article replaced. */
export const replaceArticle = (
  text: CharterText,
  place: ArticlePlace,
  article: CharterArticle,
): CharterText =>
  changeChapter(text, place.chapter, ({ title, articles }) => ({
    title,
    articles: articles.map((each, at) => (at === place.article ? article : each)),
  }));

export const removeArticle = (text: CharterText, place: ArticlePlace): CharterText =>
  changeChapter(text, place.chapter, ({ title, articles }) => ({
    title,
    articles: articles.filter((_, at) => at !== place.article),
  }));

/** The text with a new article after `place`. */
export const addArticleAfter = (
  text: CharterText,
  place: ArticlePlace,
  article: CharterArticle,
): CharterText =>
  changeChapter(text, place.chapter, ({ title, articles }) => ({
    title,
    articles: articles.toSpliced(place.article + 1, 0, article),
  }));

/** The text with an article at the end of a chapter; a chapter that is missing is put before the last. */
export const addToChapter = (text: CharterText, title: string, article: CharterArticle): CharterText => {
  const index = text.chapters.findIndex((chapter) => chapter.title === title);
  if (index !== -1) {
    return changeChapter(text, index, (chapter) => ({ title, articles: [...chapter.articles, article] }));
  }
  const at = Math.max(0, text.chapters.length - 1);
  return { chapters: text.chapters.toSpliced(at, 0, { title, articles: [article] }) };
};

/** The text with what a clause must say, in the chapter that it belongs to. */
export const insertClause = (text: CharterText, { chapter, proposal }: CharterClause): CharterText =>
  addToChapter(text, chapter, { code: null, text: proposal, items: [] });

/** The article of the model text that an article comes from; null for one of the organization's own. */
export const modelArticle = (model: CharterText, { code }: CharterArticle): CharterArticle | null =>
  code === null
    ? null
    : (model.chapters.flatMap(({ articles }) => articles).find((each) => each.code === code) ?? null);

export const isSameArticle = (one: CharterArticle, other: CharterArticle): boolean =>
  one.text === other.text && one.items.join('\n') === other.items.join('\n');

/** An article of the model text with the chapter that it stands in. */
export interface DroppedArticle {
  readonly chapter: string;
  readonly article: CharterArticle;
}

/** Articles of the model text that the charter no longer has; none where it was written elsewhere. */
export const droppedArticles = (model: CharterText, text: CharterText): readonly DroppedArticle[] => {
  const kept = new Set(text.chapters.flatMap(({ articles }) => articles.map(({ code }) => code ?? '')));
  if ([...kept].every((code) => code === '')) return [];
  return model.chapters.flatMap(({ title, articles }) =>
    articles
      .filter(({ code }) => code !== null && !kept.has(code))
      .map((article) => ({ chapter: title, article })),
  );
};

/** Number of the first article of a chapter, counted through the whole charter. */
export const firstNumberOf = ({ chapters }: CharterText, index: number): number =>
  chapters.slice(0, index).reduce((sum, { articles }) => sum + articles.length, 1);
