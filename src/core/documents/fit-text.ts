const pointsPerMm = 72 / 25.4;

export const mmToPt = (mm: number): number => mm * pointsPerMm;
export const ptToMm = (pt: number): number => pt / pointsPerMm;

// Widths of the widest common fonts, so that text which fits here fits on any machine.
const letterEm = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x1100 || (code >= 0x2010 && code <= 0x203b)) return 1;
  if (/[A-Z&%@MWmw]/.test(letter)) return 0.78;
  return 0.58;
};

/** Width of one line of text, in ems of its own size, with the space that Word puts between Chinese and digits. */
const measureEm = (text: string): number => {
  let width = 0;
  let before = 0;
  for (const letter of text) {
    const em = letterEm(letter);
    if (before !== 0 && (before === 1) !== (em === 1)) width += 0.25;
    width += em;
    before = em;
  }
  return width;
};

/** Lines that `text` needs; counts one character a line as lost to the rules of line ends (禁则). */
export const countLines = (text: string, widthMm: number, sizePt: number): number => {
  const lineEm = Math.max(1, mmToPt(widthMm) / sizePt - 0.5);
  // No letter is wider than an em, with a quarter before it: most cells of a list need no measuring.
  if (text.length * 1.25 <= lineEm && !text.includes('\n')) return 1;
  return text.split('\n').reduce((lines, part) => {
    const needed = measureEm(part);
    return lines + (needed <= lineEm ? 1 : Math.ceil(needed / Math.max(1, lineEm - 1)));
  }, 0);
};

export interface Fit {
  readonly sizePt: number;
  readonly linePt: number;
  readonly lines: number;
  readonly heightMm: number;
}

export interface FitOptions {
  readonly widthMm: number;
  readonly maxHeightMm: number;
  /** Sizes to try, largest first. The last is taken when nothing fits. */
  readonly sizesPt: readonly number[];
  /** Line distance as a multiple of the size. */
  readonly leading: number;
}

/** The largest type in which a text of any length still fits its place. */
export const fitText = (text: string, { widthMm, maxHeightMm, sizesPt, leading }: FitOptions): Fit => {
  let fit: Fit | null = null;
  for (const sizePt of sizesPt) {
    const lines = countLines(text, widthMm, sizePt);
    const linePt = Math.round(sizePt * leading * 10) / 10;
    fit = { sizePt, linePt, lines, heightMm: ptToMm(lines * linePt) };
    if (fit.heightMm <= maxHeightMm) return fit;
  }
  if (!fit) throw new RangeError('fitText needs at least one size');
  return fit;
};

/** Breaks a text that has no spaces into the fewest lines of nearly equal length, for centred names. */
export const balanceLines = (text: string, widthMm: number, sizePt: number): string[] => {
  const lineEm = mmToPt(widthMm) / sizePt;
  const count = Math.max(1, Math.ceil(measureEm(text) / lineEm));
  const aim = measureEm(text) / count;
  const lines = [''];
  for (const letter of text) {
    const line = lines.at(-1) ?? '';
    if (lines.length < count && line !== '' && measureEm(line) + letterEm(letter) / 2 > aim)
      lines.push(letter);
    else lines[lines.length - 1] = line + letter;
  }
  return lines;
};
