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

/**
 * An input that a schema accepts, made of the values known for its ids and of plain words: enough to reach the first
 * rule behind any procedure.
 */
export const sampleInput = (schema: z.core.$ZodType, known: KnownValues): SampleInput => {
  let usesKnown = false;
  const ofText = (of: z.core.$ZodType): unknown =>
    words.find((word) => z.safeParse(of, word).success) ?? words[2];
  const sample = (of: z.core.$ZodType): unknown => {
    if (known.has(of)) {
      usesKnown = true;
      return known.get(of);
    }
    const { def } = (of as z.core.$ZodTypes)._zod;
    switch (def.type) {
      case 'object':
        return Object.fromEntries(Object.entries(def.shape).map(([key, part]) => [key, sample(part)]));
      case 'array': {
        const before = usesKnown;
        usesKnown = false;
        const element = sample(def.element);
        const needed = usesKnown || !z.safeParse(of, []).success;
        usesKnown ||= before;
        return needed ? [element] : [];
      }
      case 'nullable': {
        const before = usesKnown;
        usesKnown = false;
        const inner = sample(def.innerType);
        const value = usesKnown ? inner : null;
        usesKnown ||= before;
        return value;
      }
      case 'optional':
      case 'default':
      case 'prefault':
      case 'readonly':
      case 'nonoptional':
      case 'catch':
        return sample(def.innerType);
      case 'pipe':
        return sample(def.in);
      case 'union':
        return sample(def.options[0] as z.core.$ZodType);
      case 'enum':
        return Object.values(def.entries)[0];
      case 'literal':
        return def.values[0];
      case 'boolean':
        return true;
      case 'number':
        return [1, 50, 0, 2026].find((number) => z.safeParse(of, number).success);
      case 'file':
        return new File(['%PDF-1.7\n样例\n%%EOF\n'], '样例.pdf', { type: 'application/pdf' });
      case 'record':
        return {};
      default:
        return ofText(of);
    }
  };
  return { value: sample(schema), usesKnown };
};
