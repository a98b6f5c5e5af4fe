import { expect, test } from '@playwright/test';
import { Clerk } from './clerk.ts';
import { startHost, type RunningHost } from './running-host.ts';

let host: RunningHost;

test.beforeEach(async () => {
  host = await startHost();
});
test.afterEach(() => host.stop());

/** The smallest PNG. */
const photo = {
  name: '合影.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

test('an activity, its photo and hours; the proof of them; points redeemed, and no more than there are', async ({
  page,
}) => {
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet('示范街道的口令 2026');
  await clerk.keepsTheRecoveryCode();
  await clerk.goesTo('活动与服务');

  // A volunteer who is on no roster: name and telephone.
  await clerk.opensTheTab('志愿者');
  await page.getByRole('button', { name: '新增志愿者' }).first().click();
  await clerk.dialog().getByRole('button', { name: '不在花名册上' }).click();
  await clerk.types(clerk.dialog(), { 姓名: '王志愿', 电话: '13800001234' });
  await clerk.dialog().getByRole('button', { name: '保存' }).click();
  await clerk.sees('服务 0 次');
  await page.keyboard.press('Escape');

  await clerk.opensTheTab('活动');
  await page.getByRole('button', { name: '新增活动' }).first().click();
  const form = clerk.dialog();
  await form.getByRole('combobox', { name: '组织' }).fill('书画');
  await page.getByRole('option').first().click();
  await clerk.types(form, { 活动名称: '邻里守望送春联', 地点: '阳光里社区广场', 参与人次: '36' });
  await clerk.chooses(form, { 领域: '社区精神文明', 需求由谁提出: '居民群众' });
  await clerk.types(form, { 群众的需求: '老人想要手写春联', 评判人数: '20', 满意人数: '19' });
  await form.getByRole('combobox', { name: /参加的人/ }).fill('王志愿');
  await page.getByRole('option', { name: /王志愿/ }).click();
  await form.getByRole('button', { name: '都记上' }).click();
  await expect(form.getByText('1 人，合计 2 小时')).toBeVisible();
  await form.getByRole('button', { name: '保存' }).click();
  await clerk.picks(form.getByRole('button', { name: '加照片、材料' }), photo);
  await form.getByRole('button', { name: '查看合影' }).click();
  await expect(page.getByRole('dialog', { name: '合影' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(clerk.dialog()).toBeHidden();
  await expect(page.getByRole('row', { name: /邻里守望送春联.*材料 1 份.*三件事齐/ })).toBeVisible();

  await clerk.opensTheTab('志愿者');
  await page.getByRole('button', { name: '王志愿' }).click();
  await clerk.sees('服务 1 次，累计 2 小时；积分');
  await clerk.types(form, { '兑换（有 20 分）': '21', 换什么: '洗衣液', 经办人: '李干事' });
  await form.getByRole('button', { name: '兑换' }).click();
  await clerk.sees('积分只有 20 分，不够 21 分。');
  await clerk.types(form, { '兑换（有 20 分）': '8' });
  await form.getByRole('button', { name: '兑换' }).click();
  await expect(form.getByRole('row', { name: /兑换 洗衣液（李干事） -8 12/ })).toBeVisible();

  await form.getByRole('button', { name: '开具证明' }).click();
  const proving = page.getByRole('dialog', { name: /给王志愿开具/ });
  await clerk.types(proving, { 负责人: '王会长', 经办人: '李干事' });
  await proving.getByRole('button', { name: '开具', exact: true }).click();
  await clerk.sees(/志服证〔\d{4}〕1号/);
  await page.getByRole('button', { name: '打印服务记录证明' }).click();
  await expect(page.getByRole('dialog', { name: /服务记录证明/ })).toBeVisible();
  // The one refusal, as the browser tells it.
  expect(clerk.complaints).toEqual([
    'Failed to load resource: the server responded with a status of 409 (Conflict)',
  ]);
});
