import { readFile } from 'node:fs/promises';
import { expect, test, type Download, type Page } from '@playwright/test';
import { Clerk } from './clerk.ts';
import { startHost, type RunningHost } from './running-host.ts';

let host: RunningHost;

test.beforeEach(async () => {
  host = await startHost();
});
test.afterEach(() => host.stop());

const saved = async (page: Page, button: string): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: button }).click(),
  ]);
  return download;
};

const head = async (download: Download): Promise<string> =>
  (await readFile(await download.path())).subarray(0, 4).toString('latin1');

test('a certificate is seen as on paper, then saved as Word and as PDF', async ({ page }) => {
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet('示范街道的口令 2026');
  await clerk.keepsTheRecoveryCode();
  await clerk.looksUp('yglbl');
  await clerk.seesTitle(/阳光里百灵/);
  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: '打印' }).click();
  await page.getByRole('menuitem', { name: '社区社会组织备案证书' }).click();

  const paper = page.frameLocator('iframe');
  await expect(paper.getByText(name).first()).toBeVisible();
  // The frame keeps its styles under the page's policy: the sheet has its own measure.
  expect((await paper.locator('body').boundingBox())?.width ?? 0).toBeGreaterThan(600);

  const word = await saved(page, '存为 Word');
  expect(word.suggestedFilename()).toMatch(/\.docx$/);
  expect(await head(word)).toBe('PK\u0003\u0004');
  await page.getByRole('button', { name: '知道了' }).click();
  const pdf = await saved(page, '存为 PDF');
  expect(pdf.suggestedFilename()).toMatch(/\.pdf$/);
  expect(await head(pdf)).toBe('%PDF');
  expect(clerk.complaints).toEqual([]);
});
