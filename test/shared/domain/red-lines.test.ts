import { expect, test } from 'vitest';
import { modelCharter } from '../../../src/shared/domain/charter-model.ts';
import { communityId } from '../../../src/shared/domain/ids.ts';
import { redLinesInCharter, redLinesInText } from '../../../src/shared/domain/red-lines.ts';
import { danceTeamFacts } from '../../support/organization-facts.ts';

test.each([
  ['队员可以按股参加分红。', ['分红']],
  ['本队对外提供有偿服务，所得用于活动。', ['有偿服务']],
  ['本队在各小区设分会。可以对外投资。', ['分会', '对外投资']],
  ['不得从事营利性经营活动，不得设立分支机构。', []],
  ['本队是非营利性组织，不以营利为目的。', []],
  ['组织居民开展文体活动。', []],
])('%s', (text, words) => {
  expect(redLinesInText(text).map(({ word }) => word)).toEqual(words);
});

test('the model text crosses none: what it lists, it forbids', () => {
  expect(redLinesInCharter(modelCharter(danceTeamFacts(communityId.parse('c1'))))).toEqual([]);
});

test('a list under a lead-in that forbids is forbidden; under another it is not', () => {
  const listed = (text: string) =>
    redLinesInCharter({
      chapters: [{ title: '业务', articles: [{ code: null, text, items: ['设立分支机构；'] }] }],
    });
  expect(listed('本队不得有下列行为：')).toEqual([]);
  expect(listed('本队的业务范围是：').map(({ reason, source }) => [reason, source])).toEqual([
    ['不得设立分支机构', '社区社会组织禁止行为（多地备案管理办法）'],
  ]);
});
