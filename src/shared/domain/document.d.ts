import { z } from 'zod';
/** Documents of the first part; the rest of DOMAIN 3's list follows. */
export declare const documentKind: z.ZodEnum<{
  certificate: 'certificate';
  charter: 'charter';
  'filing-form': 'filing-form';
}>;
export type DocumentKind = z.infer<typeof documentKind>;
export declare const documentFormat: z.ZodEnum<{
  docx: 'docx';
  html: 'html';
  pdf: 'pdf';
}>;
export type DocumentFormat = z.infer<typeof documentFormat>;
/** Paper of a document; millimetres. */
export declare const paper: z.ZodObject<
  {
    widthMm: z.ZodNumber;
    heightMm: z.ZodNumber;
    orientation: z.ZodEnum<{
      landscape: 'landscape';
      portrait: 'portrait';
    }>;
  },
  z.core.$strip
>;
export type Paper = z.infer<typeof paper>;
