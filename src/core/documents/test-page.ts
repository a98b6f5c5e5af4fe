import type { Paper } from '../../shared/domain/document.ts';
import { testMarkMm } from '../../shared/domain/printing.ts';

/** Between two lines of the grid. */
export const gridMm = 10;

const fixed = (value: number): string => String(Math.round(value * 1000) / 1000);

const line = (x1: number, y1: number, x2: number, y2: number, widthMm: number, colour = '#000'): string =>
  `<line x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}" stroke="${colour}" stroke-width="${widthMm}"/>`;

const words = (x: number, y: number, text: string, sizeMm = 3, anchor = 'middle'): string =>
  `<text x="${fixed(x)}" y="${fixed(y)}" font-size="${sizeMm}" text-anchor="${anchor}">${text}</text>`;

const steps = (length: number): number[] =>
  Array.from({ length: Math.ceil(length / gridMm) - 1 }, (_, index) => (index + 1) * gridMm);

/** Lines 10 mm apart, each with its distance from the edge at both ends. */
const grid = (width: number, height: number): string =>
  [
    ...steps(width).map(
      (x) =>
        line(x, 0, x, height, x % 50 === 0 ? 0.3 : 0.15, '#333') +
        words(x + 0.4, 15.5, String(x), 2.6, 'start') +
        words(x + 0.4, height - 12, String(x), 2.6, 'start'),
    ),
    ...steps(height).map(
      (y) =>
        line(0, y, width, y, y % 50 === 0 ? 0.3 : 0.15, '#333') +
        words(12, y - 0.5, String(y), 2.6, 'start') +
        words(width - 11, y - 0.5, String(y), 2.6, 'end'),
    ),
  ].join('');

/** Rulers with a tick each millimetre along the line 30 mm from the upper and the left edge. */
const rulers = (width: number, height: number): string => {
  const tick = (at: number): number => (at % 10 === 0 ? 3 : at % 5 === 0 ? 2 : 1.2);
  const ticks = (length: number, draw: (at: number) => string): string =>
    Array.from({ length: Math.floor(length) }, (_, at) => draw(at)).join('');
  return (
    ticks(width, (at) => line(at, 30, at, 30 + tick(at), 0.1)) +
    ticks(height, (at) => line(30, at, 30 + tick(at), at, 0.1))
  );
};

const cross = (x: number, y: number): string =>
  `<g class="cross"><circle cx="${fixed(x)}" cy="${fixed(y)}" r="4" fill="none" stroke="#000" stroke-width="0.25"/>` +
  `${line(x - 7, y, x + 7, y, 0.25)}${line(x, y - 7, x, y + 7, 0.25)}</g>`;

/** What to measure, for whoever stands at the printer with a ruler. */
const advice = (width: number, corrected: boolean): readonly string[] =>
  corrected
    ? [
        '校准后的测试页',
        `左上角十字中心应当离纸的左边 ${testMarkMm} 毫米、离上边 ${testMarkMm} 毫米。`,
        '差在 0.5 毫米以内就可以了；还有偏差，请再量一次、再填一次。',
      ]
    : [
        '打印机测试页',
        '打印时缩放请选“实际大小”或 100%，不要选“适合纸张”。',
        `① 量左上角十字中心到纸左边的距离（标准 ${testMarkMm} 毫米）`,
        `② 量左上角十字中心到纸上边的距离（标准 ${testMarkMm} 毫米）`,
        `③ 量上面两个十字中心之间的距离（标准 ${width - 2 * testMarkMm} 毫米），检查有没有缩放`,
        '把量到的数填进“打印中心—打印机”里，系统算出偏移。',
      ];

const box = (width: number, height: number, lines: readonly string[]): string => {
  const [top, left, wide] = [height / 2 - 4 - lines.length * 4, width / 2 - 58, 116];
  return (
    `<rect x="${left}" y="${top}" width="${wide}" height="${lines.length * 7.5 + 6}" fill="#fff" stroke="#000" stroke-width="0.2"/>` +
    lines.map((text, at) => words(width / 2, top + 8.5 + at * 7.5, text, at === 0 ? 5 : 3.6)).join('')
  );
};

/**
 * The page to measure a printer by: a grid of 10 mm with numbered lines, rulers, and crosses 20 mm from the edges at the
 * corners. Everything is drawn in millimetres from the upper left corner of the sheet.
 */
export const testPageHtml = ({ widthMm, heightMm }: Paper, corrected: boolean): string => {
  const far = [widthMm - testMarkMm, heightMm - testMarkMm] as const;
  const svg =
    grid(widthMm, heightMm) +
    rulers(widthMm, heightMm) +
    cross(testMarkMm, testMarkMm) +
    cross(far[0], testMarkMm) +
    cross(testMarkMm, far[1]) +
    cross(far[0], far[1]) +
    box(widthMm, heightMm, advice(widthMm, corrected));
  return (
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>打印机测试页</title>' +
    `<style>@page{size:${widthMm}mm ${heightMm}mm;margin:0}html,body{margin:0}svg{display:block}` +
    "text{font-family:SimSun,'Noto Serif CJK SC',serif}</style></head><body>" +
    `<svg width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}">${svg}</svg></body></html>`
  );
};
