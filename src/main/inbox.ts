import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** What the core's process says to a file for a bureau's inbox; `answer` is JSON for the page. */
export interface IntakeAnswer {
  readonly accepted: boolean;
  readonly answer: string;
}

/** Asks the core where to write, lets `write` do it, and gives the core's answer. */
export type TakeIntoInbox = (
  fileName: string,
  write: (path: string) => Promise<void>,
) => Promise<IntakeAnswer>;

/** The name that a page gives for a file, URI-encoded; null where it gives none that can be read. */
const fileNameIn = (request: Request): string | null => {
  try {
    return decodeURIComponent(request.headers.get('x-file-name') ?? '') || null;
  } catch {
    return null;
  }
};

/** Writes what a page sends to where the core says, as it comes. @returns null for a request without name or content */
export const receiveIntoInbox = async (
  request: Request,
  take: TakeIntoInbox,
): Promise<IntakeAnswer | null> => {
  const { body } = request;
  const fileName = fileNameIn(request);
  if (fileName === null || body === null) return null;
  return take(fileName, (path) =>
    // The two libraries name the same stream differently.
    pipeline(
      Readable.fromWeb(body as ReadableStream<Uint8Array>),
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    ),
  );
};
