import { isCalendarDay } from './date-reading.ts';
import {
  paymentsIn,
  registerSpec,
  totalFen,
  type FieldSpec,
  type ServiceContent,
  type ServiceRegister,
  type ServiceValue,
} from './service-register.ts';

/** What is wrong with a field of a line. */
export type ServiceFlaw =
  | 'missing'
  | 'too-long'
  | 'not-a-day'
  | 'not-a-time'
  | 'unknown'
  | 'out-of-range'
  | 'order'
  | 'over-amount';

export interface FlawedField {
  readonly field: string;
  readonly flaw: ServiceFlaw;
}

const isWhole = (value: number, max: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= max;

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const mostFen = 100_000_000_000;

const textFlaw = (spec: FieldSpec, value: string): ServiceFlaw | null => {
  switch (spec.type) {
    case 'text':
      return value.length > spec.max ? 'too-long' : null;
    case 'date':
      return isCalendarDay(value) ? null : 'not-a-day';
    case 'time':
      return clock.test(value) ? null : 'not-a-time';
    case 'choice':
      return spec.codes.includes(value) ? null : 'unknown';
    case 'survey':
    case 'line':
      return value.length > 64 ? 'unknown' : null;
    case 'tags':
    case 'count':
    case 'money':
    case 'payments':
    case 'organizations':
      return 'unknown';
  }
};

const listFlaw = (spec: FieldSpec, value: Exclude<ServiceValue, string | number | null>) => {
  const texts = value.filter((each): each is string => typeof each === 'string');
  if (spec.type === 'payments') return texts.length === 0 ? null : 'unknown';
  const allTexts = texts.length === value.length && new Set(texts).size === texts.length;
  if (spec.type === 'tags')
    return allTexts && texts.every((code) => spec.codes.includes(code)) ? null : 'unknown';
  return spec.type === 'organizations' && allTexts ? null : 'unknown';
};

const flawOf = (spec: FieldSpec, value: ServiceValue): ServiceFlaw | null => {
  if (value === null) return spec.required ? 'missing' : null;
  if (typeof value === 'string') return textFlaw(spec, value);
  if (typeof value === 'number') {
    if (spec.type === 'count') return isWhole(value, spec.max) ? null : 'out-of-range';
    return spec.type === 'money' ? (isWhole(value, mostFen) ? null : 'out-of-range') : 'unknown';
  }
  return listFlaw(spec, value);
};

/** An empty text or list says nothing. */
const plain = (value: ServiceValue): ServiceValue => {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return Array.isArray(value) && value.length === 0 ? null : value;
};

/** Days of a line that come one after the other. */
const ordered: readonly (readonly [string, string])[] = [
  ['startsOn', 'endsOn'],
  ['from', 'to'],
  ['noticeFrom', 'noticeTo'],
  ['matchedOn', 'doneOn'],
  ['appealedOn', 'appealClosedOn'],
];

const orderFlaw = (content: ServiceContent): FlawedField | null => {
  for (const [first, then] of [...ordered, ['startsAt', 'endsAt'] as const]) {
    const [from, to] = [content[first] ?? null, content[then] ?? null];
    if (typeof from === 'string' && typeof to === 'string' && to < from)
      return { field: then, flaw: 'order' };
  }
  const [asked, pleased] = [content['asked'], content['pleased']];
  if (typeof asked === 'number' && typeof pleased === 'number' && pleased > asked)
    return { field: 'pleased', flaw: 'out-of-range' };
  return null;
};

/** No more is paid or used than the contract or the gift says. */
const amountFlaw = (content: ServiceContent): FlawedField | null => {
  const amount = content['fen'];
  for (const field of ['payments', 'uses']) {
    const value = content[field] ?? null;
    if (paymentsIn(value).length > 0 && typeof amount === 'number' && totalFen(value) > amount)
      return { field, flaw: 'over-amount' };
  }
  return null;
};

/**
 * The content of a line with every field of its register, blanks as null, and the first thing that is wrong with it.
 * Fields that the register does not have are refused.
 */
export const provenContent = (
  register: ServiceRegister,
  given: ServiceContent,
): { readonly content: ServiceContent; readonly flaw: FlawedField | null } => {
  const { fields } = registerSpec(register);
  const strange = Object.keys(given).find((field) => !Object.hasOwn(fields, field));
  const content = Object.fromEntries(
    Object.keys(fields).map((field) => [field, plain(given[field] ?? null)]),
  );
  if (strange !== undefined) return { content, flaw: { field: strange, flaw: 'unknown' } };
  for (const [field, spec] of Object.entries(fields)) {
    const flaw = flawOf(spec, content[field] ?? null);
    if (flaw !== null) return { content, flaw: { field, flaw } };
  }
  return { content, flaw: orderFlaw(content) ?? amountFlaw(content) };
};
