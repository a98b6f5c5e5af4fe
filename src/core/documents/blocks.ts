import type {
  Block,
  FormField,
  Inline,
  PaperDocument,
  Paragraph,
  ParagraphStyle,
  TableCell,
  TableRow,
  TextFormat,
  TextRun,
} from './model.ts';

// Control characters and halves of surrogate pairs make a Word file unreadable; tabs would differ between the two;
// marks that turn the direction of text would let a paper say other words than the archive.
const unprintable = /[^\P{Cc}\n]|\p{Surrogate}|[\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;

// Whatever may need work: the two expressions below take a microsecond each, and a roster has thousands of cells.
const suspicious = /[\p{Cc}\p{Surrogate}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/u;

/** Text as paper can carry it: no control characters, no broken surrogates, tabs as spaces, one kind of line feed. */
export const printable = (text: string): string =>
  suspicious.test(text)
    ? text.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(unprintable, '')
    : text;

export const text = (value: string, format?: Partial<TextFormat>): TextRun => ({
  kind: 'text',
  text: printable(value),
  ...(format && { format }),
});

/** A fact by its name, blank where it is not known. */
export const known = (name: string, value: string | null, format?: Partial<TextFormat>): TextRun => ({
  ...text(value ?? '', format),
  fact: name,
});

export const field = (
  label: string,
  value: string | number | null,
  blankEm = 4,
  format?: Partial<TextFormat>,
): FormField => ({
  kind: 'field',
  label,
  value: value === null || value === '' ? null : printable(String(value)),
  blankEm,
  ...(format && { format }),
});

/** What a field prints: its value, or six-angle brackets around full-width spaces. */
export const fieldText = (inline: Inline): string => {
  if (inline.kind === 'text') return inline.text;
  return inline.value ?? `〔${'　'.repeat(Math.max(2, Math.round(inline.blankEm)))}〕`;
};

/** Room to write a date by hand. */
export const blankDate = '　　　年　　月　　日';

export const paragraph = (
  style: string,
  content: string | readonly Inline[],
  overrides: Omit<Partial<Paragraph>, 'kind' | 'style' | 'inlines'> = {},
): Paragraph => ({
  kind: 'paragraph',
  style,
  inlines: typeof content === 'string' ? [text(content)] : content,
  ...overrides,
});

export const cell = (
  blocks: readonly Block[],
  options: Partial<Omit<TableCell, 'blocks'>> = {},
): TableCell => ({
  blocks,
  columns: 1,
  rows: 1,
  vertical: 'middle',
  ...options,
});

export const row = (
  heightMm: number,
  cells: readonly TableCell[],
  options: Partial<Omit<TableRow, 'cells' | 'heightMm'>> = {},
): TableRow => ({ cells, heightMm, heightRule: 'at-least', header: false, ...options });

/** @throws RangeError where a block names a style that its document lacks: a mistake in a template */
export const styleOf = (document: PaperDocument, name: string): ParagraphStyle => {
  const found = document.styles[name];
  if (!found) throw new RangeError(`no style ${name}`);
  return found;
};

export const style = (
  label: string,
  format: Omit<TextFormat, 'colour' | 'spacingPt'> & Partial<TextFormat>,
  options: Partial<Omit<ParagraphStyle, 'label' | 'format'>> = {},
): ParagraphStyle => ({
  label,
  format: { colour: '000000', spacingPt: 0, ...format },
  align: 'start',
  linePt: format.sizePt * 1.5,
  firstLineEm: 0,
  beforePt: 0,
  afterPt: 0,
  keepWithNext: false,
  outlineLevel: null,
  ...options,
});

/**
 * Letters set apart to fill a width (分散对齐), e.g. 类别 as wide as 业务范围. The last letter is a run of its
 * own, because both Word and CSS add the space after each letter.
 */
export const spread = (
  word: string,
  widthEm: number,
  format: Partial<TextFormat> & { sizePt: number },
): TextRun[] => {
  const letters = Array.from(printable(word));
  const last = letters.pop();
  if (last === undefined || letters.length === 0) return [text(word, format)];
  const spacingPt = Math.max(0, ((widthEm - letters.length - 1) / letters.length) * format.sizePt);
  return [text(letters.join(''), { ...format, spacingPt }), text(last, { ...format, spacingPt: 0 })];
};
