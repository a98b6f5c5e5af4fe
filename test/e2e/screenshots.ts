/**
 * `npm run screenshots`: walks a clerk through every screen of the built application, on the sample street in a fresh
 * archive, and leaves a picture of each at 1366×768 in docs/images; then the pages of the documents. The street is
 * invented, and what the screens mask stays masked.
 */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { Clerk } from './clerk.ts';
import { startHost } from './running-host.ts';

const images = resolve(import.meta.dirname, '../../docs/images');
const workbook = resolve(import.meta.dirname, '../../resources/sample/street-ledger.xlsx');
const password = '示范街道的口令 2026';

type Walk = (clerk: Clerk, page: Page, picture: (name: string) => Promise<void>) => Promise<void>;

const firstRun: Walk = async (clerk, page, picture) => {
  await clerk.seesTitle('欢迎使用枢纽档案');
  await picture('first-run');
  await clerk.choosesTheSampleStreet(password);
  // The code of a throw-away archive; the picture shows where it stands.
  await picture('recovery-code');
  await clerk.keepsTheRecoveryCode();
  await clerk.seesTitle('今天要办的事');
  await picture('home');
  await clerk.locks();
  await clerk.seesTitle('打开档案');
  await picture('unlock');
  await clerk.unlocks(password);
  await page.getByRole('navigation').waitFor();
};

const register: Walk = async (clerk, page, picture) => {
  await clerk.goesTo('社会组织');
  await clerk.sees('共 224 个');
  await picture('organizations');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').pressSequentially('yglbl', { delay: 20 });
  await page.waitForTimeout(500);
  await picture('quick-search');
  await page.keyboard.press('Enter');
  await clerk.seesTitle(/阳光里百灵/);
  await picture('dossier');
  for (const [tab, name] of [
    ['备案事项', 'dossier-facts'],
    ['花名册', 'dossier-roster'],
    ['备案', 'dossier-filings'],
  ] as const) {
    await page
      .getByRole('tab', { name: new RegExp(`^${tab}`) })
      .last()
      .click();
    await picture(name);
  }
};

const filing: Walk = async (clerk, page, picture) => {
  await clerk.goesTo('备案办理');
  await clerk.startsAFiling('阳光里晚霞书画社', '阳光里社区');
  await clerk.namesTheResponsiblePerson('李淑兰');
  await page.getByLabel('业务范围').fill('组织居民学习书法、国画，举办展览。');
  await clerk.sees('草稿已保存');
  await page.mouse.wheel(0, -5000);
  await picture('filing-materials');
  await clerk.takesTheStep('提交申请');
  await clerk.sees('待初审');
  await picture('filing-first-review');
  await clerk.takesTheStep('初审通过并上报', { 意见: '情况属实，同意上报' });
  await clerk.sees('待街道审核');
  await picture('filing-street-review');
  await clerk.takesTheStep('街道审核同意');
  await clerk.takesTheStep('开始公示');
  await clerk.sees(/还有 \d 天/);
  await picture('filing-notice');
  await clerk.opensTheStation('发证');
  await picture('filing-certificate');
  await clerk.takesTheStep('发证', { 确需提前: '街道集中发证日' });
  await clerk.sees('三方留存');
  await picture('filing-copies');
  await clerk.goesTo('备案办理');
  await picture('filings');
};

const importing: Walk = async (clerk, page, picture) => {
  await clerk.goesTo('导入');
  await picture('imports');
  await page.getByRole('link', { name: '导入 Excel' }).click();
  await picture('import-file');
  await page.locator('input[type=file]').setInputFiles(workbook);
  await page.getByRole('button', { name: '试导一遍' }).waitFor();
  await picture('import-columns');
  await page.getByRole('button', { name: '试导一遍' }).click();
  await page.getByRole('button', { name: '导入到档案' }).waitFor();
  await picture('import-dry-run');
};

const paperAndLedger: Walk = async (clerk, page, picture) => {
  await clerk.goesTo('打印');
  await page.getByRole('checkbox').first().check();
  await page.waitForTimeout(1500);
  await picture('print');
  await clerk.goesTo('台账报送');
  await page.waitForTimeout(800);
  await picture('ledger');
  await clerk.goesTo('设置');
  await page.waitForTimeout(500);
  await picture('settings');
};

const host = await startHost();
const browser = await chromium.launch({
  executablePath: process.env['HUB_ARCHIVE_BROWSER'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const clerk = new Clerk(page);
  const picture = async (name: string): Promise<void> => {
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled' });
  };
  await clerk.opens(host.startUrl);
  for (const walk of [firstRun, register, filing, importing, paperAndLedger])
    await walk(clerk, page, picture);
  // A refusal (409) is an answer like another; anything else the browser minds is a fault.
  const faults = clerk.complaints.filter((complaint) => !complaint.includes('409'));
  if (faults.length > 0) throw new Error(faults.join('\n'));
} finally {
  await browser.close();
  await host.stop();
}
execFileSync(
  process.execPath,
  [resolve(import.meta.dirname, '../../scripts/document-pages.ts'), '--documentation'],
  { stdio: 'inherit' },
);
