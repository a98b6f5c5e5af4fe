import { readFileSync } from 'node:fs';
import { implement } from '@orpc/server';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RulesTab } from '../../../../src/renderer/features/settings/rules/RulesTab.tsx';
import { rulesContract } from '../../../../src/shared/contract/office.ts';
import { rulePackId } from '../../../../src/shared/domain/ids.ts';
import { rulePackFile, type RulePack } from '../../../../src/shared/domain/rule-pack.ts';
import { CodedError } from '../../../../src/shared/errors.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const rules = implement(rulesContract);
const shipped = rulePackFile.parse(JSON.parse(readFileSync('resources/rule-packs/default.json', 'utf8')));
const pack: RulePack = {
  id: rulePackId.parse('r1'),
  validFrom: '2026-01-01',
  validTo: null,
  body: shipped.body,
};

const show = (saved: unknown[] = []) =>
  showScreen(
    <RulesTab />,
    fakeClient({
      rules: {
        current: rules.current.handler(() => pack),
        list: rules.list.handler(() => [pack]),
        previewFilingNumber: rules.previewFilingNumber.handler(({ input }) => {
          if (input.template.includes('{nonsense}')) {
            throw new CodedError('FILING_NUMBER_RULE_INVALID', { token: '{nonsense}' });
          }
          return { example: `试号：${input.template}` };
        }),
        save: rules.save.handler(({ input }) => {
          saved.push(input);
          return { ...pack, validFrom: input.validFrom, body: input.body };
        }),
      },
    }),
  );

test('the number that a template gives shows while it is typed, and a wrong part is named', async () => {
  const { user } = show();
  const template = await screen.findByLabelText('备案号样式');
  expect(await screen.findByText(`试号：${pack.body.filingNumberTemplate}`)).toBeTruthy();

  await user.clear(template);
  await user.type(template, 'A{{seq}');
  expect(await screen.findByText('试号：A{seq}')).toBeTruthy();

  await user.type(template, '{{nonsense}');
  expect(await screen.findByText('备案号规则里的“{nonsense}”不认识。')).toBeTruthy();
});

test('on the same day a change corrects the rules in force, from a later day it starts new ones', async () => {
  const saved: { id: string | null; validFrom: string; body: { copies: number } }[] = [];
  const { user } = show(saved);
  const copies = await screen.findByLabelText('章程、备案表一式几份');
  await user.clear(copies);
  await user.type(copies, '4');
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() =>
    expect(saved).toMatchObject([{ id: 'r1', validFrom: '2026-01-01', body: { copies: 4 } }]),
  );

  const from = screen.getByLabelText(/从哪天起执行/);
  await user.clear(from);
  await user.type(from, '2027.1.1');
  await user.tab();
  expect(await screen.findByText('另立新规则，以前办结的仍按原规则')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(saved[1]).toMatchObject({ id: null, validFrom: '2027-01-01' }));
});
