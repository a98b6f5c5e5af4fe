import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

const pieceBytes = 1024 * 1024;
/** Reads past the cache want buffers that begin on such a boundary. */
const boundary = 512;

/**
 * A buffer that the system takes for direct reads. Nothing in JavaScript says where memory lies, so every place that
 * allocations begin on is tried.
 */
const alignedBuffer = async (file: FileHandle): Promise<Uint8Array | null> => {
  const room = new Uint8Array(pieceBytes + boundary);
  for (let offset = 0; offset < boundary; offset += 8) {
    const piece = room.subarray(offset, offset + pieceBytes);
    try {
      await file.read(piece, 0, piece.length, 0);
      return piece;
    } catch {
      // Not on a boundary.
    }
  }
  return null;
};

const openDirect = async (
  path: string,
): Promise<{ readonly file: FileHandle; readonly piece: Uint8Array } | null> => {
  if (constants.O_DIRECT === undefined) return null;
  const file = await open(path, constants.O_RDONLY | constants.O_DIRECT).catch(() => null);
  if (file === null) return null;
  const piece = await alignedBuffer(file);
  if (piece !== null) return { file, piece };
  await file.close();
  return null;
};

export interface ReadBack {
  readonly sha256: string;
  /** True where it came from the medium and not from the system's memory of what was written. */
  readonly direct: boolean;
}

/**
 * Reads a file that was flushed as the medium has it: past the system's cache where the system can (Linux), and through
 * it elsewhere.
 */
export const readBack = async (
  path: string,
  read: (bytes: number) => Promise<void> = async () => {},
): Promise<ReadBack> => {
  const direct = await openDirect(path);
  const file = direct?.file ?? (await open(path, 'r'));
  const piece = direct?.piece ?? new Uint8Array(pieceBytes);
  try {
    const hash = createHash('sha256');
    for (let at = 0; ;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead === 0) break;
      hash.update(piece.subarray(0, bytesRead));
      at += bytesRead;
      await read(bytesRead);
    }
    return { sha256: hash.digest('hex'), direct: direct !== null };
  } finally {
    await file.close();
  }
};
