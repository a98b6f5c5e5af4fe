import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

/** A round red seal with a star on a clear ground, drawn dot by dot: a picture of no real office's seal. */
export const sealPng = (side = 420): Uint8Array => {
  const stride = 1 + side * 4;
  const pixels = Buffer.alloc(stride * side);
  const middle = side / 2;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const distance = Math.hypot(x - middle, y - middle) / middle;
      const angle = Math.atan2(x - middle, middle - y);
      const turn = Math.abs((((angle / (2 * Math.PI)) * 5 + 10.5) % 1) - 0.5) * 2;
      const inStar = distance < 0.3 * (1 - turn * 0.62);
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
