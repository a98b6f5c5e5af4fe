import { crc32, deflateSync } from 'node:zlib';
import type { SealPicture } from '../src/core/documents/model.ts';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

/** Distance of the edge of a five-pointed star from its centre, in the direction of `angle` from its upper point. */
const starEdge = (angle: number, radius: number): number => {
  const half = Math.PI / 5;
  const turned = Math.abs(angle) % (2 * half);
  const from = turned > half ? 2 * half - turned : turned;
  const inner = radius * 0.382;
  return (radius * inner * Math.sin(half)) / (radius * Math.sin(from) + inner * Math.sin(half - from));
};

/** A round red seal with a star on a clear ground, drawn dot by dot: a picture of no real office's seal. */
export const sealPng = (side = 700): Uint8Array => {
  const stride = 1 + side * 4;
  const pixels = Buffer.alloc(stride * side);
  const middle = side / 2;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const distance = Math.hypot(x - middle, y - middle) / middle;
      const angle = Math.atan2(x - middle, middle - y);
      const inStar = distance < starEdge(angle, 0.32);
      if ((distance < 0.98 && distance > 0.92) || inStar)
        pixels.set([214, 28, 28, 235], y * stride + 1 + x * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 6], 8); // eight bits, red green blue alpha
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** The seal as papers carry it. */
export const sampleSeal = (side?: number): SealPicture => ({
  bytes: sealPng(side),
  mediaType: 'image/png',
  diameterMm: 42,
});
