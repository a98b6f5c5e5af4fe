import { describe, expect, test } from 'vitest';
import { pictureBox, zoomed } from '../../../../src/renderer/features/files/preview/picture-box.ts';
import { pastedFiles } from '../../../../src/renderer/components/dropped-files.ts';
import { titleOf } from '../../../../src/renderer/features/files/take-in/title-of.ts';

test.each([
  ['备案表.pdf', '备案表'],
  ['2026.11.20 公示.照片.JPG', '2026.11.20 公示.照片'],
  ['.pdf', '.pdf'],
  ['没有后缀', '没有后缀'],
])('%s is called %s', (name, title) => {
  expect(titleOf({ name })).toBe(title);
});

test('pasted pictures are told apart by the moment; pasted files keep their names', () => {
  const files = [new File(['a'], 'image.png'), new File(['b'], 'image.png'), new File(['c'], '合影.jpg')];
  const named = pastedFiles({ files } as unknown as DataTransfer, new Date(2026, 10, 3, 9, 5, 7));
  expect(named.map(({ name }) => name)).toEqual([
    '粘贴的图片-20261103-090507.png',
    '粘贴的图片-20261103-090507-2.png',
    '合影.jpg',
  ]);
});

describe('a picture in its room', () => {
  const room = { width: 1000, height: 600 };
  test.each([
    ['lying', { width: 2000, height: 600 }, 0, { width: 1000, height: 300 }],
    ['standing', { width: 600, height: 1200 }, 0, { width: 300, height: 600 }],
    ['standing, turned', { width: 600, height: 1200 }, 1, { width: 1000, height: 500 }],
  ] as const)('is seen whole: %s', (_, natural, turns, taken) => {
    expect(pictureBox(natural, room, 1, turns)?.taken).toEqual(taken);
  });
  test('is not shown before it has a size', () => {
    expect(pictureBox({ width: 0, height: 0 }, room, 1, 0)).toBeNull();
  });
  test('comes no nearer than eight times', () => {
    let zoom = 1;
    for (let step = 0; step < 40; step++) zoom = zoomed(zoom, 1);
    expect(zoom).toBe(8);
  });
});
