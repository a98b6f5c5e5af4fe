import { LineRuleType, Paragraph as WordParagraph, type IParagraphOptions, type ParagraphChild } from 'docx';
import type { TextFormat, TypeFace } from './model.ts';
import { typeFaces } from './type-faces.ts';
import { ptToTwips } from './word-parts.ts';

/** `docx` takes picture sizes in pixels of 1/96 inch. */
export const mmToPixels = (mm: number): number => (mm / 25.4) * 96;
export const mmToEmu = (mm: number): number => Math.round(mm * 36_000);

/**
 * The East Asian font stands on every run, or quotation marks and dashes fall back to a Latin font. The rest is said
 * only where it differs from the named style: half the time of a file goes into its properties.
 */
export const runOptions = (face: TypeFace, own: Partial<TextFormat>, gridPt: number) => {
  const font = typeFaces[face].word;
  return {
    font: { ascii: font, hAnsi: font, eastAsia: font, cs: font, hint: 'eastAsia' },
    ...(own.sizePt !== undefined && { size: Math.round(own.sizePt * 2) }),
    ...(own.colour !== undefined && { color: own.colour }),
    ...(own.spacingPt !== undefined && { characterSpacing: ptToTwips(own.spacingPt + gridPt) }),
  };
};

/** A line without text of a height of its own, on which pictures may hang. */
export const emptyLine = (
  heightPt: number,
  children: readonly ParagraphChild[],
  extra: IParagraphOptions = {},
): WordParagraph =>
  new WordParagraph({
    children: [...children],
    spacing: { before: 0, after: 0, line: Math.max(20, ptToTwips(heightPt)), lineRule: LineRuleType.EXACT },
    ...extra,
  });
