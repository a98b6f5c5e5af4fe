import { balanceLines, mmToPt, ptToMm } from './fit-text.ts';
import type { SealPlace, TextFormat } from './model.ts';

/** Diameter of the round seal of a street office and of most committees; pictures are scaled to it. */
export const sealDiameterMm = 42;
/** How far name and date lie below the seal's centre: "居印章中心偏下位置" (GB/T 9704-2012, 7.3.5.1). */
const belowCentreMm = 3;
const lineMm = 8.4;

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
  readonly heightMm: number;
}

/**
 * Lays out issuer and date under a seal that is upright, centred on the date and covers both
 * (GB/T 9704-2012, 7.3.5.1). Long names break into lines of equal length; the middle of the text stays put.
 */
export const layOutSeal = (place: Pick<SealPlace, 'issuer' | 'widthMm'>, format: TextFormat): SealLayout => {
  const sizes = [format.sizePt, format.sizePt * 0.85, format.sizePt * 0.72];
  const issuerSizePt =
    sizes.find((size) => balanceLines(place.issuer, place.widthMm, size).length <= 2) ?? sizes[2]!;
  const issuerLines = balanceLines(place.issuer, place.widthMm, issuerSizePt);
  const line = issuerLines.length > 1 ? Math.max(ptToMm(issuerSizePt * 1.25), 6) : lineMm;
  const textMm = line * (issuerLines.length + 1);
  const leadMm = Math.max(2, sealDiameterMm / 2 + belowCentreMm - textMm / 2);
  const heightMm = Math.max(sealDiameterMm, leadMm + textMm) + 0.5;
  return {
    leadMm,
    issuerLines,
    issuerSizePt,
    lineMm: line,
    tailMm: heightMm - leadMm - textMm,
    sealTopMm: 0,
    sealLeftMm: (place.widthMm - sealDiameterMm) / 2,
    heightMm,
  };
};

/** Word measures lines in points. */
export const sealLinePt = (layout: SealLayout): number => mmToPt(layout.lineMm);

/** Pixel size of a PNG or JPEG, read from its header; null where it is neither. */
export const pictureSize = (
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength >= 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let offset = 2;
  while (offset + 9 < bytes.byteLength && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
    offset += 2 + view.getUint16(offset + 2);
  }
  return null;
};

/** Size on paper of a seal picture: its longer side is the diameter, its proportions are kept. */
export const sealPictureMm = (bytes: Uint8Array): { readonly widthMm: number; readonly heightMm: number } => {
  const size = pictureSize(bytes);
  if (!size || size.width === 0 || size.height === 0)
    return { widthMm: sealDiameterMm, heightMm: sealDiameterMm };
  const scale = sealDiameterMm / Math.max(size.width, size.height);
  return { widthMm: size.width * scale, heightMm: size.height * scale };
};
