import { implement } from '@orpc/server';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CustomFieldsTab } from '../../../../src/renderer/features/settings/CustomFieldsTab.tsx';
import { fieldsContract } from '../../../../src/shared/contract/fields.ts';
import type { CustomField, CustomFieldInput } from '../../../../src/shared/domain/custom-field.ts';
import { customFieldId } from '../../../../src/shared/domain/ids.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const fields = implement(fieldsContract);

const stars: CustomField = {
  id: customFieldId.parse('f1'),
  name: '星级',
  kind: 'choice',
  choices: ['三星', '四星'],
  printed: true,
  retired: false,
};

test('a field is added by keyboard: its name is typed at once, and saved after those before it', async () => {
  let kept: readonly CustomField[] = [stars];
  const asked: (readonly CustomFieldInput[])[] = [];
  const client = fakeClient({
    fields: {
      list: fields.list.handler(() => kept),
      save: fields.save.handler(({ input }) => {
        asked.push(input.fields);
        kept = input.fields.map((field, at) => ({ ...field, id: customFieldId.parse(`f${at + 1}`) }));
        return kept;
      }),
    },
  });
  const { user } = showScreen(<CustomFieldsTab />, client, { at: '/settings' });

  await user.click(await screen.findByRole('button', { name: '添加一个项目' }));
  expect(document.activeElement).toBe(screen.getAllByRole('textbox', { name: '项目名称' })[1]);
  expect(screen.getByRole('button', { name: '去掉新项目' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);

  await user.keyboard('结对单位{Enter}');

  expect(await screen.findByText('已保存')).toBeTruthy();
  expect(asked).toEqual([
    [stars, { id: null, name: '结对单位', kind: 'text', choices: [], printed: false, retired: false }],
  ]);
});
