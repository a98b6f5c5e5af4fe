import type { GrayImage } from '../../src/core/scans/gray-image.ts';
import { between, normal, type Chance } from './chance.ts';

/** Gaussian, one direction after the other. */
export const blur = ({ width, height, pixels }: GrayImage, sigma: number): GrayImage => {
  if (sigma < 0.2) return { width, height, pixels };
  const radius = Math.ceil(sigma * 2.5);
  const weights = Array.from({ length: radius * 2 + 1 }, (_, at) =>
    Math.exp(-((at - radius) ** 2) / (2 * sigma * sigma)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pass = (from: Uint8Array, stepX: number, stepY: number): Uint8Array => {
    const to = new Uint8Array(from.length);
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        let sum = 0;
        for (let at = -radius; at <= radius; at += 1) {
          const nearX = Math.min(width - 1, Math.max(0, x + at * stepX));
          const nearY = Math.min(height - 1, Math.max(0, y + at * stepY));
          sum += from[nearY * width + nearX]! * weights[at + radius]!;
        }
        to[y * width + x] = sum / total;
      }
    }
    return to;
  };
  return { width, height, pixels: pass(pass(pixels, 1, 0), 0, 1) };
};

interface Light {
  /** Of the darkest corner, as a share of the brightest. */
  readonly least: number;
  /** Where it falls from, in radians. */
  readonly from: number;
  /** Brightness of the room. */
  readonly level: number;
  readonly shadow: boolean;
  readonly noise: number;
}

/** Uneven lamps, a hand's shadow with a soft edge, a sensor's noise. */
export const light = (
  image: GrayImage,
  chance: Chance,
  { least, from, level, shadow, noise }: Light,
): GrayImage => {
  const { width, height } = image;
  const pixels = new Uint8ClampedArray(image.pixels.length);
  const edge = between(chance, 0.25, 0.75);
  const slant = between(chance, -0.5, 0.5);
  const depth = between(chance, 0.45, 0.75);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const across = (x / width - 0.5) * Math.cos(from) + (y / height - 0.5) * Math.sin(from) + 0.5;
      const inShadow = shadow ? 1 / (1 + Math.exp(-(x / width + slant * (y / height) - edge) * 60)) : 0;
      const share =
        level * (1 - (1 - least) * Math.min(1, Math.max(0, across))) * (1 - inShadow * (1 - depth));
      pixels[y * width + x] = image.pixels[y * width + x]! * share + (noise > 0 ? normal(chance) * noise : 0);
    }
  }
  return { width, height, pixels: new Uint8Array(pixels.buffer) };
};
