import { balanceLines, mmToPt, ptToMm } from './fit-text.ts';
import { usualSealDiameterMm } from '../../shared/domain/seal.ts';
import { sealPictureMark } from '../../shared/labels/seal.ts';
import type { Block, PaperDocument, SealPicture, SealPlace, TextFormat } from './model.ts';

/** How far name and date lie below the seal's centre: "居印章中心偏下位置" (GB/T 9704-2012, 7.3.5.1). */
const belowCentreMm = 3;
const lineMm = 8.4;

/** The small print under a picture: what it is not. Sizes in points and millimetres. */
export const sealMark = { text: sealPictureMark, sizePt: 6.5, lineMm: 2.8 } as const;

/** Where the parts of a seal place lie, from its own top; the same numbers drive Word, HTML and the tests. */
export interface SealLayout {
  /** Empty room above the issuer's name. */
  readonly leadMm: number;
  readonly issuerLines: readonly string[];
  readonly issuerSizePt: number;
  readonly lineMm: number;
  /** Empty room below the date, so that the seal stays inside. */
  readonly tailMm: number;
  /** Upper edge of the seal: 0, so that it stands within a line of the text above. */
  readonly sealTopMm: number;
  /** Left edge of the seal, centred over name and date. */
  readonly sealLeftMm: number;
  readonly diameterMm: number;
  /** Room below the seal for the small print that a picture carries; 0 where there is none. */
  readonly markMm: number;
  readonly heightMm: number;
}

/**
 * Lays out issuer and date under a seal that is upright, centred on the date and covers both
 * (GB/T 9704-2012, 7.3.5.1). Long names break into lines of equal length; the middle of the text stays put.
 */
export const layOutSeal = (
  place: Pick<SealPlace, 'issuer' | 'widthMm' | 'picture'>,
  format: TextFormat,
): SealLayout => {
  const diameterMm = place.picture?.diameterMm ?? usualSealDiameterMm;
  const markMm = place.picture === null ? 0 : sealMark.lineMm;
  const sizes = [format.sizePt, format.sizePt * 0.85, format.sizePt * 0.72];
  const issuerSizePt =
    sizes.find((size) => balanceLines(place.issuer, place.widthMm, size).length <= 2) ?? sizes[2]!;
  const issuerLines = balanceLines(place.issuer, place.widthMm, issuerSizePt);
  const line = issuerLines.length > 1 ? Math.max(ptToMm(issuerSizePt * 1.25), 6) : lineMm;
  const textMm = line * (issuerLines.length + 1);
  const leadMm = Math.max(2, diameterMm / 2 + belowCentreMm - textMm / 2);
  const heightMm = Math.max(diameterMm, leadMm + textMm) + 0.5;
  return {
    leadMm,
    issuerLines,
    issuerSizePt,
    lineMm: line,
    tailMm: heightMm - leadMm - textMm,
    sealTopMm: 0,
    sealLeftMm: (place.widthMm - diameterMm) / 2,
    diameterMm,
    markMm,
    heightMm: heightMm + markMm,
  };
};

/** Word measures lines in points. */
export const sealLinePt = (layout: SealLayout): number => mmToPt(layout.lineMm);

/** The seal picture that a paper carries; null where its place is left for the stamp. */
export const sealOn = ({ blocks }: Pick<PaperDocument, 'blocks'>): SealPicture | null => findSeal(blocks);

const findSeal = (blocks: readonly Block[]): SealPicture | null => {
  for (const block of blocks) {
    if (block.kind === 'seal-place' && block.picture) return block.picture;
    if (block.kind !== 'table') continue;
    const found = findSeal(block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.blocks)));
    if (found) return found;
  }
  return null;
};
