import type { GrayImage } from '../../src/core/scans/gray-image.ts';
import { encode } from 'uqr';
import { between, oneOf, type Chance } from './chance.ts';

/** Dots of a page as it is drawn before it is scanned. */
export const pageDpi = 240;
const dots = (mm: number): number => Math.round((mm / 25.4) * pageDpi);

const fill = (
  { width, height, pixels }: GrayImage,
  [left, top, w, h]: readonly [number, number, number, number],
  light: number,
): void => {
  for (let y = Math.max(0, top); y < Math.min(height, top + h); y += 1) {
    pixels.fill(light, y * width + Math.max(0, left), y * width + Math.min(width, left + w));
  }
};

/** Strokes in a square, as dense as a Chinese character: what a recognizer must not take for a code. */
const drawCharacter = (page: GrayImage, chance: Chance, left: number, top: number, side: number): void => {
  for (let stroke = 0; stroke < 6; stroke += 1) {
    const x = left + Math.floor(chance() * side * 0.7);
    const y = top + Math.floor(chance() * side * 0.8);
    const length = Math.floor(side * between(chance, 0.3, 0.9));
    if (chance() < 0.55) fill(page, [x, y, Math.min(length, left + side - x), 4], 25);
    else fill(page, [x, y, 4, Math.min(length, top + side - y)], 25);
  }
};

export type Modules = readonly (readonly boolean[])[];

export interface PlacedCode {
  readonly modules: Modules;
  readonly leftMm: number;
  readonly topMm: number;
  readonly sideMm: number;
}

/** The code of a paper where papers carry it. */
export const codeOnPaper = (text: string): PlacedCode => ({
  modules: encode(text, { ecc: 'Q', border: 4 }).data,
  leftMm: 164,
  topMm: 11,
  sideMm: 20,
});

const drawCode = (page: GrayImage, { modules, leftMm, topMm, sideMm }: PlacedCode): void => {
  const side = dots(sideMm);
  const edge = (at: number): number => Math.round((at * side) / modules.length);
  fill(page, [dots(leftMm), dots(topMm), side, side], 255);
  modules.forEach((line, y) =>
    line.forEach((dark, x) => {
      if (!dark) return;
      fill(
        page,
        [dots(leftMm) + edge(x), dots(topMm) + edge(y), edge(x + 1) - edge(x), edge(y + 1) - edge(y)],
        20,
      );
    }),
  );
};

/** An A4 form with lines, boxes and text, a round seal, and codes where a paper has them. */
export const drawForm = (chance: Chance, codes: readonly PlacedCode[]): GrayImage => {
  const width = dots(210);
  const height = dots(297);
  const page: GrayImage = { width, height, pixels: new Uint8Array(width * height).fill(252) };
  const left = dots(25);
  const right = dots(185);
  let top = dots(45);
  while (top < dots(265)) {
    const rowHeight = dots(oneOf(chance, [10, 14, 24, 40]));
    fill(page, [left, top, right - left, 4], 30);
    const lineMm = 7;
    for (let line = top + dots(2.5); line + dots(5) < top + rowHeight; line += dots(lineMm)) {
      const count = Math.floor(between(chance, 4, 34));
      for (let at = 0; at < count; at += 1)
        drawCharacter(page, chance, left + dots(3 + at * 4.5), line, dots(4));
    }
    top += rowHeight;
  }
  fill(page, [left, top, right - left, 4], 30);
  fill(page, [left, dots(45), 4, top - dots(45)], 30);
  fill(page, [right, dots(45), 4, top - dots(45)], 30);
  for (let at = 0; at < 12; at += 1) drawCharacter(page, chance, dots(60 + at * 7.5), dots(28), dots(6.5));
  drawSeal(page, dots(between(chance, 120, 160)), dots(between(chance, 215, 240)));
  for (const code of codes) drawCode(page, code);
  return page;
};

const drawSeal = ({ width, pixels }: GrayImage, centreX: number, centreY: number): void => {
  const outer = dots(21);
  for (let y = -outer; y <= outer; y += 1) {
    for (let x = -outer; x <= outer; x += 1) {
      const distance = Math.hypot(x, y);
      const ring = distance < outer && distance > outer - dots(1.2);
      const star = distance < dots(6) && Math.abs(x * y) < dots(1.6) ** 2;
      const at = (centreY + y) * width + centreX + x;
      if (ring || star) pixels[at] = Math.min(pixels[at]!, 105);
    }
  }
};

/** What hands do to paper: a fold, a pen's line, a staple's shadow, anywhere, also across the code. */
export const wear = (page: GrayImage, chance: Chance, code: PlacedCode | undefined): void => {
  const { width, height, pixels } = page;
  if (chance() < 0.5) {
    const fold = Math.floor(height * between(chance, 0.3, 0.7));
    for (let y = fold - 5; y < fold + 5; y += 1)
      for (let x = 0; x < width; x += 1) pixels[y * width + x] = pixels[y * width + x]! * 0.82;
  }
  if (code !== undefined && chance() < 0.04) {
    const top = dots(code.topMm + code.sideMm * between(chance, 0.3, 0.8));
    const slope = between(chance, -0.3, 0.3);
    for (let x = 0; x < dots(code.sideMm); x += 1) {
      const y = Math.round(top + x * slope);
      fill(page, [dots(code.leftMm) + x, y, 2, 5], 60);
    }
  }
};
