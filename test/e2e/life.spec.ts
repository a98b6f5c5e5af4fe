import { expect, test } from '@playwright/test';
import { seeded } from '../../scripts/scans/chance.ts';
import { encodePng } from '../../scripts/scans/encode-scan.ts';
import { openBeside, type ArchiveBeside } from './archive-beside.ts';
import { Clerk, type PickedFile } from './clerk.ts';
import { DossierDesk } from './dossier-desk.ts';
import { FilingDesk } from './filing-desk.ts';
import { startHost, type RunningHost } from './running-host.ts';
import { scanned } from './scanner.ts';

const password = '示范街道的口令 2026';
const name = '阳光里晚霞书画社';
let host: RunningHost;
let beside: ArchiveBeside;
let clerk: Clerk;

// Both play in one street: the start address of a host works once. Long, because a busy machine takes three times as long.
test.describe.configure({ mode: 'default', timeout: 300_000 });

test.beforeAll(async ({ browser }) => {
  host = await startHost();
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet(password);
  await clerk.keepsTheRecoveryCode();
  beside = await openBeside(host.archiveFolder, password);
});
test.afterAll(async () => {
  await host.stop();
  await beside.close();
});

/** A photo like no other: a clerk who picks the same twice is told so. */
const photo = (called: string, seed: number): PickedFile => {
  const chance = seeded(seed);
  const pixels = Uint8Array.from({ length: 64 * 48 }, () => Math.floor(chance() * 256));
  return {
    name: `${called}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(encodePng({ width: 64, height: 48, pixels })),
  };
};

const facts = {
  业务范围: '组织居民学习书法、国画，举办展览。',
  宗旨: '丰富居民文化生活。',
  活动地域: '本社区辖区',
  活动场所: '社区活动中心二楼',
  成立日期: '2026-05-20',
  章程通过日期: '2026-05-20',
  填报成员数: '12',
  应到: '12',
  实到: '11',
  同意: '11',
  反对: '0',
  弃权: '0',
  会议日期: '2026-05-20',
  联系人: '李淑兰',
  联系电话: '13800001234',
};
const members = '王桂英 张建国 刘玉兰 赵德明 孙秀珍 周文华 吴国强 郑美玲 钱永福 冯春梅 陈志刚'.split(' ');
const sheet = [
  ['姓名', '性别', '政治面貌', '职务', '加入日期'],
  ...members.map((member, at) => [member, at % 2 === 0 ? '女' : '男', '群众', '成员', '2026-05-20']),
];

test('one organization from its application to its sealed volume', async () => {
  const page = clerk.page;
  const filing = new FilingDesk(clerk);
  const dossier = new DossierDesk(clerk);
  const noticePhoto = photo('公告栏', 1);
  const reportScan = photo('工作报告盖章页', 2);
  const disclosurePhoto = photo('公示栏照片', 3);
  const proof = photo('整改后照片', 4);
  let number = '';

  await test.step('applies with charter, materials and roster', async () => {
    await clerk.goesTo('备案办理');
    await clerk.startsAFiling(name, '阳光里社区');
    await clerk.namesTheResponsiblePerson('李淑兰');
    await filing.fillsIn(facts, { 四类: '文体活动类', 兜底党组织: '城乡社区党组织' });
    await filing.mendsTheCharter('六', '坚持党的领导');
    await filing.opensTheDossier();
    await dossier.pastesMembers(sheet);
    await page.getByRole('link', { name: '继续办理备案' }).click();
    await clerk.sees('齐了 3 / 3 项');
    await filing.takes(['提交申请', { 日期: '2026-06-01' }]);
    // Handed in half a year ago and still waiting; old paper that is typed in later never says this.
    await clerk.sees(/逾期 \d+ 天/);
  });

  await test.step('is told once what to mend, and mends it', async () => {
    await filing.takes([
      '初审退回补正',
      {
        日期: '2026-06-02',
        其他要补正的: '章程第三条写明宗旨\n备案表补盖公章',
        请在哪天前补齐: '2026-06-09',
      },
    ]);
    await clerk.sees('退回补正');
    const notice = await filing.reads('居（村）委会初审', '打印补正通知书', '补正通知书');
    for (const words of ['新河街社备补〔2026〕1号', name, '1. 章程第三条写明宗旨。', '2026年6月2日'])
      for (const paper of [notice.sheet, notice.word]) expect(paper).toContain(words);
    await filing.takes(
      ['提交申请', { 日期: '2026-06-03' }],
      ['初审通过并上报', { 日期: '2026-06-05', 意见: '情况属实，同意上报' }],
    );
    await clerk.sees('待街道审核');
  });

  await test.step('brings the stamped form back through the scanner', async () => {
    const form = await filing.prints('社区社会组织备案表', name);
    const scan = await scanned(form, 0);
    await clerk.goesTo('扫描收件');
    await clerk.picks(page.getByRole('button', { name: '选择扫描件' }), {
      name: '扫描0001.jpg',
      mimeType: 'image/jpeg',
      buffer: scan,
    });
    await clerk.sees('识别完毕：1 份已自动归档，0 份等您确认。');
    await page.getByText('已归档', { exact: true }).click();
    await expect(page.getByText('首次备案 · 初审通过并上报')).toBeVisible();
    await beside.keeps(scan);
    expect(
      await beside.rows(
        `SELECT action, from_state, step_sequence IS NOT NULL AS linked
           FROM attachments JOIN attachment_links ON attachment_id = attachments.id
           JOIN filing_steps ON filing_steps.filing_id = attachment_links.filing_id
            AND sequence = step_sequence
          WHERE file_name = '扫描0001.jpg'`,
      ),
    ).toEqual([{ action: 'committee-pass', from_state: 'applied', linked: 1 }]);
  });

  await test.step('is agreed to, published with a photo, and certified', async () => {
    await filing.opensTheFilingOf(name);
    await filing.takes(
      ['街道审核同意', { 日期: '2026-06-08', 意见: '同意备案' }],
      ['开始公示', { 日期: '2026-06-09' }],
    );
    await filing.hangsTheNotice(noticePhoto, '三号楼公告栏');
    await beside.keeps(noticePhoto.buffer);
    const notice = await filing.reads('公示', '打印备案公示', '公示');
    for (const words of [name, '2026年6月9日', '2026年6月15日'])
      for (const paper of [notice.sheet, notice.word]) expect(paper).toContain(words);
    await clerk.opensTheStation('发证');
    await filing.takes(['发证', { 日期: '2026-06-20' }]);
    await clerk.sees('已发证');
    await filing.handsOutTheCertificate('2026-06-21');
    await filing.handsOutTheCopies('王敏', '2026-06-22');
    [{ number }] = (await beside.rows<{ number: string }>(
      `SELECT filing_number AS number FROM organizations WHERE name = ?`,
      [name],
    )) as [{ number: string }];
    expect(number).toMatch(/^新河街社备〔2026〕\d+号$/);
    const certificate = await filing.reads('领证与留存', '打印备案证书', number);
    for (const words of [name, number, '李淑兰', '社区活动中心二楼'])
      for (const paper of [certificate.sheet, certificate.word]) expect(paper).toContain(words);
  });

  await test.step('changes a filed fact by filing anew, and the old version stays readable', async () => {
    await filing.opensTheDossier();
    await page.getByRole('link', { name: '变更备案' }).click();
    await page.getByRole('button', { name: '开始办理' }).click();
    await filing.fillsIn({
      活动场所: '新落成的文化中心三楼',
      变更理由: '原场所改作他用',
      内部履行程序: '经全体成员会议表决通过',
    });
    await expect(page.getByRole('table', { name: '变更内容' })).toContainText(
      '社区活动中心二楼新落成的文化中心三楼',
    );
    await filing.takes(
      ['提交申请', { 日期: '2026-07-01' }],
      ['初审通过并上报', { 日期: '2026-07-02' }],
      ['街道审核同意', { 日期: '2026-07-03' }],
      ['开始公示', { 日期: '2026-07-04' }],
    );
    await clerk.opensTheStation('发证');
    await page.getByLabel('已收回').check();
    await filing.takes(['发证', { 日期: '2026-07-15', 收缴日期: '2026-07-15' }]);
    await filing.handsOutTheCertificate('2026-07-16');
    expect(
      await beside.rows(
        `SELECT kind, status, issued_on, collected_on, recovered_by, recovered_on
           FROM certificates WHERE filing_number = ? ORDER BY issued_on`,
        [number],
      ),
    ).toEqual([
      {
        kind: 'original',
        status: 'replaced',
        issued_on: '2026-06-20',
        collected_on: '2026-06-21',
        recovered_by: '新河街道办事处',
        recovered_on: '2026-07-15',
      },
      {
        kind: 'reissue',
        status: 'valid',
        issued_on: '2026-07-15',
        collected_on: '2026-07-16',
        recovered_by: null,
        recovered_on: null,
      },
    ]);
    await filing.opensTheDossier();
    await clerk.opensTheTab(/备案与证书/);
    await page.getByRole('link', { name: '看历次备案的内容' }).click();
    await expect(page.getByRole('row', { name: '活动场所' })).toHaveText(
      '活动场所社区活动中心二楼新落成的文化中心三楼',
    );
    await page.goBack();
    const changed = await dossier.reads('变更备案表', '原场所改作他用');
    for (const words of [number, '社区活动中心二楼', '新落成的文化中心三楼'])
      for (const paper of [changed.sheet, changed.word]) expect(paper).toContain(words);
  });

  await test.step('reports to the two committees, with meeting, people and paper', async () => {
    await dossier.reports('2026 年上半年', {
      报告日期: '2026-07-20',
      会议名称: '社区两委联席会议',
      参加人员: '两委成员 7 人、成员代表 5 人',
      报告内容: '上半年举办书画展两次。',
    });
    await dossier.laysBeside('2026 年上半年工作报告', reportScan);
    await beside.keeps(reportScan.buffer);
    const report = await dossier.reads('工作报告', '上半年举办书画展两次。');
    for (const words of [name, '社区两委联席会议', '两委成员 7 人', '2026年7月20日'])
      for (const paper of [report.sheet, report.word]) expect(paper).toContain(words);
  });

  await test.step('is surveyed: locked after the first ballot, counts that balance, a result sheet', async () => {
    await clerk.opensTheTab('报告测评');
    await dossier.startsASurvey('2026-08-01');
    await expect(page.getByRole('textbox', { name: '两委发放' })).toBeFocused();
    await dossier.counts({ slips: [7, 7, 0], answers: [5, 1, 1, 0] });
    await dossier.counts({ slips: [20, 18, 1], answers: [10, 5, 1, 0] });
    await dossier.counts({ slips: [6, 6, 0], answers: [6, 0, 0, 0] });
    await clerk.sees(/居（村）民代表.*16.*17/);
    await clerk.types(page.locator('main'), { '居（村）民代表作废': '2' });
    await clerk.sees('票数全部相符');
    await clerk.opensTheTab(/项目/);
    await clerk.sees(/已经录入 29 张票/);
    await expect(page.getByRole('textbox', { name: '第 1 项' })).toBeDisabled();
    await dossier.closesTheSurvey('2026-08-05');
    // 6/7, 15/16 and 6/6: the mean of 85.714…, 93.75 and 100; points 580/7, 1400/16 and 100.
    await expect(page.getByRole('row', { name: '总体 93.2% 90.1' }).first()).toBeVisible();
    await page.getByRole('link', { name }).click();
    const result = await dossier.reads('满意度测评结果汇总表', '93.2%');
    for (const words of [name, '两委', '居（村）民代表', '辖区单位', '90.1'])
      for (const paper of [result.sheet, result.word]) expect(paper).toContain(words);
  });

  await test.step('is given money by a decision that cites the survey', async () => {
    await clerk.opensTheTab('报告测评');
    await dossier.decides({ 决定单位: '新河街道办事处', 决定日期: '2026-08-10', '金额（元）': '5000' });
    await expect(page.getByRole('row', { name: '2026-08-10 购买服务的决定' })).toContainText(
      '2026 年满意度测评',
    );
    expect(
      await beside.rows(
        `SELECT decision.content ->> 'amountYuan' AS yuan, survey.title, survey.rate, survey.closed_on
           FROM dossier_records decision JOIN dossier_records survey
             ON survey.id = decision.content ->> 'surveyId'
          WHERE decision.kind = 'decision' AND decision.occurred_on = '2026-08-10'`,
      ),
    ).toEqual([{ yuan: 5000, title: '2026 年满意度测评', rate: 93.2, closed_on: '2026-08-05' }]);
  });

  await test.step('discloses, without the telephone number that the scan finds', async () => {
    const title = '2026 年上半年财务收支公开';
    await dossier.drafts('2026 年上半年财务收支', {
      内容: '收入 3000 元，支出 2800 元。经手人电话 13800001234。',
      地点: '阳光里社区东门公示栏',
      从哪天起: '2026-07-25',
      到哪天止: '2026-08-05',
    });
    await dossier.screens(title);
    await clerk.sees('发现 1 处像是个人信息');
    await expect(clerk.dialog().getByRole('button', { name: '发布', exact: true })).toBeDisabled();
    expect(await clerk.dialog().innerText()).not.toContain('13800001234');
    await clerk.handsIn('回去修改');
    await dossier.laysBeside(title, disclosurePhoto, { 内容: '收入 3000 元，支出 2800 元。' });
    await dossier.screens(title);
    await clerk.dialog().getByLabel('这些文件我打开看过，没有个人信息').check();
    await clerk.handsIn('发布');
    await expect(dossier.disclosure(title)).toContainText('已到期');
    await beside.keeps(disclosurePhoto.buffer);
    const sheet = await dossier.reads('信息公开登记表', '支出 2800 元');
    for (const paper of [sheet.sheet, sheet.word]) expect(paper).toContain('阳光里社区东门公示栏');
  });

  await test.step('is ordered to mend, and mends with proof', async () => {
    await dossier.isOrderedToMend(
      {
        文号: '新河街社整〔2026〕3号',
        日期: '2026-08-20',
        事由: '消防通道堆物',
        处理结果: '十日内清理',
      },
      '2026-08-30',
    );
    await clerk.sees('整改中');
    await dossier.laysBeside('责令整改', proof, {
      办结日期: '2026-08-28',
      核查人: '王敏',
      整改结果: '堆物已清走',
    });
    await clerk.sees('2026-08-28 办结');
    await clerk.sees('已备案');
    await beside.keeps(proof.buffer);
  });

  await test.step('gains a member and loses one', async () => {
    await dossier.addsAMember('何晓梅', '2026-09-01');
    await dossier.recordsALeave('王桂英', '2026-09-10');
    await expect(page.getByRole('tab', { name: '花名册 12' })).toBeVisible();
    expect(
      await beside.rows(
        `SELECT people.name, joined_on, left_on FROM memberships
           JOIN people ON people.id = person_id JOIN organizations ON organizations.id = organization_id
          WHERE organizations.name = ? AND people.name IN ('何晓梅', '王桂英') ORDER BY joined_on`,
        [name],
      ),
    ).toEqual([
      { name: '王桂英', joined_on: '2026-05-20', left_on: '2026-09-10' },
      { name: '何晓梅', joined_on: '2026-09-01', left_on: null },
    ]);
  });

  await test.step('ends by its members’ vote, with three papers, assets and a notice', async () => {
    await dossier.votesForTheEnd({ 会议日期: '2026-10-10', '实到（人）': '11', '同意（人）': '11' });
    await dossier.startsToEnd();
    await clerk.sees('提交申请前还缺：全体成员会议表决记录。');
    await filing.brings('全体成员会议表决', '引用');
    await filing.brings('章程', '保存', { 交接日期: '2026-10-12' });
    await filing.brings('注销申请书', '保存', { 交接日期: '2026-10-12' });
    await filing.brings('资产及未了事项说明', '保存', {
      资产情况: '余款 200 元',
      资产去向: '移交社区居委会',
      未了事项及安排: '无',
      签字人: '李淑兰',
      签字日期: '2026-10-12',
    });
    await filing.takes(['提交申请', { 日期: '2026-10-12' }]);
    await clerk.sees('居（村）委会上报前还缺：备案证书的收缴或遗失声明。');
    await filing.brings('备案证书', '保存', { 收缴人: '王敏', 收缴日期: '2026-10-13' });
    await filing.takes(
      ['初审通过并上报', { 日期: '2026-10-13' }],
      ['街道审核同意', { 日期: '2026-10-15' }],
      ['开始公示', { 日期: '2026-10-16' }],
    );
    await clerk.opensTheStation('注销办结');
    await filing.takes(['注销办结', { 日期: '2026-11-10' }]);
    await clerk.sees('已注销');
    await filing.opensTheDossier();
    const notice = await dossier.reads('注销公示', '注销');
    for (const words of [name, number, '2026年10月16日'])
      for (const paper of [notice.sheet, notice.word]) expect(paper).toContain(words);
  });

  await test.step('is archived under its codes', async () => {
    await clerk.goesTo('档案保管');
    await clerk.types(page.locator('main'), { 年度: '2026' });
    await page.getByRole('button', { name: /^归档 \d+ 件$/ }).click();
    await clerk.types(clerk.dialog(), { 归档人: '刘敏' });
    await clerk
      .dialog()
      .getByRole('button', { name: /^归档 \d+ 件$/ })
      .click();
    await expect(clerk.dialog()).toBeHidden();
    const items = await beside.rows<{ title: string; code: string }>(
      `SELECT title, archival_code AS code FROM archive_items
        WHERE organization_id = (SELECT id FROM organizations WHERE name = ?) ORDER BY dated_on`,
      [name],
    );
    expect(items.map(({ title }) => title.replace(name, ''))).toEqual([
      '备案材料',
      '变更备案材料',
      '向两委报告工作：2026 年上半年工作报告',
      '信息公开：2026 年上半年财务收支公开',
      '满意度测评：2026 年满意度测评',
      '测评结果运用：购买服务的决定',
      '处理结果：责令整改',
      '会议表决：终止（注销）会议表决',
      '注销材料',
    ]);
    for (const { code } of items) expect(code).toMatch(/^Z109-WS·2026-(Y|D30|D10)-BGS-\d{4}$/);
  });

  await test.step('is sealed as a numbered volume that refuses to be changed', async () => {
    await dossier.opensTheDossierOf(name);
    await dossier.seals('刘敏', '2026-11-12');
    await clerk.sees('已封存，2026 年第 1 卷，只能查看');
    await page.getByRole('button', { name: '核对' }).click();
    await clerk.sees(/核对无误，与封存时一致/);
    await expect(page.getByRole('button', { name: '登记处理', exact: true })).toBeDisabled();
    await clerk.opensTheTab(/花名册/);
    await expect(page.getByRole('button', { name: '添加成员' })).toBeDisabled();
    await clerk.opensTheTab('报告测评');
    await page.getByRole('button', { name: '2026 年上半年工作报告' }).click();
    await clerk.sees('档案已封存，只能查看');
    await expect(clerk.dialog().getByRole('button', { name: '保存' })).toBeDisabled();
    await clerk.handsIn('取消');
    const cover = await dossier.reads('档案封面', name);
    for (const paper of [cover.sheet, cover.word]) expect(paper).toContain(number);
  });
  expect(clerk.complaints).toEqual([]);
});

test('old paper, typed in later: past days, missing steps, outside the time limits', async () => {
  const page = clerk.page;
  const filing = new FilingDesk(clerk);
  const dossier = new DossierDesk(clerk);
  const old = '和平里老年合唱队';
  const number = '新河街社备〔2009〕7号';

  await test.step('types its filing from the paper, without the steps that left none', async () => {
    await clerk.goesTo('备案办理');
    await clerk.startsAFiling(old, '和平里社区', '补录');
    await clerk.namesTheResponsiblePerson('周文华');
    await filing.fillsIn({ 业务范围: '合唱排练和演出。', 活动场所: '和平里活动室', 成立日期: '2009' });
    await clerk.opensTheStation('街道审核');
    await filing.takes(['街道审核同意', { 日期: '2009-04-20' }]);
    await expect(page.getByText(/逾期/)).toHaveCount(0);
    await clerk.opensTheStation('发证');
    await filing.takes(['发证', { 日期: '2009-05-06', 备案号: number }]);
    await clerk.opensTheStation('街道审核');
    await clerk.sees('街道审核同意（补录）');
    await clerk.opensTheStation('领证与留存');
    await filing.handsOutTheCertificate('2009-05-08');
    expect(
      await beside.rows(
        `SELECT entry_mode, state, due_on, filing_number, action, acted_on, back_entry
           FROM filings JOIN filing_steps ON filing_id = id
          WHERE filing_number = ? ORDER BY sequence`,
        [number],
      ),
    ).toEqual(
      [
        ['street-agree', '2009-04-20'],
        ['issue-certificate', '2009-05-06'],
      ].map(([action, day]) => ({
        entry_mode: 'back-entry',
        state: 'filed',
        due_on: null,
        filing_number: number,
        action,
        acted_on: day,
        back_entry: 1,
      })),
    );
    const certificate = await filing.reads('领证与留存', '打印备案证书', number);
    for (const words of [old, number, '周文华'])
      for (const paper of [certificate.sheet, certificate.word]) expect(paper).toContain(words);
  });

  await test.step('reports and is surveyed like any other', async () => {
    await filing.opensTheDossier();
    await clerk.opensTheTab(/备案与证书/);
    await clerk.sees('首次备案（补录）');
    await dossier.reports('2026 年上半年', { 报告日期: '2026-07-10', 报告内容: '演出三场。' });
    await dossier.startsASurvey('2026-08-02');
    await expect(page.getByRole('textbox', { name: '两委发放' })).toBeFocused();
    for (const slips of [5, 12, 4])
      await dossier.counts({ slips: [slips, slips, 0], answers: [slips, 0, 0, 0] });
    await dossier.closesTheSurvey('2026-08-06');
    await expect(page.getByRole('row', { name: '总体 100% 100' }).first()).toBeVisible();
    await page.getByRole('link', { name: old }).click();
  });

  await test.step('ended years ago, by a paper that says so', async () => {
    await dossier.startsToEnd('补录');
    await clerk.opensTheStation('注销办结');
    await filing.takes(['注销办结', { 日期: '2026-09-30' }]);
    await clerk.sees('已注销');
    await filing.opensTheDossier();
    await dossier.seals('刘敏', '2026-10-08');
    await clerk.sees(/已封存，2026 年第 \d 卷，只能查看/);
    expect(
      await beside.rows(
        `SELECT status, kind, exited_on, sealed_on FROM organizations
           JOIN exits ON exits.organization_id = organizations.id
           JOIN dossier_seals ON dossier_seals.organization_id = organizations.id WHERE name = ?`,
        [old],
      ),
    ).toEqual([{ status: 'dissolved', kind: 'dissolved', exited_on: '2026-09-30', sealed_on: '2026-10-08' }]);
  });

  expect(clerk.complaints).toEqual([]);
});
