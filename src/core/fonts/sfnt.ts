import type { FileHandle } from 'node:fs/promises';

/*
 * As much of OpenType (ISO/IEC 14496-22) as a report needs: what a font is called, and which characters it has. Only
 * these tables are read, because a Chinese collection is twenty megabytes. A font that is not as it should be is one
 * that is not there.
 */

/** What is thrown inside and caught at the file: never leaves this folder. */
class NoFont extends Error {}

/** Bounds of what is read from one table; the largest real ones have a tenth of this. */
const longestTable = 8 * 1024 * 1024;
const mostFontsInFile = 64;

type ReadAt = (offset: number, length: number) => Promise<Buffer>;

const reading =
  (file: FileHandle): ReadAt =>
  async (offset, length) => {
    if (length > longestTable) throw new NoFont('too long');
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, offset);
    if (bytesRead < length) throw new NoFont('cut short');
    return buffer;
  };

interface TableRange {
  readonly offset: number;
  readonly length: number;
}

const tablesAt = async (read: ReadAt, start: number): Promise<ReadonlyMap<string, TableRange>> => {
  const head = await read(start, 12);
  const version = head.toString('latin1', 0, 4);
  if (!['\0\u0001\0\0', 'OTTO', 'true'].includes(version)) throw new NoFont('no sfnt');
  const count = head.readUInt16BE(4);
  const directory = await read(start + 12, count * 16);
  return new Map(
    Array.from({ length: count }, (_, at) => [
      directory.toString('latin1', at * 16, at * 16 + 4),
      { offset: directory.readUInt32BE(at * 16 + 8), length: directory.readUInt32BE(at * 16 + 12) },
    ]),
  );
};

const startsOf = async (read: ReadAt): Promise<readonly number[]> => {
  const head = await read(0, 12);
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0];
  const count = Math.min(head.readUInt32BE(8), mostFontsInFile);
  const offsets = await read(12, count * 4);
  return Array.from({ length: count }, (_, at) => offsets.readUInt32BE(at * 4));
};

const table = async (read: ReadAt, tables: ReadonlyMap<string, TableRange>, tag: string): Promise<Buffer> => {
  const range = tables.get(tag);
  if (range === undefined) throw new NoFont(`no ${tag}`);
  return read(range.offset, range.length);
};

const utf16 = (bytes: Buffer): string => {
  if (bytes.length % 2 !== 0) return '';
  return Buffer.from(bytes).swap16().toString('utf16le');
};

/** Family (1), full (4) and PostScript name (6), and the family of all weights (16). */
const wantedNames: ReadonlySet<number> = new Set([1, 4, 6, 16]);

const namesIn = (bytes: Buffer): readonly string[] => {
  const names = new Set<string>();
  const count = bytes.readUInt16BE(2);
  const strings = bytes.readUInt16BE(4);
  for (let at = 0; at < count; at += 1) {
    const record = 6 + at * 12;
    const platform = bytes.readUInt16BE(record);
    if (!wantedNames.has(bytes.readUInt16BE(record + 6))) continue;
    const from = strings + bytes.readUInt16BE(record + 10);
    const text = bytes.subarray(from, from + bytes.readUInt16BE(record + 8));
    // Names for old Macintoshes are repeated for Unicode (0) or Windows (3).
    if (platform === 0 || platform === 3) names.add(utf16(text));
  }
  names.delete('');
  return [...names];
};

/** First and last characters of runs, in turn, ascending. */
export type Coverage = Uint32Array;

/** Sorts runs and joins what touches. */
const coverageOf = (runs: [from: number, to: number][]): Coverage => {
  runs.sort(([a], [b]) => a - b);
  const flat: number[] = [];
  for (const [from, to] of runs) {
    const last = flat.length - 1;
    if (last > 0 && from <= flat[last]! + 1) flat[last] = Math.max(flat[last]!, to);
    else flat.push(from, to);
  }
  return Uint32Array.from(flat);
};

/** Segment mapping to delta values: the characters of the basic plane. A delta of nothing maps to no glyph. */
const runsOfFormat4 = (bytes: Buffer): [number, number][] => {
  const doubled = bytes.readUInt16BE(6);
  const runs: [number, number][] = [];
  for (let at = 0; at < doubled; at += 2) {
    const end = bytes.readUInt16BE(14 + at);
    const start = bytes.readUInt16BE(16 + doubled + at);
    const delta = bytes.readUInt16BE(16 + doubled * 2 + at);
    const rangeAt = 16 + doubled * 3 + at;
    const range = bytes.readUInt16BE(rangeAt);
    let run: [number, number] | null = null;
    for (let character = start; character <= end && character < 0xffff; character += 1) {
      const place = rangeAt + range + (character - start) * 2;
      const raw = range === 0 ? character : place + 1 < bytes.length ? bytes.readUInt16BE(place) : 0;
      const isThere = range === 0 ? ((raw + delta) & 0xffff) !== 0 : raw !== 0;
      if (!isThere) run = null;
      else if (run === null) runs.push((run = [character, character]));
      else run[1] = character;
    }
  }
  return runs;
};

/** Segmented coverage: the characters of all planes. */
const runsOfFormat12 = (bytes: Buffer): [number, number][] => {
  const count = Math.min(bytes.readUInt32BE(12), Math.floor((bytes.length - 16) / 12));
  return Array.from({ length: count }, (_, at): [number, number] => {
    const from = bytes.readUInt32BE(16 + at * 12);
    const to = Math.min(bytes.readUInt32BE(20 + at * 12), 0x10_ffff);
    // The first glyph of a font is the box for what it lacks.
    return bytes.readUInt32BE(24 + at * 12) === 0 ? [from + 1, to] : [from, to];
  }).filter(([from, to]) => from <= to);
};

/** A table of all planes says everything that one of the basic plane beside it says. */
const coverageIn = (bytes: Buffer): Coverage => {
  const subtables = Array.from({ length: bytes.readUInt16BE(2) }, (_, at) => ({
    platform: bytes.readUInt16BE(4 + at * 8),
    bytes: bytes.subarray(bytes.readUInt32BE(8 + at * 8)),
  })).filter(({ platform }) => platform === 0 || platform === 3);
  const ofFormat = (format: number): Buffer | undefined =>
    subtables.find((each) => each.bytes.readUInt16BE(0) === format)?.bytes;
  const whole = ofFormat(12);
  if (whole !== undefined) return coverageOf(runsOfFormat12(whole));
  const basic = ofFormat(4);
  return basic === undefined ? new Uint32Array() : coverageOf(runsOfFormat4(basic));
};

/** True where a font has the character. */
export const covers = (coverage: Coverage, character: number): boolean => {
  let low = 0;
  let high = coverage.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (character < coverage[middle * 2]!) high = middle - 1;
    else if (character > coverage[middle * 2 + 1]!) low = middle + 1;
    else return true;
  }
  return false;
};

/** One font of a file. */
export interface Sfnt {
  /** Everything it can be asked for by, in all its languages. */
  readonly names: readonly string[];
  readonly coverage: Coverage;
}

/** The fonts in a TrueType or OpenType file, or in a collection of them; those that are damaged are left out. */
export const sfntsIn = async (file: FileHandle): Promise<readonly Sfnt[]> => {
  const read = reading(file);
  const fonts: Sfnt[] = [];
  // The fonts of a collection mostly share their table of characters.
  const known = new Map<number, Coverage>();
  try {
    for (const start of await startsOf(read)) {
      const tables = await tablesAt(read, start);
      const at = tables.get('cmap')?.offset ?? -1;
      const coverage = known.get(at) ?? coverageIn(await table(read, tables, 'cmap'));
      known.set(at, coverage);
      fonts.push({ names: namesIn(await table(read, tables, 'name')), coverage });
    }
  } catch (error) {
    // Offsets that lead outside end in a RangeError.
    if (!(error instanceof NoFont || error instanceof RangeError)) throw error;
  }
  return fonts;
};
