import { z } from 'zod';
import { documentKind } from './document.ts';
import { isoInstant } from './dates.ts';

/** What is wrong with an office's own template: `missing` is only told, all others must be mended. */
export const templateFlaw = z.object({
  kind: z.enum(['unknown', 'unclosed', 'full-width', 'broken', 'missing']),
  /** As it stands in the template; may be empty where it cannot be told. */
  name: z.string(),
});
export type TemplateFlaw = z.infer<typeof templateFlaw>;

/** One version of an office's own template of a kind of paper. */
export const officeTemplateVersion = z.object({
  id: z.string(),
  kind: documentKind,
  version: z.int(),
  fileName: z.string(),
  byteLength: z.int(),
  importedAt: isoInstant,
  /** null while it is in force. */
  withdrawnAt: isoInstant.nullable(),
});
export type OfficeTemplateVersion = z.infer<typeof officeTemplateVersion>;
