import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Clerk } from './clerk.ts';
import { startHost, type RunningHost } from './running-host.ts';

let host: RunningHost;

test.beforeEach(async () => {
  host = await startHost();
});
test.afterEach(() => host.stop());

test('papers wait in the queue, are printed together, and a spoilt copy is void with its reason', async ({
  page,
}) => {
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet('示范街道的口令 2026');
  await clerk.keepsTheRecoveryCode();
  await clerk.looksUp('yglbl');
  await clerk.seesTitle(/阳光里百灵/);
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  for (const kind of ['社区社会组织备案证书', '社区社会组织备案表']) {
    await page.getByRole('button', { name: '打印' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
    await expect(page.frameLocator('iframe').getByText(name).first()).toBeVisible();
    await page.getByRole('button', { name: '加入打印队列' }).click();
    await expect(page.getByText(/加入了 1 份/).last()).toBeVisible();
    await page.goBack();
  }
  await page.getByRole('link', { name: '打印', exact: true }).click();
  await page.getByRole('link', { name: /打印中心/ }).click();
  const queue = page.getByRole('table', { name: '等着打印的' });
  await expect(queue.getByRole('row')).toHaveCount(3);
  await queue.getByRole('textbox', { name: /备案证书.*份数/ }).fill('3');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '全部打印（2 项）' }).click();
  await clerk.dialog().getByLabel('打印人').fill('周敏');
  await clerk.dialog().getByRole('button', { name: '打印', exact: true }).click();
  await expect(page.getByText('做好了 2 份文书，2 个打印文件')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/编号登记了 4 份/)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '存为 PDF' }).first().click(),
  ]);
  const sheets = await PDFDocument.load(await readFile(await download.path()));
  // Three copies of the certificate, each on a sheet of its own.
  expect(sheets.getPageCount()).toBe(3);

  await clerk.dialog().getByRole('link', { name: '已发文书登记' }).click();
  const line = page.getByRole('row').filter({ hasText: '3 份' });
  await expect(line).toContainText('3 份');
  await line.getByRole('button').last().click();
  await page.getByRole('menuitem', { name: /作废第 2 份/ }).click();
  await clerk.handsIn('作废', { 经办人: '周敏', 理由: '第 2 份卡纸，印花了' });
  await expect(line).toContainText('作废第 2 份');
  expect(clerk.complaints).toEqual([]);
});
