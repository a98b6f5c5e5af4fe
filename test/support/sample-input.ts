import { z } from 'zod';

/** Values by the schema that asks for them, e.g. one organization's id for `organizationId`. */
export type KnownValues = ReadonlyMap<z.core.$ZodType, unknown>;

export interface SampleInput {
  readonly value: unknown;
  /** True where one of the known values is in it. */
  readonly usesKnown: boolean;
}

const words = [
  '2026-11-20',
  '2026-11-20T01:00:00.000Z',
  '李干事',
  '情况说明如下',
  '2026H1',
  '990101',
  '990101001',
  '990101001001',
  '111',
  '2026-11',
  'age1sample',
];

const firstAccepted = (schema: z.core.$ZodType, values: readonly unknown[]): unknown =>
  values.find((value) => z.safeParse(schema, value).success) ?? values[0];

/**
 * An input that a schema accepts, made of the values known for its ids and of plain words: enough to reach the first
 * rule behind any procedure. What may be left out is left out unless a known value belongs there.
 */
export const sampleInput = (schema: z.core.$ZodType, known: KnownValues): SampleInput => {
  if (known.has(schema)) return { value: known.get(schema), usesKnown: true };
  if (schema instanceof z.ZodObject) {
    const parts = Object.entries(schema.shape).map(
      ([key, part]) => [key, sampleInput(part as z.core.$ZodType, known)] as const,
    );
    return {
      value: Object.fromEntries(parts.map(([key, { value }]) => [key, value])),
      usesKnown: parts.some(([, { usesKnown }]) => usesKnown),
    };
  }
  if (schema instanceof z.ZodArray) {
    const { value, usesKnown } = sampleInput(schema.element, known);
    return { value: usesKnown || !z.safeParse(schema, []).success ? [value] : [], usesKnown };
  }
  if (schema instanceof z.ZodNullable) {
    const { value, usesKnown } = sampleInput(schema.unwrap(), known);
    return { value: usesKnown ? value : null, usesKnown };
  }
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly) {
    return sampleInput(schema.unwrap(), known);
  }
  if (schema instanceof z.ZodPipe) return sampleInput(schema.in, known);
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map((option) => sampleInput(option, known));
    const [first = { value: null, usesKnown: false }] = options;
    return options.find(({ usesKnown }) => usesKnown) ?? first;
  }
  return { value: sampleLeaf(schema), usesKnown: false };
};

const sampleLeaf = (schema: z.core.$ZodType): unknown => {
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodFile) {
    return new File(['%PDF-1.7\n样例\n%%EOF\n'], '样例.pdf', { type: 'application/pdf' });
  }
  return firstAccepted(schema, [...words, true, 1, 50, 0, 2026, {}]);
};
