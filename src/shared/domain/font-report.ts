import { z } from 'zod';

/** What papers ask of the fonts of the machine that prints them, and what it has (FEATURES H7). */
export const fontReport = z.object({
  /** Fonts that papers ask for and the machine lacks, with the one that prints in their place; null: any. */
  replaced: z.array(z.object({ asked: z.string(), by: z.string().nullable() })),
  /** Characters that no font of the machine has: they would come out as boxes. */
  missing: z.array(
    z.object({
      character: z.string(),
      /** Whose papers they stand in, as many as are worth naming. */
      names: z.array(z.string()),
    }),
  ),
  /** How many of the papers have such a character. */
  papersWithBoxes: z.int(),
});
export type FontReport = z.infer<typeof fontReport>;
