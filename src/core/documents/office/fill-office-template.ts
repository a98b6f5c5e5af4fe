import Docxtemplater from 'docxtemplater';
import type { DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import type { TemplateFlaw } from '../../../shared/domain/office-template.ts';
import type { QrCode } from '../model.ts';
import type { PaperFacts } from '../paper-facts.ts';
import { qrPng } from '../qr-code.ts';
import { codePicturePart } from './code-picture.ts';

/** What a template of a kind may name. */
export interface KnownNames {
  readonly facts: ReadonlySet<string>;
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
}

export const namesOf = ({ facts, lists }: PaperFacts): KnownNames => ({
  facts: new Set(Object.keys(facts)),
  lists: new Map(
    Object.entries(lists).map(([list, rows]) => [list, new Set(rows.flatMap((row) => Object.keys(row)))]),
  ),
});

type Scope = Readonly<Record<string, unknown>>;

const valueIn = (scope: unknown, name: string): unknown =>
  typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
    ? (scope as Scope)[name]
    : undefined;

/** Names are looked up and never computed: a template cannot say anything but the facts it is given. */
const options = {
  paragraphLoop: true,
  linebreaks: true,
  errorLogging: false,
  // What one list does not have is looked for outside it.
  parser: (tag: string) => ({ get: (scope: unknown) => valueIn(scope, tag.trim()) }),
  nullGetter: () => '',
} as const;

const flawKinds: Readonly<Record<string, TemplateFlaw['kind']>> = {
  unclosed_tag: 'unclosed',
  unopened_tag: 'unclosed',
  unclosed_loop: 'unclosed',
  unopened_loop: 'unclosed',
  closing_tag_does_not_match_opening_tag: 'unclosed',
  duplicate_open_tag: 'unclosed',
  duplicate_close_tag: 'unclosed',
};

const flawOf = (error: unknown): TemplateFlaw => {
  const properties = valueIn(error, 'properties');
  const id = valueIn(properties, 'id');
  const name = valueIn(properties, 'xtag');
  return {
    kind: (typeof id === 'string' ? flawKinds[id] : undefined) ?? 'broken',
    name: typeof name === 'string' ? name : '',
  };
};

const flawsOf = (error: unknown): TemplateFlaw[] => {
  const errors = valueIn(valueIn(error, 'properties'), 'errors');
  return Array.isArray(errors) ? errors.map(flawOf) : [flawOf(error)];
};

interface Used {
  readonly name: string;
  readonly list: string | null;
  readonly opens: boolean;
}

/** A module of docxtemplater that only looks at what was parsed. */
class Reader {
  readonly name = 'reader';
  readonly used: Used[] = [];

  #read(parts: readonly DXT.Part[], list: string | null): void {
    for (const part of parts) {
      if (part.type !== 'placeholder') continue;
      const name = part.value.trim();
      const inner = valueIn(part, 'subparsed');
      this.used.push({ name, list, opens: Array.isArray(inner) });
      if (Array.isArray(inner)) this.#read(inner as DXT.Part[], name);
    }
  }

  postparse(parts: DXT.Part[]): DXT.Part[] {
    return parts;
  }

  set(state: { readonly inspect?: { readonly postparsed?: DXT.Part[] } }): void {
    if (state.inspect?.postparsed) this.#read(state.inspect.postparsed, null);
  }
}

const fullWidth = /[｛｝]/;

/**
 * What is wrong with a template, by name: unknown names and pairs that do not close must be mended; facts that it
 * leaves out are only told.
 *
 * @param usual names that the built-in paper uses
 * @param code the code that the built-in paper shows
 */
export const checkOfficeTemplate = (
  template: Uint8Array,
  known: KnownNames,
  usual: ReadonlySet<string>,
  code: QrCode | null,
): TemplateFlaw[] => {
  const reader = new Reader();
  let text: string;
  let hasCode: boolean;
  try {
    const zip = new PizZip(template);
    hasCode = code === null || codePicturePart(zip, code.label) !== null;
    const document = new Docxtemplater(zip, { ...options, modules: [reader] });
    text = document.getFullText();
  } catch (error) {
    return flawsOf(error);
  }
  const flaws: TemplateFlaw[] = [];
  const seen = new Set<string>();
  for (const { name, list, opens } of reader.used) {
    const rows = list === null ? undefined : known.lists.get(list);
    const isKnown = (rows?.has(name) ?? false) || known.facts.has(name) || (opens && known.lists.has(name));
    seen.add(name);
    if (!isKnown) flaws.push({ kind: 'unknown', name });
  }
  if (fullWidth.test(text)) flaws.push({ kind: 'full-width', name: '｛｝' });
  const missing = [...usual].filter((name) => !seen.has(name));
  if (code !== null && !hasCode) missing.push(code.label);
  return [...flaws, ...missing.map((name): TemplateFlaw => ({ kind: 'missing', name }))].filter(
    (flaw, index, all) =>
      all.findIndex(({ kind, name }) => kind === flaw.kind && name === flaw.name) === index,
  );
};

/** The Word file of one paper, from an office's own template. @param code takes the place of the template's picture */
export const fillOfficeTemplate = (
  template: Uint8Array,
  { facts, lists }: PaperFacts,
  code: QrCode | null,
): Uint8Array => {
  const document = new Docxtemplater(new PizZip(template), options);
  document.render({ ...facts, ...lists });
  const zip = document.getZip();
  const part = code && codePicturePart(zip, code.label);
  if (code && part) zip.file(part, qrPng(code.text, code));
  return document.toBuffer();
};
