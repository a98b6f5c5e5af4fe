import { sharedObjects, type PageParts } from './page-job.ts';

/** A line of the outline: what it says, which page it opens, and what stands below it. */
export interface Bookmark {
  readonly title: string;
  /** Number of a page object. */
  readonly page: number;
  readonly below: readonly Bookmark[];
}

const encode = (words: string): Buffer => Buffer.from(words, 'latin1');

/** A string of PDF in UTF-16 with its mark (ISO 32000-1, 7.9.2.2), as hexadecimal digits. */
const pdfText = (words: string): string =>
  `<FEFF${Array.from({ length: words.length }, (_, at) => words.charCodeAt(at).toString(16).padStart(4, '0')).join('')}>`;

/**
 * A PDF that is written as it comes, part by part: what has been handed out is not kept, so that a volume of any size
 * needs no more memory than its largest paper. Call in the order `start`, `part`…, `end` and write out what each returns.
 */
export class VolumePdf {
  #length = 0;
  #next: number = sharedObjects.first;
  readonly #offsets = new Map<number, number>();

  /** The first object number that the next part may take. */
  get firstFree(): number {
    return this.#next;
  }

  #objects(objects: readonly (readonly [number: number, body: string])[], before = ''): Buffer {
    const pieces = [encode(before)];
    let at = this.#length + before.length;
    for (const [number, body] of objects) {
      this.#offsets.set(number, at);
      const piece = encode(`${number} 0 obj\n${body}\nendobj\n`);
      pieces.push(piece);
      at += piece.length;
    }
    this.#length = at;
    return Buffer.concat(pieces);
  }

  start(): Uint8Array {
    const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
    // Bytes beyond ASCII in the second line tell mail and disks that this is no text (ISO 32000-1, 7.5.2).
    return this.#objects([[sharedObjects.numberFont, font]], '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  }

  part({ bytes, objects }: PageParts): Uint8Array {
    for (const { number, at } of objects) {
      this.#offsets.set(number, this.#length + at);
      this.#next = Math.max(this.#next, number + 1);
    }
    this.#length += bytes.length;
    return bytes;
  }

  /** Objects of the outline below `parent`, first numbers first; and how many lines there are. */
  #outline(bookmarks: readonly Bookmark[], parent: number, into: [number, string][]): readonly number[] {
    const numbers = bookmarks.map(() => this.#next++);
    bookmarks.forEach(({ title, page, below }, index) => {
      const own = numbers[index]!;
      const within = this.#outline(below, own, into);
      const links = [
        ...(index > 0 ? [`/Prev ${numbers[index - 1]} 0 R`] : []),
        ...(index < numbers.length - 1 ? [`/Next ${numbers[index + 1]} 0 R`] : []),
        // A negative count: closed until somebody opens it.
        ...(within.length > 0
          ? [`/First ${within[0]} 0 R/Last ${within.at(-1)} 0 R/Count ${-within.length}`]
          : []),
      ];
      into.push([
        own,
        `<</Title${pdfText(title)}/Parent ${parent} 0 R/Dest[${page} 0 R/Fit]${links.join('')}>>`,
      ]);
    });
    return numbers;
  }

  end(pages: readonly number[], bookmarks: readonly Bookmark[], title: string): Uint8Array {
    const root = this.#next++;
    const outline: [number, string][] = [];
    const top = this.#outline(bookmarks, root, outline);
    const kids = pages.map((page) => `${page} 0 R`).join(' ');
    const body = this.#objects([
      [sharedObjects.pageTree, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`],
      [
        sharedObjects.catalogue,
        `<</Type/Catalog/Pages 1 0 R/Outlines ${root} 0 R/PageMode/UseOutlines/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>>>`,
      ],
      [sharedObjects.information, `<</Title${pdfText(title)}>>`],
      [
        root,
        `<</Type/Outlines/Count ${top.length}${top.length === 0 ? '' : `/First ${top[0]} 0 R/Last ${top.at(-1)} 0 R`}>>`,
      ],
      ...outline,
    ]);
    const table = Array.from({ length: this.#next }, (_, number) => {
      const at = this.#offsets.get(number);
      // Numbers that nobody took are free.
      return at === undefined
        ? `0000000000 ${number === 0 ? '65535' : '00000'} f \n`
        : `${String(at).padStart(10, '0')} 00000 n \n`;
    });
    const trailer =
      `xref\n0 ${this.#next}\n${table.join('')}` +
      `trailer\n<</Size ${this.#next}/Root ${sharedObjects.catalogue} 0 R/Info ${sharedObjects.information} 0 R>>\n` +
      `startxref\n${this.#length}\n%%EOF\n`;
    return Buffer.concat([body, encode(trailer)]);
  }
}
