import { implement } from '@orpc/server';
import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { SurveyScreen } from '../../../../../src/renderer/features/reports/survey/SurveyScreen.tsx';
import { organizationsContract } from '../../../../../src/shared/contract/organizations.ts';
import { recordsContract } from '../../../../../src/shared/contract/records.ts';
import type { DossierRecord, RecordInput } from '../../../../../src/shared/domain/dossier-record.ts';
import { emptyGroup, type SurveyContent } from '../../../../../src/shared/domain/survey.ts';
import { fakeClient, showScreen } from '../../../../support/fake-archive.tsx';
import { dossierOf } from '../../../../support/sample-dossier.ts';
import { countedGroups } from '../../../../support/sample-records.ts';
import { surveyRecordOf } from '../../../../support/sample-survey-record.ts';

const records = implement(recordsContract);
const organizations = implement(organizationsContract);

/** The page over an archive that holds one survey. */
const showSurvey = async (content: Partial<SurveyContent>, step: 'design' | 'entry' | 'result') => {
  const saved: RecordInput[] = [];
  let kept: DossierRecord = surveyRecordOf(content);
  const shown = showScreen(
    <SurveyScreen />,
    fakeClient({
      records: {
        get: records.get.handler(() => kept),
        list: records.list.handler(() => [kept]),
        save: records.save.handler(({ input }) => {
          saved.push(input.record);
          kept = { ...kept, ...input.record };
          return kept;
        }),
      },
      organizations: { dossier: organizations.dossier.handler(() => dossierOf()) },
    }),
    { path: '/surveys/:id', at: `/surveys/r1?step=${step}` },
  );
  await screen.findByRole('heading', { level: 1, name: '2026 年满意度测评' });
  const contentSaved = (): SurveyContent => saved.at(-1)?.content as SurveyContent;
  return { ...shown, saved, contentSaved };
};

const cell = (name: string): HTMLInputElement => screen.getByRole('textbox', { name });

describe('entry by counts', () => {
  test('goes from cell to cell with Enter, up and down with the arrows, and saves by itself', async () => {
    const { user, contentSaved } = await showSurvey({}, 'entry');
    await waitFor(() => expect(document.activeElement).toBe(cell('两委发放')));
    await user.keyboard('6{Enter}5{Enter}{Enter}4{Enter}1{Enter}{Enter}{Enter}3{Enter}');
    expect(document.activeElement).toBe(cell('两委 活动开展 基本满意'));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(cell('两委 服务质量 基本满意'));
    await user.keyboard('{Shift>}{Enter}{/Shift}');
    expect(document.activeElement).toBe(cell('两委 服务质量 满意'));
    await waitFor(() =>
      expect(contentSaved().groups.committees).toEqual({
        issued: 6,
        returned: 5,
        void: 0,
        tallies: [
          { satisfied: 4, mostly: 1, dissatisfied: 0, unknown: 0 },
          { satisfied: 3, mostly: 0, dissatisfied: 0, unknown: 0 },
        ],
        sheets: [],
      }),
    );
    expect(screen.getByText('两委“活动开展”：各档合计 3，有效票应为 5')).toBeTruthy();
  });

  test('the Enter that ends a composition stays in its cell, and full-width digits count', async () => {
    await showSurvey({}, 'entry');
    const issued = cell('两委发放');
    issued.focus();
    fireEvent.compositionStart(issued);
    const typing = createEvent.input(issued, { target: { value: '１２' } });
    Object.defineProperty(typing, 'isComposing', { value: true });
    fireEvent(issued, typing);
    expect(issued.value).toBe('１２');
    fireEvent.keyDown(issued, { key: 'Enter', isComposing: true });
    expect(document.activeElement).toBe(issued);
    fireEvent.compositionEnd(issued);
    expect(issued.value).toBe('12');
    fireEvent.keyDown(issued, { key: 'Enter' });
    expect(document.activeElement).toBe(cell('两委回收'));
  });

  test('takes a block out of Excel', async () => {
    const { user } = await showSurvey({}, 'entry');
    await user.click(cell('辖区单位 服务质量 满意'));
    await user.paste('1\t2\t3\t4\n5\t6\t7\t8');
    expect(cell('辖区单位 服务质量 不了解').value).toBe('4');
    expect(cell('辖区单位 活动开展 满意').value).toBe('5');
  });

  test('says what does not add up, and that all does', async () => {
    const { user } = await showSurvey({ groups: countedGroups }, 'entry');
    expect(screen.getByText('票数全部相符')).toBeTruthy();
    await user.clear(cell('居（村）民代表发放'));
    await user.type(cell('居（村）民代表发放'), '17');
    expect(screen.getByText('居（村）民代表：回收 18 张，多于发放 17 张')).toBeTruthy();
  });
});

describe('entry per sheet', () => {
  const entry = { entry: 'sheets' as const };
  const pad = (): HTMLElement => screen.getByRole('group', { name: /第 \d+ 张票/ });

  test('one key per answer, the next ballot by itself, the last one taken back', async () => {
    const { user, contentSaved } = await showSurvey(entry, 'entry');
    pad().focus();
    await user.keyboard('12');
    expect(pad().getAttribute('aria-label')).toBe('两委第 2 张票');
    await user.keyboard('3{Backspace}40');
    expect(pad().getAttribute('aria-label')).toBe('两委第 3 张票');
    await waitFor(() => expect(contentSaved().groups.committees.sheets).toEqual(['sm', 'u-']));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(contentSaved().groups.committees.sheets).toEqual(['sm']));
    await user.keyboard('11');
    await waitFor(() => expect(contentSaved().groups.committees.sheets).toEqual(['sm', 'ss']));
  });

  test('the keyboard gets to the ballot from the counts, and the numbers are held against them', async () => {
    const { user } = await showSurvey(entry, 'entry');
    await waitFor(() => expect(document.activeElement).toBe(cell('两委发放')));
    await user.keyboard('3{Enter}2{Enter}{Enter}');
    expect(document.activeElement).toBe(pad());
    await user.keyboard('1112');
    expect(screen.getByText('2 张全部录完')).toBeTruthy();
  });

  test('other keys and a composition answer nothing', async () => {
    const { user, saved } = await showSurvey(entry, 'entry');
    pad().focus();
    await user.keyboard('5a9');
    fireEvent.keyDown(pad(), { key: '1', isComposing: true });
    expect(pad().getAttribute('aria-label')).toBe('两委第 1 张票');
    expect(screen.queryAllByRole('button', { pressed: true })).toEqual([]);
    expect(saved).toEqual([]);
  });

  test('what is sent names nobody: letters alone', async () => {
    const { user, contentSaved } = await showSurvey(entry, 'entry');
    pad().focus();
    await user.keyboard('1234');
    await waitFor(() => expect(contentSaved().groups.committees.sheets).toHaveLength(2));
    expect(Object.keys(contentSaved().groups.committees).toSorted()).toEqual(
      Object.keys(emptyGroup).toSorted(),
    );
  });
});

describe('items, scale and weights', () => {
  test('are typed with Enter and moved with Alt and the arrows; a composition adds nothing', async () => {
    const { user, contentSaved } = await showSurvey({}, 'design');
    const items = within(screen.getByRole('group', { name: '测评项目' }));
    await user.click(items.getByRole('textbox', { name: '第 1 项' }));
    fireEvent.keyDown(items.getByRole('textbox', { name: '第 1 项' }), { key: 'Enter', isComposing: true });
    expect(items.getAllByRole('textbox')).toHaveLength(2);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(items.getByRole('textbox', { name: '第 2 项' })));
    await user.keyboard('党的建设{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(contentSaved().items).toEqual(['党的建设', '服务质量', '活动开展']));
  });

  test('a blank item is not saved, and the page says so', async () => {
    const { user, saved } = await showSurvey({}, 'design');
    await user.clear(screen.getByRole('textbox', { name: '第 1 项' }));
    expect(screen.getByText('有一项没填好，填好后自动保存')).toBeTruthy();
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(saved).toEqual([]);
  });

  test('are locked from the first ballot on, and the page says why', async () => {
    await showSurvey({ groups: countedGroups }, 'design');
    expect(screen.getByText(/已经录入 25 张票/)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: '第 1 项' })).toHaveProperty('disabled', true);
    expect(screen.getByLabelText('满意（分）')).toHaveProperty('disabled', true);
    expect(screen.getByLabelText('两委')).toHaveProperty('disabled', true);
  });
});

describe('the result', () => {
  const wrong = { ...countedGroups, units: { ...countedGroups.units, issued: 2 } };

  test('shows the figures worked by hand, and names the group with too few ballots', async () => {
    await showSurvey({ groups: countedGroups }, 'result');
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows).toContain('居（村）民代表33.3%201811784.4%78.8');
    expect(rows).toContain('总体84.8%77.6');
    expect(screen.getByText(/辖区单位 3 张；规则要求每组至少 5 张/)).toBeTruthy();
  });

  test('is closed only with numbers that agree or with a reason', async () => {
    const { user, contentSaved } = await showSurvey({ groups: wrong }, 'result');
    const close = screen.getByRole('button', { name: '结束测评' });
    expect(close).toHaveProperty('disabled', true);
    await user.type(screen.getByRole('textbox', { name: /票数不符的原因/ }), '多收一张');
    await user.click(close);
    expect(await screen.findByText(/票数不符的原因：多收一张/)).toBeTruthy();
    expect(contentSaved()).toMatchObject({ imbalanceReason: '多收一张' });
    expect(contentSaved().closedOn).not.toBeNull();
  });

  test('a low score asks for a follow-up, which is closed only with a word of what was done', async () => {
    const { user, contentSaved } = await showSurvey(
      { groups: countedGroups, closedOn: '2026-08-01' },
      'result',
    );
    await user.type(screen.getByRole('textbox', { name: /整改措施/ }), '走访居民');
    await user.click(screen.getByRole('button', { name: '安排整改' }));
    const done = await screen.findByRole('button', { name: '办结' });
    expect(done).toHaveProperty('disabled', true);
    await user.type(screen.getByRole('textbox', { name: /办结情况/ }), '走访 30 户');
    await user.click(done);
    await screen.findByText(/走访 30 户/);
    expect(contentSaved().followUp).toMatchObject({ measures: '走访居民', outcome: '走访 30 户' });
  });
});
