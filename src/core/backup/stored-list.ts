import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * One file that a backup leans on: its path from the root of backups, with slashes, and the SHA-256 of its bytes as they
 * are stored. The list is what `sha256sum -c` takes.
 */
export interface StoredFile {
  readonly path: string;
  readonly sha256: string;
}

export const listLine = ({ path, sha256 }: StoredFile): string => `${sha256}  ${path}\n`;

/** Nothing that could lead out of the folders that hold stored files. */
const line =
  /^([0-9a-f]{64}) {2}((?:attachments\/[0-9a-f]{2}\/[0-9a-f]{64})|(?:packages\/[^/\\]+)|(?:received\/[0-9a-z]+\/[^/\\]+))$/;

/** @throws Error at a line that is none of ours */
export async function* readList(file: string): AsyncGenerator<StoredFile> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const text of lines) {
    const [, sha256 = '', path = ''] = line.exec(text) ?? [];
    if (path === '' || path.endsWith('/..') || path.endsWith('/.')) throw new Error('not a line of the list');
    yield { path, sha256 };
  }
}
