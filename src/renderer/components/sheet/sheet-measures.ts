export interface SheetColumn {
  readonly title: string;
  /** Pixels. */
  readonly width: number;
}

/** Pixels; the same for every row, so that the place of each follows from its number. */
export const rowHeight = 34;
