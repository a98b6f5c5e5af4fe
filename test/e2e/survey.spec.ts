import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { Clerk } from './clerk.ts';
import { startHost, type RunningHost } from './running-host.ts';

let host: RunningHost;
let folder: string;

test.beforeEach(async () => {
  host = await startHost();
  folder = await mkdtemp(join(tmpdir(), 'hub-archive-ballots-'));
});
test.afterEach(async () => {
  await host.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Saves what a press offers, in the test's folder. */
const savedBy = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return file;
};

/** Eight numbers and the Enter after each, as a clerk reads them off a tally sheet. */
const typesCounts = async (page: Page, counts: readonly number[]): Promise<void> => {
  for (const count of counts) {
    await page.keyboard.type(String(count));
    await page.keyboard.press('Enter');
  }
};

test('a survey goes from its items to a decision that cites it, by keyboard', async ({ page }) => {
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet('示范街道的口令 2026');
  await clerk.keepsTheRecoveryCode();
  await clerk.goesTo('报告测评');
  await page.getByRole('link', { name: '登记报告' }).first().click();
  await expect(page.getByRole('textbox', { name: '会议名称' })).toBeFocused();
  await page.keyboard.type('两委联席会议');
  await page.keyboard.press('Enter');
  await clerk.sees('已报告');

  await page.getByRole('button', { name: '开展测评' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('tab', { name: /录入/ }).click();
  await expect(page.getByRole('textbox', { name: '两委发放' })).toBeFocused();
  const eight = (answers: readonly number[]): number[] => Array.from({ length: 8 }, () => answers).flat();
  await typesCounts(page, [7, 7, 0, ...eight([5, 1, 1, 0])]);
  await typesCounts(page, [20, 18, 1, ...eight([8, 4, 4, 1])]);
  await typesCounts(page, [6, 6, 0, ...eight([3, 1, 2, 0])]);
  await clerk.sees('票数全部相符');
  await page.getByRole('tab', { name: /结果/ }).click();
  // 6/7 = 85.71, 12/16 = 75, 4/6 = 66.67: rate 75.8; points 580/7, 1120/16, 380/6: score 72.06…
  await expect(page.getByRole('row', { name: '总体 75.8% 72.1' })).toBeVisible();
  await page.getByRole('button', { name: '结束测评' }).click();
  await clerk.sees('低分整改');
  await page.getByRole('textbox', { name: /整改措施/ }).fill('走访居民');
  await page.getByRole('button', { name: '安排整改' }).click();
  await clerk.sees(/整改中，期限/);
  await clerk.goesTo('报告测评');
  await page.getByRole('tab', { name: '测评结果' }).click();
  await expect(page.getByRole('row', { name: /75\.8% 72\.1 低分/ })).toBeVisible();
  await page.getByRole('tab', { name: '低分整改' }).click();
  await clerk.sees('走访居民');
  expect(await savedBy(page, () => page.getByRole('button', { name: '导出 Excel' }).click())).toContain(
    '低分整改清单',
  );
  expect(clerk.complaints).toEqual([]);
});

test('ballots given on a phone without network are taken in, each file once', async ({ page, browser }) => {
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet('示范街道的口令 2026');
  await clerk.keepsTheRecoveryCode();
  await clerk.goesTo('报告测评');
  await page.getByRole('link', { name: /队$/ }).first().click();
  await page.getByRole('button', { name: '开展测评' }).click();
  await page.getByText('逐张录入', { exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('tab', { name: /录入/ }).click();
  const ballotPage = await savedBy(page, () =>
    page.getByRole('button', { name: '做两委的手机测评页' }).click(),
  );

  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, offline: true });
  const screen = await phone.newPage();
  const complaints: string[] = [];
  screen.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
  screen.on('pageerror', (error) => void complaints.push(error.message));
  await screen.goto(pathToFileURL(ballotPage).href);
  const answers = async (words: readonly string[]): Promise<void> => {
    for (const [item, word] of words.entries())
      await screen.getByRole('group').nth(item).getByText(word, { exact: true }).click();
    await screen.getByRole('button', { name: '交票' }).click();
  };
  await answers(Array.from({ length: 8 }, () => '满意'));
  await screen.getByRole('button', { name: '下一位，开始填' }).click();
  screen.once('dialog', (dialog) => void dialog.accept());
  await answers(['不满意', '不了解']);
  await expect(screen.getByText('本机已收 2 张')).toBeVisible();
  const ballots = await savedBy(screen, () => screen.getByRole('button', { name: /存成票文件/ }).click());
  expect(complaints).toEqual([]);
  await phone.close();

  const take = async (): Promise<void> => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '收入票文件' }).click(),
    ]);
    await chooser.setFiles(ballots);
  };
  await take();
  await clerk.sees('2 张全部录完');
  await take();
  await clerk.sees('这个票文件已经收入过了。');
  expect(clerk.complaints.filter((complaint) => !complaint.includes('409'))).toEqual([]);
});
