/**
 * XML of a part of a Word file with holes where its words and pictures go. It is cut from what `docx` wrote for one
 * paper, and filled for every other paper of the same shape.
 */
export interface WordMould {
  /** UTF-8; one more than there are holes. */
  readonly segments: readonly Uint8Array[];
  /** What goes into each hole: a text, the number of a picture among those of the file, or its relationship. */
  readonly holes: readonly ('text' | 'picture-id' | 'picture')[];
}

const hole = /(?<=<w:t xml:space="preserve">)[^<]*(?=<\/w:t>)|(?<=<wp:docPr id=")\d+|(?<=r:embed=")[^"]*/g;

const kindOf = (xml: string, at: number): WordMould['holes'][number] => {
  if (xml.endsWith('<wp:docPr id="', at)) return 'picture-id';
  return xml.endsWith('r:embed="', at) ? 'picture' : 'text';
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** As `docx` escapes text. */
export const escapeText = (text: string): string =>
  /[&<>"']/.test(text) ? text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text;

/**
 * Cuts a mould.
 *
 * @throws Error where the words in `xml` are not `texts`, in their order: whoever read the shape of the paper and
 * whoever rendered it disagree, and papers filled from this mould would be wrong
 */
export const cutMould = (xml: string, texts: readonly string[]): WordMould => {
  const segments: Uint8Array[] = [];
  const holes: WordMould['holes'][number][] = [];
  const found: string[] = [];
  let from = 0;
  for (const match of xml.matchAll(hole)) {
    const kind = kindOf(xml, match.index);
    segments.push(Buffer.from(xml.slice(from, match.index)));
    holes.push(kind);
    if (kind === 'text') found.push(match[0]);
    from = match.index + match[0].length;
  }
  segments.push(Buffer.from(xml.slice(from)));
  if (found.length !== texts.length || found.some((text, index) => text !== escapeText(texts[index] ?? '')))
    throw new Error('a paper and its Word file do not say the same');
  return { segments, holes };
};

/** Where moulds are filled one after another into the bytes of one part. */
export class MouldWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** Room for at least `more` bytes, without losing what is written. */
  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }

  bytes(segment: Uint8Array): void {
    this.#reserve(segment.length);
    this.#bytes.set(segment, this.#length);
    this.#length += segment.length;
  }

  text(text: string): void {
    // No UTF-16 unit takes more than three bytes.
    this.#reserve(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** What was written; valid until the next `restart`. */
  written(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  restart(): void {
    this.#length = 0;
  }
}
