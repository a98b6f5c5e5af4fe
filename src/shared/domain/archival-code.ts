import { z } from 'zod';

export const retentionPeriod = z.enum(['permanent', '30-years', '10-years']);
export type RetentionPeriod = z.infer<typeof retentionPeriod>;

/** Codes of retention periods — DA/T 22-2015, 5.4.3 c). */
export const retentionCodes: Readonly<Record<RetentionPeriod, string>> = {
  permanent: 'Y',
  '30-years': 'D30',
  '10-years': 'D10',
};

const code = z
  .string()
  .trim()
  .regex(/^[A-Z0-9]{0,8}$/i);

/** How archival codes are made (档号, DA/T 22-2015, 5.4.2); the structure is advised there, not ordered. */
export const archivalCodeRule = z.object({
  /** Tokens {fonds} {category} {year} {retention} {unit} {item}; the last four numbers are the item's, 5.4.3 e). */
  template: z.string().trim().min(3).max(80),
  /** 档案门类代码, WS for documents. */
  category: code,
  /** 机构（问题）代码; empty where the office has one alone. */
  unit: code,
});
export type ArchivalCodeRule = z.infer<typeof archivalCodeRule>;

export const usualArchivalCodeRule: ArchivalCodeRule = {
  template: '{fonds}-{category}·{year}-{retention}-{unit}-{item}',
  category: 'WS',
  unit: 'BGS',
};

export const archivalTokens = ['fonds', 'category', 'year', 'retention', 'unit', 'item'] as const;
type ArchivalToken = (typeof archivalTokens)[number];

/** Without these two codes could not be told apart: items are counted within a year and a retention period. */
const neededTokens: readonly ArchivalToken[] = ['year', 'retention', 'item'];

const tokensIn = (template: string): readonly string[] =>
  [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');

/** What is wrong with a template: a token that does not exist, or one that is missing; null where nothing is. */
export const archivalTemplateFlaw = (
  template: string,
): { readonly flaw: 'unknown' | 'missing'; readonly token: string } | null => {
  const used = tokensIn(template);
  const unknown = used.find((token) => !(archivalTokens as readonly string[]).includes(token));
  if (unknown !== undefined) return { flaw: 'unknown', token: unknown };
  const missing = neededTokens.find((token) => !used.includes(token));
  if (missing !== undefined) return { flaw: 'missing', token: missing };
  return template.trimEnd().endsWith('{item}') ? null : { flaw: 'missing', token: 'item' };
};

/** The lowest class of an arrangement: items are numbered from 1 within it, without gaps. */
export interface ArchivalClass {
  /** 全宗号; null until the archive assigns one (DA/T 22-2015, 5.4.5). */
  readonly fonds: string | null;
  readonly year: number;
  readonly retention: RetentionPeriod;
}

/**
 * Everything of a code but its item number. What is empty goes with the separator behind it, so that a code without a
 * fonds begins with its category.
 */
export const archivalClassKey = (
  rule: ArchivalCodeRule,
  { fonds, year, retention }: ArchivalClass,
): string => {
  const values: Readonly<Record<string, string>> = {
    fonds: fonds ?? '',
    category: rule.category,
    year: String(year),
    retention: retentionCodes[retention],
    unit: rule.unit,
  };
  return rule.template
    .replace(/\{item\}$/, '')
    .replaceAll(/\{(\w+)\}([-·./]?)/g, (_, token: string, separator: string) => {
      const value = values[token] ?? '';
      return value === '' ? '' : `${value}${separator}`;
    });
};

/** 件号 of four digits, more only where four are used up — DA/T 22-2015, 5.4.3 e). */
export const archivalCodeOf = (classKey: string, item: number): string =>
  `${classKey}${String(item).padStart(4, '0')}`;
