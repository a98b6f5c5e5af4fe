import { z } from 'zod';
import { isoDate } from './dates.ts';
import { customFieldId } from './ids.ts';

export const customFieldKind = z.enum(['text', 'date', 'number', 'choice']);
export type CustomFieldKind = z.infer<typeof customFieldKind>;

const choice = z.string().trim().min(1).max(40);

/** A fact of organizations that the office keeps besides those of the filing form (policy Art. 2, 包含但不限于). */
export const customField = z.object({
  id: customFieldId,
  name: z.string().trim().min(1).max(20),
  kind: customFieldKind,
  /** Of a choice; empty for the other kinds. */
  choices: z.array(choice).max(40).readonly(),
  /** Printed in the remarks of the filing form. */
  printed: z.boolean(),
  /** Asked no more; what was entered stays. */
  retired: z.boolean(),
});
export type CustomField = z.infer<typeof customField>;

/** `id` null for a new one. */
export const customFieldInput = customField.extend({ id: customFieldId.nullable() });
export type CustomFieldInput = z.infer<typeof customFieldInput>;

export const longestCustomValue = 200;

/** A value as it is kept and shown: a day as `YYYY-MM-DD`, a number in decimal digits. */
export const customValue = z.object({ fieldId: customFieldId, value: z.string().max(longestCustomValue) });
export type CustomValue = z.infer<typeof customValue>;

export const customFilter = z.object({ fieldId: customFieldId, value: z.string().max(longestCustomValue) });
export type CustomFilter = z.infer<typeof customFilter>;

const decimal = /^-?\d{1,12}(\.\d{1,6})?$/;

/**
 * What a value is kept as; null where the field cannot hold it.
 *
 * @param value without spaces around, not empty
 */
export const keptCustomValue = (
  { kind, choices }: Pick<CustomField, 'kind' | 'choices'>,
  value: string,
): string | null => {
  switch (kind) {
    case 'text':
      return value;
    case 'date':
      return isoDate.safeParse(value).data ?? null;
    case 'number': {
      const plain = value.normalize('NFKC').replaceAll(/[,\s]/g, '');
      return decimal.test(plain) ? plain : null;
    }
    case 'choice':
      return choices.includes(value) ? value : null;
  }
};

/** A field and what an organization has in it; null for nothing. */
export const filledField = z.object({ field: customField, value: z.string().nullable() });
export type FilledField = z.infer<typeof filledField>;
