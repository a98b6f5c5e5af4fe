import type { FontReport } from '../../shared/domain/font-report.ts';
import type { InstalledFonts } from '../ports.ts';
import { fieldText } from './blocks.ts';
import type { Block, PaperDocument, StyleSheet, TypeFace } from './model.ts';
import type { PreparedPaper } from './prepared-paper.ts';
import { fontsOf, ownNames, typeFaces } from './type-faces.ts';

/** What is never drawn: spaces, controls, marks that only join or choose a variant. */
const unseen = /[\p{White_Space}\p{Cc}\p{Cf}\p{Variation_Selector}]/u;

type CharactersByFace = Map<TypeFace, Set<string>>;

const add = (found: CharactersByFace, face: TypeFace, text: string): void => {
  let characters = found.get(face);
  if (characters === undefined) found.set(face, (characters = new Set()));
  for (const character of text) characters.add(character);
};

const collect = (blocks: readonly Block[], styles: StyleSheet, found: CharactersByFace): void => {
  for (const block of blocks) {
    if (block.kind === 'table') {
      for (const { cells } of block.rows) for (const cell of cells) collect(cell.blocks, styles, found);
      continue;
    }
    if (block.kind !== 'paragraph' && block.kind !== 'seal-place') continue;
    const face = styles[block.style]?.format.face;
    if (face === undefined) continue;
    if (block.kind === 'seal-place') {
      add(found, face, `${block.issuer}${block.date ?? ''}`);
      continue;
    }
    for (const inline of block.inlines) add(found, inline.format?.face ?? face, fieldText(inline));
  }
};

/** Characters of a paper by the face that they are set in. */
const charactersOf = (paper: PaperDocument): CharactersByFace => {
  const found: CharactersByFace = new Map();
  collect(paper.blocks, paper.styles, found);
  if (paper.copyLine) add(found, 'song', paper.copyLine);
  if (paper.watermark) add(found, 'black', paper.watermark);
  return found;
};

/** Papers that a character is named with. */
const mostNames = 3;

/** Looks at papers one after another, and tells what they ask for that the machine has not. */
export class FontInspector {
  readonly #fonts: InstalledFonts;
  readonly #faces = new Set<TypeFace>();
  readonly #known = new Map<string, boolean>();
  readonly #missing = new Map<string, Set<string>>();
  #papersWithBoxes = 0;

  constructor(fonts: InstalledFonts) {
    this.#fonts = fonts;
  }

  #isThere(character: string): boolean {
    let known = this.#known.get(character);
    if (known === undefined) {
      known = unseen.test(character) || this.#fonts.anyCovers(character.codePointAt(0) ?? 0);
      this.#known.set(character, known);
    }
    return known;
  }

  look(paper: PaperDocument, name: string): void {
    let boxes = false;
    for (const [face, characters] of charactersOf(paper)) {
      this.#faces.add(face);
      for (const character of characters) {
        if (this.#isThere(character)) continue;
        boxes = true;
        const names = this.#missing.get(character) ?? new Set();
        if (names.size < mostNames) names.add(name);
        this.#missing.set(character, names);
      }
    }
    if (boxes) this.#papersWithBoxes += 1;
  }

  report(): FontReport {
    const replaced = [...this.#faces]
      .filter((face) => !ownNames[face].some((name) => this.#fonts.has(name)))
      .map((face) => ({
        asked: typeFaces[face].word,
        by: fontsOf(face).find((name) => this.#fonts.has(name)) ?? null,
      }));
    const missing = [...this.#missing].map(([character, names]) => ({ character, names: [...names] }));
    return { replaced, missing, papersWithBoxes: this.#papersWithBoxes };
  }
}

/** Subjects read at a time. */
const stride = 50;

/**
 * What papers of these subjects ask for that the machine has not.
 *
 * @param prepare reads what some of them print, in their order
 */
export const reportFonts = async (
  subjectIds: readonly string[],
  prepare: (ids: readonly string[]) => Promise<readonly PreparedPaper[]>,
  fonts: InstalledFonts,
  signal?: AbortSignal,
): Promise<FontReport> => {
  const inspector = new FontInspector(fonts);
  for (let start = 0; start < subjectIds.length; start += stride) {
    signal?.throwIfAborted();
    for (const { lacking, build, name } of await prepare(subjectIds.slice(start, start + stride)))
      if (lacking.length === 0) inspector.look(build(null), name);
    // A batch of thousands lets others through in between.
    await new Promise(setImmediate);
  }
  return inspector.report();
};
