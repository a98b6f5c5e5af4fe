import { CodedError } from '../errors.ts';
import type { FourClass } from './organization.ts';
import { narrow, withoutInvisible, withoutSpaces } from './plain-text.ts';

/** What a template of 备案号 may contain; `rulePackBody.filingNumberTemplate` documents them. */
export const filingNumberTokens = ['office', 'area9', 'village3', 'YYYY', 'category', 'seq', 'seq4'] as const;
export type FilingNumberToken = (typeof filingNumberTokens)[number];

type Part = { readonly token: FilingNumberToken } | { readonly text: string };

/** A template that has passed every check. */
export interface FilingNumberTemplate {
  readonly source: string;
  readonly parts: readonly Part[];
}

/** What the tokens stand for in one number. */
export interface FilingNumberValues {
  /** Short name of the office, e.g. 新河街. */
  readonly office: string;
  /** 9-digit area code of the street. */
  readonly streetCode: string;
  /** 12-digit area code of the community. */
  readonly communityCode: string;
  readonly year: number;
  readonly fourClass: FourClass | null;
  readonly sequence: number;
}

/** Letter of the four-class scheme in a number, in the scheme's order. */
export const categoryLetters: Readonly<Record<FourClass, string>> = {
  'public-welfare': 'A',
  'living-service': 'B',
  'community-affairs': 'C',
  'culture-sports': 'D',
};

const isToken = (name: string): name is FilingNumberToken =>
  filingNumberTokens.some((token) => token === name);

const refuse = (token: string): never => {
  throw new CodedError('FILING_NUMBER_RULE_INVALID', { token });
};

const partOf = (piece: string): Part => {
  const name = /^\{(.*)\}$/.exec(piece)?.[1];
  if (name === undefined) return /[{}]/.test(piece) ? refuse(piece) : { text: piece };
  return isToken(name) ? { token: name } : refuse(piece);
};

/** Brackets other than 〔〕 around the year; official document numbers know only those (GB/T 9704-2012, 7.2.5). */
const wrongBrackets = /([[\]［］【】〖〗()（）])\{YYYY\}|\{YYYY\}([[\]［］【】〖〗()（）])/;

/**
 * Reads a template. It must name the year and the sequence exactly once each, because the sequence restarts every
 * year and the number must still be unique; the year stands in 〔〕 or without brackets, and no 第 stands before
 * the sequence (GB/T 9704-2012, 7.2.5).
 *
 * @throws CodedError FILING_NUMBER_RULE_INVALID with the part at fault
 */
export const parseFilingNumberTemplate = (source: string): FilingNumberTemplate => {
  const parts = (source.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []).map(partOf);
  const count = (...tokens: readonly FilingNumberToken[]): number =>
    parts.filter((part) => 'token' in part && tokens.includes(part.token)).length;
  if (count('seq', 'seq4') !== 1) refuse('{seq}');
  if (count('YYYY') !== 1) refuse('{YYYY}');
  const bracket = wrongBrackets.exec(source);
  if (bracket) refuse(bracket[1] ?? bracket[2] ?? '');
  if (/第\{seq4?\}/.test(source)) refuse('第');
  return { source, parts };
};

const valueOf = (token: FilingNumberToken, values: FilingNumberValues): string => {
  switch (token) {
    case 'office':
      return values.office;
    case 'area9':
      return values.streetCode;
    case 'village3':
      return values.communityCode.slice(-3);
    case 'YYYY':
      return String(values.year);
    case 'category':
      if (values.fourClass === null) throw new CodedError('STEP_INCOMPLETE', { missing: ['四类分类'] });
      return categoryLetters[values.fourClass];
    case 'seq':
      return String(values.sequence);
    case 'seq4':
      return String(values.sequence).padStart(4, '0');
  }
};

/**
 * Writes a number.
 *
 * @throws CodedError STEP_INCOMPLETE when the template asks for a category that the organization lacks
 */
export const formatFilingNumber = ({ parts }: FilingNumberTemplate, values: FilingNumberValues): string =>
  parts.map((part) => ('token' in part ? valueOf(part.token, values) : part.text)).join('');

/**
 * How a number that was never given would have looked; × stands where only the organization would have decided.
 */
export const formatUnusedNumber = (
  { parts }: FilingNumberTemplate,
  known: Omit<FilingNumberValues, 'communityCode' | 'fourClass'>,
): string =>
  parts
    .map((part) => {
      if ('text' in part) return part.text;
      if (part.token === 'category') return '×';
      return valueOf(part.token, { ...known, communityCode: '×××', fourClass: null });
    })
    .join('');

/**
 * One spelling for comparison: half-width digits and letters, no spaces, the year's brackets as 〔〕. Two papers
 * that differ in nothing else carry the same number.
 */
export const canonicalFilingNumber = (text: string): string =>
  withoutSpaces(narrow(withoutInvisible(text))).replace(/[[［【〖(（〔](\d{4})[\]］】〗)）〕]/g, '〔$1〕');

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

const patternOf = (part: Part): string => {
  if ('text' in part) return escaped(canonicalFilingNumber(part.text));
  switch (part.token) {
    case 'office':
      return '.+?';
    case 'area9':
      return String.raw`\d{9}`;
    case 'village3':
      return String.raw`\d{3}`;
    case 'YYYY':
      return String.raw`(?<year>\d{4})`;
    case 'category':
      return '[A-Z]';
    case 'seq':
    case 'seq4':
      return String.raw`(?<sequence>\d{1,9})`;
  }
};

/** What an existing number says; null where it was not made by this template. */
export const readFilingNumber = (
  { parts }: FilingNumberTemplate,
  text: string,
): { readonly year: number; readonly sequence: number } | null => {
  const found = new RegExp(`^${parts.map(patternOf).join('')}$`, 'u').exec(canonicalFilingNumber(text));
  if (!found?.groups) return null;
  return { year: Number(found.groups['year']), sequence: Number(found.groups['sequence']) };
};

/** The year that a number of an unknown rule speaks of; null where it names none. */
export const yearInFilingNumber = (text: string): number | null => {
  const year =
    /〔(\d{4})〕/.exec(canonicalFilingNumber(text))?.[1] ?? /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
};
