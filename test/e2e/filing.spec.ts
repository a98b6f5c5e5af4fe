import { expect, test } from '@playwright/test';
import { Clerk } from './clerk.ts';
import { startHost, type RunningHost } from './running-host.ts';

const password = '示范街道的口令 2026';
let host: RunningHost;

test.beforeEach(async ({ page }) => {
  host = await startHost();
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet(password);
  await clerk.keepsTheRecoveryCode();
});
test.afterEach(() => host.stop());

test('a clerk takes a new organization from application to certificate', async ({ page }) => {
  const clerk = new Clerk(page);
  await clerk.goesTo('备案办理');
  await clerk.startsAFiling('阳光里晚霞书画社', '阳光里社区');
  await clerk.namesTheResponsiblePerson('李淑兰');
  await page.getByLabel('业务范围').fill('组织居民学习书法、国画，举办展览。');
  await page.getByLabel('活动场所').fill('社区活动中心二楼');

  await clerk.takesTheStep('提交申请');
  await clerk.takesTheStep('初审退回补正', { 意见: '请写明活动地域' });
  await page.getByRole('textbox', { name: '活动地域' }).fill('本社区辖区');
  await clerk.takesTheStep('提交申请');
  await clerk.takesTheStep('初审通过并上报', { 意见: '情况属实，同意上报' });
  await clerk.takesTheStep('街道审核同意');
  await clerk.takesTheStep('开始公示');
  await clerk.sees(/还有 \d 天/);
  await clerk.takesTheStep('登记异议', { 异议内容: '居民反映排练扰民' });
  await clerk.takesTheStep('异议处理完毕', { 意见: '改到下午活动，反映人同意' });
  await clerk.opensTheStation('发证');
  await clerk.takesTheStep('发证', { 确需提前: '街道集中发证日' });

  await clerk.sees('已发证');
  await page.getByRole('form', { name: '登记领证' }).getByRole('button').last().click();
  await clerk.sees(/李淑兰 已领取/);
  await page.getByRole('button', { name: '登记签收' }).first().click();
  await page.getByLabel('签收人').fill('王敏');
  await page.keyboard.press('Enter');
  await clerk.sees('留存 1 / 6 份');

  await page.reload();
  await clerk.sees('留存 1 / 6 份');
  await page.getByRole('link', { name: '看档案' }).click();
  await clerk.seesTitle('阳光里晚霞书画社');
  await clerk.sees(/新河街社备〔\d{4}〕\d+号/);
  await page.getByRole('tab', { name: /花名册/ }).click();
  await expect(clerk.rows()).toHaveCount(1);
  expect(clerk.complaints).toEqual([]);
});

test('a change is filed anew, and the register keeps the old facts until the new certificate', async ({
  page,
}) => {
  const clerk = new Clerk(page);
  await clerk.looksUp('yglbl');
  await clerk.seesTitle(/阳光里百灵/);
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  const dossier = page.url();
  await page.getByRole('link', { name: '变更备案' }).click();
  await page.getByRole('button', { name: '开始办理' }).click();
  await page.getByLabel('活动场所').fill('新落成的文化中心');
  await expect(page.getByRole('table', { name: '变更内容' })).toContainText('新落成的文化中心');
  await clerk.takesTheStep('提交申请');
  await clerk.sees('待初审');

  await page.goto(`${dossier.replace(/\?.*/, '')}?tab=facts`);
  await clerk.seesTitle(name);
  await expect(page.getByText('新落成的文化中心')).toHaveCount(0);

  await page.getByRole('link', { name: '继续办理备案' }).click();
  await clerk.takesTheStep('初审通过并上报');
  await clerk.takesTheStep('街道审核同意');
  await clerk.takesTheStep('开始公示');
  await clerk.opensTheStation('发证');
  await page.getByLabel('已收回').check();
  await clerk.takesTheStep('发证', { 确需提前: '街道集中发证日' });
  await clerk.sees('打印备案证书');
  await page.goto(`${dossier.replace(/\?.*/, '')}?tab=facts`);
  await clerk.sees('新落成的文化中心');
  expect(clerk.complaints).toEqual([]);
});
