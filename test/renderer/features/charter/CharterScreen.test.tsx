import { readFileSync } from 'node:fs';
import { implement } from '@orpc/server';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CharterScreen } from '../../../../src/renderer/features/charter/CharterScreen.tsx';
import { chartersContract, type Charter } from '../../../../src/shared/contract/charters.ts';
import { rulesContract } from '../../../../src/shared/contract/office.ts';
import type { CharterText } from '../../../../src/shared/domain/charter.ts';
import { modelCharter } from '../../../../src/shared/domain/charter-model.ts';
import { charterValues } from '../../../../src/shared/domain/charter-values.ts';
import { filingId, organizationId, rulePackId } from '../../../../src/shared/domain/ids.ts';
import { rulePackFile } from '../../../../src/shared/domain/rule-pack.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';
import { clubFactsOf } from '../../../support/sample-filing.ts';
import { officeProfileOf } from '../../../support/sample-office.ts';

const charters = implement(chartersContract);
const { body } = rulePackFile.parse(JSON.parse(readFileSync('resources/rule-packs/default.json', 'utf8')));
const facts = clubFactsOf();
const model = modelCharter(facts);

const charterOf = (change: Partial<Charter> = {}): Charter => ({
  filingId: filingId.parse('f1'),
  organizationId: organizationId.parse('o1'),
  organizationName: '阳光里晚霞书画社',
  editable: true,
  edited: false,
  text: model,
  model,
  values: charterValues({
    facts,
    office: officeProfileOf(),
    committee: '阳光里社区居民委员会',
    responsiblePerson: '王桂英',
    category: '文体活动类',
    copies: 3,
  }),
  ...change,
});

const show = (charter: Charter, saved: (CharterText | null)[] = []) =>
  showScreen(
    <CharterScreen />,
    fakeClient({
      charters: {
        ofFiling: charters.ofFiling.handler(() => charter),
        save: charters.save.handler(({ input }) => {
          saved.push(input.text);
          return charter;
        }),
        readWord: charters.readWord.handler(() => ({ text: '第一条　坚持党的领导。' })),
      },
      rules: {
        current: implement(rulesContract).current.handler(() => ({
          id: rulePackId.parse('r1'),
          validFrom: '2026-01-01',
          validTo: null,
          body,
        })),
      },
    }),
    { path: '/filings/:id/charter', at: '/filings/f1/charter' },
  );

const without = (title: string): CharterText => ({
  chapters: model.chapters.filter((chapter) => chapter.title !== title),
});

test('facts stand in the articles; what is not known yet stands out', async () => {
  show(charterOf());
  expect((await screen.findByTitle('来自备案事项：组织名称')).textContent).toBe('阳光里晚霞书画社');
  expect(screen.getByText('〔业务范围〕').title).toBe('备案事项里还没有填');
  expect(screen.getByText('必备条款 20 / 20')).toBeTruthy();
});

test('a missing clause is written by one click, and saved by itself', async () => {
  const saved: (CharterText | null)[] = [];
  const { user } = show(charterOf({ text: without('终止'), edited: true }), saved);
  const missing = within(await screen.findByRole('list', { name: '缺少的条款' }));
  expect(missing.getAllByRole('listitem')).toHaveLength(2);
  await user.click(missing.getByRole('button', { name: '写进章程：终止的程序' }));
  expect(screen.getByText('必备条款 19 / 20')).toBeTruthy();
  await waitFor(() => expect(saved).toHaveLength(1), { timeout: 3000 });
  expect(saved[0]?.chapters.map(({ title }) => title).slice(-2)).toEqual(['终止', '附则']);
  expect(screen.getByRole('status').textContent).toContain('草稿已保存');
});

test('an article is changed where it stands and restored to the model text; Enter of the input method stays in it', async () => {
  const saved: (CharterText | null)[] = [];
  const { user } = show(charterOf(), saved);
  await user.click(await screen.findByRole('button', { name: '第四条修改' }));
  const box = within(screen.getByRole('form', { name: '修改第四条' })).getByLabelText('第四条');
  fireEvent.compositionStart(box);
  fireEvent.submit(screen.getByRole('form', { name: '修改第四条' }));
  expect(screen.getByRole('form', { name: '修改第四条' })).toBeTruthy();
  fireEvent.compositionEnd(box);
  await user.clear(box);
  await user.type(box, '本组织在{{活动场所}排练。');
  await user.click(screen.getByRole('button', { name: '改好了' }));
  expect(screen.getByText('本组织在')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '第四条更多' }));
  await user.click(await screen.findByRole('menuitem', { name: '恢复示范条文' }));
  expect(screen.queryByText('本组织在')).toBeNull();
  await user.click(screen.getByRole('button', { name: '撤销上一步' }));
  await waitFor(() => expect(saved.at(-1)?.chapters[0]?.articles[3]?.text).toBe('本组织在{活动场所}排练。'), {
    timeout: 3000,
  });
});

test('a struck article can be brought back', async () => {
  const { user } = show(charterOf());
  await user.click(await screen.findByRole('button', { name: '第二条更多' }));
  await user.click(await screen.findByRole('menuitem', { name: '删去' }));
  expect(screen.getByText('删去的示范条文 1 条')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '恢复' }));
  expect(screen.queryByText('删去的示范条文 1 条')).toBeNull();
});

test('a pasted charter is checked, and taken over if wanted', async () => {
  const saved: (CharterText | null)[] = [];
  const { user } = show(charterOf(), saved);
  await user.click(await screen.findByRole('button', { name: '粘贴或打开已有章程' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByLabelText('章程全文'));
  await user.paste('第一条　本队坚持党的领导。\n第二条　队员可以分红。');
  expect(dialog.getByText('认出 1 章 2 条')).toBeTruthy();
  expect(dialog.getByText('必备条款 1 / 20')).toBeTruthy();
  expect(dialog.getByText(/“分红”：资产不得在成员中分配/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: '用它作为本组织的章程' }));
  await waitFor(() => expect(saved.at(-1)?.chapters[0]?.articles).toHaveLength(2), { timeout: 3000 });
});

test('what has been handed in is only read', async () => {
  show(charterOf({ editable: false, edited: true }));
  expect(await screen.findByText('第一章 总则')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /修改/ })).toBeNull();
});
