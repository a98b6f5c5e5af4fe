import { join } from 'node:path';
import { expect, type Download, type Locator, type Page } from '@playwright/test';
import type { Clerk } from './clerk.ts';

/** What a clerk of the district bureau does. */
export class BureauDesk {
  readonly clerk: Clerk;
  readonly page: Page;
  /** Where files are saved and picked from. */
  readonly folder: string;

  constructor(clerk: Clerk, folder: string) {
    this.clerk = clerk;
    this.page = clerk.page;
    this.folder = folder;
  }

  async foundsTheArchive(districtName: string, districtCode: string, password: string): Promise<void> {
    await this.page.getByRole('button', { name: /区民政局的接收台账/ }).click();
    await this.clerk.types(this.page.locator('main'), {
      '区（县）名称': districtName,
      '区（县）区划代码': districtCode,
      新密码: password,
      再输一遍: password,
    });
    await this.page.getByRole('button', { name: '建立档案' }).click();
    await this.clerk.sees('请打印恢复码');
    await this.clerk.keepsTheRecoveryCode();
  }

  /** @returns where what was saved lies */
  async saves(press: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()]);
    return this.keeps(download);
  }

  private async keeps(download: Download): Promise<string> {
    const path = join(this.folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }

  /** @returns the card as a file, and its fingerprint as it is read out */
  async makesItsKeys(): Promise<{ readonly card: string; readonly fingerprint: string }> {
    await this.clerk.goesTo('密钥');
    await this.page.getByRole('button', { name: '生成密钥' }).click();
    await this.clerk.sees('公钥卡（发给各街镇）');
    const card = await this.saves(() => this.page.getByRole('button', { name: '存为公钥卡文件' }).click());
    return { card, fingerprint: await readFingerprint(this.page) };
  }

  async registersStreets(lines: string): Promise<void> {
    await this.clerk.goesTo('街镇名册');
    await this.page.getByRole('button', { name: '从 Excel 粘贴' }).click();
    await this.clerk.dialog().getByRole('textbox').fill(lines);
    await this.clerk
      .dialog()
      .getByRole('button', { name: /^添加 \d+ 个$/ })
      .click();
    await expect(this.clerk.dialog()).toBeHidden();
  }

  async receives(...paths: readonly string[]): Promise<void> {
    await this.clerk.goesTo('收件箱');
    const [chooser] = await Promise.all([
      this.page.waitForEvent('filechooser'),
      this.page.getByRole('button', { name: '选择文件' }).click(),
    ]);
    await chooser.setFiles([...paths]);
  }

  /** A file of the inbox, by what its card says. */
  entry(words: string | RegExp): Locator {
    return this.page.locator('main section').filter({ hasText: words });
  }

  async comparesTheSigner(heard: string, by: string): Promise<void> {
    await this.page.getByRole('button', { name: '核对签名' }).click();
    const dialog = this.clerk.dialog();
    await dialog.getByLabel('对方念的最后两组').fill(heard);
    await dialog.getByLabel('核对人姓名').fill(by);
    await dialog.getByRole('button', { name: '确认' }).click();
  }

  async opensThePreview(title: RegExp): Promise<void> {
    await this.page.getByRole('link', { name: '查看并收下' }).click();
    await this.clerk.seesTitle(title);
    await this.clerk.sees('核对无误，还没有收下。');
  }

  /** @returns where the receipt was saved */
  async returns(reasons: readonly { readonly about?: string; readonly text: string }[]): Promise<string> {
    await this.page.getByRole('button', { name: '退回…' }).click();
    const dialog = this.clerk.dialog();
    for (const { about, text } of reasons) {
      if (about !== undefined) {
        await dialog.getByRole('combobox', { name: '关于' }).fill(about);
        await this.page.getByRole('option', { name: about }).click();
      }
      await dialog.getByRole('textbox', { name: '理由', exact: true }).fill(text);
      await dialog.getByRole('textbox', { name: '理由', exact: true }).press('Enter');
    }
    await expect(dialog.getByRole('listitem')).toHaveCount(reasons.length);
    return this.saves(() => dialog.getByRole('button', { name: '退回并存回执' }).click());
  }

  /** @returns where the receipt was saved */
  accepts(): Promise<string> {
    return this.saves(() => this.page.getByRole('button', { name: '接收', exact: true }).click());
  }
}

/** The ten groups that a screen shows, as they are read out over the telephone. */
export const readFingerprint = async (page: Page): Promise<string> =>
  (await page.getByRole('group', { name: '公钥指纹' }).first().locator('span').allInnerTexts()).join(' ');

/** What is typed in after the other groups were compared by ear. */
export const lastGroups = (fingerprint: string): string => fingerprint.split(' ').slice(-2).join(' ');
