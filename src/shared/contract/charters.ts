import { z } from 'zod';
import { charterFieldNames, charterText, type CharterFieldValues } from '../domain/charter.ts';
import { filingId, organizationId } from '../domain/ids.ts';
import { onArchive, refusals } from './base.ts';

const values = z.record(
  z.enum(charterFieldNames),
  z.string().nullable(),
) satisfies z.ZodType<CharterFieldValues>;

export const charter = z.object({
  filingId,
  organizationId,
  organizationName: z.string(),
  editable: z.boolean(),
  /** True where a text of its own is kept; otherwise it is the model text. */
  edited: z.boolean(),
  text: charterText,
  /** The model text for these facts. */
  model: charterText,
  /** What the fields in braces stand for. */
  values,
});
export type Charter = z.infer<typeof charter>;

export const chartersContract = {
  /** The charter of a filing: written for it, or the model text (FEATURES A3). */
  ofFiling: onArchive.input(z.object({ filingId })).output(charter),
  /** Saves a draft, whatever it lacks; null goes back to the model text. */
  save: onArchive
    .errors(refusals('ILLEGAL_STEP'))
    .input(z.object({ filingId, text: charterText.nullable() }))
    .output(charter),
  /** The words of a Word document, paragraph by paragraph, to be checked or taken over. */
  readWord: onArchive
    .errors(refusals('WORD_UNREADABLE'))
    .input(z.object({ file: z.file() }))
    .output(z.object({ text: z.string() })),
};
