import { z } from 'zod';

/** Why a file in the scanner's folder was left where it is. */
export const folderRefusal = z.object({
  fileName: z.string(),
  reason: z.enum([
    'empty',
    'archive',
    'phone-picture',
    'program',
    'unknown',
    'damaged',
    'too-large',
    'unreadable',
    /** It is in the archive; only moving it aside failed. */
    'cannot-move',
  ]),
});
export type FolderRefusal = z.infer<typeof folderRefusal>;

/** The folder that a scanner writes into, as the host chose it. */
export const folderState = z.object({
  /** Last part of its path; null where the host has chosen none. */
  name: z.string().nullable(),
  /** False while the folder cannot be read, e.g. a network share that is away. */
  readable: z.boolean(),
  /** Files that are still being written. */
  arriving: z.int(),
  refused: z.array(folderRefusal).readonly(),
});
export type FolderState = z.infer<typeof folderState>;
