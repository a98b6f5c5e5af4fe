import { join } from 'node:path';
import type { Clerk } from './clerk.ts';

/** What a clerk of a street does with ledgers. */
export class LedgerDesk {
  readonly clerk: Clerk;
  /** Where files are saved. */
  readonly folder: string;

  constructor(clerk: Clerk, folder: string) {
    this.clerk = clerk;
    this.folder = folder;
  }

  private async saves(press: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([this.clerk.page.waitForEvent('download'), press()]);
    const path = join(this.folder, download.suggestedFilename());
    await download.saveAs(path);
    return path;
  }

  /** Takes in a bureau's card from its file, and confirms it by what was heard. */
  async trustsTheBureau(card: string, name: string, heard: string, by: string): Promise<void> {
    const { page } = this.clerk;
    await this.clerk.goesTo('台账报送');
    await this.clerk.opensTheTab('接收公钥');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '导入公钥卡文件或二维码图片' }).click(),
    ]);
    await chooser.setFiles(card);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await this.clerk.seesTitle(name);
    await page.getByLabel('对方念的最后两组').fill(heard);
    await page.getByLabel('核对人姓名').fill(by);
    await page.getByRole('button', { name: '确认' }).click();
    await this.clerk.sees('指纹已核对');
  }

  private async makes(button: string): Promise<string> {
    const { page } = this.clerk;
    await page.getByRole('button', { name: button }).click();
    await this.clerk.sees('报送包已做好，并已重新打开核对过');
    return this.saves(() => page.getByRole('button', { name: '下载' }).first().click());
  }

  private async opensThePeriod(words: string): Promise<void> {
    await this.clerk.goesTo('台账报送');
    await this.clerk.opensTheTab('检查与报送');
    await this.clerk.page.getByRole('button', { name: new RegExp(words) }).click();
  }

  /** @returns where the package was saved */
  async exports(period: string): Promise<string> {
    await this.opensThePeriod(period);
    return this.makes('导出报送包');
  }

  /** @returns where the correction package was saved */
  async corrects(period: string, reason: string): Promise<string> {
    await this.opensThePeriod(period);
    await this.clerk.page.getByText('补报更正', { exact: true }).click();
    await this.clerk.page.getByLabel('更正的理由').fill(reason);
    return this.makes('导出更正包');
  }

  async importsTheReceipt(path: string): Promise<void> {
    const { page } = this.clerk;
    await this.clerk.goesTo('台账报送');
    await this.clerk.opensTheTab('报送记录');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '导入回执' }).click(),
    ]);
    await chooser.setFiles(path);
  }
}
