import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { OpenArchive } from '../open-archive.ts';

/** What is being written has this at the end of its name. */
export const unfinishedSuffix = '.new';

export const attachmentsFolder = ({ ports }: OpenArchive): string => join(ports.paths.archive, 'attachments');

/** Stored under a keyed name, so that a folder listing does not tell who has the same paper. */
export const storedPath = (archive: OpenArchive, sha256: string): string => {
  const name = createHmac('sha256', archive.keys.lookup).update(`attachment:${sha256}`).digest('hex');
  return join(attachmentsFolder(archive), name.slice(0, 2), name);
};
