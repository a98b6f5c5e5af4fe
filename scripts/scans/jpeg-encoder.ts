import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import encode, { init } from '@jsquash/jpeg/encode.js';
import type { GrayImage } from '../../src/core/scans/gray-image.ts';

let ready: Promise<void> | null = null;

/** The encoder's program from its package; its own way would be to fetch it. */
const prepare = async (): Promise<void> => {
  const wasmBinary = await readFile(
    createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'),
  );
  await init({ wasmBinary });
};

/** @param quality 1 to 100 */
export const encodeJpeg = async (
  { width, height, pixels }: GrayImage,
  quality: number,
): Promise<Uint8Array<ArrayBuffer>> => {
  await (ready ??= prepare());
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < pixels.length; at += 1) {
    data.fill(pixels[at]!, at * 4, at * 4 + 3);
    data[at * 4 + 3] = 255;
  }
  return new Uint8Array(
    await encode({ width, height, data }, { quality, progressive: false, baseline: true }),
  );
};
