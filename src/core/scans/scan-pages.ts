import { PDFiumLibrary } from '@hyzyla/pdfium';
import { atMost, fromRgba, longSide, type GrayImage } from './gray-image.ts';
import { jpegsAsPdf } from './jpeg-as-pdf.ts';
import { jpegFrame } from './picture-size.ts';
import { pngPicture } from './png-picture.ts';
import { requireSize, scanLimits, ScanRefused } from './scan-limits.ts';
import { tiffPages } from './tiff-pages.ts';

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

let pdfium: Promise<PDFiumLibrary> | null = null;

/**
 * Pages as PDF draws them.
 *
 * @param firstScale dots for each point on the first look; null for so many that the working size comes out
 * @param finestScale the same for a finer look
 * @throws ScanRefused `damaged`, `encrypted`, `too-large`
 */
async function* drawnPages(
  bytes: Uint8Array,
  firstScale: number | null,
  finestScale: number | null,
): AsyncGenerator<ScanPage> {
  const library = await (pdfium ??= PDFiumLibrary.init());
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    const encrypted = error instanceof Error && error.message.includes('assword');
    throw new ScanRefused(encrypted ? 'encrypted' : 'damaged', { cause: error });
  });
  try {
    const count = document.getPageCount();
    if (count > scanLimits.pages) throw new ScanRefused('too-large');
    for (let at = 0; at < count; at += 1) {
      const { originalWidth, originalHeight } = document.getPage(at).getOriginalSize();
      const side = Math.max(1, originalWidth, originalHeight);
      const draw = async (scale: number): Promise<GrayImage> => {
        // Drawing closes the page, so each look opens it anew.
        const drawn = await document.getPage(at).render({ scale, render: 'bitmap' });
        return fromRgba(drawn.data, drawn.width, drawn.height);
      };
      const first = firstScale ?? workingSide / side;
      const finest = finestScale ?? finestSide / side;
      yield { image: await draw(first), finer: finest > first * 1.2 ? () => draw(finest) : null };
    }
  } finally {
    document.destroy();
  }
}

const jpegPages = (bytes: Uint8Array): AsyncGenerator<ScanPage> => {
  const frame = requireSize(jpegFrame(bytes));
  const side = Math.max(frame.width, frame.height);
  // A point for each dot.
  const page = { jpeg: bytes, frame, points: [frame.width, frame.height] as const };
  return drawnPages(jpegsAsPdf([page]), Math.min(1, workingSide / side), Math.min(1, finestSide / side));
};

const decoded = (whole: GrayImage): ScanPage => ({
  image: atMost(whole, workingSide),
  finer: longSide(whole) > workingSide * 1.2 ? async () => atMost(whole, finestSide) : null,
});

async function* decodedPages(pictures: Iterable<GrayImage>): AsyncGenerator<ScanPage> {
  for (const picture of pictures) yield decoded(picture);
}

/**
 * The pages of a scan, one after another, so that a volume never lies in memory whole.
 *
 * @throws ScanRefused `not-a-scan` for another media type; `too-large`, `damaged`, `encrypted`; what a decoder throws
 */
export const scanPages = (bytes: Uint8Array, mediaType: string): AsyncGenerator<ScanPage> => {
  switch (mediaType) {
    case 'application/pdf':
      return drawnPages(bytes, null, null);
    case 'image/jpeg':
      return jpegPages(bytes);
    case 'image/png':
      return decodedPages([pngPicture(bytes)]);
    case 'image/tiff':
      return decodedPages(tiffPages(bytes));
    default:
      throw new ScanRefused('not-a-scan');
  }
};
