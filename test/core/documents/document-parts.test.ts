import { describe, expect, it } from 'vitest';
import { printable, spread } from '../../../src/core/documents/blocks.ts';
import { DocumentFileNames } from '../../../src/core/documents/document-file-names.ts';
import { balanceLines, countLines, fitText } from '../../../src/core/documents/fit-text.ts';
import { formPage, type FormRow } from '../../../src/core/documents/form-page.ts';
import { certificateBlank, certificateMissing } from '../../../src/core/documents/templates/certificate.ts';
import { charterMissing } from '../../../src/core/documents/templates/charter.ts';
import { committeeName } from '../../../src/shared/domain/committee-name.ts';
import { filingFormMissing } from '../../../src/core/documents/templates/filing-form.ts';
import { bareData, frozenCertificate, shortData } from './paper-data.ts';

describe('printable text', () => {
  it('drops what breaks a Word file and keeps rare characters', () => {
    expect(printable('𠮷\u0000a\u000b\ud800b\tc\r\nd\ufffe㛃')).toBe('𠮷ab c\nd㛃');
  });

  it('is spread to a width without splitting a rare character', () => {
    expect(spread('𠮷里', 4, { sizePt: 10 })).toEqual([
      { kind: 'text', text: '𠮷', format: { sizePt: 10, spacingPt: 20 } },
      { kind: 'text', text: '里', format: { sizePt: 10, spacingPt: 0 } },
    ]);
  });
});

describe('fitting', () => {
  it('takes the largest size that fits, and the last where none does', () => {
    const options = { widthMm: 100, maxHeightMm: 12, sizesPt: [16, 12, 9], leading: 1.3 };
    expect(fitText('短', options).sizePt).toBe(16);
    expect(fitText('长'.repeat(40), options).sizePt).toBe(12);
    expect(fitText('长'.repeat(400), options).sizePt).toBe(9);
  });

  it('counts line feeds, and half-width letters as narrow', () => {
    expect(countLines('一\n二', 100, 12)).toBe(2);
    expect(countLines('a'.repeat(30), 100, 12)).toBe(1);
    expect(countLines('字'.repeat(30), 100, 12)).toBe(2);
  });

  it('breaks a long name into lines of nearly equal length, whole characters only', () => {
    const lines = balanceLines('𠮷'.repeat(21), 60, 14);
    expect(lines.map((line) => Array.from(line).length)).toEqual([11, 10]);
  });
});

describe('a form page', () => {
  const row = (...widths: number[]): FormRow => ({
    boxes: widths.map((widthMm) => ({ kind: 'value', text: '值', widthMm })),
    minMm: 8,
    grow: 1,
  });

  it('joins rows of different boxes on one grid and fills the height', () => {
    const table = formPage([row(30, 70), row(50, 50), row(100)], 60);
    expect(table.columnsMm).toEqual([30, 20, 50]);
    expect(table.rows.map(({ cells }) => cells.map(({ columns }) => columns))).toEqual([[1, 2], [2, 1], [3]]);
    expect(table.rows.reduce((sum, { heightMm }) => sum + heightMm, 0)).toBeCloseTo(60, 5);
  });

  it('starts the boxes beside a tall one where it ends', () => {
    const tall: FormRow = {
      boxes: [
        { kind: 'label', text: '负责人', widthMm: 30, rows: 2 },
        { kind: 'value', text: '甲', widthMm: 70 },
      ],
      minMm: 8,
      grow: 1,
    };
    const table = formPage([tall, row(40, 30)], 30);
    expect(table.columnsMm).toEqual([30, 40, 30]);
    expect(table.rows[1]?.cells.map(({ columns }) => columns)).toEqual([1, 1]);
  });
});

describe('missing facts', () => {
  it('are named: refused for a certificate, blank elsewhere', () => {
    expect(certificateMissing(bareData)).toEqual(['备案号', '发证日期']);
    expect(certificateMissing(shortData)).toEqual([]);
    expect(certificateMissing({ ...bareData, certificate: frozenCertificate })).toEqual([]);
    expect(certificateBlank(bareData)).toEqual(['负责人', '类别', '活动场所', '活动地域', '业务范围']);
    expect(charterMissing(bareData)).toContain('兜底党组织');
    expect(filingFormMissing(bareData)).toContain('街道审核意见');
    expect(charterMissing(shortData)).toEqual([]);
    expect(filingFormMissing(shortData)).toEqual([]);
  });
});

describe('names', () => {
  it('of files are safe, short and never the same twice', () => {
    const names = new DocumentFileNames();
    expect(names.next('章程', '“和谐”/棋牌室:<1>', 'docx')).toBe('章程_“和谐”棋牌室1.docx');
    expect(names.next('章程', '“和谐”棋牌室1', 'docx')).toBe('章程_“和谐”棋牌室1（2）.docx');
    expect(names.next('章程', '../', 'docx')).toBe('章程_未命名.docx');
    expect(Array.from(names.next('章程', '𠮷'.repeat(90), 'docx'))).toHaveLength(3 + 60 + 5);
  });

  it('of committees are completed by kind of settlement', () => {
    expect(committeeName({ name: '阳光里社区', settlement: 'urban' })).toBe('阳光里社区居民委员会');
    expect(committeeName({ name: '龙泉村', settlement: 'rural' })).toBe('龙泉村村民委员会');
    expect(committeeName({ name: '阳光里社区居委会', settlement: 'urban' })).toBe('阳光里社区居委会');
  });
});
