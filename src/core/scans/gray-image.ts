/** One page as light: a byte for each pixel, 0 black to 255 white, rows from the top. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export const longSide = ({ width, height }: GrayImage): number => Math.max(width, height);

/**
 * Light of red, green, blue (in any order) and alpha bytes on white paper. The brightest colour counts: red seals and
 * blue pens fade, and what the printer drew in black stays.
 */
export const fromRgba = (rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): GrayImage => {
  const pixels = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < pixels.length; at += 1, from += 4) {
    const light = Math.max(rgba[from]!, rgba[from + 1]!, rgba[from + 2]!);
    const alpha = rgba[from + 3]!;
    pixels[at] = alpha === 255 ? light : 255 - ((255 - light) * alpha) / 255;
  }
  return { width, height, pixels };
};

/** Each pixel the mean of the pixels it covers, so that thin lines stay. `scale` below 1. */
const shrink = (image: GrayImage, width: number, height: number): GrayImage => {
  const pixels = new Uint8Array(width * height);
  const xs = Array.from({ length: width + 1 }, (_, x) => Math.floor((x * image.width) / width));
  for (let y = 0; y < height; y += 1) {
    const top = Math.floor((y * image.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * image.height) / height));
    for (let x = 0; x < width; x += 1) {
      const left = xs[x]!;
      const right = Math.max(left + 1, xs[x + 1]!);
      let sum = 0;
      for (let row = top; row < bottom; row += 1) {
        for (let at = row * image.width + left; at < row * image.width + right; at += 1) {
          sum += image.pixels[at]!;
        }
      }
      pixels[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width, height, pixels };
};

/** Bilinear between pixel centres. */
const enlarge = (image: GrayImage, width: number, height: number): GrayImage => {
  const pixels = new Uint8Array(width * height);
  const stepX = image.width / width;
  const stepY = image.height / height;
  for (let y = 0; y < height; y += 1) {
    const fromY = Math.min(image.height - 1, Math.max(0, (y + 0.5) * stepY - 0.5));
    const top = Math.floor(fromY) * image.width;
    const below = Math.min(image.height - 1, Math.floor(fromY) + 1) * image.width;
    const partY = fromY - Math.floor(fromY);
    for (let x = 0; x < width; x += 1) {
      const fromX = Math.min(image.width - 1, Math.max(0, (x + 0.5) * stepX - 0.5));
      const left = Math.floor(fromX);
      const right = Math.min(image.width - 1, left + 1);
      const partX = fromX - left;
      const upper = image.pixels[top + left]! * (1 - partX) + image.pixels[top + right]! * partX;
      const lower = image.pixels[below + left]! * (1 - partX) + image.pixels[below + right]! * partX;
      pixels[y * width + x] = upper * (1 - partY) + lower * partY + 0.5;
    }
  }
  return { width, height, pixels };
};

export const resize = (image: GrayImage, scale: number): GrayImage => {
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  if (width === image.width && height === image.height) return image;
  return scale < 1 ? shrink(image, width, height) : enlarge(image, width, height);
};

/** The picture, or a smaller one with this longer side. */
export const atMost = (image: GrayImage, side: number): GrayImage =>
  longSide(image) > side ? resize(image, side / longSide(image)) : image;

/** Sums over all pixels above and left of each corner: the mean of any rectangle in four look-ups. */
const integral = ({ width, height, pixels }: GrayImage): Float64Array => {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += pixels[y * width + x]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  return sums;
};

/** Calls back with the mean of the square of `radius` around every pixel. */
const eachMean = (image: GrayImage, radius: number, visit: (at: number, mean: number) => void): void => {
  const { width, height } = image;
  const sums = integral(image);
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - radius) * (width + 1);
    const bottom = Math.min(height, y + radius + 1) * (width + 1);
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - radius);
      const right = Math.min(width, x + radius + 1);
      const area = ((bottom - top) / (width + 1)) * (right - left);
      const sum = sums[bottom + right]! - sums[bottom + left]! - sums[top + right]! + sums[top + left]!;
      visit(y * width + x, sum / area);
    }
  }
};

/** Black where a pixel is darker than its surroundings by some share: takes out shadows and uneven lamps. */
export const blackOnWhite = (image: GrayImage, radius: number, share = 0.12): GrayImage => {
  const pixels = new Uint8Array(image.pixels.length);
  eachMean(image, radius, (at, mean) => {
    pixels[at] = image.pixels[at]! < mean * (1 - share) ? 0 : 255;
  });
  return { ...image, pixels };
};

/** Adds what a blur of this radius takes away: against a lens out of focus. */
export const sharpen = (image: GrayImage, radius: number, amount: number): GrayImage => {
  const pixels = new Uint8ClampedArray(image.pixels.length);
  eachMean(image, radius, (at, mean) => {
    const own = image.pixels[at]!;
    pixels[at] = own + (own - mean) * amount;
  });
  return { ...image, pixels: new Uint8Array(pixels.buffer) };
};

/** Means of small squares: against the noise of a dark room. */
export const smooth = (image: GrayImage, radius: number): GrayImage => {
  const pixels = new Uint8Array(image.pixels.length);
  eachMean(image, radius, (at, mean) => void (pixels[at] = mean + 0.5));
  return { ...image, pixels };
};
