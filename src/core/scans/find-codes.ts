import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import { parsePaperCode } from '../../shared/domain/paper-code.ts';
import { blackOnWhite, resize, sharpen, smooth, type GrayImage } from './gray-image.ts';
import type { ScanPage } from './scan-pages.ts';

let ready: Promise<unknown> | null = null;

/** The reader's program comes from its package; its own way would be to fetch it from the network. */
const prepare = async (): Promise<void> => {
  const wasmBinary = await readFile(
    createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'),
  );
  await prepareZXingModule({
    overrides: { wasmBinary: wasmBinary.buffer },
    fireImmediately: true,
  });
};

const options: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  tryDownscale: true,
  maxNumberOfSymbols: 8,
};

const read = async (
  { width, height, pixels }: GrayImage,
  more: ReaderOptions,
): Promise<readonly string[]> => {
  const data = new Uint8ClampedArray(pixels.length * 4);
  for (let at = 0, to = 0; at < pixels.length; at += 1, to += 4) {
    data[to] = data[to + 1] = data[to + 2] = pixels[at]!;
    data[to + 3] = 255;
  }
  // All that the reader asks of a browser's ImageData.
  const found = await readBarcodes({ width, height, data }, { ...options, ...more });
  return found.map(({ text }) => text);
};

/** One way of looking at a page; more costly ones come later. */
interface Look {
  readonly name: string;
  readonly at: 'page' | 'fine';
  readonly prepare: (image: GrayImage) => GrayImage;
  readonly options?: ReaderOptions;
}

const looks: readonly Look[] = [
  { name: 'page', at: 'page', prepare: (image) => image },
  { name: 'fine', at: 'fine', prepare: (image) => image },
  { name: 'page smoothed', at: 'page', prepare: (image) => smooth(image, 1) },
  { name: 'page evened', at: 'page', prepare: (image) => blackOnWhite(image, 20) },
  { name: 'fine sharpened', at: 'fine', prepare: (image) => sharpen(image, 4, 1.5) },
  {
    name: 'fine smoothed and evened',
    at: 'fine',
    prepare: (image) => blackOnWhite(smooth(image, 2), 40, 0.08),
    options: { tryDenoise: true },
  },
];

/** Ink on fewer dots than this share is dirt: the page is the back of a sheet. */
const dirtShare = 0.0008;

/** True where nothing is written; the sheet's edges and what lies around them do not count. */
const isBlank = (image: GrayImage): boolean => {
  const { width, height, pixels } = blackOnWhite(smooth(image, 1), 25, 0.2);
  const [fromX, toX, fromY, toY] = [width * 0.12, width * 0.88, height * 0.12, height * 0.88];
  let ink = 0;
  for (let y = Math.floor(fromY); y < toY; y += 1) {
    for (let x = Math.floor(fromX); x < toX; x += 1) if (pixels[y * width + x] === 0) ink += 1;
  }
  return ink < (toX - fromX) * (toY - fromY) * dirtShare;
};

/** Texts of all codes on a page, whoever made them, in the first way of looking that finds some. */
export const findTexts = async ({ image, finer }: ScanPage): Promise<readonly string[]> => {
  await (ready ??= prepare());
  let fine: GrayImage | null = null;
  for (const look of looks) {
    const seen = look.at === 'page' ? image : (fine ??= await (finer?.() ?? resize(image, 2)));
    const texts = await read(look.prepare(seen), look.options ?? {});
    if (texts.length > 0) return texts;
  }
  return [];
};

export interface CodesOnPage {
  /** Paper codes, each once, as they were read; nobody has judged their checks. */
  readonly codes: readonly string[];
  /** The way of looking that found them; null where none did. */
  readonly look: string | null;
  /** Nothing is written on the page: the back of a sheet. */
  readonly blank: boolean;
}

/**
 * Looks for paper codes on a page in one way after another until one way finds some. Other codes on it (a
 * certificate's own, somebody's chat) end nothing and count for nothing.
 */
export const findCodes = async ({ image, finer }: ScanPage): Promise<CodesOnPage> => {
  await (ready ??= prepare());
  let fine: GrayImage | null = null;
  for (const look of looks) {
    const seen = look.at === 'page' ? image : (fine ??= await (finer?.() ?? resize(image, 2)));
    const texts = await read(look.prepare(seen), look.options ?? {});
    const codes = [...new Set(texts)].filter((text) => parsePaperCode(text) !== null);
    if (codes.length > 0) return { codes, look: look.name, blank: false };
  }
  return { codes: [], look: null, blank: isBlank(image) };
};
