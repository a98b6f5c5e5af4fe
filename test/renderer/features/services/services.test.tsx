import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ServicesScreen } from '../../../../src/renderer/features/services/ServicesScreen.tsx';
import { officeContract } from '../../../../src/shared/contract/office.ts';
import { searchContract } from '../../../../src/shared/contract/search.ts';
import {
  serviceRegistersContract,
  type ServiceRow,
} from '../../../../src/shared/contract/service-registers.ts';
import { filingsContract } from '../../../../src/shared/contract/filings.ts';
import { communityId, organizationId, personId, serviceLineId } from '../../../../src/shared/domain/ids.ts';
import { serviceRegister, type ServiceRegister } from '../../../../src/shared/domain/service-register.ts';
import { registerWords } from '../../../../src/shared/labels/service-register.ts';
import { fakeClient, showScreen, type FakeHandlers } from '../../../support/fake-archive.tsx';
import { officeProfileOf } from '../../../support/sample-office.ts';

const registers = implement(serviceRegistersContract);

const rowOf = (change: Partial<ServiceRow> = {}): ServiceRow => ({
  id: serviceLineId.parse('l1'),
  register: 'activity',
  organizationId: organizationId.parse('o1'),
  communityId: null,
  personId: null,
  occurredOn: '2026-11-20',
  title: '邻里守望',
  content: {
    domain: 'civility',
    needSource: 'residents',
    need: '送春联',
    heads: 36,
    judgement: null,
    asked: null,
  },
  createdAt: '2026-11-20T01:00:00.000Z',
  updatedAt: '2026-11-20T01:00:00.000Z',
  organizationName: '晚霞书画社',
  communityName: '阳光里社区',
  personName: null,
  state: 'civility',
  late: false,
  names: {},
  people: 1,
  minutes: 120,
  points: 0,
  papers: 2,
  ...change,
});

const show = (at: string, rows: readonly ServiceRow[], more: FakeHandlers[string] = {}) =>
  showScreen(
    <ServicesScreen />,
    fakeClient({
      serviceRegisters: {
        list: registers.list.handler(() => ({
          rows: [...rows],
          total: rows.length,
          sums: { fen: 1_234_550, heads: 36, minutes: 120, late: 0 },
        })),
        ruralTeams: registers.ruralTeams.handler(() => [
          { communityId: communityId.parse('c1'), communityName: '龙泉村', team: null, candidates: 1 },
        ]),
        findPeople: registers.findPeople.handler(() => [
          {
            personId: personId.parse('p1'),
            name: '王志愿',
            maskedPhone: '138****1234',
            from: '志愿者',
            volunteer: true,
          },
        ]),
        findLines: registers.findLines.handler(() => []),
        ...more,
      },
      office: {
        get: implement(officeContract).get.handler(() => ({ profile: officeProfileOf(), communities: [] })),
      },
      filings: {
        list: implement(filingsContract).list.handler(() => ({ rows: [], total: 0 })),
      },
      search: { query: implement(searchContract).query.handler(() => []) },
    }),
    { path: '/services', at },
  );

test('the list of activities says which of the three facts are missing, and what all adds up to', async () => {
  show('/services', [rowOf()]);
  expect(await screen.findByText('缺评判')).toBeTruthy();
  expect(screen.getByText(/共 1 次.*参加 36 人次.*服务 2 小时/)).toBeTruthy();
  expect(screen.getByText(/晚霞书画社.*材料 2 份/)).toBeTruthy();
});

test.each(serviceRegister.options)(
  'the register %s has its list and its form',
  async (register: ServiceRegister) => {
    const words = registerWords(register);
    const { user } = show(`/services?register=${register}`, []);
    expect(await screen.findByText(`还没有${words.one}`)).toBeTruthy();
    if (register === 'service-proof') return;
    await user.click(screen.getAllByRole('button', { name: `新增${words.one}` })[0] ?? document.body);
    const form = within(await screen.findByRole('form', { name: words.one }));
    for (const label of Object.values(words.fields))
      expect(form.queryAllByText(label, { exact: false }).length, label).toBeGreaterThan(0);
    expect(form.getByText(/^还缺：/)).toBeTruthy();
  },
);

test('money is typed in yuan and kept as whole fen; payments add up', async () => {
  const saved: unknown[] = [];
  const kept = rowOf({
    register: 'purchase',
    title: '助老服务',
    content: {
      form: 'venture',
      buyer: '街道',
      fen: 100_000,
      payments: [{ on: '2026-03-05', fen: 60_005, note: null }],
    },
  });
  const { user } = show('/services?register=purchase&line=l1', [kept], {
    get: registers.get.handler(() => ({ row: kept, people: [], files: [] })),
    save: registers.save.handler(({ input }) => {
      saved.push(input.line.content);
      return kept;
    }),
  });
  const form = within(await screen.findByRole('form', { name: '项目' }));
  await user.clear(form.getByLabelText(/合同金额（元）/));
  await user.type(form.getByLabelText(/合同金额（元）/), '1000.1');
  await user.click(form.getByRole('button', { name: '加一笔' }));
  expect(form.getByText('还缺：付款明细的金额')).toBeTruthy();
  await user.type(form.getByLabelText('第 2 笔金额（元）'), '400.05');
  expect(form.getByRole('group', { name: '付款明细' }).textContent).toContain('合计 1,000.10 元');
  await user.click(form.getByRole('button', { name: '保存' }));
  await waitFor(() =>
    expect(saved).toMatchObject([{ fen: 100_010, payments: [{ fen: 60_005 }, { fen: 40_005 }] }]),
  );
});

test('the sheet of rural teams tells every village that has none', async () => {
  show('/services?register=rural-team', []);
  expect(await screen.findByText('龙泉村：1 支还缺依据')).toBeTruthy();
  expect(screen.getByText(/农村社区 1 个，已有优秀队伍 0 个/)).toBeTruthy();
});
