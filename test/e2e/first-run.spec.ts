import { expect, test } from '@playwright/test';
import { Clerk } from './clerk.ts';
import { startHost, type RunningHost } from './running-host.ts';

const password = '示范街道的口令 2026';
let host: RunningHost;

test.beforeEach(async () => {
  host = await startHost();
});
test.afterEach(() => host.stop());

test('a new clerk opens the sample street, finds an organization, locks, and comes back', async ({
  page,
}) => {
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.seesTitle('欢迎使用枢纽档案');
  await clerk.choosesTheSampleStreet(password);
  expect(await clerk.keepsTheRecoveryCode()).toMatch(/^([0-9A-Z]{5}[-\s]?){8}$/);

  await clerk.seesTitle('今天要办的事');
  await clerk.goesTo('社会组织');
  await clerk.sees('共 224 个');
  await expect(clerk.rows()).toHaveCount(50);

  await clerk.looksUp('yglbl');
  await clerk.seesTitle(/阳光里百灵/);
  await page.getByRole('tab', { name: /花名册/ }).click();
  await expect(page.getByText(/\d{3}\*+\d{3}[\dX]/).first()).toBeVisible();
  expect(await page.content()).not.toMatch(/\b99\d{15}[\dX]\b/);

  await clerk.locks();
  await clerk.seesTitle('打开档案');
  await clerk.unlocks('不是这个');
  await clerk.sees(/密码不对|密码不正确|口令不对/);
  await clerk.unlocks(password);
  await clerk.seesTitle(/阳光里百灵|今天要办的事/);
  expect(clerk.complaints.filter((each) => !each.includes('409'))).toEqual([]);
});
