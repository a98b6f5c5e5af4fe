import { z } from 'zod';
import { categories, categoryScheme, type Categories, type CategoryScheme } from './organization.ts';

/** Proposes `to` for organizations of category `from`, where the name or scope holds one of the words (or no word is asked). */
export const categoryMappingRule = z.object({
  from: z.object({ scheme: categoryScheme, code: z.string().max(40) }),
  to: z.object({ scheme: categoryScheme, code: z.string().max(40) }),
  words: z.array(z.string().trim().min(1).max(20)).max(20),
});
export type CategoryMappingRule = z.infer<typeof categoryMappingRule>;

type Category = `${CategoryScheme}:${string}`;

const rule = (from: Category, to: Category, words: readonly string[] = []): CategoryMappingRule => {
  const parse = (category: Category): CategoryMappingRule['from'] => {
    const [scheme, code = ''] = category.split(':');
    return { scheme: categoryScheme.parse(scheme), code };
  };
  return { from: parse(from), to: parse(to), words: [...words] };
};

const safety = ['平安', '巡逻', '治安', '应急', '防灾', '调解', '禁毒', '反诈'] as const;
const mutual = ['互助', '邻里', '助老', '敬老'] as const;
const charity = ['志愿', '公益', '慈善', '爱心', '帮扶', '助残', '助学'] as const;

/** A guess for each pair of schemes where one follows from the other; the office confirms every one of them. */
export const defaultCategoryMapping: readonly CategoryMappingRule[] = [
  rule('four-class:public-welfare', 'domain:service-supply'),
  rule('four-class:living-service', 'domain:service-supply'),
  rule('four-class:community-affairs', 'domain:safe-community', safety),
  rule('four-class:community-affairs', 'domain:consultation'),
  rule('four-class:culture-sports', 'domain:civility'),
  rule('four-class:public-welfare', 'six-class:service'),
  rule('four-class:living-service', 'six-class:service'),
  rule('four-class:community-affairs', 'six-class:harmony', safety),
  rule('four-class:community-affairs', 'six-class:consultation'),
  rule('four-class:culture-sports', 'six-class:culture-sports'),
  rule('four-class:public-welfare', 'nature:mutual-aid', mutual),
  rule('four-class:public-welfare', 'nature:public-benefit'),
  rule('four-class:living-service', 'nature:mutual-aid', mutual),
  rule('four-class:living-service', 'nature:service'),
  rule('domain:service-supply', 'four-class:public-welfare', charity),
  rule('domain:service-supply', 'four-class:living-service'),
  rule('domain:consultation', 'four-class:community-affairs'),
  rule('domain:safe-community', 'four-class:community-affairs'),
  rule('domain:civility', 'four-class:culture-sports'),
  rule('six-class:service', 'four-class:public-welfare', charity),
  rule('six-class:service', 'four-class:living-service'),
  rule('six-class:consultation', 'four-class:community-affairs'),
  rule('six-class:harmony', 'four-class:community-affairs'),
  rule('six-class:culture-sports', 'four-class:culture-sports'),
];

const fits = ({ from, words }: CategoryMappingRule, known: Categories, text: string): boolean =>
  known[from.scheme] === from.code && (words.length === 0 || words.some((word) => text.includes(word)));

/**
 * A category for a scheme in which an organization has none yet, from what is known in the others; null where nothing
 * follows. @param text name and business scope
 */
export const proposedCategory = (
  scheme: CategoryScheme,
  known: Categories,
  text: string,
  mapping: readonly CategoryMappingRule[],
): string | null => {
  if (known[scheme] !== null) return null;
  const code = mapping.find((each) => each.to.scheme === scheme && fits(each, known, text))?.to.code;
  return code !== undefined && categories.shape[scheme].safeParse(code).success ? code : null;
};

/** The categories with every empty scheme filled in that something follows for. */
export const withProposals = (
  known: Categories,
  text: string,
  mapping: readonly CategoryMappingRule[],
): Categories =>
  categories.parse(
    Object.fromEntries(
      categoryScheme.options.map((scheme) => [
        scheme,
        known[scheme] ?? proposedCategory(scheme, known, text, mapping),
      ]),
    ),
  );
