import { z } from 'zod';
import { organizationId } from './ids.ts';

/** Dossiers written as a folder that opens on any computer (FEATURES M3). */
export const dossierFolderRequest = z
  .object({
    organizationIds: z.array(organizationId).min(1).max(2000),
    /** Everything, or what everybody may read: then no scan, because none can be masked. */
    version: z.enum(['full', 'public']),
    placeId: z.string().max(64),
    actor: z.string().trim().min(1).max(30),
    /** What the full version is for: it goes into the log of numbers that were shown. */
    purpose: z.string().trim().max(200),
  })
  .refine(({ version, purpose }) => version === 'public' || purpose !== '', {
    path: ['purpose'],
    error: 'missing',
  });
export type DossierFolderRequest = z.infer<typeof dossierFolderRequest>;

export const dossierFolderOutcome = z.object({
  /** Of the folder that was made, in the chosen place. */
  folderName: z.string(),
  organizations: z.int(),
  items: z.int(),
  files: z.int(),
  byteLength: z.number(),
  /** Papers that could not be written, by name. */
  left: z.array(
    z.object({ organization: z.string(), paper: z.string(), reason: z.enum(['lost', 'incomplete']) }),
  ),
});
export type DossierFolderOutcome = z.infer<typeof dossierFolderOutcome>;
