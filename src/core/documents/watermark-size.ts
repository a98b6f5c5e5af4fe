import type { PageSetup, PaperDocument } from './model.ts';

/** No larger on a small sheet than a third of it, nor on a large one than can be read over the text. */
const mostMm = 56;

interface WatermarkSize {
  readonly widthMm: number;
  /** Height in which it stands once, where it is repeated down a page; a framed page shows it once. */
  readonly tileMm: number;
  /** Of its letters. */
  readonly sizeMm: number;
}

export const watermarkSize = (
  words: string,
  { paper, marginsMm }: PageSetup,
  framed: boolean,
): WatermarkSize => {
  const widthMm = paper.widthMm - marginsMm.left - marginsMm.right;
  const tileMm = framed
    ? paper.heightMm
    : Math.min(110, (paper.heightMm - marginsMm.top - marginsMm.bottom) * 0.9);
  const sizeMm = Math.min(mostMm, tileMm * 0.5, (widthMm * 0.75) / Array.from(words).length);
  return { widthMm, tileMm, sizeMm };
};

export const isFramed = ({ decoration }: Pick<PaperDocument, 'decoration'>): boolean => decoration.length > 0;
