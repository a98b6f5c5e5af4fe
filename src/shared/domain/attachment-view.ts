import { z } from 'zod';

/** What of a paper is shown inside the application. Pages and pictures are fetched as files of their own. */
export const attachmentView = z.discriminatedUnion('means', [
  z.object({ means: z.literal('pages'), pages: z.int().min(1) }),
  z.object({ means: z.literal('picture') }),
  /** Text, tables, lists and pictures that it carries itself; no links, styles or scripts. */
  z.object({ means: z.literal('html'), html: z.string() }),
  z.object({
    means: z.literal('sheets'),
    sheets: z
      .array(
        z.object({
          name: z.string(),
          rows: z.array(z.array(z.string()).readonly()).readonly(),
          /** Rows or columns were left out. */
          cut: z.boolean(),
        }),
      )
      .readonly(),
  }),
  z.object({ means: z.literal('text'), text: z.string(), cut: z.boolean() }),
]);
export type AttachmentView = z.infer<typeof attachmentView>;
