import { batchChunks, chunkBytes, type ChunkCipher } from './chunk-cipher.ts';
import { makeAgeHeader } from './age-header.ts';

const batchBytes = batchChunks * chunkBytes;

/** Cuts a stream into full batches and a last one that says so; an empty stream is one empty last batch. */
async function* batchesOf(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ bytes: Uint8Array<ArrayBuffer>; isLast: boolean }> {
  let batch = new Uint8Array(batchBytes);
  let filled = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length;) {
      // A full batch waits for one byte more, so that the last batch is known to be the last.
      if (filled === batchBytes) {
        yield { bytes: batch, isLast: false };
        batch = new Uint8Array(batchBytes);
        filled = 0;
      }
      const taken = Math.min(batchBytes - filled, piece.length - at);
      batch.set(piece.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { bytes: batch.slice(0, filled), isLast: true };
}

/**
 * Encrypts a stream to age v1, as a stream: the bytes of the file in order. As many batches are worked on at once as
 * the cipher has lanes, so memory stays flat whatever the size.
 *
 * @param recipients `age1…`
 * @throws CodedError RECIPIENT_MISSING, RECIPIENT_INVALID
 */
export async function* ageEncrypt(
  source: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
  cipher: ChunkCipher,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { bytes, payloadKey } = await makeAgeHeader(recipients);
  yield bytes;
  const inFlight: Promise<Uint8Array<ArrayBuffer>>[] = [];
  let firstIndex = 0;
  for await (const batch of batchesOf(source)) {
    const sealed = cipher.seal(payloadKey, firstIndex, batch.bytes, batch.isLast);
    sealed.catch(() => {}); // reported when its turn comes
    inFlight.push(sealed);
    firstIndex += batchChunks;
    const oldest = inFlight.length > cipher.lanes ? inFlight.shift() : undefined;
    if (oldest !== undefined) yield await oldest;
  }
  for (const sealed of inFlight) yield await sealed;
}
