import type { GrayImage } from '../../src/core/scans/gray-image.ts';

/** Three by three, row by row: where a point of the scan lies on the page. */
type Projection = readonly number[];

/** The projection that takes the unit square's corners (clockwise from the top left) to these points. */
const fromUnitSquare = (corners: readonly (readonly [number, number])[]): Projection => {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners as readonly [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ];
  const sumX = x0 - x1 + x2 - x3;
  const sumY = y0 - y1 + y2 - y3;
  const determinant = (x1 - x2) * (y3 - y2) - (x3 - x2) * (y1 - y2);
  const g = (sumX * (y3 - y2) - (x3 - x2) * sumY) / determinant;
  const h = ((x1 - x2) * sumY - sumX * (y1 - y2)) / determinant;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
};

const inverse = ([a, b, c, d, e, f, g, h, i]: Projection): Projection => [
  e! * i! - f! * h!,
  c! * h! - b! * i!,
  b! * f! - c! * e!,
  f! * g! - d! * i!,
  a! * i! - c! * g!,
  c! * d! - a! * f!,
  d! * h! - e! * g!,
  b! * g! - a! * h!,
  a! * e! - b! * d!,
];

const background = 70;

/** The page as it lands on a picture of this size, its corners at these points; what lies around it is a desk. */
export const project = (
  page: GrayImage,
  width: number,
  height: number,
  corners: readonly (readonly [number, number])[],
): GrayImage => {
  const [a, b, c, d, e, f, g, h, i] = inverse(fromUnitSquare(corners)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const w = g * x + h * y + i;
      const fromX = ((a * x + b * y + c) / w) * page.width - 0.5;
      const fromY = ((d * x + e * y + f) / w) * page.height - 0.5;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= page.width - 1 || top >= page.height - 1) {
        pixels[y * width + x] = background;
        continue;
      }
      const at = top * page.width + left;
      const partX = fromX - left;
      const partY = fromY - top;
      const upper = page.pixels[at]! * (1 - partX) + page.pixels[at + 1]! * partX;
      const lower = page.pixels[at + page.width]! * (1 - partX) + page.pixels[at + page.width + 1]! * partX;
      pixels[y * width + x] = upper * (1 - partY) + lower * partY;
    }
  }
  return { width, height, pixels };
};
