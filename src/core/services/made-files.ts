import { CodedError } from '../../shared/errors.ts';
import type { OpenArchive } from '../open-archive.ts';

const keptFiles = 12;

/*
 * Keyed by the open archive, so that what was made goes with it when it is locked; nothing is written to disk in
 * clear. A file that nobody takes is pushed out by later ones.
 */
const filesOf = new WeakMap<OpenArchive, Map<string, File>>();

/** Keeps a finished file in memory until it is taken. @returns the id to take it with */
export const keepFile = (archive: OpenArchive, file: File): string => {
  const files = filesOf.get(archive) ?? new Map<string, File>();
  filesOf.set(archive, files);
  const id = archive.ports.random.id();
  files.set(id, file);
  for (const oldest of files.keys()) {
    if (files.size <= keptFiles) break;
    files.delete(oldest);
  }
  return id;
};

/** Hands over a kept file, once. @throws CodedError NOT_FOUND where it was taken, pushed out or never there */
export const takeFile = (archive: OpenArchive, id: string): File => {
  const files = filesOf.get(archive);
  const file = files?.get(id);
  if (!file) throw new CodedError('NOT_FOUND', { what: 'file' });
  files?.delete(id);
  return file;
};
