import { expect, test } from 'vitest';
import { labelSheetFormat, shippedLabelSheets } from '../../../src/shared/domain/label-sheet.ts';
import {
  isNumbered,
  mayChangeSheet,
  offsetFrom,
  paperSetup,
  sheetFor,
  usualSetup,
} from '../../../src/shared/domain/printing.ts';

const a4 = { widthMm: 210, heightMm: 297, orientation: 'portrait' } as const;

/** A printer that puts the point n at a + k·n, measured by a ruler on its test page. */
const measured = (a: number, b: number, k: number) => ({
  leftMm: a + 20 * k,
  topMm: b + 20 * k,
  acrossMm: 170 * k,
});

test('an offset measured from a test page puts every point where it should be', () => {
  for (const [a, b, k] of [
    [0, 0, 1],
    [1.5, -2, 1],
    [-3.2, 4.1, 0.97],
    [2, 2, 1.02],
  ] as const) {
    const { xMm, yMm, scale } = offsetFrom(measured(a, b, k), a4);
    for (const point of [0, 20, 105, 210]) {
      expect(a + k * (point * scale + xMm)).toBeCloseTo(point, 1);
      expect(b + k * (point * scale + yMm)).toBeCloseTo(point, 1);
    }
  }
  // Two distances alone: nothing is enlarged.
  expect(offsetFrom({ leftMm: 18.5, topMm: 22, acrossMm: null }, a4)).toEqual({
    xMm: 1.5,
    yMm: -2,
    scale: 1,
  });
  // What no printer comes to was measured wrong, or printed to fit.
  expect(() => offsetFrom({ leftMm: 20, topMm: 20, acrossMm: 150 }, a4)).toThrow();
  expect(() => offsetFrom({ leftMm: 45, topMm: 20, acrossMm: 170 }, a4)).toThrow();
});

test('a sheet is turned as its page is, and the office’s own is as it lies', () => {
  const across = { widthMm: 297, heightMm: 210, orientation: 'landscape' } as const;
  const on = (sheet: 'own' | 'a3' | 'b5') => sheetFor(across, { ...usualSetup, sheet });
  expect(on('own')).toEqual(across);
  expect(on('a3')).toMatchObject({ widthMm: 420, heightMm: 297 });
  expect(on('b5')).toMatchObject({ widthMm: 257, heightMm: 182 });
  expect(sheetFor(a4, { ...usualSetup, sheet: 'custom', customMm: { width: 260, height: 185 } })).toEqual({
    widthMm: 260,
    heightMm: 185,
    orientation: 'landscape',
  });
  expect(paperSetup.safeParse({ ...usualSetup, sheet: 'custom' }).success).toBe(false);
});

test('official papers stay on A4, labels and marked papers are not numbered', () => {
  expect([mayChangeSheet('approval'), mayChangeSheet('label'), mayChangeSheet('certificate')]).toEqual([
    false,
    false,
    true,
  ]);
  expect(isNumbered({ kind: 'certificate', mark: null })).toBe(true);
  expect(isNumbered({ kind: 'certificate', mark: 'photocopy' })).toBe(false);
  expect(isNumbered({ kind: 'label', mark: null })).toBe(false);
});

test('every sheet of labels that ships fits its paper', () => {
  for (const { format, name } of shippedLabelSheets)
    expect(labelSheetFormat.safeParse(format).success, name).toBe(true);
});
