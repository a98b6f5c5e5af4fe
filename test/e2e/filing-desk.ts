import { expect, type Page } from '@playwright/test';
import type { Clerk, PickedFile } from './clerk.ts';
import { PrintRoom, type PrintedPaper } from './print-room.ts';

/** A step of a filing: the words of its button, and what is typed into its form. */
export type TakenStep = readonly [words: string, typed: Readonly<Record<string, string>>];

/** Where a filing is handled, from its materials to its certificate or its end. */
export class FilingDesk {
  private readonly clerk: Clerk;
  private readonly page: Page;
  private readonly printRoom: PrintRoom;

  constructor(clerk: Clerk) {
    this.clerk = clerk;
    this.page = clerk.page;
    this.printRoom = new PrintRoom(clerk.page);
  }

  async opensTheFilingOf(name: string): Promise<void> {
    await this.clerk.goesTo('备案办理');
    await this.page.getByRole('link', { name }).first().click();
    await this.clerk.seesTitle(name);
  }

  async fillsIn(
    facts: Readonly<Record<string, string>>,
    choices: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.clerk.chooses(this.page.locator('main'), choices);
    await this.clerk.types(this.page.locator('main'), facts);
    await this.clerk.sees('草稿已保存');
  }

  /** Strikes out an article, sees what is then missing, and takes the proposed words over. */
  async mendsTheCharter(struckOut: string, missing: string): Promise<void> {
    await this.page.getByRole('link', { name: '写章程' }).click();
    await this.clerk.seesTitle('章程');
    await this.clerk.sees('规则要求的条款都写到了。');
    await this.page.getByRole('button', { name: `第${struckOut}条更多` }).click();
    await this.page.getByRole('menuitem', { name: '删去' }).click();
    await expect(this.page.getByRole('list', { name: '缺少的条款' })).toContainText(missing);
    await this.page.getByRole('button', { name: `写进章程：${missing}` }).click();
    await this.clerk.sees('规则要求的条款都写到了。');
    await this.clerk.sees(/草稿已保存/);
    await this.page.getByRole('link', { name: '回到备案' }).click();
  }

  async takes(...steps: readonly TakenStep[]): Promise<void> {
    for (const [words, typed] of steps) await this.clerk.takesTheStep(words, typed);
  }

  async hangsTheNotice(photo: PickedFile, caption: string): Promise<void> {
    await this.clerk.opensTheStation('公示');
    await this.clerk.picks(this.page.getByRole('button', { name: '加照片' }), photo);
    const words = this.page.getByRole('textbox', { name: '照片说明' });
    await words.fill(caption);
    await words.press('Enter');
    await expect(this.page.getByRole('img', { name: caption })).toBeVisible();
  }

  /** Looks at a paper that a station offers, on the screen and in Word. */
  async reads(station: string, link: string, saying: string | RegExp): Promise<PrintedPaper> {
    await this.clerk.opensTheStation(station);
    await this.page.getByRole('link', { name: link }).first().click();
    return this.printRoom.reads(saying);
  }

  /** Prints one of the papers that the menu offers. */
  async prints(paper: string, saying: string): Promise<Buffer> {
    await this.page.getByRole('button', { name: '打印' }).click();
    await this.page.getByRole('menuitem', { name: paper }).click();
    return this.printRoom.savesAsPdf(saying);
  }

  async handsOutTheCertificate(on: string): Promise<void> {
    const form = this.page.getByRole('form', { name: '登记领证' });
    await this.clerk.types(form, { 领证日期: on });
    await form.getByRole('button', { name: '登记领证' }).click();
    await expect(form).toBeHidden();
  }

  /** All six copies, each with the name of who took it. */
  async handsOutTheCopies(signer: string, on: string): Promise<void> {
    const waiting = this.page
      .getByRole('table', { name: '三方留存' })
      .getByRole('button', { name: '登记签收' });
    for (let left = 6; left > 0; left -= 1) {
      await expect(waiting).toHaveCount(left);
      await waiting.first().click();
      await this.clerk.handsIn('登记签收', { 签收人: signer, 签收日期: on });
    }
    await this.clerk.sees('留存已齐');
  }

  /** One line of what an organization that ends brings. */
  async brings(part: string, button: string, typed: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.page.getByRole('button', { name: `登记${part}` }).click();
    await this.clerk.handsIn(button, typed);
    await expect(this.page.getByRole('button', { name: `修改${part}` })).toBeVisible();
  }

  async opensTheDossier(): Promise<void> {
    await this.page.getByRole('link', { name: '看档案' }).click();
    await expect(this.page.getByRole('tab', { name: '备案事项' })).toBeVisible();
  }
}
