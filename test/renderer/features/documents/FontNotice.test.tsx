import { implement } from '@orpc/server';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FontNotice } from '../../../../src/renderer/features/documents/FontNotice.tsx';
import { documentsContract } from '../../../../src/shared/contract/documents.ts';
import type { FontReport } from '../../../../src/shared/domain/font-report.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const documents = implement(documentsContract);

const show = (report: FontReport | null, subjectIds: readonly string[]) => {
  const asked: (readonly string[])[] = [];
  const fonts = documents.fonts.handler(({ input }) => {
    asked.push(input.subjectIds);
    return report;
  });
  const notice = <FontNotice kind="certificate" subjectIds={subjectIds} />;
  return { asked, ...showScreen(notice, fakeClient({ documents: { fonts } })) };
};

test('a batch is told which characters have no font, in whose papers, and in how many', async () => {
  const missing = [
    { character: '𪛖', names: ['甲队', '乙社'] },
    { character: '𰀀', names: ['丙会'] },
  ];
  const replaced = [
    { asked: '仿宋', by: 'Noto Serif CJK SC' },
    { asked: '黑体', by: null },
    { asked: '楷体', by: 'Noto Serif CJK SC' },
  ];
  const { asked } = show({ replaced, missing, papersWithBoxes: 3 }, ['1', '2', '3', '4']);
  const notice = await screen.findByTitle('4 份里有 3 份，𪛖（U+2A6D6，甲队、乙社）；𰀀（U+30000，丙会）');
  expect(notice.textContent).toContain('打出来会是空框：4 份里有 3 份，𪛖（U+2A6D6，甲队、乙社）');
  screen.getByText('本机缺少字体：仿宋、楷体用 Noto Serif CJK SC 代替，黑体没有可代替的。');
  expect(asked).toEqual([['1', '2', '3', '4']]);
});

test('nothing is said where nothing is missing, or the host cannot look', async () => {
  for (const report of [{ replaced: [], missing: [], papersWithBoxes: 0 }, null]) {
    const { asked, unmount } = show(report, ['1']);
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(document.body.textContent).not.toContain('字');
    unmount();
  }
});
