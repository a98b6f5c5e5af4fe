import { describe, expect, it } from 'vitest';
import {
  paperCodeBody,
  paperKindMarks,
  parsePaperCode,
  type PaperKind,
} from '../../../src/shared/domain/paper-code.ts';

const id = '0mabc123z00112233445566778899';
const shown = id.toUpperCase();

describe('the code of a paper', () => {
  it.each([
    [{ kind: 'filing-form', subjectId: id, page: 2 }, `HA17KQ2FF2${shown}`],
    [{ kind: 'certificate', subjectId: id, page: null }, `HA17KQ2CT0${shown}`],
    [{ kind: 'charter', subjectId: 'a-1', page: 35 }, 'HA17KQ2CHZA-1'],
  ] as const)('of %j is %s', (paper, body) => {
    expect(paperCodeBody('7KQ2', paper)).toBe(body);
    expect(parsePaperCode(`${body}ABCDEFGH`)).toEqual({ archive: '7KQ2', paper, body, check: 'ABCDEFGH' });
  });

  it('uses nothing but the alphanumeric mode of a QR code', () => {
    const body = paperCodeBody('7KQ2', { kind: 'charter', subjectId: id, page: 1 });
    expect(body).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });

  it('speaks of a paper as a whole past page 35', () => {
    const body = paperCodeBody('7KQ2', { kind: 'charter', subjectId: id, page: 36 });
    expect(body).toBe(`HA17KQ2CH0${shown}`);
  });

  it('has a mark of its own for each kind of paper', () => {
    const marks = Object.values(paperKindMarks);
    expect(new Set(marks).size).toBe(marks.length);
    expect(marks.every((mark) => /^[A-Z]{2}$/.test(mark))).toBe(true);
    for (const kind of Object.keys(paperKindMarks) as PaperKind[]) {
      const body = paperCodeBody('0000', { kind, subjectId: id, page: null });
      expect(parsePaperCode(`${body}00000000`)?.paper.kind).toBe(kind);
    }
  });

  it.each([
    ['', 'nothing'],
    ['https://u.wechat.com/kF3vXyz', 'a friend'],
    ['社区社会组织备案证书\n备案号：新河街〔2026〕1号', 'a certificate to verify'],
    [`HA27KQ2FF2${shown}ABCDEFGH`, 'a later form of the code'],
    [`HA17KQ2ZZ2${shown}ABCDEFGH`, 'a kind that is not known yet'],
    [`HA17KQ2FF2${shown}ABCDEFGH `, 'something behind it'],
    [`ha17KQ2FF2${shown}ABCDEFGH`, 'small letters'],
    ['HA17KQ2FF2ABCDEFGH', 'no subject'],
    ['HA17KQ2FF2A.BABCDEFGH', 'a letter that no id has'],
  ])('%j is none: %s', (text) => expect(parsePaperCode(text)).toBeNull());

  it.each([
    [{ kind: 'charter', subjectId: 'A', page: null }],
    [{ kind: 'charter', subjectId: '', page: null }],
    [{ kind: 'charter', subjectId: 'a.b', page: null }],
    [{ kind: 'charter', subjectId: 'x'.repeat(41), page: null }],
    [{ kind: 'charter', subjectId: 'a', page: 0 }],
    [{ kind: 'charter', subjectId: 'a', page: 1.5 }],
  ] as const)('%j cannot be written', (paper) => {
    expect(() => paperCodeBody('7KQ2', paper)).toThrow(RangeError);
  });
});
