import { mmToPt } from './fit-text.ts';
import type { PaperDocument } from './model.ts';

/**
 * What the grid of GB/T 9704-2012, 5.2.3 adds to each character, in whole twentieths of a point: negative, because
 * 28 characters of 16 pt stand in 156 mm. Both renderers set it as letter spacing: a character grid in Word's own
 * sense (`w:docGrid` of lines and characters) is read differently by each program once it is tighter than its type.
 */
export const gridSpacingPt = ({ page, styles }: PaperDocument): number => {
  const bodySizePt = styles['body']?.format.sizePt;
  if (!page.grid || bodySizePt === undefined) return 0;
  const widthMm = page.paper.widthMm - page.marginsMm.left - page.marginsMm.right;
  return Math.floor((mmToPt(widthMm) / page.grid.charactersPerLine - bodySizePt) * 20) / 20;
};
