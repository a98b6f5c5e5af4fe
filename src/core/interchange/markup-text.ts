/** One opening or closing tag, and the text up to the next. */
export interface MarkupToken {
  /** Without a namespace prefix, lower case; empty for the text before the first tag. */
  readonly name: string;
  readonly closing: boolean;
  /** What stands in the tag after its name. */
  readonly attributes: string;
  readonly text: string;
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

const referenced = (code: number): string =>
  Number.isInteger(code) && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : ' ';

/** Text with references resolved, since a digit may hide behind one. */
export const plainCharacters = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,8}));?/g,
    (written, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (hex !== undefined) return referenced(Number.parseInt(hex, 16));
      if (decimal !== undefined) return referenced(Number(decimal));
      return named[name ?? ''] ?? written;
    },
  );

/** End of what begins at `at`, and the text that it contributes: comments none, CDATA its own. */
const skip = (markup: string, at: number): { readonly next: number; readonly text: string } | null => {
  const special = [
    ['<!--', '-->', false],
    ['<![CDATA[', ']]>', true],
    ['<?', '?>', false],
    ['<!', '>', false],
  ] as const;
  for (const [open, close, isText] of special) {
    if (!markup.startsWith(open, at)) continue;
    const end = markup.indexOf(close, at + open.length);
    const stop = end === -1 ? markup.length : end;
    return { next: stop + close.length, text: isText ? markup.slice(at + open.length, stop) : '' };
  }
  return null;
};

/** Tags of XML or HTML with the text after each, in one pass; whatever the text holds, no character is read twice. */
export function* markupTokens(markup: string): Generator<MarkupToken> {
  let token = { name: '', closing: false, attributes: '' };
  let text = '';
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    const until = open === -1 ? markup.length : open;
    text += plainCharacters(markup.slice(at, until));
    if (open === -1) break;
    const skipped = skip(markup, open);
    if (skipped !== null) {
      text += skipped.text;
      at = skipped.next;
      continue;
    }
    const end = markup.indexOf('>', open);
    if (end === -1) break;
    yield { ...token, text };
    const [, slash = '', name = '', attributes = ''] =
      /^<(\/?)(?:[\w.-]{1,40}:)?([\w.-]{1,40})([^]*)$/.exec(markup.slice(open, end)) ?? [];
    token = { name: name.toLowerCase(), closing: slash === '/', attributes };
    text = '';
    at = end + 1;
  }
  yield { ...token, text };
}
