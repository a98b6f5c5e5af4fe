import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkPages } from '../../../src/core/db/check-pages.ts';
import { migrate } from '../../../src/core/db/migrate.ts';
import { openArchiveStore } from '../../../src/core/db/open-archive-store.ts';
import { hasAuthenticPage, readSalt } from '../../../src/core/db/page-authenticity.ts';
import { saveSetting } from '../../../src/core/db/repositories/settings.ts';

const key = new Uint8Array(32).fill(7);
const pageBytes = 4096;
let folder: string;
let file: string;
let whole: Buffer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-archive-damage-'));
  file = join(folder, 'archive.db');
  migrate(file, key);
  const store = await openArchiveStore(file, key);
  await store.write((writer) => {
    for (let row = 0; row < 400; row++) saveSetting(writer, `key ${row}`, 'v'.repeat(200));
    saveSetting(writer, 'long', 'w'.repeat(20_000)); // overflow pages
  });
  await store.close();
  whole = readFileSync(file);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const codeOfChecking = (bytes: Uint8Array): string => {
  writeFileSync(file, bytes);
  try {
    checkPages(file, key, whole.subarray(0, 16));
    return 'whole';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

describe('a damaged database', () => {
  test('a flipped bit in any page is noticed', () => {
    const pages = whole.length / pageBytes;
    expect(pages).toBeGreaterThan(60);
    const unnoticed: number[] = [];
    for (let page = 1; page < pages; page++) {
      const bytes = Buffer.from(whole);
      const offset = page * pageBytes + ((page * 997) % pageBytes);
      bytes[offset] = (bytes[offset] ?? 0) ^ (1 << (page % 8));
      if (codeOfChecking(bytes) !== 'ARCHIVE_DAMAGED') unnoticed.push(page);
    }
    expect(unnoticed).toEqual([]);
    expect(codeOfChecking(whole)).toBe('whole');
  });

  test('a file cut short is noticed, at a page and inside one', () => {
    for (const length of [whole.length - pageBytes, 20 * pageBytes, 20 * pageBytes + 17]) {
      expect([length, codeOfChecking(whole.subarray(0, length))]).toEqual([length, 'ARCHIVE_DAMAGED']);
    }
  });

  test('pages exchanged with each other are noticed', () => {
    const bytes = Buffer.from(whole);
    whole.copy(bytes, 30 * pageBytes, 31 * pageBytes, 32 * pageBytes);
    whole.copy(bytes, 31 * pageBytes, 30 * pageBytes, 31 * pageBytes);
    expect(codeOfChecking(bytes)).toBe('ARCHIVE_DAMAGED');
  });
});

describe('what a page tells about its origin', () => {
  test('is ours as long as one page is whole, under our key only', () => {
    const salt = readSalt(file);
    expect(hasAuthenticPage(file, key, salt)).toBe(true);
    expect(hasAuthenticPage(file, new Uint8Array(32).fill(8), salt)).toBe(false);
    const bytes = Buffer.from(whole);
    const flip = (offset: number): void => void (bytes[offset] = (bytes[offset] ?? 0) ^ 1);
    for (let page = 0; page < whole.length / pageBytes; page++) flip(page * pageBytes + 99);
    const untouched = 40;
    whole.copy(bytes, untouched * pageBytes, untouched * pageBytes, (untouched + 1) * pageBytes);
    bytes.fill(0, 0, 16);
    writeFileSync(file, bytes);
    expect(hasAuthenticPage(file, key, salt)).toBe(true);
    flip(untouched * pageBytes);
    writeFileSync(file, bytes);
    expect(hasAuthenticPage(file, key, salt)).toBe(false);
  });
});
