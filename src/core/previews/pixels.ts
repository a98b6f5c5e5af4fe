import { pngFile } from '../png.ts';

/** A page as it was drawn: rows from the top, no padding. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Bytes of one dot: 1 is grey, 4 is red, green, blue and an alpha that is not looked at. */
  readonly depth: 1 | 4;
  readonly data: Uint8Array;
}

/** Averages boxes of dots, so that thin lines of a scan stay visible when it is made smaller. */
const shrinkBy = ({ width, height, depth, data }: Pixels, factor: number): Pixels => {
  const outWidth = Math.max(1, Math.floor(width / factor));
  const outHeight = Math.max(1, Math.floor(height / factor));
  const out = new Uint8Array(outWidth * outHeight * depth);
  const area = factor * factor;
  for (let y = 0; y < outHeight; y++)
    for (let x = 0; x < outWidth; x++)
      for (let channel = 0; channel < depth; channel++) {
        let sum = 0;
        for (let dy = 0; dy < factor; dy++) {
          let at = ((y * factor + dy) * width + x * factor) * depth + channel;
          for (let dx = 0; dx < factor; dx++, at += depth) sum += data[at] ?? 0;
        }
        out[(y * outWidth + x) * depth + channel] = sum / area;
      }
  return { width: outWidth, height: outHeight, depth, data: out };
};

/** Makes a picture smaller by a whole factor, until its long side is at most one and a half times `longSide`. */
export const shrinkTo = (pixels: Pixels, longSide: number): Pixels => {
  const factor = Math.round(Math.max(pixels.width, pixels.height) / longSide);
  return factor < 2 ? pixels : shrinkBy(pixels, factor);
};

/** Luminance, one byte a dot. */
export const greyOf = (pixels: Pixels): Uint8Array => {
  if (pixels.depth === 1) return pixels.data;
  const { data } = pixels;
  const grey = new Uint8Array(pixels.width * pixels.height);
  for (let dot = 0, at = 0; dot < grey.length; dot++, at += 4)
    grey[dot] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 151 + (data[at + 2] ?? 0) * 28) >> 8;
  return grey;
};

const isGrey = ({ depth, data }: Pixels): boolean => {
  if (depth === 1) return true;
  for (let at = 0; at < data.length; at += 4)
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false;
  return true;
};

/** Lines with the filter "up": differences to the line above pack three times better than the dots themselves. */
const upLines = (rows: Uint8Array, stride: number, height: number): Uint8Array => {
  const lines = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    const out = y * (stride + 1);
    lines[out] = 2;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      lines[out + 1 + x] = (rows[at] ?? 0) - (y === 0 ? 0 : (rows[at - stride] ?? 0));
    }
  }
  return lines;
};

const rgbOf = ({ data, width, height }: Pixels): Uint8Array => {
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0, to = 0; to < rgb.length; at += 4, to += 3) {
    rgb[to] = data[at] ?? 0;
    rgb[to + 1] = data[at + 1] ?? 0;
    rgb[to + 2] = data[at + 2] ?? 0;
  }
  return rgb;
};

/** The page as a PNG: grey where it has no colour. */
export const pngOf = (pixels: Pixels): Uint8Array => {
  const { width, height } = pixels;
  const grey = isGrey(pixels);
  const lines = upLines(grey ? greyOf(pixels) : rgbOf(pixels), grey ? width : width * 3, height);
  return pngFile({ width, height, bitDepth: 8, colour: grey ? 'grey' : 'rgb', lines, level: 1 });
};
