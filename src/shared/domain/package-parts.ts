import { z } from 'zod';

export const partsFormatVersion = '1.0';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Index of a package that was cut for mail or disc: `<package>.parts.json`. */
export const packageParts = z.object({
  format: z.literal('hub-archive-parts'),
  version: z.string().regex(/^\d+\.\d+$/),
  fileName: z.string().max(120),
  byteLength: z.int().positive(),
  sha256,
  /** In order: joined one after the other they are the package. */
  parts: z
    .array(z.object({ name: z.string().max(130), byteLength: z.int().positive(), sha256 }))
    .min(1)
    .max(999),
});
export type PackageParts = z.infer<typeof packageParts>;

/** `.001`, `.002`… as every splitting program names them. @param index from 0 */
export const partName = (fileName: string, index: number): string =>
  `${fileName}.${String(index + 1).padStart(3, '0')}`;

export const partsIndexName = (fileName: string): string => `${fileName}.parts.json`;

/** Sizes that mail systems, discs and old sticks ask for. */
export const partSizes = {
  'mail-20m': 20 * 1000 * 1000,
  'mail-50m': 50 * 1000 * 1000,
  'disc-cd': 700 * 1000 * 1000,
  'fat32-4g': 4 * 1000 * 1000 * 1000,
} as const;
export const partSize = z.enum(['mail-20m', 'mail-50m', 'disc-cd', 'fat32-4g']);
export type PartSize = z.infer<typeof partSize>;
