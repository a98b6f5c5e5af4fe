import { implement } from '@orpc/server';
import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { DuplicateGroupsScreen } from '../../../../src/renderer/features/bureau/duplicates/DuplicateGroupsScreen.tsx';
import { BureauKeysScreen } from '../../../../src/renderer/features/bureau/keys/BureauKeysScreen.tsx';
import { ReportingScreen } from '../../../../src/renderer/features/bureau/reporting/ReportingScreen.tsx';
import { ReturnModal } from '../../../../src/renderer/features/bureau/review/ReturnModal.tsx';
import { RollupScreen } from '../../../../src/renderer/features/bureau/rollup/RollupScreen.tsx';
import { bureauContract } from '../../../../src/shared/contract/bureau.ts';
import type { BureauCard, DistrictPeriod, StreetReporting } from '../../../../src/shared/domain/bureau.ts';
import type {
  DistrictOrganization,
  DistrictRollup,
  JudgedDuplicate,
} from '../../../../src/shared/domain/district-ledger.ts';
import type { PeriodFigures } from '../../../../src/shared/domain/ledger-snapshot.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const os = implement(bureauContract);

const period: DistrictPeriod = {
  code: '2026H1',
  startsOn: '2026-01-01',
  endsOn: '2026-06-30',
  dueOn: '2026-07-15',
  lastWorkingDay: '2026-07-15',
  expected: 3,
  reported: 2,
  accepted: 1,
  returned: 0,
  late: 2,
};
const periods = os.periods.handler(() => [period]);

const reported = (code: string, name: string, more: Partial<StreetReporting>): StreetReporting => ({
  streetCode: code,
  streetName: name,
  contactName: '刘敏',
  contactPhone: '0990-1',
  state: 'accepted',
  late: false,
  days: 0,
  firstReceivedOn: '2026-07-08',
  lastReceivedOn: '2026-07-08',
  packageId: null,
  serial: 1,
  corrections: 0,
  organizations: 5,
  ...more,
});

test('who has reported, who is late by how long; the address narrows the list', async () => {
  const { user, address } = showScreen(
    <ReportingScreen />,
    fakeClient({
      bureau: {
        periods,
        reporting: os.reporting.handler(() => ({
          period,
          streets: [
            reported('990101001', '新河街道', { corrections: 1 }),
            reported('990101002', '柳林街道', { state: 'received', late: true, days: 6 }),
            reported('990101003', '东湖街道', {
              state: 'missing',
              late: true,
              days: 133,
              firstReceivedOn: null,
              organizations: null,
            }),
          ],
        })),
      },
    }),
    { at: '/bureau/reporting' },
  );
  expect((await screen.findByRole('row', { name: /新河街道/ })).textContent).toContain('1 次');
  expect(screen.getByRole('row', { name: /柳林街道/ }).textContent).toContain('待答复迟报 6 天');
  expect(screen.getByRole('row', { name: /东湖街道/ }).textContent).toContain('未报送逾期 133 天');
  await user.click(screen.getByText('未报送 1'));
  expect(address()).toBe('/bureau/reporting?state=missing');
  expect(screen.queryByRole('row', { name: /新河街道/ })).toBeNull();
});

const figures = (organizations: number): PeriodFigures => ({
  period: '2025H2',
  organizations,
  members: 10,
  partyMembers: 2,
  filed: 1,
  changed: 0,
  ended: 0,
  dispositions: 0,
});
const row = {
  counts: [1, 2, 0, 3, 1],
  organizations: 7,
  members: 70,
  partyMembers: 20,
  filed: 2,
  changed: 1,
  ended: 0,
  dispositions: 4,
  candidates: 1,
  trainings: 0,
  trainees: 0,
  communities: 2,
};
const nothing = Object.fromEntries(Object.keys(row).map((key) => [key, 0])) as unknown as typeof row;
const rollup: DistrictRollup = {
  period: '2026H1',
  previousPeriod: '2025H2',
  lastYearPeriod: '2025H1',
  streets: [
    {
      ...row,
      streetCode: '990101001',
      streetName: '新河街道',
      reported: true,
      previous: figures(5),
      lastYear: null,
    },
    {
      ...nothing,
      counts: [0, 0, 0, 0, 0],
      streetCode: '990101002',
      streetName: '柳林街道',
      reported: false,
      previous: null,
      lastYear: null,
    },
  ],
  total: row,
  byStatus: [],
  trend: [
    { ...row, period: '2025H2', organizations: 5, reportedStreets: 1 },
    { ...row, period: '2026H1', reportedStreets: 1 },
  ],
  comparable: { previous: { streets: 1, before: figures(5), after: figures(7) }, lastYear: null },
};

test('every number of the roll-up opens what it counts; what was not reported is not nought', async () => {
  const { user } = showScreen(
    <RollupScreen />,
    fakeClient({ bureau: { periods, rollup: os.rollup.handler(() => rollup) } }),
  );
  const table = within(await screen.findByRole('table', { name: '组织分类' }));
  const street = within(table.getByRole('row', { name: /^新河街道/ }));
  expect(street.getByRole('link', { name: '3' }).getAttribute('href')).toBe(
    '/bureau/organizations?period=2026H1&street=990101001&class=culture-sports',
  );
  expect(street.queryByRole('link', { name: '0' })).toBeNull();
  expect(table.getByRole('row', { name: /^柳林街道（未报送）/ }).textContent).toContain('———');
  const total = within(table.getByRole('row', { name: /^合计/ }));
  expect(total.getByRole('link', { name: '7' }).getAttribute('href')).toBe(
    '/bureau/organizations?period=2026H1',
  );
  expect(screen.getByRole('link', { name: /在册组织\s*7\s*比上期 \+2/ })).toBeTruthy();

  await user.click(screen.getByText('本期办理'));
  const matters = within(await screen.findByRole('table', { name: '本期办理' }));
  expect(
    within(matters.getByRole('row', { name: /^新河街道/ }))
      .getByRole('link', { name: '4' })
      .getAttribute('href'),
  ).toBe('/bureau/matters?kind=dispositions&period=2026H1&street=990101001');

  await user.click(screen.getByText('走势图'));
  expect(
    await screen.findByRole('img', { name: '在册组织。25 下：在册组织 5；26 上：在册组织 7' }),
  ).toBeTruthy();
  const bar = screen.getByRole('link', { name: '新河街道 未分类 1 个' });
  expect(bar.getAttribute('href')).toContain('class=none');
  const [asTable] = screen.getAllByText('表');
  if (asTable === undefined) throw new Error('no way to the table');
  await user.click(asTable);
  expect(
    within(await screen.findByRole('table', { name: '在册组织' })).getByRole('row', { name: '26 上 7' }),
  ).toBeTruthy();
});

const organization = (streetCode: string, streetName: string): DistrictOrganization => ({
  streetCode,
  streetName,
  id: `o-${streetCode}`,
  name: '柳林舞蹈队',
  community: '柳林社区',
  communityCode: '990101002001',
  category: null,
  status: 'filed',
  filingNumber: '柳林社备〔2025〕1号',
  filedOn: '2025-01-10',
  responsiblePerson: null,
  maskedPhone: null,
  members: 8,
  partyMembers: 1,
  filed: 0,
  changed: 0,
  ended: 0,
  dispositions: 0,
  proposedRegistration: false,
});

test('what two streets report alike stands side by side, and is told apart by somebody', async () => {
  const organizations = [organization('990101002', '柳林街道'), organization('990101003', '东湖街道')];
  let apart: JudgedDuplicate['apart'] = null;
  const told = vi.fn();
  const { user } = showScreen(
    <DuplicateGroupsScreen />,
    fakeClient({
      bureau: {
        periods,
        duplicates: os.duplicates.handler(() => [
          { reason: 'filing-number', shared: '柳林社备〔2025〕1号', likeness: 1, organizations, apart },
        ]),
        tellApart: os.tellApart.handler(({ input }) => {
          told(input);
          apart = { by: input.by, at: '2026-07-20T01:00:00.000Z' };
          return {};
        }),
        tellAgain: os.tellAgain.handler(() => {
          apart = null;
          return {};
        }),
      },
    }),
  );
  expect(await screen.findByRole('table', { name: '备案号相同：柳林社备〔2025〕1号' })).toBeTruthy();
  const apartButton = screen.getByRole<HTMLButtonElement>('button', { name: '不是同一个' });
  expect(apartButton.disabled).toBe(true);
  await user.type(screen.getByLabelText('核实人姓名'), '陈晓');
  await user.click(apartButton);
  expect(await screen.findByText('没有发现重复')).toBeTruthy();
  expect(told.mock.calls).toEqual([
    [
      {
        by: '陈晓',
        organizations: [
          { streetCode: '990101002', id: 'o-990101002' },
          { streetCode: '990101003', id: 'o-990101003' },
        ],
      },
    ],
  ]);
  await user.click(screen.getByRole('switch', { name: '也看已排除的 1 组' }));
  expect(await screen.findByText(/陈晓 核实不是同一个/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '撤回' }));
  expect(await screen.findByRole('button', { name: '不是同一个' })).toBeTruthy();
});

test('a ledger goes back with reasons of its own, usual ones and one for each fault', async () => {
  const returned = vi.fn();
  const { user } = showScreen(
    <ReturnModal
      title="退回"
      organizations={[{ id: 'o1', name: '舞蹈队' }]}
      findings={[
        {
          level: 'fault',
          code: 'filing-number-missing',
          organizationId: 'o1',
          organization: '舞蹈队',
          community: '柳林社区',
          detail: null,
        },
        {
          level: 'notice',
          code: 'roster-empty',
          organizationId: 'o1',
          organization: '舞蹈队',
          community: null,
          detail: null,
        },
      ]}
      pending={false}
      error={null}
      onReturn={returned}
      onClose={() => undefined}
    />,
    fakeClient({}),
  );
  const send = await screen.findByRole<HTMLButtonElement>('button', { name: '退回并存回执' });
  expect(send.disabled).toBe(true);
  await user.click(screen.getByRole('button', { name: '把检查出的 1 处问题逐条列入' }));
  await user.click(screen.getByRole('button', { name: '把检查出的 1 处问题逐条列入' }));
  await user.click(screen.getByRole('button', { name: '常用理由' }));
  await user.click(await screen.findByRole('menuitem', { name: /兜底党组织/ }));
  await user.type(screen.getByRole('textbox', { name: '理由' }), '请盖章{Enter}');
  await user.type(screen.getByRole('textbox', { name: '第 1 条理由' }), '，请补上');
  await user.click(screen.getByRole('button', { name: '去掉第 2 条理由' }));
  await user.click(screen.getByRole('combobox', { name: '关于' }));
  await user.click(await screen.findByRole('option', { name: '舞蹈队' }));
  await user.type(screen.getByRole('textbox', { name: '理由' }), '章程缺页{Enter}');
  // Written but not added: it counts, and is about the whole ledger again.
  await user.type(screen.getByRole('textbox', { name: '理由' }), '请附报送函');
  expect(screen.getByText(/共 4 条（连同正在写的一条）/)).toBeTruthy();
  await user.click(send);
  expect(returned.mock.calls).toEqual([
    [
      [
        { organizationId: 'o1', organization: '舞蹈队', text: '已备案但没有备案号，请补上' },
        { organizationId: null, organization: null, text: '请盖章' },
        { organizationId: 'o1', organization: '舞蹈队', text: '章程缺页' },
        { organizationId: null, organization: null, text: '请附报送函' },
      ],
    ],
  ]);
});

test('the key ceremony makes keys once, shows the card, and asks for paper and drill', async () => {
  let card: BureauCard | null = null;
  const { user } = showScreen(
    <BureauKeysScreen />,
    fakeClient({
      bureau: {
        card: os.card.handler(() => card),
        recoveryState: os.recoveryState.handler(() => ({ printedAt: null, drilledAt: null })),
        makeKeys: os.makeKeys.handler(({ input }) => {
          card = {
            name: '新城区民政局',
            recipient: 'age1x',
            signingKey: 'RWx',
            validUntil: input.validUntil,
            standing: 'valid',
            fingerprint: '1111 2222 3333 4444 5555 6666 7777 8888 9999 AAAA',
            fingerprintWords: ['苹果', '长城'],
            text: '单位：新城区民政局',
            qrSvg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
            madeAt: '2026-07-01T00:00:00.000Z',
            madeHere: true,
            former: [],
          };
          return card;
        }),
        drill: os.drill.handler(() => ({ opened: null })),
      },
    }),
  );
  await user.click(await screen.findByRole('button', { name: '生成密钥' }));
  // The bureau reads its fingerprint out: nothing of it is kept back here.
  expect((await screen.findByRole('group', { name: '公钥指纹' })).textContent).toContain('9999AAAA');
  expect(screen.getByRole('img', { name: '公钥卡二维码' }).getAttribute('src')).toContain(
    'data:image/svg+xml',
  );
  expect(card?.['validUntil']).toMatch(/^\d{4}-12-31$/);
  expect(screen.getByText('还没有打印')).toBeTruthy();
  await user.type(screen.getByLabelText(/照恢复纸输入/), 'AGE-SECRET-KEY-1X');
  await user.click(screen.getByRole('button', { name: '开始演练' }));
  expect(await screen.findByText('演练成功：纸上的密钥就是现在用的这一把。')).toBeTruthy();
});
