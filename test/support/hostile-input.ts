import { z } from 'zod';
import type { Dice } from '../../scripts/street-dice.ts';
import { sampleInput, type KnownValues } from './sample-input.ts';

/** Texts that have broken programs: nothing, controls, markup, formulas, paths, half characters, and far too much. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\uDC00x',
  '\u202E反',
  '\u200B',
  '𠮷'.repeat(30),
  '%_\\%',
  `'; DROP TABLE people; --`,
  '"*" OR NEAR(',
  '=1+1',
  '＝cmd|calc',
  '../../etc/passwd',
  'C:\\CON\u0000.pdf',
  '<script>alert(1)</script>',
  '__proto__',
  '{"a":',
  '｛年｝{year}{sequence:999}',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-29',
  '2024-02-29',
  '9999',
  '0000',
  '2026-13',
  '9999-12-31T23:59:59.999Z',
  '99999999999999999999',
  '11010519491231002X',
  '龘'.repeat(4000),
];

const hostileNumbers: readonly number[] = [0, -1, 1, 1.5, 200, 2026, 2200, 1949, 2 ** 31, 2 ** 53, -0, 1e308];

/** What no schema asks for. */
const junk: readonly unknown[] = [
  null,
  undefined,
  true,
  Number.NaN,
  Infinity,
  2n ** 70n,
  [],
  [[[[]]]],
  {},
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{}}}'),
  new Date(Number.NaN),
  new Map([['a', 1]]),
  Symbol.iterator,
  () => 'x',
  ...hostileTexts,
  ...hostileNumbers,
];

const someJunk = (dice: Dice): unknown => junk[dice.below(junk.length)];

const fits = (schema: z.core.$ZodType, value: unknown): boolean => z.safeParse(schema, value).success;

const leaf = (schema: z.core.$ZodType, dice: Dice, known: KnownValues, files: readonly File[]): unknown => {
  if (schema instanceof z.ZodEnum) return dice.pick(schema.options);
  if (schema instanceof z.ZodFile) return dice.pick(files);
  for (let attempt = 0; attempt < 8; attempt++) {
    const value: unknown = dice.chance(0.7) ? dice.pick(hostileTexts) : dice.pick(hostileNumbers);
    if (fits(schema, value)) return value;
  }
  return sampleInput(schema, known).value;
};

/** An input of the right shape, as hostile inside as the schema lets through; ids are mostly those that are known. */
export const hostileInput = (
  schema: z.core.$ZodType,
  dice: Dice,
  known: KnownValues,
  files: readonly File[],
): unknown => {
  const inside = (part: z.core.$ZodType): unknown => hostileInput(part, dice, known, files);
  if (known.has(schema) && dice.chance(0.8)) return known.get(schema);
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([key, part]) => [key, inside(part as z.core.$ZodType)]),
    );
  if (schema instanceof z.ZodArray) {
    const wanted = dice.below(3);
    const several = Array.from({ length: wanted }, () => inside(schema.element));
    return fits(schema, several) || wanted > 0 ? several : [inside(schema.element)];
  }
  if (schema instanceof z.ZodNullable) return dice.chance(0.3) ? null : inside(schema.unwrap());
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly)
    return inside(schema.unwrap());
  if (schema instanceof z.ZodPipe) return inside(schema.in);
  if (schema instanceof z.ZodUnion) return inside(dice.pick(schema.options));
  if (schema instanceof z.ZodRecord) {
    const keys = schema.keyType instanceof z.ZodEnum ? schema.keyType.options : ['__proto__', 'a'];
    return Object.fromEntries(keys.map((key) => [key, inside(schema.valueType)]));
  }
  return leaf(schema, dice, known, files);
};

/** The same with something in it that does not belong there. */
export const spoilt = (value: unknown, dice: Dice): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof File || dice.chance(0.2))
    return someJunk(dice);
  if (Array.isArray(value)) {
    const place = dice.below(Math.max(1, value.length));
    return value.length === 0 ? [someJunk(dice)] : value.with(place, someJunk(dice));
  }
  const keys = Object.keys(value);
  if (keys.length === 0) return { unknown: someJunk(dice) };
  const key = dice.pick(keys);
  return { ...value, [key]: spoilt((value as Record<string, unknown>)[key], dice) };
};
