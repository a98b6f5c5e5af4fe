/** What the preview thread is asked and answers. It knows no archive and no database: bytes in, pictures or text out. */

/** Why a paper cannot be shown. */
export type PreviewFailure = 'encrypted' | 'damaged' | 'too-large' | 'too-long';

export interface PageWish {
  /** From 0. */
  readonly page: number;
  /** Dots of the longer side, at most. */
  readonly longSide: number;
  readonly as: 'png' | 'grey';
}

/** One page as a PNG, or as rows of grey dots. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type PreviewTask =
  | { readonly kind: 'count-pages' }
  | { readonly kind: 'page'; readonly wish: PageWish }
  | { readonly kind: 'word' }
  | { readonly kind: 'cells' };

/** A table as shown: texts of its first rows. */
export interface PreviewSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows or columns were left out. */
  readonly cut: boolean;
}

export type PreviewAnswer =
  | { readonly kind: 'page-count'; readonly pages: number }
  | { readonly kind: 'page'; readonly picture: PagePicture }
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'sheets'; readonly sheets: readonly PreviewSheet[] };

export interface PreviewRequest {
  readonly job: number;
  /** Names the bytes: a thread that has them open is not sent them again. */
  readonly key: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: Uint8Array | null;
  readonly task: PreviewTask;
}

export type PreviewReply =
  | { readonly job: number; readonly answer: PreviewAnswer }
  | { readonly job: number; readonly failure: PreviewFailure };

/** Thrown inside the thread; crosses as its reason. */
export class PreviewFailed extends Error {
  readonly reason: PreviewFailure;
  constructor(reason: PreviewFailure, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'PreviewFailed';
    this.reason = reason;
  }
}
