import { implement } from '@orpc/server';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BureauDesk, OfficeDesk } from '../../../src/renderer/app/desks.tsx';
import { ArchiveGate } from '../../../src/renderer/features/archive/ArchiveGate.tsx';
import { archiveContract, type ArchiveStatus } from '../../../src/shared/contract/archive.ts';
import { bureauContract } from '../../../src/shared/contract/bureau.ts';
import { fakeClient, showScreen } from '../../support/fake-archive.tsx';

const archive = implement(archiveContract);

const status = (more: Partial<ArchiveStatus>): ArchiveStatus => ({
  state: 'open',
  desk: null,
  folderName: '档案',
  hubName: null,
  streetName: null,
  bureauName: null,
  districtName: null,
  sampleAvailable: true,
  applicationVersion: '0.1.0',
  ...more,
});

const bureauStatus = status({ desk: 'bureau', bureauName: '新城区民政局', districtName: '新城区' });

test("a bureau's archive leads back from an office's screens, and an office's from the bureau's", async () => {
  const client = (shown: ArchiveStatus) =>
    fakeClient({ archive: { status: archive.status.handler(() => shown) } });
  const inBureau = showScreen(<OfficeDesk />, client(bureauStatus), {
    path: '/organizations',
    at: '/organizations',
  });
  await expect.poll(inBureau.address).toBe('/bureau');
  inBureau.unmount();
  const inOffice = showScreen(<BureauDesk />, client(status({ desk: 'office' })), {
    path: '/bureau/rollup',
    at: '/bureau/rollup',
  });
  await expect.poll(inOffice.address).toBe('/');
});

test("a bureau's side bar has its own areas only", async () => {
  showScreen(
    <BureauDesk />,
    fakeClient({
      archive: { status: archive.status.handler(() => bureauStatus) },
      bureau: { inbox: implement(bureauContract).inbox.handler(() => []) },
    }),
    { at: '/bureau' },
  );
  const names = (await screen.findAllByRole('link'))
    .filter((link) => link.closest('nav') !== null)
    .map(({ textContent }) => textContent);
  expect(names).toEqual(['工作台', '收件箱', '报送情况', '汇总', '重复核查', '街镇名册', '密钥', '设置']);
  expect(screen.getByText('新城区民政局')).toBeTruthy();
  expect(screen.queryByText(/查组织、成员/)).toBeNull();
});

test('the first run asks whose archive it is; a bureau gives its district and a password', async () => {
  const created: unknown[] = [];
  const { user } = showScreen(
    <ArchiveGate />,
    fakeClient({
      archive: {
        status: archive.status.handler(() => status({ state: 'absent' })),
        create: archive.create.handler(({ input }) => {
          created.push(input);
          return { recoveryCode: 'KXQ2-7MPD' };
        }),
      },
    }),
  );
  expect(await screen.findByRole('button', { name: /新建本街道的档案/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /新建区民政局的接收台账/ }));
  await user.type(screen.getByLabelText(/区（县）名称/), '新城区');
  await user.type(screen.getByLabelText(/区（县）区划代码/), '9901');
  expect(screen.getByText('6 位数字')).toBeTruthy();
  await user.type(screen.getByLabelText(/区（县）区划代码/), '01');
  expect(screen.getByText(/公钥卡和回执上写“新城区民政局”/)).toBeTruthy();
  await user.type(screen.getByLabelText('新密码'), 'a long sentence');
  await user.type(screen.getByLabelText('再输一遍'), 'a long sentence{Enter}');
  expect(await screen.findByText('KXQ2-7MPD')).toBeTruthy();
  expect(created).toEqual([
    {
      desk: 'bureau',
      password: 'a long sentence',
      bureau: {
        profile: {
          districtCode: '990101',
          districtName: '新城区',
          bureauName: '新城区民政局',
          contactName: null,
          contactPhone: null,
        },
        streets: [],
      },
    },
  ]);
});
