import { openPdf, type OpenPages } from '../previews/pdf-pages.ts';
import { greyOf, type Pixels } from '../previews/pixels.ts';
import { PreviewFailed } from '../previews/preview-job.ts';
import { openTiff } from '../previews/tiff-pages.ts';
import { atMost, fromRgba, longSide, type GrayImage } from './gray-image.ts';
import { jpegsAsPdf } from './jpeg-as-pdf.ts';
import { jpegFrame } from './picture-size.ts';
import { pngPicture } from './png-picture.ts';
import { requireSize, scanLimits } from './scan-limits.ts';

/** A page of a scan. */
export interface ScanPage {
  /** At some 200 dpi, where most codes are read. */
  readonly image: GrayImage;
  /** As fine as the file has it, within reason; null where that is `image`. */
  readonly finer: (() => Promise<GrayImage>) | null;
}

/** Longer side of A4 at 200 dpi, and at 400. */
const workingSide = 2400;
const finestSide = 4800;

const toGray = (pixels: Pixels): GrayImage =>
  pixels.depth === 4
    ? fromRgba(pixels.data, pixels.width, pixels.height)
    : { width: pixels.width, height: pixels.height, pixels: greyOf(pixels) };

/** @param side of the file's own picture, where it is known: finer there is nothing to see */
async function* drawnPages(pages: OpenPages, side: number = finestSide): AsyncGenerator<ScanPage> {
  try {
    if (pages.count > scanLimits.pages) throw new PreviewFailed('too-large');
    for (let page = 0; page < pages.count; page += 1) {
      const draw = async (wanted: number): Promise<GrayImage> =>
        toGray(await pages.draw({ page, longSide: Math.min(side, wanted), as: 'png' }));
      yield {
        image: await draw(workingSide),
        finer: side > workingSide * 1.2 ? () => draw(finestSide) : null,
      };
    }
  } finally {
    pages.close();
  }
}

async function* jpegPages(bytes: Uint8Array): AsyncGenerator<ScanPage> {
  const frame = requireSize(jpegFrame(bytes));
  // A point for each dot, and no page larger than PDF has them.
  const shrink = Math.min(1, 14_000 / Math.max(frame.width, frame.height));
  const points = [Math.ceil(frame.width * shrink), Math.ceil(frame.height * shrink)] as const;
  const pdf = await openPdf(jpegsAsPdf([{ jpeg: bytes, frame, points }]));
  yield* drawnPages(pdf, Math.max(frame.width, frame.height));
}

async function* pngPages(bytes: Uint8Array): AsyncGenerator<ScanPage> {
  const whole = pngPicture(bytes);
  yield {
    image: atMost(whole, workingSide),
    finer: longSide(whole) > workingSide * 1.2 ? async () => atMost(whole, finestSide) : null,
  };
}

async function* pdfPages(bytes: Uint8Array): AsyncGenerator<ScanPage> {
  yield* drawnPages(await openPdf(bytes));
}

/**
 * The pages of a scan, one after another, so that a volume never lies in memory whole; null for other media types.
 *
 * @throws PreviewFailed while they are read
 */
export const scanPages = (bytes: Uint8Array, mediaType: string): AsyncGenerator<ScanPage> | null => {
  switch (mediaType) {
    case 'application/pdf':
      return pdfPages(bytes);
    case 'image/jpeg':
      return jpegPages(bytes);
    case 'image/png':
      return pngPages(bytes);
    case 'image/tiff':
      return drawnPages(openTiff(bytes));
    default:
      return null;
  }
};
