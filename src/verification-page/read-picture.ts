import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** Longer side that a photo is read at; a phone's is larger, and a code in it as well. */
const sides = [2400, 1400, 4000] as const;

const pixelsAt = (picture: ImageBitmap, side: number): ImageData => {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

let ready: Promise<unknown> | null = null;

/** The reader's program lies in the page itself: nothing is fetched. */
const prepare = (): Promise<unknown> => {
  const base64 = document.querySelector('#reader')?.textContent?.trim() ?? '';
  const wasmBinary = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
  return prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
};

/** Texts of the codes on a picture. @throws for what is no picture, and where the browser runs no WebAssembly */
export const textsOn = async (file: Blob): Promise<readonly string[]> => {
  const picture = await createImageBitmap(file);
  await (ready ??= prepare());
  for (const side of sides) {
    const found = await readBarcodes(pixelsAt(picture, side), {
      formats: ['QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: 8,
    });
    if (found.length > 0) return found.map(({ text }) => text);
  }
  return [];
};
