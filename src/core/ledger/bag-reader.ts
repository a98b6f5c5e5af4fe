import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import type { ZipContent } from './zip-reader.ts';

/** A bag wherever it lies: files by their name inside it. */
export interface BagFiles {
  readonly files: ReadonlyMap<string, BagFile>;
}

export interface BagFile {
  readonly byteLength: number;
  read(): AsyncIterable<Uint8Array>;
  /** Where its bytes lie in a zip; null where they must be unpacked. */
  storedAt(): Promise<{ readonly start: number; readonly end: number } | null>;
}

/** The bag in a zip, with or without the base directory that RFC 8493, 4.2 asks for. @throws CodedError BAG_INVALID */
export const bagInZip = ({ entries }: ZipContent): BagFiles => {
  const declaration = entries
    .map(({ name }) => name)
    .filter((name) => name === 'bagit.txt' || /^[^/]+\/bagit\.txt$/.test(name));
  if (declaration.length !== 1 || declaration[0] === undefined)
    throw new CodedError('BAG_INVALID', { reason: 'declaration', name: 'bagit.txt' });
  const base = declaration[0].slice(0, -'bagit.txt'.length);
  const stray = entries.find(({ name }) => !name.startsWith(base));
  if (stray !== undefined) throw new CodedError('BAG_FILE_EXTRA', { name: stray.name });
  return { files: new Map(entries.map((entry) => [entry.name.slice(base.length), entry])) };
};

/** The bag in a folder; links are not followed. */
export const bagInFolder = async (folder: string): Promise<BagFiles> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, BagFile>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (entry.isSymbolicLink()) throw new CodedError('ZIP_UNSAFE', { name, reason: 'link' });
    if (!entry.isFile()) continue;
    files.set(name, {
      byteLength: (await stat(path)).size,
      read: () => createReadStream(path) as AsyncIterable<Uint8Array>,
      storedAt: async () => null,
    });
  }
  return { files };
};

/** Tag files are small texts; a larger one is hostile. */
const maxTagBytes = 256 * 1024 * 1024;

/** A whole tag file. @throws CodedError BAG_FILE_MISSING, BAG_INVALID */
export const readTag = async ({ files }: BagFiles, name: string): Promise<Uint8Array> => {
  const file = files.get(name);
  if (file === undefined) throw new CodedError('BAG_FILE_MISSING', { name });
  if (file.byteLength > maxTagBytes) throw new CodedError('BAG_INVALID', { reason: 'too-large', name });
  const parts: Uint8Array[] = [];
  for await (const part of file.read()) parts.push(part);
  return Buffer.concat(parts);
};
