import { z } from 'zod';

/** An article, and what is numbered （一）（二） below it. Text may hold fields such as {活动场所}. */
export const charterArticle = z.object({
  /** Which article of the model text it is, so that it can be restored; null for one of the organization's own. */
  code: z.string().max(40).nullable(),
  text: z.string().max(4000),
  items: z.array(z.string().max(1000)).max(60),
});
export type CharterArticle = z.infer<typeof charterArticle>;

export const charterChapter = z.object({
  title: z.string().trim().min(1).max(40),
  articles: z.array(charterArticle).max(80),
});
export type CharterChapter = z.infer<typeof charterChapter>;

/** 章程: chapters and articles; numbers are counted when it is read or printed. */
export const charterText = z
  .object({ chapters: z.array(charterChapter).max(30) })
  .refine(({ chapters }) => chapters.reduce((sum, { articles }) => sum + articles.length, 0) <= 99, {
    path: ['chapters'],
    error: 'too-many-articles',
  });
export type CharterText = z.infer<typeof charterText>;

/** Facts that a charter states. The key is what stands in braces in its text. */
export const charterFields = {
  组织名称: 4,
  简称: 4,
  类别: 6,
  宗旨: 12,
  活动地域: 8,
  活动场所: 8,
  备案机关: 4,
  '居（村）委会': 4,
  枢纽型社会组织: 4,
  '街道党（工）委': 8,
  兜底党组织: 10,
  党建指导员: 4,
  业务范围: 16,
  负责人: 6,
  活动资金及来源: 12,
  章程通过日期: 8,
  应到: 2,
  实到: 2,
  同意: 2,
  反对: 2,
  弃权: 2,
  份数: 4,
} as const;

/** Names of the fields, with the room in characters that an unknown one is left on paper. */
export type CharterField = keyof typeof charterFields;
export type CharterFieldValues = Readonly<Record<CharterField, string | null>>;

export const charterFieldNames = Object.keys(charterFields) as readonly CharterField[];

const isField = (name: string): name is CharterField => name in charterFields;

/** A stretch of text, or a field of the facts. */
export type CharterSegment = { readonly text: string } | { readonly field: CharterField };

/** Text taken apart into words and fields; braces around anything else are words. */
export const charterSegments = (text: string): readonly CharterSegment[] =>
  text.split(/(\{[^{}]*\})/).flatMap((part): readonly CharterSegment[] => {
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (name !== undefined && isField(name)) return [{ field: name }];
    return part === '' ? [] : [{ text: part }];
  });

/** The activities that a business scope lists. */
const scopeParts = (scope: string | null): readonly string[] =>
  (scope ?? '')
    .split(/[；;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const loneScope = '{业务范围}';

/**
 * An article whose only item is the business scope: one item for each activity it lists, or, where it lists only one,
 * a sentence that ends with it.
 */
export const withScopeItems = (article: CharterArticle, values: CharterFieldValues): CharterArticle => {
  if (article.items.length !== 1 || article.items[0]?.trim() !== loneScope) return article;
  const parts = scopeParts(values.业务范围);
  if (parts.length < 2) return { ...article, text: `${article.text}${loneScope}。`, items: [] };
  return {
    ...article,
    items: parts.map((part, index) => `${part}${index === parts.length - 1 ? '。' : '；'}`),
  };
};

const filled = (text: string, values: CharterFieldValues): string =>
  charterSegments(text)
    .map((segment) => ('text' in segment ? segment.text : (values[segment.field] ?? `{${segment.field}}`)))
    .join('');

/** The charter with its fields filled in; a fact that is not known keeps its field, so that it can be filled in later. */
export const fillCharter = ({ chapters }: CharterText, values: CharterFieldValues): CharterText => ({
  chapters: chapters.map(({ title, articles }) => ({
    title,
    articles: articles.map((article) => {
      const { code, text, items } = values.业务范围 === null ? article : withScopeItems(article, values);
      return { code, text: filled(text, values), items: items.map((item) => filled(item, values)) };
    }),
  })),
});
