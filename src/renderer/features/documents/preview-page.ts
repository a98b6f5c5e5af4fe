import type { Paper } from '../../../shared/domain/document.ts';

const pxPerMm = 96 / 25.4;
/** Desk left around the sheet, as the print HTML lays it on screen; millimetres. */
const deskMm = 8;
/** The line above a sheet that carries a seal picture; pixels. */
const notePx = 24;
/** A scroll bar inside the frame takes this from the sheet; pixels. */
const scrollBarPx = 16;

export type PreviewZoom = 'page' | 'width' | 'actual';

export const zoomOptions: readonly { readonly value: PreviewZoom; readonly label: string }[] = [
  { value: 'page', label: '整页' },
  { value: 'width', label: '页宽' },
  { value: 'actual', label: '原大' },
];

export interface PreviewBox {
  /** Size of the frame before it is scaled; pixels. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/**
 * How large a frame shows a sheet in a room of `room` pixels: the whole page, its width, or as large as on paper.
 * Null while the room has no size yet.
 */
export const previewBox = (
  paper: Paper,
  zoom: PreviewZoom,
  room: { readonly width: number; readonly height: number },
): PreviewBox | null => {
  if (room.width <= 0 || room.height <= 0) return null;
  const deskWidth = (paper.widthMm + 2 * deskMm) * pxPerMm + scrollBarPx;
  const deskHeight = (paper.heightMm + 2 * deskMm) * pxPerMm + notePx;
  const byWidth = room.width / deskWidth;
  const scale =
    zoom === 'actual' ? 1 : zoom === 'width' ? byWidth : Math.min(byWidth, room.height / deskHeight);
  // The frame fills the room: wider than the desk where there is room, so that the sheet stands in its middle.
  return {
    width: Math.max(deskWidth, room.width / scale),
    height: room.height / scale,
    scale,
  };
};

/**
 * Print HTML for a frame of this page. A `srcdoc` frame lives under this page's policy as well as its own, and this
 * page's policy lets only style elements with its nonce in. Nothing else is touched.
 */
export const withStyleNonce = (html: string, nonce: string): string =>
  html.replaceAll('<style>', `<style nonce="${nonce}">`);
