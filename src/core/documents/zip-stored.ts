import { ZipFile } from 'yazl';
import type { IsoInstant } from '../../shared/domain/dates.ts';

/** Packs files that are compressed already. Names are UTF-8, times `madeAt`. */
export const zipStored = async (
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  madeAt: IsoInstant,
): Promise<Uint8Array[]> => {
  const zip = new ZipFile();
  for (const { name, bytes } of files) {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, {
      compress: false,
      mtime: new Date(madeAt),
      mode: 0o100600,
    });
  }
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return chunks;
};
