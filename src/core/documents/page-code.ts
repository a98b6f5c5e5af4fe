import type { PageSetup } from './model.ts';

/** Room between the upper edge of the sheet and the code in its margin. */
export const codeTopMm = ({ marginsMm }: PageSetup, sizeMm: number): number =>
  Math.max(4.5, marginsMm.top - sizeMm - 6);
