/**
 * `npm run screenshots`: walks a clerk through every screen of the built application, on the sample street in a fresh
 * archive and on the archive of an invented district's bureau, and leaves a picture of each at 1366×768 in docs/images;
 * then the pages of the documents. Street and district are invented, and what the screens mask stays masked.
 * `npm run screenshots -- bureau` takes those of one part: first-run, street, bureau or papers.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { Clerk } from './clerk.ts';
import { DossierDesk } from './dossier-desk.ts';
import { FilingDesk } from './filing-desk.ts';
import { makeSampleDistrict } from '../support/sample-district.ts';
import { startHost } from './running-host.ts';

const images = resolve(import.meta.dirname, '../../docs/images');
const workbook = resolve(import.meta.dirname, '../../resources/sample/street-ledger.xlsx');
const password = '示范街道的口令 2026';
const bureauPassword = '区民政局的口令 2026';

/** Who is filed anew, who is followed through a year, and who ends. */
const team = '阳光里晚霞书画社';
const choir = '阳光里百灵志愿服务队';
const ended = '阳光里百灵议事会';

/** A picture in the handbook may not be larger, in bytes. */
const mostBytes = 200_000;

/** The same picture with fewer shades, where it would be too large; drawn in a page of its own. */
const slim = async (browser: Browser, png: Buffer, shades = 15): Promise<Buffer> => {
  if (png.length <= mostBytes || shades < 3) return png;
  const easel = await browser.newPage();
  try {
    const draw = async ({ source, steps }: { readonly source: string; readonly steps: number }) => {
      const picture = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('no canvas');
      context.drawImage(picture, 0, 0);
      const pixels = context.getImageData(0, 0, picture.width, picture.height);
      pixels.data.forEach((light, at) => {
        pixels.data[at] = Math.round((light / 255) * steps) * (255 / steps);
      });
      context.putImageData(pixels, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      return [...bytes];
    };
    const source = `data:image/png;base64,${png.toString('base64')}`;
    const slimmed = Buffer.from(await easel.evaluate(draw, { source, steps: shades }));
    return slimmed.length <= mostBytes ? slimmed : slim(browser, png, Math.floor(shades / 2));
  } finally {
    await easel.close();
  }
};

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
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
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
  await clerk.startsAFiling(team, '阳光里社区');
  await clerk.namesTheResponsiblePerson('李淑兰');
  await page.getByLabel('业务范围').fill('组织居民学习书法、国画，举办展览。');
  await clerk.sees('草稿已保存');
  await page.mouse.wheel(0, -5000);
  await picture('filing-materials');
  await page.getByRole('link', { name: '写章程' }).click();
  await clerk.seesTitle('章程');
  await picture('charter');
  await page.getByRole('link', { name: '回到备案' }).click();
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

/** The filed organization moves: what it changes, what becomes of its certificate, and both versions side by side. */
const change: Walk = async (clerk, page, picture) => {
  const filing = new FilingDesk(clerk);
  await new DossierDesk(clerk).opensTheDossierOf(team);
  await page.getByRole('link', { name: '变更备案' }).click();
  await page.getByRole('button', { name: '开始办理' }).click();
  await filing.fillsIn({
    活动场所: '新落成的文化中心三楼',
    变更理由: '原场所改作他用',
    内部履行程序: '经全体成员会议表决通过',
  });
  await page.mouse.wheel(0, -5000);
  await picture('filing-change');
  await filing.takes(['提交申请', {}], ['初审通过并上报', {}], ['街道审核同意', {}], ['开始公示', {}]);
  await clerk.opensTheStation('发证');
  await page.getByLabel('已收回').check();
  await picture('filing-former-certificate');
  await filing.takes(['发证', { 确需提前: '街道集中发证日' }]);
  await filing.opensTheDossier();
  await clerk.opensTheTab(/备案与证书/);
  await page.getByRole('link', { name: '看历次备案的内容' }).click();
  await clerk.seesTitle('历次备案的内容');
  await picture('versions');
};

/** An organization of the street is reported on, judged, discloses, is told to mend, and ends. */
const dossierParts: Walk = async (clerk, page, picture) => {
  const dossier = new DossierDesk(clerk);
  await dossier.opensTheDossierOf(choir);
  await clerk.opensTheTab('报告测评');
  await page.getByRole('button', { name: '登记2026 年上半年的报告' }).click();
  const report = { 会议名称: '社区两委联席会议', 参加人员: '两委成员 7 人、成员代表 5 人' };
  await clerk.types(clerk.dialog(), { ...report, 报告内容: '上半年演出六场，参加居民 300 人次。' });
  await picture('report');
  await clerk.handsIn('保存');
  for (const [on, few] of [
    ['2025-08-01', 3],
    ['2026-08-01', 1],
  ] as const) {
    await dossier.startsASurvey(on);
    await page.getByRole('textbox', { name: '两委发放' }).waitFor();
    await dossier.counts({ slips: [7, 7, 0], answers: [7 - few, few, 0, 0] });
    await dossier.counts({ slips: [20, 18, 1], answers: [17 - few, few, 0, 0] });
    await dossier.counts({ slips: [6, 6, 0], answers: [6 - few, 0, few, 0] });
    await page.mouse.wheel(0, -5000);
    await picture('survey-entry');
    await dossier.closesTheSurvey(on);
    await picture('survey-result');
    await page.getByRole('link', { name: choir }).click();
    await clerk.opensTheTab('报告测评');
  }
  await page.getByText('历次测评').scrollIntoViewIfNeeded();
  await picture('dossier-reports');
  await dossier.drafts('2026 年上半年财务收支', { 内容: '支出 2800 元。经手人电话 13800001234。' });
  await dossier.screens('2026 年上半年财务收支公开');
  await clerk.sees('发现 1 处像是个人信息');
  await picture('disclosure-screening');
  await clerk.handsIn('回去修改');
  await picture('dossier-disclosures');
  await dossier.isOrderedToMend({ 事由: '消防通道堆物', 处理结果: '十日内清理' }, '2026-12-10');
  await picture('dossier-dispositions');
  await clerk.opensTheTab(/花名册/);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('menuitem', { name: /结构/ }).click();
  await clerk.sees('70 岁以上');
  await picture('roster-structure');
  await page.keyboard.press('Escape');
};

const ending: Walk = async (clerk, page, picture) => {
  const dossier = new DossierDesk(clerk);
  const filing = new FilingDesk(clerk);
  await dossier.opensTheDossierOf(ended);
  await dossier.votesForTheEnd({
    会议日期: '2026-10-10',
    '应到（人）': '20',
    '实到（人）': '18',
    '同意（人）': '18',
  });
  await dossier.startsToEnd();
  await filing.brings('全体成员会议表决', '引用');
  for (const paper of ['章程', '注销申请书']) await filing.brings(paper, '保存', { 交接日期: '2026-10-12' });
  await filing.brings('备案证书', '保存', { 收缴人: '王敏', 收缴日期: '2026-10-12' });
  await filing.brings('资产及未了事项说明', '保存', {
    资产情况: '余款 200 元，音响一台',
    资产去向: '移交社区居委会用于公益活动',
    未了事项及安排: '无',
    签字人: '郭杰海',
    签字日期: '2026-10-12',
  });
  await picture('exit-pack');
  await filing.takes(
    ['提交申请', { 申请人: '郭杰海', 日期: '2026-10-12' }],
    ['初审通过并上报', { 日期: '2026-10-13' }],
    ['街道审核同意', { 日期: '2026-10-15' }],
    ['开始公示', { 日期: '2026-10-16' }],
  );
  await clerk.opensTheStation('注销办结');
  await filing.takes(['注销办结', { 日期: '2026-11-10' }]);
  await filing.opensTheDossier();
  await clerk.opensTheTab('处理结果');
  await page.getByRole('button', { name: '封存档案' }).click();
  await picture('seal');
  await clerk.handsIn('封存', { 封存人: '刘敏', 封存日期: '2026-11-12' });
  await clerk.sees(/已封存/);
  await picture('dossier-sealed');
};

/** Lists of the whole street. */
const street: Walk = async (clerk, page, picture) => {
  for (const [screen, name, tabs] of [
    ['登记簿', 'register', ['备案证书', '备案号']],
    ['报告测评', 'reports', ['测评结果']],
    ['信息公开', 'disclosures', ['未按计划公开', '本周张贴']],
    ['处理与退出', 'exits', ['长期无活动', '退出与封存']],
    ['人员', 'people', []],
    ['扫描收件', 'scans', []],
    ['档案保管', 'archiving', []],
  ] as const) {
    await clerk.goesTo(screen);
    await clerk.seesTitle(screen);
    if (screen === '档案保管') {
      await page.getByLabel('年度').fill('2026');
      await page.getByRole('button', { name: /^归档 \d+ 件$/ }).waitFor();
    }
    if (tabs.length === 0) await picture(name);
    for (const [at, tab] of tabs.entries()) {
      await clerk.opensTheTab(tab);
      await picture(`${name}-${at + 1}`);
    }
  }
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

/** From the queue to the printer: what waits, what a printer needs, where words go on stock. */
const printing: Walk = async (clerk, page, picture) => {
  await clerk.goesTo('打印');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: '加入打印队列' }).click();
  await page.getByText(/加入了/).waitFor();
  await page.getByRole('link', { name: /打印中心/ }).click();
  await page.getByRole('table', { name: '等着打印的' }).waitFor();
  await picture('print-queue');
  await clerk.opensTheTab('打印机');
  await page.getByRole('button', { name: '添加打印机' }).click();
  await clerk.handsIn('保存', { 名称: '窗口惠普' });
  await page.getByRole('button', { name: '填写量到的数' }).click();
  await page.getByLabel(/到纸左边/).fill('18.5');
  await page.getByLabel(/到纸上边/).fill('22');
  await picture('print-measure');
  await page.keyboard.press('Escape');
  await clerk.opensTheTab('套打');
  await page.waitForTimeout(2000);
  await picture('print-stock');
  await clerk.opensTheTab('标签纸');
  await page.waitForTimeout(500);
  await picture('print-label-sheets');
};

/** A package that came in before, once as it is and once with one bit turned over: both are refused, each in its way. */
const refusedPackages = async (archiveFolder: string): Promise<{ name: string; buffer: Buffer }[]> => {
  const kept = await readdir(join(archiveFolder, 'received'), { recursive: true });
  const path = kept.find((name) => /2026H1-\d+\.ledger\.age$/.test(name));
  if (path === undefined) throw new Error('the sample district has no package');
  const again = await readFile(join(archiveFolder, 'received', path));
  const changed = Buffer.from(again);
  const at = Math.floor(changed.length / 2);
  changed[at] = (changed[at] ?? 0) ^ 1;
  const name = path.split('/').at(-1) ?? path;
  return [
    { name, buffer: again },
    { name: name.replace('001.ledger', '002.ledger'), buffer: changed },
    { name: '报送函.ledger.age', buffer: Buffer.from('不是报送包') },
  ];
};

/** The district bureau: what came in, what is wrong with it, who has reported, and what it adds up to. */
const bureau =
  (archiveFolder: string): Walk =>
  async (clerk, page, picture) => {
    await clerk.unlocks(bureauPassword);
    await clerk.seesTitle('今天要办的事');
    await picture('bureau-home');
    await clerk.goesTo('收件箱');
    await clerk.seesTitle('收件箱');
    await page.locator('input[type=file]').setInputFiles(
      (await refusedPackages(archiveFolder)).map((file) => ({
        ...file,
        mimeType: 'application/octet-stream',
      })),
    );
    await page.getByText('不能收').nth(2).waitFor();
    await picture('bureau-inbox');
    await page.getByText('已收下').click();
    await page.getByRole('link', { name: /学苑街道 2026/ }).click();
    await clerk.seesTitle(/学苑街道/);
    await picture('bureau-package');
    await page.getByLabel('经办人姓名').fill('陈晓');
    await page.getByRole('button', { name: '退回…' }).click();
    await page.getByRole('button', { name: /逐条列入/ }).click();
    await page.getByRole('button', { name: '常用理由' }).click();
    await page.getByRole('menuitem').nth(1).click();
    await picture('bureau-return');
    await page.getByRole('button', { name: '先不退' }).click();
    await clerk.goesTo('报送情况');
    await clerk.sees('平安街道');
    await picture('bureau-reporting');
    await clerk.goesTo('汇总');
    await clerk.sees('合计');
    await picture('bureau-rollup');
    await page.getByText('走势图').click();
    await picture('bureau-trend');
    await clerk.goesTo('重复核查');
    await clerk.sees('备案号相同');
    await picture('bureau-duplicates');
    await clerk.goesTo('街镇名册');
    await clerk.sees('柳林街道');
    await picture('bureau-streets');
    await page.getByRole('link', { name: '柳林街道' }).click();
    await clerk.seesTitle('柳林街道');
    await picture('bureau-street');
    await clerk.goesTo('密钥');
    await clerk.sees('公钥卡（发给各街镇）');
    await picture('bureau-keys');
  };

const parts = ['first-run', 'street', 'bureau', 'papers'] as const;
const named = parts.filter((part) => process.argv.includes(part));
const isWanted = (part: (typeof parts)[number]): boolean => named.length === 0 || named.includes(part);

const browser = await chromium.launch({
  executablePath: process.env['HUB_ARCHIVE_BROWSER'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
});

/** Walks through an archive, a fresh one where none is given. */
const take = async (walks: readonly Walk[], archiveFolder?: string): Promise<void> => {
  const host = await startHost(archiveFolder);
  try {
    const page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const clerk = new Clerk(page);
    const picture = async (name: string): Promise<void> => {
      await page.waitForTimeout(400);
      const png = await page.screenshot({ animations: 'disabled' });
      await writeFile(join(images, `${name}.png`), await slim(browser, png));
    };
    await clerk.opens(host.startUrl);
    for (const walk of walks) await walk(clerk, page, picture);
    // A refusal (409) is an answer like another; anything else the browser minds is a fault.
    const faults = clerk.complaints.filter((complaint) => !complaint.includes('409'));
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } finally {
    await host.stop();
  }
};

const district = await mkdtemp(join(tmpdir(), 'hub-archive-district-'));
try {
  const streetWalks = [
    register,
    filing,
    change,
    dossierParts,
    ending,
    street,
    importing,
    paperAndLedger,
    printing,
  ];
  if (isWanted('first-run') || isWanted('street'))
    await take([firstRun, ...(isWanted('street') ? streetWalks : [])]);
  if (isWanted('bureau')) {
    const archiveFolder = await makeSampleDistrict(district, bureauPassword);
    await take([bureau(archiveFolder)], archiveFolder);
  }
} finally {
  await browser.close();
  await rm(district, { recursive: true, force: true });
}
if (isWanted('papers')) {
  execFileSync(
    process.execPath,
    [resolve(import.meta.dirname, '../../scripts/document-pages.ts'), '--documentation'],
    { stdio: 'inherit' },
  );
}
