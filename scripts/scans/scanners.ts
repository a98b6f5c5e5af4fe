import { resize, type GrayImage } from '../../src/core/scans/gray-image.ts';
import { between, oneOf, type Chance } from './chance.ts';
import { pageDpi } from './draw-form.ts';
import { blur, light } from './light.ts';
import { project } from './project.ts';

const quarterTurn = ({ width, height, pixels }: GrayImage): GrayImage => {
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) turned[x * height + height - 1 - y] = pixels[y * width + x]!;
  return { width: height, height: width, pixels: turned };
};

const turned = (image: GrayImage, quarters: number): GrayImage =>
  quarters === 0 ? image : turned(quarterTurn(image), quarters - 1);

/** A page on a flatbed or through a feeder: crooked by up to ten degrees. */
export const flatbed = (page: GrayImage, chance: Chance): GrayImage => {
  const dpi = oneOf(chance, [150, 200, 200, 240]);
  const scale = dpi / pageDpi;
  const drawn = resize(page, scale);
  const angle = (between(chance, -10, 10) * Math.PI) / 180;
  // The glass is larger than the sheet: nothing is cut off, a desk's worth of lid is seen around it.
  const width = Math.ceil(drawn.width * Math.cos(angle) + drawn.height * Math.abs(Math.sin(angle)) * 1.03);
  const height = Math.ceil(drawn.height * Math.cos(angle) + drawn.width * Math.abs(Math.sin(angle)) * 1.03);
  const shift = [between(chance, -0.01, 0.01) * width, between(chance, -0.01, 0.01) * height] as const;
  const place = (x: number, y: number): readonly [number, number] => [
    width / 2 + shift[0] + x * drawn.width * Math.cos(angle) - y * drawn.height * Math.sin(angle),
    height / 2 + shift[1] + x * drawn.width * Math.sin(angle) + y * drawn.height * Math.cos(angle),
  ];
  const corners = [place(-0.5, -0.5), place(0.5, -0.5), place(0.5, 0.5), place(-0.5, 0.5)];
  const laid = project(drawn, width, height, corners);
  const lit = light(blur(laid, (between(chance, 0, 0.9) * dpi) / 200), chance, {
    least: between(chance, 0.9, 1),
    from: chance() * 6.3,
    level: between(chance, 0.92, 1),
    shadow: false,
    noise: between(chance, 0, 9),
  });
  return turned(lit, oneOf(chance, [0, 0, 0, 1, 2, 3]));
};

/** A page that a phone saw: from aside, in poor light, out of focus. */
export const phonePhoto = (page: GrayImage, chance: Chance): GrayImage => {
  const height = Math.round(between(chance, 2000, 3200));
  const width = Math.round(height * 0.75);
  const drawn = resize(page, Math.min(1, (height * 0.9) / page.height));
  const angle = (between(chance, -10, 10) * Math.PI) / 180;
  const halfHeight = height * between(chance, 0.4, 0.47);
  const halfWidth = Math.min(halfHeight * (page.width / page.height), width * 0.47);
  const corner = (x: number, y: number): readonly [number, number] => [
    width / 2 +
      x * halfWidth * Math.cos(angle) -
      y * halfHeight * Math.sin(angle) +
      between(chance, -0.05, 0.05) * width,
    height / 2 +
      x * halfWidth * Math.sin(angle) +
      y * halfHeight * Math.cos(angle) +
      between(chance, -0.05, 0.05) * height,
  ];
  const seen = project(drawn, width, height, [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]);
  const lit = light(blur(seen, (between(chance, 0.4, 1.5) * height) / 2800), chance, {
    least: between(chance, 0.4, 0.9),
    from: chance() * 6.3,
    level: between(chance, 0.35, 1),
    shadow: chance() < 0.5,
    noise: between(chance, 2, 10),
  });
  return turned(lit, oneOf(chance, [0, 0, 0, 1, 2, 3]));
};

/** A copier's or a fax's picture. */
export const oneBit = (image: GrayImage): GrayImage => ({
  ...image,
  pixels: image.pixels.map((shade) => (shade < 150 ? 0 : 255)),
});
