import { z } from 'zod';

/** Documents of the first part; the rest of DOMAIN 3's list follows. */
export const documentKind = z.enum(['charter', 'filing-form', 'certificate']);
export type DocumentKind = z.infer<typeof documentKind>;

export const documentFormat = z.enum(['docx', 'html', 'pdf']);
export type DocumentFormat = z.infer<typeof documentFormat>;

/** Paper of a document; millimetres. */
export const paper = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  orientation: z.enum(['portrait', 'landscape']),
});
export type Paper = z.infer<typeof paper>;
