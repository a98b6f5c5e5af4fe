import { writeSync } from 'node:fs';

/** Writes all of `bytes` at a place in an open file: on a disk that fills up, one call writes a piece. */
export const writeWhole = (fd: number, bytes: Uint8Array, position: number): void => {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(fd, bytes, written, bytes.length - written, position + written);
  }
};
