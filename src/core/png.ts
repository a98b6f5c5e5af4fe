import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
};

const colourTypes = { grey: 0, rgb: 2, palette: 3, rgba: 6 } as const;

export interface PngPicture {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 1 | 4 | 8;
  readonly colour: keyof typeof colourTypes;
  /** Red, green and blue of each colour of a palette. */
  readonly palette?: Uint8Array;
  /** Lines as PNG wants them: each begins with the byte of its filter. */
  readonly lines: Uint8Array;
  /** Effort of zlib, 1 to 9. */
  readonly level: number;
}

/** A PNG file without any words about where it came from. */
export const pngFile = ({ width, height, bitDepth, colour, palette, lines, level }: PngPicture): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bitDepth;
  header[9] = colourTypes[colour];
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(palette === undefined ? [] : [chunk('PLTE', palette)]),
    chunk('IDAT', deflateSync(lines, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
