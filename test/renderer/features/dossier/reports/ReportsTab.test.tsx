import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ReportsTab } from '../../../../../src/renderer/features/dossier/reports/ReportsTab.tsx';
import { documentsContract } from '../../../../../src/shared/contract/documents.ts';
import { filesContract } from '../../../../../src/shared/contract/files.ts';
import { rulesContract } from '../../../../../src/shared/contract/office.ts';
import { recordsContract } from '../../../../../src/shared/contract/records.ts';
import type { DossierRecord, RecordInput } from '../../../../../src/shared/domain/dossier-record.ts';
import { recordId, rulePackId } from '../../../../../src/shared/domain/ids.ts';
import { rulePackFile } from '../../../../../src/shared/domain/rule-pack.ts';
import shippedRules from '../../../../../resources/rule-packs/default.json' with { type: 'json' };
import { fakeClient, showScreen } from '../../../../support/fake-archive.tsx';
import { dossierOf } from '../../../../support/sample-dossier.ts';
import { countedGroups, decisionOf, reportOf, surveyOf } from '../../../../support/sample-records.ts';
import { recordOf } from '../../../../support/sample-survey-record.ts';

const records = implement(recordsContract);
const rules = implement(rulesContract);
const pack = {
  id: rulePackId.parse('p1'),
  validFrom: '2000-01-01',
  validTo: null,
  body: rulePackFile.parse(shippedRules).body,
};
const strictPack = {
  ...pack,
  body: { ...pack.body, vote: { ...pack.body.vote, majority: 'two-thirds' as const } },
};
const periods = [
  { code: '2026-2/2', label: '2026 年下半年', endsOn: '2026-12-31', dueOn: '2027-01-15', state: 'running' },
  { code: '2026-1/2', label: '2026 年上半年', endsOn: '2026-06-30', dueOn: '2026-07-15', state: 'overdue' },
] as const;

const showTab = (kept: readonly DossierRecord[], at = '/?tab=reports') => {
  const saved: { id: string | null; record: RecordInput }[] = [];
  const removed: string[] = [];
  const restored: string[] = [];
  const shown = showScreen(
    <ReportsTab dossier={dossierOf({ reportPeriods: [...periods], memberCount: 30 })} />,
    fakeClient({
      rules: {
        current: rules.current.handler(({ input: { on } }) => (on === '2020-05-01' ? strictPack : pack)),
      },
      documents: {
        preview: implement(documentsContract).preview.handler(() => ({
          html: '<p>工作报告</p>',
          paper: { widthMm: 210, heightMm: 297, orientation: 'portrait' },
          title: '工作报告 阳光里夕阳红舞蹈队',
          missing: [],
          organizationId: null,
        })),
      },
      files: { list: implement(filesContract).list.handler(() => ({ files: [], scans: [] })) },
      records: {
        list: records.list.handler(() => kept),
        save: records.save.handler(({ input }) => {
          saved.push(input);
          return recordOf(input.record.content, { ...input.record });
        }),
        remove: records.remove.handler(({ input }) => {
          removed.push(input.id);
          return {};
        }),
        restore: records.restore.handler(({ input }) => {
          restored.push(input.id);
          return kept[0] ?? recordOf(reportOf());
        }),
      },
    }),
    { at },
  );
  return { ...shown, saved, removed, restored };
};

test('one press on a period opens its report, with period, title and reporter filled in', async () => {
  const { user, saved } = showTab([]);
  await user.click(await screen.findByRole('button', { name: '登记2026 年上半年的报告' }));
  const form = await screen.findByRole('dialog');
  expect(within(form).getByRole('textbox', { name: /标题/ })).toHaveProperty(
    'value',
    '2026 年上半年工作报告',
  );
  await user.type(within(form).getByRole('textbox', { name: '会议名称' }), '两委联席会议');
  await user.click(within(form).getByRole('button', { name: '保存' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(saved).toEqual([
    {
      id: null,
      record: expect.objectContaining({
        title: '2026 年上半年工作报告',
        content: expect.objectContaining({
          kind: 'committee-report',
          period: '2026-1/2',
          meeting: '两委联席会议',
          reporter: '王桂英',
          place: null,
        }) as unknown,
      }) as unknown,
    },
  ]);
});

test('an address may ask for the report of a period, once', async () => {
  const { user, address } = showTab([], '/?tab=reports&report=2026-1/2');
  const form = await screen.findByRole('dialog');
  expect(within(form).getByText('登记向两委的报告')).toBeTruthy();
  await user.click(within(form).getByRole('button', { name: '取消' }));
  expect(address()).toBe('/?tab=reports');
});

test('a vote is saved only when heads add up, and its outcome follows the rules', async () => {
  const { user, saved } = showTab([]);
  await user.click(await screen.findByRole('button', { name: '登记表决' }));
  const form = await screen.findByRole('dialog');
  const head = (name: string) => within(form).getByRole('textbox', { name: `${name}（人）` });
  const put = async (name: string, count: string) => {
    await user.clear(head(name));
    await user.type(head(name), count);
  };
  expect(head('应到')).toHaveProperty('value', '30');
  await put('实到', '20');
  await put('同意', '10');
  expect(within(form).getByText('同意、反对、弃权合计 10 人，应等于实到 20 人')).toBeTruthy();
  expect(within(form).getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
  await put('反对', '10');
  expect(await within(form).findByText('未通过')).toBeTruthy();
  await put('同意', '11');
  await put('反对', '9');
  expect(await within(form).findByText('表决通过')).toBeTruthy();
  await user.click(within(form).getByRole('button', { name: '保存' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.record.content).toMatchObject({ expected: 30, present: 20, inFavour: 11, against: 9 });
});

test('the list judges a vote by the rules of its day', async () => {
  const vote = {
    kind: 'meeting-vote',
    subject: 'charter',
    place: null,
    expected: 30,
    present: 20,
    inFavour: 11,
    against: 9,
    abstained: 0,
    resolution: '',
  } as const;
  showTab([
    recordOf(vote, { id: recordId.parse('r1'), title: '旧规则下的表决', occurredOn: '2020-05-01' }),
    recordOf(vote, { id: recordId.parse('r2'), title: '新规则下的表决', occurredOn: '2026-05-01' }),
  ]);
  const votes = within(await screen.findByRole('region', { name: '会议表决' }));
  const row = (title: string) =>
    within(votes.getByRole('button', { name: title }).closest('tr') ?? document.body);
  expect(await row('新规则下的表决').findByText('通过')).toBeTruthy();
  expect(await row('旧规则下的表决').findByText('未通过')).toBeTruthy();
});

test('a decision needs a survey that was counted, and cites the newest', async () => {
  showTab([recordOf(surveyOf({ groups: countedGroups }))]);
  expect(await screen.findByText('测评结束以后，才能登记依据它作出的决定。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '登记运用' })).toHaveProperty('disabled', true);
});

test('a decision names the figures that it rests on', async () => {
  const survey = recordOf(surveyOf({ groups: countedGroups, closedOn: '2026-08-01' }), {
    title: '2026 年测评',
  });
  const { user, saved } = showTab([survey]);
  await user.click(await screen.findByRole('button', { name: '登记运用' }));
  const form = await screen.findByRole('dialog');
  expect(within(form).getByText('满意率 84.8%，得分 77.6')).toBeTruthy();
  await user.type(within(form).getByRole('textbox', { name: /决定单位/ }), '街道办事处{Enter}');
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.record.content).toMatchObject({ kind: 'decision', surveyId: 'r1', use: 'purchase' });
});

test('lists what is kept: figures, low score, citation', async () => {
  const survey = recordOf(surveyOf({ groups: countedGroups, closedOn: '2026-08-01' }), {
    title: '2026 年测评',
  });
  const decision = recordOf(decisionOf(survey.id), { id: recordId.parse('r2'), title: '购买服务的决定' });
  showTab([survey, decision]);
  const surveys = within(await screen.findByRole('region', { name: '满意度测评' }));
  expect(surveys.getByText('84.8%')).toBeTruthy();
  expect(surveys.getByText('低分')).toBeTruthy();
  const decisions = within(screen.getByRole('region', { name: '结果运用' }));
  expect(decisions.getByRole('link', { name: '2026 年测评' }).getAttribute('href')).toBe('/surveys/r1');
  expect(decisions.getByText('20,000')).toBeTruthy();
});

test('a record goes to the recycle bin, and one press takes it back', async () => {
  const { user, removed, restored } = showTab([recordOf(reportOf(), { title: '上半年报告' })]);
  await user.click(await screen.findByRole('button', { name: '上半年报告' }));
  await user.click(await screen.findByRole('button', { name: '删除' }));
  await user.click(await screen.findByRole('button', { name: '移到回收站' }));
  await waitFor(() => expect(removed).toEqual(['r1']));
  await user.click(await screen.findByRole('button', { name: '撤销删除' }));
  await waitFor(() => expect(restored).toEqual(['r1']));
});

test('the gap of a survey opens a new one, in the period that runs', async () => {
  const { user, address } = showTab([], '/?tab=reports&survey=new');
  const form = within(await screen.findByRole('dialog', { name: '开展满意度测评' }));
  await waitFor(() =>
    expect(form.getByLabelText<HTMLInputElement>('所属报告期', { selector: 'input' }).value).toBe(
      '2026 年下半年',
    ),
  );
  // An old survey that is typed in late is named after its own year.
  await user.clear(form.getByLabelText(/^测评日期/));
  await user.type(form.getByLabelText(/^测评日期/), '2025-08-01{Tab}');
  expect(form.getByLabelText(/^名称/)).toHaveProperty('value', '2025 年满意度测评');
  await user.keyboard('{Escape}');
  expect(address()).toBe('/?tab=reports');
});

test('a record that the address names is open; its paper is one press away, and Escape leads back to it', async () => {
  const report = recordOf(reportOf());
  const { user, address } = showTab([report], `/?tab=reports&record=${report.id}`);
  const form = within(await screen.findByRole('dialog', { name: '向两委的报告' }));
  await user.click(form.getByRole('button', { name: '打印工作报告' }));
  await screen.findByTitle('预览：工作报告 阳光里夕阳红舞蹈队');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByTitle(/^预览/)).toBeNull());
  expect(screen.getByRole('dialog', { name: '向两委的报告' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(address()).toBe('/?tab=reports'));
});
