import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { OpenArchive } from '../open-archive.ts';

/** What is being written has this at the end of its name. */
export const unfinishedSuffix = '.new';

export const attachmentsFolder = ({ ports }: OpenArchive): string => join(ports.paths.archive, 'attachments');

/** Stored under a keyed name, so that a folder listing does not tell who has the same paper. */
export const storedNameOf = (lookup: Uint8Array, sha256: string): string =>
  createHmac('sha256', lookup).update(`attachment:${sha256}`).digest('hex');

/** @returns the name of a digest's bytes */
export const storedNames =
  ({ keys }: OpenArchive): ((sha256: string) => string) =>
  (sha256) =>
    storedNameOf(keys.lookup, sha256);

/** Where the bytes of a name lie. */
export const namedPath = (archive: OpenArchive, name: string): string =>
  join(attachmentsFolder(archive), name.slice(0, 2), name);

export const storedPath = (archive: OpenArchive, sha256: string): string =>
  namedPath(archive, storedNames(archive)(sha256));
