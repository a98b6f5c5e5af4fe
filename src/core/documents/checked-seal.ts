import { CodedError, type ErrorData } from '../../shared/errors.ts';
import { sealPictureLimits } from '../../shared/domain/seal.ts';
import { pngFile } from '../png.ts';
import { pngColours, type RgbaImage } from '../scans/png-picture.ts';

export interface CheckedSeal {
  /** A PNG of our own making: the dots of what was given, cut to the seal, and nothing else. */
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dpi: number;
}

type Reason = ErrorData<'SEAL_IMAGE_INVALID'>['reason'];
const refuse = (reason: Reason): never => {
  throw new CodedError('SEAL_IMAGE_INVALID', { reason });
};

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Sides that the header claims; read before anything is unpacked, so that a bomb costs nothing. */
const claimedSize = (bytes: Uint8Array): readonly [number, number] => {
  if (bytes.length < 33 || pngSignature.some((byte, index) => bytes[index] !== byte)) refuse('not-png');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
};

const decode = (bytes: Uint8Array): RgbaImage => {
  try {
    return pngColours(bytes);
  } catch (error) {
    throw new CodedError('SEAL_IMAGE_INVALID', { reason: 'damaged' }, { cause: error });
  }
};

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Below this a dot is ground: scanners and erasers leave a veil. */
const veil = 24;

interface Survey {
  readonly box: Box;
  readonly clear: number;
  readonly inked: number;
  readonly red: number;
}

const survey = ({ width, height, pixels }: RgbaImage): Survey => {
  let [left, top, right, bottom] = [width, height, -1, -1];
  let [clear, inked, red] = [0, 0, 0];
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      if (pixels[at + 3]! < veil) {
        clear += 1;
        continue;
      }
      inked += 1;
      const [r, g, b] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
      if (r > g + 40 && r > b + 40) red += 1;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return { box: { left, top, right, bottom }, clear, inked, red };
};

const cut = ({ width, pixels }: RgbaImage, { left, top, right, bottom }: Box): Uint8Array => {
  const [across, down] = [right - left + 1, bottom - top + 1];
  const lines = Buffer.alloc((across * 4 + 1) * down);
  for (let y = 0; y < down; y += 1) {
    const from = ((top + y) * width + left) * 4;
    lines.set(pixels.subarray(from, from + across * 4), y * (across * 4 + 1) + 1);
  }
  return pngFile({ width: across, height: down, bitDepth: 8, colour: 'rgba', lines, level: 9 });
};

/**
 * What a seal picture must be: a transparent PNG of a red, round seal with dots enough for its diameter. Only the dots
 * are taken, cut to the seal's own edge so that its centre is known, and written anew: nothing else that the file
 * carried comes along.
 *
 * @throws CodedError SEAL_IMAGE_INVALID
 */
export const checkedSeal = (bytes: Uint8Array, diameterMm: number): CheckedSeal => {
  const limits = sealPictureLimits;
  if (bytes.length > limits.bytes) refuse('too-large');
  const [width, height] = claimedSize(bytes);
  if (Math.max(width, height) > limits.sidePx || Math.min(width, height) < 100) refuse('dimensions');
  const picture = decode(bytes);
  const { box, clear, inked, red } = survey(picture);
  if (inked === 0) refuse('empty');
  const [widthPx, heightPx] = [box.right - box.left + 1, box.bottom - box.top + 1];
  // The ground of a round seal is open between its letters, and at the corners of its square in any case.
  if (clear < picture.width * picture.height * 0.15) refuse('not-transparent');
  if (red < inked * 0.8) refuse('not-red');
  if (Math.abs(widthPx / heightPx - 1) > 0.05) refuse('not-round');
  const dpi = Math.round(Math.min(widthPx, heightPx) / (diameterMm / 25.4));
  if (dpi < limits.dpi) refuse('resolution');
  return { bytes: cut(picture, box), widthPx, heightPx, dpi };
};
