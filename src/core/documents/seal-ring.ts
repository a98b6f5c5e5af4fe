import { pngFile } from '../png.ts';
import type { SealPicture } from './model.ts';

const side = 420;
const ink = [196, 44, 44, 150] as const;

/** A dashed ring of the seal's size, drawn here: it shows the place and is worth nothing on paper. */
export const ringPicture = (diameterMm: number): SealPicture => {
  const stride = side * 4 + 1;
  const lines = Buffer.alloc(stride * side);
  const middle = side / 2;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [right, down] = [x + 0.5 - middle, y + 0.5 - middle];
      const distance = Math.hypot(right, down) / middle;
      const dash = Math.floor((Math.atan2(down, right) / Math.PI + 1) * 24) % 2 === 0;
      if (distance <= 1 && distance > 0.975 && dash) lines.set(ink, y * stride + 1 + x * 4);
    }
  }
  const bytes = pngFile({ width: side, height: side, bitDepth: 8, colour: 'rgba', lines, level: 6 });
  return { bytes, mediaType: 'image/png', diameterMm };
};
