import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { Clerk } from './clerk.ts';
import { startHost, type RunningHost } from './running-host.ts';

const workbook = resolve(import.meta.dirname, '../../resources/sample/street-ledger.xlsx');
let host: RunningHost;

test.beforeEach(async () => {
  host = await startHost();
});
test.afterEach(() => host.stop());

test('a street takes its Excel ledger in, and takes the import back', async ({ page }) => {
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet('示范街道的口令 2026');
  await clerk.keepsTheRecoveryCode();

  await clerk.goesTo('导入');
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await clerk.sees(/撤销$/);
  await clerk.goesTo('社会组织');
  await expect(page.getByText('共 224 个')).toHaveCount(0);

  await clerk.goesTo('导入');
  await page.getByRole('link', { name: '导入 Excel' }).click();
  await page.locator('input[type=file]').setInputFiles(workbook);
  const columns = page.getByRole('table', { name: '组织台账的列' });
  await expect(columns).toContainText('备案号');
  await columns.getByRole('combobox', { name: 'C 列作为' }).fill('备注');
  await page.getByRole('option', { name: '备注' }).click();
  await clerk.sees('还要指明：组织名称');
  await expect(page.getByRole('button', { name: '试导一遍' })).toBeDisabled();
  await columns.getByRole('combobox', { name: 'C 列作为' }).fill('组织名称');
  await page.getByRole('option', { name: '组织名称' }).click();
  await page.getByRole('button', { name: '试导一遍' }).click();

  await clerk.sees('档案还没有改动。看一遍结果，没有问题再导入。');
  await page.getByRole('button', { name: /被 Excel 截成 15 位/ }).click();
  await expect(page.getByRole('table', { name: '位置' })).toContainText('身份证号');
  const [rejects] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /没导入的 185 行/ }).click(),
  ]);
  expect(rejects.suggestedFilename()).toMatch(/\.xlsx$/);
  await page.getByRole('button', { name: '导入到档案' }).click();
  await clerk.sees(/导入好了：224 个新组织/);
  await page.getByRole('link', { name: '看社会组织' }).click();
  await clerk.sees('共 224 个');
  expect(clerk.complaints).toEqual([]);
});

test('what is no workbook is refused in words, and nothing is changed', async ({ page }) => {
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet('示范街道的口令 2026');
  await clerk.keepsTheRecoveryCode();
  await clerk.goesTo('导入');
  await page.getByRole('link', { name: '导入 Excel' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: '台账.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('not a workbook'),
  });
  await expect(page.getByRole('alert')).toContainText('另存为 .xlsx 再导入');
  await expect(page.getByRole('alert')).toContainText('档案没有改动');
});
