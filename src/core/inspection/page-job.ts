/** What the thread of pages is asked and answers. It knows no archive and no database: bytes in, objects of a PDF out. */

/** Objects that every part of a volume names: they are written once, by `volume-pdf.ts`. */
export const sharedObjects = { pageTree: 1, catalogue: 2, numberFont: 3, information: 4, first: 5 } as const;

export interface PageJob {
  readonly kind: 'pdf' | 'jpeg' | 'png';
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Number of the first object that the part may take. */
  readonly firstObject: number;
  /** Number that its first page bears at the foot; null for pages that bear none. */
  readonly firstPage: number | null;
  /** Laid on its first page: a PDF of one page, and how far its upper left corner lies from that of the page. */
  readonly stamp: PageStamp | null;
}

export interface PageStamp {
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly xMm: number;
  readonly yMm: number;
}

/** Objects as they stand in a file, one after another, and where each begins. */
export interface PageParts {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly objects: readonly { readonly number: number; readonly at: number }[];
  /** Numbers of the page objects in their order. */
  readonly pages: readonly number[];
}

export type PageFailure = 'encrypted' | 'damaged' | 'too-large' | 'too-long';

export type PageAnswer = { readonly parts: PageParts } | { readonly failure: PageFailure };
