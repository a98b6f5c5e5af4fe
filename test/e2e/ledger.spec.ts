import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { keyFingerprint } from '../../src/core/ledger/recipient.ts';
import { Clerk } from './clerk.ts';
import { startHost, type RunningHost } from './running-host.ts';

let host: RunningHost;
let folder: string;

test.beforeEach(async () => {
  host = await startHost();
  folder = await mkdtemp(join(tmpdir(), 'hub-archive-bureau-'));
});
test.afterEach(async () => {
  await host.stop();
  await rm(folder, { recursive: true, force: true });
});

const hasAge = spawnSync('age', ['--version']).status === 0;

test('a period is exported for a bureau whose key a person has confirmed, and age opens it', async ({
  page,
}) => {
  const identity = await generateX25519Identity();
  const clerk = new Clerk(page);
  await clerk.opens(host.startUrl);
  await clerk.choosesTheSampleStreet('示范街道的口令 2026');
  await clerk.keepsTheRecoveryCode();
  await clerk.goesTo('台账报送');
  await page.getByRole('tab', { name: '接收公钥' }).click();
  await page.getByRole('textbox', { name: '接收单位' }).fill('滨江区民政局');
  await page
    .getByRole('textbox', { name: '公钥或整张公钥卡的文字' })
    .fill(await identityToRecipient(identity));
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await clerk.sees('指纹待核对');
  const recipient = await identityToRecipient(identity);
  // What the bureau reads out: it knows its own fingerprint, the screen keeps the last groups back.
  const groups = keyFingerprint({ recipient, signingKey: null, validUntil: null }).split(' ');
  const confirm = async (heard: string): Promise<void> => {
    await page.getByLabel('对方念的最后两组').fill(heard);
    await page.getByLabel('核对人姓名').fill('刘敏');
    await page.getByRole('button', { name: '确认' }).click();
  };
  await confirm('0000 0000');
  await clerk.sees(/对不上，没有确认/);
  await confirm(groups.slice(-2).join(' '));
  await clerk.sees('指纹已核对');

  await page.getByRole('tab', { name: '台账' }).click();
  await expect(clerk.rows().first()).toBeVisible();
  await page.getByText('统计', { exact: true }).click();
  await expect(page.getByRole('table', { name: '统计表' }).getByText('合计', { exact: true })).toBeVisible();

  await page.getByRole('tab', { name: '检查与报送' }).click();
  await page.getByRole('button', { name: /2026 年上半年/ }).click();
  await page.getByRole('button', { name: '导出报送包' }).click();
  await clerk.sees('报送包已做好，并已重新打开核对过');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载' }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/2026H1.*\.ledger\.age$/);
  await page.getByRole('tab', { name: '报送记录' }).click();
  await clerk.sees('待送出');
  await page.getByRole('button', { name: '重新打开核对' }).click();
  await clerk.sees(/用留存密钥打开无误/);
  await page.getByRole('button', { name: '送出', exact: true }).click();
  await page.getByLabel('经手人').fill('刘敏');
  await page.getByRole('button', { name: '登记送出' }).click();
  await clerk.sees('待回执');
  const leftovers = (await readdir(host.archiveFolder, { recursive: true })).filter((name) =>
    name.endsWith('.partial'),
  );
  expect(leftovers).toEqual([]);
  // The refused fingerprint is answered with a coded refusal, which the browser reports as a failed request.
  expect(clerk.complaints.filter((each) => !each.includes('409'))).toEqual([]);

  test.skip(!hasAge, 'age is not installed');
  await writeFile(join(folder, 'identity'), `${identity}\n`, { mode: 0o600 });
  const bag = join(folder, 'bag.zip');
  execFileSync('age', ['-d', '-i', join(folder, 'identity'), '-o', bag, await download.path()]);
  expect(execFileSync('unzip', ['-l', bag], { encoding: 'utf8' })).toContain('manifest-sha256.txt');
});
