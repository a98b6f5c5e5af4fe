import { expect, test } from 'vitest';
import { reportFonts } from '../../../src/core/documents/font-report.ts';
import type { PaperDocument } from '../../../src/core/documents/model.ts';
import type { PreparedPaper } from '../../../src/core/documents/prepared-paper.ts';
import { samplePaper } from '../../../src/core/documents/samples/sample-papers.ts';
import type { InstalledFonts } from '../../../src/core/ports.ts';
import { documentKind } from '../../../src/shared/domain/document.ts';
import { certificateOf, rareData, shortData } from './paper-data.ts';

const machine = (names: readonly string[], lacks: string): InstalledFonts => ({
  has: (name) => names.includes(name),
  anyCovers: (character) => !lacks.includes(String.fromCodePoint(character)),
});

const prepared = (name: string, paper: PaperDocument): PreparedPaper => ({
  subjectId: name,
  organizationId: null,
  name,
  lacking: name === '缺项' ? ['备案号'] : [],
  blank: [],
  build: () => paper,
  shared: { name, facts: {} } as never,
});

const papers: Readonly<Record<string, PreparedPaper>> = Object.fromEntries(
  [
    ['甲', certificateOf(rareData, null)],
    ['乙', certificateOf(shortData, null)],
    ['丙', certificateOf({ ...shortData, facts: { ...shortData.facts, name: '䶮社\u{fe00}' } }, null)],
    ['缺项', certificateOf(rareData, null)],
  ].map(([name, paper]) => [name as string, prepared(name as string, paper as PaperDocument)]),
);
const report = (fonts: InstalledFonts, ...names: readonly string[]) =>
  reportFonts(names, async (ids) => ids.map((id) => papers[id]!), fonts);

test('tells which characters would be boxes, in whose papers, and in how many', async () => {
  const windows = machine(['方正小标宋简体', '仿宋', '黑体', '楷体', '宋体'], '');
  expect(await report(windows, '甲', '乙', '丙')).toEqual({ replaced: [], missing: [], papersWithBoxes: 0 });
  const old = machine(['方正小标宋简体', 'FangSong', 'SimHei', 'KaiTi', 'SimSun'], '䶮㛃𠮷\ufe00\u3000\n');
  const found = await report(old, '甲', '乙', '丙', '缺项');
  expect(found.papersWithBoxes).toBe(2);
  expect(found.replaced).toEqual([]);
  expect(new Map(found.missing.map(({ character, names }) => [character, names]))).toEqual(
    new Map([
      ['𠮷', ['甲']],
      ['㛃', ['甲']],
      ['䶮', ['甲', '丙']],
    ]),
  );
});

test('tells which fonts stand in for those that are not there', async () => {
  const linux = machine(['Noto Serif CJK SC', 'Noto Serif CJK SC SemiBold', 'Noto Sans CJK SC'], '');
  const { replaced } = await report(linux, '乙');
  expect(new Map(replaced.map(({ asked, by }) => [asked, by]))).toEqual(
    new Map([
      ['方正小标宋简体', 'Noto Serif CJK SC SemiBold'],
      ['仿宋', 'Noto Serif CJK SC'],
      ['黑体', 'Noto Sans CJK SC'],
      ['楷体', 'Noto Serif CJK SC'],
    ]),
  );
  expect((await report(machine([], ''), '乙')).replaced.map(({ by }) => by)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('every kind of paper is looked at down to its last cell', async () => {
  const everything = machine([], '');
  for (const kind of documentKind.options) {
    const paper = samplePaper(kind, { data: shortData, picture: null, bare: false, memberCount: 3 });
    const seen = new Set<string>();
    const watching = {
      ...everything,
      anyCovers: (character: number) => {
        seen.add(String.fromCodePoint(character));
        return true;
      },
    };
    await reportFonts(['x'], async () => [prepared('x', paper)], watching);
    const wanted = [
      ...JSON.stringify(paper.blocks).matchAll(/"text":"([^"]*)","format"|"kind":"text","text":"([^"]*)"/g),
    ]
      .flatMap(([, a = '', b = '']) => [...a, ...b])
      .filter((character) => /\p{Script=Han}/u.test(character));
    expect(
      wanted.filter((character) => !seen.has(character)),
      kind,
    ).toEqual([]);
    expect(seen.size, kind).toBeGreaterThan(5);
  }
});
