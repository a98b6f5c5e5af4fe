import { describe, expect, it } from 'vitest';
import { encode } from 'uqr';
import { paperCodeBlock, paperCodes } from '../../../src/core/documents/paper-codes.ts';
import { qrPath } from '../../../src/core/documents/qr-code.ts';
import { systemRandom } from '../../../src/core/system-ports.ts';
import type { PaperIdentity } from '../../../src/shared/domain/paper-code.ts';

const codes = paperCodes({ lookup: new Uint8Array(32).fill(7) });
const elsewhere = paperCodes({ lookup: new Uint8Array(32).fill(8) });
const paper: PaperIdentity = { kind: 'filing-form', subjectId: systemRandom.id(), page: 2 };

describe('codes of an archive', () => {
  it('come home', () => {
    expect(codes.read(codes.write(paper))).toEqual({ kind: 'ours', paper });
  });

  it('are the same in every run, because paper outlives releases', () => {
    const fixed = codes.write({ kind: 'certificate', subjectId: '0mabc123z0011', page: null });
    expect(fixed).toBe('HA18AY4CT00MABC123Z0011E6APR6ZV');
  });

  it('of another archive are known for such, and never taken in', () => {
    expect(codes.read(elsewhere.write(paper))).toEqual({ kind: 'foreign' });
  });

  it('are refused when one letter differs, wherever it stands', () => {
    const text = codes.write(paper);
    for (let at = 0; at < text.length; at += 1) {
      const other = `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`;
      expect(codes.read(other).kind).not.toBe('ours');
    }
  });

  it('say when the mark is ours and the check is not', () => {
    const text = codes.write(paper);
    expect(codes.read(`${text.slice(0, -8)}00000000`)).toEqual({ kind: 'false' });
    expect(codes.read('WIFI:S:guest;;')).toEqual({ kind: 'other' });
  });

  it('fit version 3 at level Q with ids as the core makes them, quiet zone included', () => {
    const text = codes.write({ ...paper, page: 35 });
    expect(encode(text, { ecc: 'Q' })).toMatchObject({ version: 3 });
    expect(qrPath(text, paperCodeBlock(text, 'small')).size).toBe(29 + 8);
    expect(paperCodeBlock(text, 'small').sizeMm).toBeGreaterThanOrEqual(15);
  });
});
