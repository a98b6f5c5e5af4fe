import { Buffer } from 'node:buffer';

interface SmallFont {
  readonly names: readonly string[];
  /** Runs of characters, ascending. */
  readonly runs: readonly (readonly [from: number, to: number])[];
  /** Table of characters: 4 for the basic plane, 12 for all. */
  readonly format: 4 | 12;
}

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => bytes.writeUInt16BE(value & 0xffff, at * 2));
  return bytes;
};

const longs = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4));
  return bytes;
};

const format4 = (runs: SmallFont['runs']): Buffer => {
  const all = [...runs, [0xffff, 0xffff] as const];
  const ends = words(...all.map(([, to]) => to));
  const starts = words(...all.map(([from]) => from));
  const deltas = words(...all.map(([from]) => (from === 0xffff ? 1 : 5 - from)));
  const body = Buffer.concat([ends, words(0), starts, deltas, words(...all.map(() => 0))]);
  return Buffer.concat([words(4, 14 + body.length, 0, all.length * 2, 0, 0, 0), body]);
};

const format12 = (runs: SmallFont['runs']): Buffer =>
  Buffer.concat([
    words(12, 0),
    longs(16 + runs.length * 12, 0, runs.length, ...runs.flatMap(([from, to]) => [from, to, 5])),
  ]);

const nameTable = (names: readonly string[]): Buffer => {
  const texts = names.map((name) => Buffer.from(name, 'utf16le').swap16());
  let at = 0;
  const records = texts.flatMap((text) => {
    const record = [3, 1, 0x804, 1, text.length, at];
    at += text.length;
    return record;
  });
  return Buffer.concat([words(0, names.length, 6 + names.length * 12, ...records), ...texts]);
};

/** As much of a font as a report reads. @param from where in its file it begins */
export const smallFont = ({ names, runs, format }: SmallFont, from = 0): Buffer => {
  const subtable = format === 4 ? format4(runs) : format12(runs);
  const cmap = Buffer.concat([words(0, 1, 3, format === 4 ? 1 : 10), longs(12), subtable]);
  const name = nameTable(names);
  const first = from + 12 + 32;
  const entry = (tag: string, offset: number, length: number): Buffer =>
    Buffer.concat([Buffer.from(tag, 'latin1'), longs(0, offset, length)]);
  return Buffer.concat([
    longs(0x0001_0000),
    words(2, 0, 0, 0),
    entry('cmap', first, cmap.length),
    entry('name', first + cmap.length, name.length),
    cmap,
    name,
  ]);
};

/** Several fonts in one file (TTC). */
export const smallCollection = (fonts: readonly SmallFont[]): Buffer => {
  let at = 12 + fonts.length * 4;
  const starts: number[] = [];
  const made = fonts.map((font) => {
    starts.push(at);
    const bytes = smallFont(font, at);
    at += bytes.length;
    return bytes;
  });
  return Buffer.concat([Buffer.from('ttcf', 'latin1'), longs(0x0001_0000, fonts.length, ...starts), ...made]);
};
