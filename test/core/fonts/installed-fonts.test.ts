import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { fontLibrary } from '../../../src/core/fonts/installed-fonts.ts';
import { fontFolders } from '../../../src/core/system-ports.ts';
import { smallCollection, smallFont } from '../../support/small-font.ts';

const root = mkdtempSync(join(tmpdir(), 'hub-archive-fonts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let count = 0;
beforeEach(() => {
  folder = join(root, String((count += 1)));
  mkdirSync(join(folder, 'inner'), { recursive: true });
});

const at = (character: string): number => character.codePointAt(0) ?? 0;

test('fonts go by all their names, each with its own characters, also in collections and inner folders', async () => {
  const song = { names: ['宋体', 'SimSun'], runs: [[0x4e00, 0x9fa5]], format: 4 } as const;
  const rare = {
    names: ['SimSun-ExtB'],
    runs: [
      [0x41, 0x5a],
      [0x20000, 0x2a6d6],
    ],
    format: 12,
  } as const;
  writeFileSync(join(folder, 'inner', 'simsun.TTC'), smallCollection([song, rare]));
  writeFileSync(
    join(folder, 'kai.ttf'),
    smallFont({ names: ['楷体'], runs: [[at('㛃'), at('㛃')]], format: 4 }),
  );
  writeFileSync(join(folder, 'readme.txt'), smallFont({ names: ['不是字体'], runs: [], format: 4 }));
  const fonts = await fontLibrary([folder, join(root, 'not there')])();
  expect(['宋体', 'simsun', ' SimSun-ExtB', '楷体', '不是字体', ''].map(fonts.has)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(['中', '一', '龥', '龦', '𠮷', '㛃', '䶮', 'A'].map((each) => fonts.anyCovers(at(each)))).toEqual([
    true,
    true,
    true,
    false,
    true,
    true,
    false,
    true,
  ]);
});

test('a font that is installed later is seen, and one that was taken away is not', async () => {
  const library = fontLibrary([folder]);
  const path = join(folder, 'fang.ttf');
  expect((await library()).has('仿宋')).toBe(false);
  writeFileSync(path, smallFont({ names: ['仿宋'], runs: [[0x4e00, 0x4e10]], format: 12 }));
  expect((await library()).has('仿宋')).toBe(true);
  rmSync(path);
  expect((await library()).has('仿宋')).toBe(false);
});

test('a damaged font is one that is not there: cut at any place, or with numbers that lead outside', async () => {
  const whole = smallFont({ names: ['仿宋'], runs: [[0x4e00, 0x9fa5]], format: 4 });
  for (let length = 0; length < whole.length; length += 1)
    writeFileSync(join(folder, `cut-${length}.ttf`), whole.subarray(0, length));
  for (let place = 4; place < whole.length - 1; place += 1) {
    const wrong = Buffer.from(whole);
    wrong.writeUInt16BE(0xfff1, place);
    writeFileSync(join(folder, `wrong-${place}.ttf`), wrong);
  }
  const fonts = await fontLibrary([folder])();
  expect(fonts.anyCovers(at('𠮷'))).toBe(false);
});

test('each system has its own places', () => {
  expect(
    fontFolders('win32', { SystemRoot: String.raw`D:\Windows`, LOCALAPPDATA: String.raw`C:\U\L` }, ''),
  ).toEqual([String.raw`D:\Windows\Fonts`, String.raw`C:\U\L\Microsoft\Windows\Fonts`]);
  expect(fontFolders('darwin', {}, '/Users/a')).toContain('/Users/a/Library/Fonts');
  expect(fontFolders('linux', { XDG_DATA_HOME: '/d' }, '/home/a')).toEqual([
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    '/d/fonts',
    '/home/a/.fonts',
  ]);
});
