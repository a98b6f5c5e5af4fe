import { implement } from '@orpc/server';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SettingsScreen } from '../../../../src/renderer/features/settings/SettingsScreen.tsx';
import { templatesContract } from '../../../../src/shared/contract/templates.ts';
import type { OfficeTemplateVersion } from '../../../../src/shared/domain/office-template.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const templates = implement(templatesContract);

test('a template with mistakes says what to mend; a good one is in force until it is withdrawn', async () => {
  const versions: OfficeTemplateVersion[] = [];
  const answers = [
    { saved: false, flaws: [{ kind: 'unknown' as const, name: '队长' }] },
    { saved: true, flaws: [{ kind: 'missing' as const, name: '有效期' }] },
  ];
  const client = fakeClient({
    templates: {
      list: templates.list.handler(() => ({ kinds: ['certificate'], versions: [...versions] })),
      sample: templates.sample.handler(() => ({
        html: '<!doctype html><html><head></head><body><p>样张</p></body></html>',
        paper: { widthMm: 297, heightMm: 210, orientation: 'landscape' },
      })),
      importFile: templates.importFile.handler(({ input }) => {
        const answer = answers.shift()!;
        if (answer.saved)
          versions.push({
            id: 't1',
            kind: input.kind,
            version: 1,
            fileName: input.file.name,
            byteLength: 1,
            importedAt: '2026-11-24T01:00:00.000Z',
            withdrawnAt: null,
          });
        return answer;
      }),
      withdraw: templates.withdraw.handler(() => {
        versions[0] = { ...versions[0]!, withdrawnAt: '2026-11-25T01:00:00.000Z' };
        return {};
      }),
    },
  });
  const { user, container } = showScreen(<SettingsScreen />, client, { at: '/settings?tab=templates' });
  expect(await screen.findByText(/现在使用内置版式/)).toBeTruthy();
  const input = () => container.querySelector<HTMLInputElement>('input[type="file"]')!;
  await user.upload(input(), new File(['a'], '证书.docx'));
  expect(await screen.findByText('{队长}：没有这个名称，请照导出的模板改正，或者删去。')).toBeTruthy();
  expect(screen.getByText('模板没有保存，请改好再导入')).toBeTruthy();

  await user.upload(input(), new File(['b'], '证书.docx'));
  expect(await screen.findByText('模板已启用')).toBeTruthy();
  expect(screen.getByText(/模板里没有用到：\{有效期\}/)).toBeTruthy();
  expect(await screen.findByText('正在使用本单位模板')).toBeTruthy();
  expect(screen.getByText('使用中')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: '停用，改回内置' }));
  expect(await screen.findByText(/现在使用内置版式/)).toBeTruthy();
  expect(screen.getByText(/停用$/)).toBeTruthy();
});
