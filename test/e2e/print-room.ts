import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { wordText } from '../support/document-text.ts';

/** What was printed of one paper: the words of its sheet and of its Word file. */
export interface PrintedPaper {
  readonly sheet: string;
  readonly word: string;
}

/** The screen on which a paper is looked at and saved; a link or menu of another screen leads there. */
export class PrintRoom {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  private async saves(button: '存为 Word' | '存为 PDF'): Promise<Buffer> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download', { timeout: 60_000 }),
      this.page.getByRole('button', { name: button }).click(),
    ]);
    const bytes = await readFile(await download.path());
    await this.page.getByRole('button', { name: '知道了' }).click();
    return bytes;
  }

  /** The sheet on the screen and the Word file, read; then back to where the clerk came from. */
  async reads(saying: string | RegExp): Promise<PrintedPaper> {
    const body = this.page.frameLocator('iframe').locator('body');
    await expect(body).toContainText(saying);
    const sheet = await body.innerText();
    const word = (await wordText(await this.saves('存为 Word'))).join('\n');
    await this.page.goBack();
    return { sheet, word };
  }

  /** The paper as PDF; then back. */
  async savesAsPdf(saying: string | RegExp): Promise<Buffer> {
    await expect(this.page.frameLocator('iframe').locator('body')).toContainText(saying);
    const bytes = await this.saves('存为 PDF');
    await this.page.goBack();
    return bytes;
  }
}
