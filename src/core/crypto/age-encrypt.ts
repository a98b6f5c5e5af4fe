import { makeAgeHeader } from './age-header.ts';
import { chunkBytes, runChunks, type ChunkCipher } from './chunk-cipher.ts';

const runBytes = runChunks * chunkBytes;

interface PlainRun {
  readonly bytes: Uint8Array;
  readonly isLast: boolean;
}

/** Cuts a stream into full runs and a last one that says so; an empty stream is one empty last run. */
async function* runsOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<PlainRun> {
  const run = new Uint8Array(runBytes);
  let filled = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length;) {
      // A full run waits for one byte more, so that the last run is known to be the last.
      if (filled === runBytes) {
        yield { bytes: run, isLast: false };
        filled = 0;
      }
      const taken = Math.min(runBytes - filled, piece.length - at);
      run.set(piece.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { bytes: run.subarray(0, filled), isLast: true };
}

/**
 * Encrypts a stream to age v1, as a stream: the bytes of the file in order, pulled one run at a time.
 *
 * @param recipients `age1…`
 * @throws CodedError RECIPIENT_MISSING, RECIPIENT_INVALID
 */
export async function* ageEncrypt(
  source: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
  cipher: ChunkCipher,
): AsyncGenerator<Uint8Array> {
  const { bytes, payloadKey: key } = await makeAgeHeader(recipients);
  yield bytes;
  let firstIndex = 0;
  for await (const { bytes: plain, isLast } of runsOf(source)) {
    yield await cipher.seal({ key, firstIndex, endsPayload: isLast }, plain);
    firstIndex += runChunks;
  }
}
