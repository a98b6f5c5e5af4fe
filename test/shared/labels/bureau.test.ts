import { expect, test } from 'vitest';
import {
  deskLabels,
  districtCellLabels,
  duplicateReasonLabels,
  qualityLabels,
  qualityLevelLabels,
  reportingStateLabels,
  reportingTiming,
} from '../../../src/shared/labels/bureau.ts';

test('how a street stands with a period is said in days', () => {
  const words = (['missing', 'received'] as const).flatMap((state) =>
    [
      { late: true, days: 3 },
      { late: false, days: 0 },
      { late: false, days: 12 },
    ].map((timing) => reportingTiming({ state, ...timing })),
  );
  expect(words).toEqual(['逾期 3 天', '今天截止', '还有 12 天', '迟报 3 天', '按时', '按时']);
});

test('no two codes of one kind have the same words', () => {
  for (const labels of [
    deskLabels,
    districtCellLabels,
    duplicateReasonLabels,
    qualityLabels,
    qualityLevelLabels,
    reportingStateLabels,
  ]) {
    const words = Object.values(labels);
    expect(new Set(words).size, words.join()).toBe(words.length);
  }
});
