import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrMatrix } from '../../../src/core/documents/qr-mould.ts';

const asUqr = (text: string, level: 'M' | 'Q'): string =>
  encode(text, { ecc: level, border: 0, maskPattern: 2 })
    .data.map((line) => line.map(Number).join(''))
    .join('\n');

const asWe = (text: string, level: 'M' | 'Q'): string => {
  const { size, modules } = qrMatrix(text, level);
  return Array.from({ length: size }, (_, y) => modules.subarray(y * size, (y + 1) * size).join('')).join(
    '\n',
  );
};

describe.each(['M', 'Q'] as const)('codes of level %s', (level) => {
  it('are those of uqr at every length up to version 15 and beyond, also where a mould is used again', () => {
    const words = '阳光里第二社区𠮷祥舞蹈队 <&> 2026年';
    for (let length = 1; length <= 420; length += 7) {
      for (const start of [0, 3]) {
        const text = `${words.slice(start)}${words.repeat(30)}`.slice(0, length).toWellFormed();
        expect(asWe(text, level), `${length} ${start}`).toBe(asUqr(text, level));
      }
    }
  });

  it('are those of uqr for digits of every length up to version 15 and beyond', () => {
    const digits = '90071992547409931234567890'.repeat(40);
    for (let length = 1; length <= 1000; length += length < 40 ? 1 : 13) {
      const text = digits.slice(length % 7, (length % 7) + length);
      expect(asWe(text, level), String(length)).toBe(asUqr(text, level));
    }
  });

  it('are those of uqr where digits or capitals take fewer bits, and for nothing at all', () => {
    for (const text of ['', '2026', 'HA18AY4CT00MABC123Z0011E6APR6ZV', 'a', '字'])
      expect(asWe(text, level)).toBe(asUqr(text, level));
  });
});
