import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { workbookBytes } from '../support/workbooks.ts';
import { Clerk } from './clerk.ts';
import { startHost, type RunningHost } from './running-host.ts';

let host: RunningHost;
test.beforeEach(async () => void (host = await startHost()));
test.afterEach(() => host.stop());

const staff = () =>
  workbookBytes([
    {
      name: '人员名单',
      rows: [
        ['姓名', '对象类别', '社区', '单位', '岗位', '身份证号', '手机号', '起始日期'],
        [
          '安文英',
          '社区工作者、儿童主任',
          '阳光里社区',
          '阳光里社区居委会',
          '委员',
          '',
          '13900000001',
          '2024-03',
        ],
        ['白志刚', '社区工作者', '阳光里社区', '阳光里社区居委会', '', '', '13900000002', '2024'],
        ['白志刚', '社区工作者', '和平里社区', '和平里社区居委会', '', '', '13900000003', '2025'],
        ['陈建国', '社区工作者', '和平里社区', '和平里社区居委会', '', '', '13900000004', '2025'],
        ['丁秀兰', '社区工作者', '学府社区', '', '', '', '13900000005', ''],
        ['方志远', '民政助理', '', '街道办事处', '', '', '13900000006', '2023'],
        ['何不在', '没有这一类', '学府社区', '', '', '', '', ''],
      ],
    },
  ]);

/** What the first code on the print preview says, as a camera reads it. */
const firstCodeOf = async (page: Page): Promise<string> => {
  const program = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasmBinary = (await readFile(program)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  await page.getByText('原大').click();
  const code = page.frameLocator('iframe').getByRole('img', { name: '学员码' }).first();
  await expect(code).toBeVisible();
  const [found] = await readBarcodes(new Uint8Array(await code.screenshot()), { formats: ['QRCode'] });
  return found?.text ?? '';
};

const downloads = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download.suggestedFilename();
};

test('a coordinator imports staff, plans, enters attendance three ways, issues certificates and prints the gaps', async ({
  page,
}) => {
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet('示范街道的口令 2026');
  await clerk.keepsTheRecoveryCode();

  await clerk.goesTo('培训轮训');
  await clerk.seesTitle('培训轮训');
  await clerk.opensTheTab('培训对象');
  await page.getByRole('link', { name: '导入名单' }).click();
  await page.locator('input[type=file]').setInputFiles({
    name: '人员名单.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await staff(),
  });
  await expect(page.getByRole('combobox', { name: 'B 列作为' })).toHaveValue('培训对象类别');
  await page.getByRole('button', { name: '试导一遍' }).click();
  await clerk.sees('档案还没有改动。看一遍结果，没有问题再导入。');
  await page.getByRole('button', { name: '导入到档案' }).click();
  await clerk.sees(/导入好了：.*7 项培训对象，1 行没有导入/);

  await clerk.goesTo('培训轮训');
  await clerk.opensTheTab('年度计划');
  await page.getByRole('button', { name: '添加课程' }).first().click();
  await clerk.handsIn('保存', { 课程名称: '社区工作者能力提升' });
  await expect(clerk.rows().first()).toContainText('能力建设');

  await clerk.opensTheTab('场次');
  await page.getByRole('button', { name: '添加场次' }).click();
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'));
  await clerk.types(clerk.dialog(), {
    名称: '第一课',
    日期: today,
    地点: '街道党群服务中心',
    教师: '李爱民',
  });
  await clerk.dialog().getByRole('combobox', { name: '属于哪门课程' }).click();
  await page.getByRole('option', { name: '社区工作者能力提升' }).click();
  await clerk.dialog().getByRole('button', { name: '保存场次' }).click();
  await clerk.seesTitle('第一课');
  const session = page.url();

  await page.getByRole('button', { name: '加人进名单' }).first().click();
  await clerk.dialog().getByRole('button', { name: '类别' }).click();
  await page.getByRole('checkbox', { name: '社区工作者', exact: true }).check();
  await clerk.dialog().getByText('加人进名单').first().click();
  await page.getByRole('button', { name: '加上这 5 人' }).click();
  await expect(page.getByRole('table', { name: '签到' }).locator('tbody tr')).toHaveCount(5);

  // By keyboard down the list: present, late, absent.
  await page.getByRole('table', { name: '签到' }).locator('tbody tr').first().focus();
  for (const key of ['1', '2', '3']) await page.keyboard.press(key);
  await page.keyboard.press('Control+Enter');
  await clerk.sees('名单 5 人，到训 2，缺席 1');

  // Pasted out of Excel: two of one name are asked about.
  await page.getByText('从 Excel 粘贴').click();
  await page.getByLabel('粘贴到训的人').fill('姓名\t尾号\n白志刚\t\n陈建国\t');
  await page.getByRole('button', { name: '核对 2 行' }).click();
  await clerk.sees('有 1 行同名，请选是哪一位');
  await page.getByRole('combobox', { name: '白志刚是哪一位' }).click();
  await page.getByRole('option', { name: /和平里社区居委会/ }).click();
  await page.getByRole('button', { name: '记 2 人出席' }).click();
  await expect(page.getByRole('table', { name: '签到' })).toBeVisible();

  // The sheet to sign, and the cards; the code of the first card signs its owner in.
  await page.getByRole('button', { name: '打印' }).last().click();
  await page.getByRole('menuitem', { name: /签到表/ }).click();
  await expect(page.frameLocator('iframe').getByText('培训签到表')).toBeVisible();
  await page.goto(session);
  await page.getByRole('button', { name: '打印' }).last().click();
  await page.getByRole('menuitem', { name: /学员码/ }).click();
  await expect(page.frameLocator('iframe').getByText('安文英')).toBeVisible();
  const code = await firstCodeOf(page);
  await page.goto(session);
  await page.getByText('扫码签到').click();
  await page.getByLabel('学员码').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log', { name: '签到结果' })).toContainText(/已经签过|已签到/);

  await page.getByRole('button', { name: '发结业证书' }).click();
  await clerk.types(clerk.dialog(), { 经办人: '周协调' });
  await clerk
    .dialog()
    .getByRole('button', { name: /编号并打印 \d 份/ })
    .click();
  await expect(page.frameLocator('iframe').getByText(/训〔\d{4}〕0001号/)).toBeVisible();
  await clerk.goesTo('培训轮训');
  await clerk.opensTheTab('结业证书');
  await expect(clerk.rows().first()).toContainText('社区工作者能力提升');

  await clerk.opensTheTab('轮训进度');
  const workers = page.getByRole('link', { name: /^社区工作者：5 人，已训 \d 人/ });
  await expect(workers).toBeVisible();
  await page.getByRole('button', { name: '缺训名单' }).click();
  const name = await downloads(page, () => page.getByRole('button', { name: '导出缺训名单' }).click());
  expect(name).toMatch(/轮训缺训名单.*\.xlsx$/);
  await workers.click();
  await expect(clerk.rows()).toHaveCount(5);
  expect(clerk.complaints).toEqual([]);
});
