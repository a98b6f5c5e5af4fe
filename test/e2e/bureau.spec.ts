import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BureauDesk, lastGroups, readFingerprint } from './bureau-desk.ts';
import { Clerk } from './clerk.ts';
import { DossierDesk } from './dossier-desk.ts';
import { LedgerDesk } from './ledger-desk.ts';
import { startHost, type RunningHost } from './running-host.ts';

const team = '阳光里百灵志愿服务队';
let streetHost: RunningHost;
let bureauHost: RunningHost;
let folder: string;

test.beforeEach(async () => {
  [streetHost, bureauHost] = await Promise.all([startHost(), startHost()]);
  folder = await mkdtemp(join(tmpdir(), 'hub-archive-desks-'));
});
test.afterEach(async () => {
  await Promise.all([streetHost.stop(), bureauHost.stop()]);
  await rm(folder, { recursive: true, force: true });
});

/** The same file with one bit turned over in the middle. */
const withAChangedByte = async (path: string, name: string): Promise<string> => {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const changed = join(folder, name);
  await writeFile(changed, bytes);
  return changed;
};

test('a street reports, the bureau returns, the street corrects, the bureau accepts and adds up', async ({
  browser,
}) => {
  const [streetPage, bureauPage] = [await browser.newPage(), await browser.newPage()];
  for (const page of [streetPage, bureauPage]) page.setDefaultTimeout(20_000);
  const street = new Clerk(streetPage);
  const official = new Clerk(bureauPage);
  const ledger = new LedgerDesk(street, folder);
  const bureau = new BureauDesk(official, folder);

  const { card, fingerprint } =
    await test.step('the bureau founds its archive and makes its keys', async () => {
      await official.opens(bureauHost.startUrl);
      await bureau.foundsTheArchive('新城区', '990101', '区民政局的口令 2026');
      await official.seesTitle('今天要办的事');
      await official.sees('生成本局密钥');
      const made = await bureau.makesItsKeys();
      await bureau.registersStreets('990101001\t新河街道\t刘敏\t0990-6200001\n990101002\t柳林街道');
      await official.sees('共 2 个，2 个的公钥还没有核对');
      return made;
    });

  const [first, signer] =
    await test.step('the street takes the card in, freezes, checks and exports', async () => {
      await street.opens(streetHost.startUrl);
      await street.choosesTheSampleStreet('示范街道的口令 2026');
      await street.keepsTheRecoveryCode();
      await ledger.trustsTheBureau(card, '新城区民政局', lastGroups(fingerprint), '刘敏');
      const exported = await ledger.exports('2026 年上半年');
      await street.opensTheTab('本单位密钥');
      return [exported, await readFingerprint(streetPage)];
    });

  await test.step('a changed byte is refused, an unknown signer is compared, the rest is right', async () => {
    const changed = await withAChangedByte(first, 'changed.ledger.age');
    await bureau.receives(changed, first);
    await expect(bureau.entry('changed.ledger.age')).toContainText('不能收');
    await expect(bureau.entry('changed.ledger.age')).toContainText(/改动|损坏|变了/);
    await expect(bureau.entry('新河街道 2026 年上半年台账')).toContainText('签名待确认');
    await bureau.comparesTheSigner('0000 0000', '陈晓');
    await official.sees(/对不上/);
    await bureauPage.keyboard.press('Escape');
    await bureau.comparesTheSigner(lastGroups(signer), '陈晓');
    await expect(bureau.entry('新河街道 2026 年上半年台账')).toContainText('核对无误');
  });

  const returned = await test.step('the bureau looks at it and returns it with reasons', async () => {
    await bureau.opensThePreview(/新河街道 2026 年上半年台账/);
    await expect(bureauPage.getByRole('table', { name: '主要数字' })).toContainText('在册组织224');
    await official.sees('没有兜底党组织（依据：第一条）。');
    await bureauPage.getByLabel('经办人姓名').fill('陈晓');
    const receipt = await bureau.returns([
      { text: '兜底党组织没有填写，请补齐。' },
      { about: team, text: '成员数与花名册不一致。' },
    ]);
    await official.sees('已退回');
    return receipt;
  });

  const correction = await test.step('the street reads why, mends, and sends a correction', async () => {
    await ledger.importsTheReceipt(returned);
    await street.sees(`${team}：`);
    await street.sees('成员数与花名册不一致。');
    const dossier = new DossierDesk(street);
    await dossier.opensTheDossierOf(team);
    await street.opensTheTab(/花名册/);
    await dossier.addsAMember('何晓梅', '2026-06-01');
    return ledger.corrects('2026 年上半年', '补报成员');
  });

  const accepted = await test.step('the bureau sees the difference and accepts', async () => {
    await bureau.receives(correction);
    await expect(bureau.entry('新河街道 2026 年上半年补报更正')).toContainText('核对无误');
    await bureau.opensThePreview(/补报更正/);
    await official.sees('更正的理由：补报成员');
    await expect(bureauPage.getByRole('table', { name: '逐条变化' })).toContainText(team);
    return bureau.accepts();
  });

  await test.step('the street has its receipt', async () => {
    await ledger.importsTheReceipt(accepted);
    await street.sees('已接收');
  });

  await test.step('the roll-up has the numbers, and each opens what it counts', async () => {
    await official.goesTo('报送情况');
    await expect(bureauPage.getByRole('row', { name: /新河街道/ })).toContainText('已接收');
    await expect(bureauPage.getByRole('row', { name: /柳林街道/ })).toContainText('未报送');
    await official.goesTo('汇总');
    const table = bureauPage.getByRole('table', { name: '组织分类' });
    await expect(table.getByRole('row', { name: /^合计/ })).toContainText('224');
    await table
      .getByRole('row', { name: /^新河街道/ })
      .getByRole('link', { name: '224' })
      .click();
    await official.seesTitle('全区组织');
    await official.sees('2026 年上半年，224 个组织');
  });

  await test.step('an office’s screens are not there', async () => {
    await bureauPage.evaluate(() => (location.hash = '#/organizations'));
    await official.seesTitle('今天要办的事');
    await streetPage.evaluate(() => (location.hash = '#/bureau/rollup'));
    await expect(streetPage.getByRole('link', { name: '社会组织', exact: true })).toBeVisible();
  });

  // A refusal (409) is an answer like another; anything else the browser minds is a fault.
  for (const { complaints } of [street, official])
    expect(complaints.filter((each) => !each.includes('409'))).toEqual([]);
});
