import { expect, test } from 'vitest';
import {
  comparedLines,
  markedArticles,
  versionTitle,
} from '../../../../src/renderer/features/versions/version-lines.ts';
import type { FactVersion } from '../../../../src/shared/contract/organizations.ts';
import { filingId } from '../../../../src/shared/domain/ids.ts';
import { clubFactsOf } from '../../../support/sample-filing.ts';

const versionOf = (change: Partial<FactVersion> = {}): FactVersion => ({
  filingId: filingId.parse('f1'),
  kind: 'initial',
  filedOn: '2021-05-08',
  filingNumber: '新河街社备〔2021〕9号',
  facts: clubFactsOf(),
  communityName: '阳光里社区',
  responsiblePersonName: '王桂英',
  charter: null,
  ...change,
});
const charterOf = (...words: readonly string[]) => ({
  chapters: [{ title: '总则', articles: words.map((text) => ({ code: null, text, items: [] })) }],
});

test('only what differs is marked, names included', () => {
  const after = versionOf({ facts: clubFactsOf({ premises: '文化站' }), responsiblePersonName: '李淑兰' });
  const changed = comparedLines(versionOf(), after).filter(({ differs }) => differs);
  expect(changed.map(({ label, left, right }) => [label, left, right])).toEqual([
    ['负责人', '王桂英', '李淑兰'],
    ['活动场所', '党群服务中心', '文化站'],
  ]);
});

test('an article is new where the other charter has none of its words, wherever they stand', () => {
  const before = charterOf('甲。', '乙。');
  const after = charterOf('乙。', '丙。');
  expect(markedArticles(after, before).map(({ number, differs }) => [number, differs])).toEqual([
    ['第一条', false],
    ['第二条', true],
  ]);
  expect(markedArticles(before, null).some(({ differs }) => differs)).toBe(false);
});

test('versions are called by day and kind', () => {
  expect(versionTitle(versionOf())).toBe('2021-05-08 首次备案');
  expect(versionTitle(versionOf({ filingId: null, kind: null }))).toBe('现在的登记');
});
