import { implement } from '@orpc/server';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RequiredPapersCard } from '../../../../src/renderer/features/settings/RequiredPapersCard.tsx';
import { filesContract } from '../../../../src/shared/contract/files.ts';
import type { RequiredPaper } from '../../../../src/shared/domain/dossier-file.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const files = implement(filesContract);

test('a required paper is named by keyboard, another taken away, and both saved at once', async () => {
  let kept: readonly RequiredPaper[] = [{ part: 'roster', title: '骨干名单' }];
  const asked: (readonly RequiredPaper[])[] = [];
  const client = fakeClient({
    files: {
      parts: files.parts.handler(() => []),
      requiredPapers: files.requiredPapers.handler(() => kept),
      saveRequiredPapers: files.saveRequiredPapers.handler(({ input }) => {
        asked.push(input.papers);
        kept = input.papers;
        return input.papers;
      }),
    },
  });
  const { user } = showScreen(<RequiredPapersCard />, client, { at: '/settings' });

  await user.click(await screen.findByRole('button', { name: '添加一份材料' }));
  expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
  await user.keyboard('年度计划 ');
  await user.click(screen.getByRole('button', { name: '去掉骨干名单' }));
  expect(screen.getByText('有改动，还没有保存')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '保存' }));

  expect(await screen.findByText('已保存')).toBeTruthy();
  expect(asked).toEqual([[{ part: 'charter-and-form', title: '年度计划' }]]);
  expect(screen.getByRole('textbox', { name: '材料名称' })).toHaveProperty('value', '年度计划');

  await user.type(screen.getByRole('textbox', { name: '材料名称' }), '表');
  await user.click(screen.getByRole('button', { name: '不改了' }));
  expect(screen.getByRole('textbox', { name: '材料名称' })).toHaveProperty('value', '年度计划');
});
