import { describe, expect, test } from 'vitest';
import { excerptOf, foldText, marksIn, searchWords } from '../../../src/shared/domain/search-text.ts';

describe('a text as a search sees it', () => {
  test.each([
    ['阳光里（老年）书画社', '阳光里老年书画社'],
    ['新河街社备〔2021〕17号', '新河街社备2021.17号'],
    ['ＡＢｃ １２', 'abc12'],
    ['阿依古丽·买买提', '阿依古丽买买提'],
    ['王\u{E0100}𠮷', '王𠮷'],
    ['2026-07-20', '2026.07.20'],
    ['3 号楼', '3号楼'],
    ['《》——“”', ''],
    ['①②', '12'],
  ])('%s is %s', (text, folded) => expect(foldText(text)).toBe(folded));

  test('words of a query, each once and never too many', () => {
    expect(searchWords(' 舞蹈　队 舞蹈 “” ')).toEqual(['舞蹈', '队']);
    expect(searchWords('一 二 三 四 五 六 七')).toHaveLength(6);
    expect([...(searchWords('𠮷'.repeat(5000))[0] ?? '')]).toHaveLength(80);
  });
});

describe('marks', () => {
  const marked = (text: string, ...words: string[]): readonly string[] =>
    marksIn(text, words).map(([from, to]) => text.slice(from, to));

  test('stand on the original text, across what does not count', () => {
    expect(marked('阳光里（老年）书画社', '里老年书')).toEqual(['里（老年）书']);
    expect(marked('备〔2021〕17号', '2021.17')).toEqual(['2021〕17']);
    expect(marked('𠮷𠮷队', '𠮷')).toEqual(['𠮷𠮷']);
    expect(marked('舞蹈队舞蹈', '舞蹈', '队')).toEqual(['舞蹈队舞蹈']);
    expect(marked('舞蹈队和合唱队', '队')).toEqual(['队', '队']);
    expect(marked('舞蹈队', '', '唱')).toEqual([]);
  });

  test('in an excerpt stand on the excerpt, which begins shortly before the first', () => {
    const { text, marks } = excerptOf(`${'前'.repeat(100)}敬老院\n${'后'.repeat(200)}`, ['敬老']);
    expect(text).toMatch(/^…前{12}敬老院 后+…$/);
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['敬老']);
    expect(excerptOf('短', ['无'])).toEqual({ text: '短', marks: [] });
    expect(excerptOf(`${'𠮷'.repeat(20)}末`, ['末']).text.isWellFormed()).toBe(true);
  });
});
