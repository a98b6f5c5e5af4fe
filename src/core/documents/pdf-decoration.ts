import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib';
import { mmToPt } from './fit-text.ts';
import type { PageSetup, PathStep, VectorShape } from './model.ts';

const number = (value: number): string => String(Math.round(value * 1000) / 1000);

const letters: Readonly<Record<PathStep[0], string>> = { move: 'm', line: 'l', curve: 'c', close: 'h' };

const colour = (hex: string, operator: 'rg' | 'RG'): string =>
  `${[0, 2, 4].map((at) => number(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')} ${operator}`;

const shapeOperators = ({ steps, stroke, fill }: VectorShape): string => {
  const path = steps.map(([kind, ...numbers]) => `${numbers.map(number).join(' ')} ${letters[kind]}`);
  const paint = fill && stroke ? 'B' : fill ? 'f' : stroke ? 'S' : 'n';
  return [
    ...(fill ? [colour(fill, 'rg')] : []),
    ...(stroke ? [colour(stroke.colour, 'RG'), `${number(stroke.widthMm)} w`] : []),
    ...path,
    paint,
  ].join('\n');
};

/**
 * Lays the decoration under every page, once for the whole file. A browser would draw it anew on each page, which takes
 * as long as all the words and makes the file four times as large.
 */
export const decorate = (
  document: PDFDocument,
  decoration: readonly VectorShape[],
  { paper }: PageSetup,
): void => {
  const { context } = document;
  const form = context.flateStream(decoration.map(shapeOperators).join('\n'), {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, paper.widthMm, paper.heightMm],
    // Millimetres from the upper left corner, as the decoration counts.
    Matrix: [mmToPt(1), 0, 0, -mmToPt(1), 0, document.getPage(0).getHeight()],
  });
  const reference = context.register(form);
  const draw = context.register(context.stream('q /Decoration Do Q\n'));
  for (const { node } of document.getPages()) {
    const { Resources: resources, Contents: contents } = node.normalizedEntries();
    const objects = resources.lookupMaybe(PDFName.of('XObject'), PDFDict) ?? context.obj({});
    objects.set(PDFName.of('Decoration'), reference);
    resources.set(PDFName.of('XObject'), objects);
    // Before everything else, so that it lies under it.
    if (contents) contents.insert(0, draw);
    else node.set(PDFName.of('Contents'), draw);
  }
};
