import type { Reader } from '../archive-store.ts';

/** Name of a finished package; null when there is none with this id. */
export const packageFileName = (reader: Reader, id: string): string | null =>
  reader.get<{ fileName: string }>('SELECT file_name AS fileName FROM packages WHERE id = ?', [id])
    ?.fileName ?? null;
