import type { PaperDocument, QrCode, SealPicture } from './model.ts';
import { qrPng } from './qr-code.ts';

type Picture = SealPicture | QrCode;

/** What tells one picture of a paper from another. */
const identityOf = (picture: Picture): unknown => ('bytes' in picture ? picture.bytes : picture.text);

export const pictureBytes = (picture: Picture): Uint8Array =>
  'bytes' in picture ? picture.bytes : qrPng(picture.text, picture);

/**
 * The pictures of one paper. `docx` hashes every picture in JavaScript and keeps it whole, so that a few bytes travel
 * through it in place of each, and the part that comes out is known by them.
 */
export class WordPictures {
  readonly #stubs = new Map<unknown, Uint8Array>();

  stub(picture: Picture): Uint8Array {
    const identity = identityOf(picture);
    const known = this.#stubs.get(identity);
    if (known) return known;
    const stub = Uint8Array.of(0x70, 0x69, 0x63, this.#stubs.size);
    this.#stubs.set(identity, stub);
    return stub;
  }
}

/** Which pictures are one and the same, e.g. `0 1 0`: files with other patterns have other parts. */
export const picturePattern = (pictures: readonly Picture[]): string => {
  const identities = pictures.map(identityOf);
  return pictures
    .map((picture, index) => {
      const type = 'bytes' in picture ? picture.mediaType : 'code';
      return `${identities.indexOf(identities[index])}${type}`;
    })
    .join(' ');
};

/** A paper on its way to Word. */
export interface WordPaper extends PaperDocument {
  readonly pictures: WordPictures;
}
