import { expect, type Locator, type Page } from '@playwright/test';
import type { Clerk, PickedFile } from './clerk.ts';
import { PrintRoom, type PrintedPaper } from './print-room.ts';

type Typed = Readonly<Record<string, string>>;

/** Eight answers of the same kind, as the usual survey has eight items. */
const eightTimes = (answers: readonly number[]): readonly number[] =>
  Array.from({ length: 8 }, () => answers).flat();

/** What a group answered: issued, returned, spoilt, and of every item so many 满意, 基本满意, 不满意, 不了解. */
export interface CountedGroup {
  readonly slips: readonly [number, number, number];
  readonly answers: readonly [number, number, number, number];
}

/** The dossier of one organization: its parts, and what is recorded in each. */
export class DossierDesk {
  private readonly clerk: Clerk;
  private readonly page: Page;
  private readonly printRoom: PrintRoom;

  constructor(clerk: Clerk) {
    this.clerk = clerk;
    this.page = clerk.page;
    this.printRoom = new PrintRoom(clerk.page);
  }

  /** Ctrl+K, the name, and the hit that bears it. */
  async opensTheDossierOf(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.clerk.dialog().getByRole('textbox').fill(name);
    await this.clerk.dialog().getByText(name, { exact: true }).first().click();
    await this.clerk.seesTitle(name);
  }

  /** Pastes rows, header first, into the sheet. */
  async pastesMembers(rows: readonly (readonly string[])[]): Promise<void> {
    await this.clerk.opensTheTab(/花名册/);
    await this.page.getByRole('button', { name: '批量录入' }).click();
    await expect(this.page.getByRole('textbox', { name: '第 1 行 姓名' })).toBeFocused();
    const block = rows.map((cells) => cells.join('\t')).join('\n');
    await this.page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, block);
    await this.clerk.handsIn(`加入花名册 ${rows.length - 1} 人`);
  }

  async addsAMember(name: string, joinedOn: string): Promise<void> {
    await this.clerk.opensTheTab(/花名册/);
    await this.page.getByRole('button', { name: '添加成员' }).click();
    await this.clerk.types(this.clerk.dialog(), { 姓名: name, 加入日期: joinedOn });
    await this.clerk.dialog().getByRole('button', { name: '保存' }).click();
    await this.clerk.sees(`已添加 1 人：${name}`);
    await this.clerk.handsIn('录完了');
  }

  async recordsALeave(name: string, leftOn: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.page.getByRole('button', { name: '办理离开' }).click();
    await this.clerk.types(this.page.locator('body'), { 离开日期: leftOn });
    await this.page.getByRole('button', { name: '记下离开' }).click();
    await expect(this.clerk.dialog()).toHaveCount(0);
  }

  /** Opens a record by its title and lays a file beside it. */
  async laysBeside(title: string, file: PickedFile, typed: Typed = {}): Promise<void> {
    await this.page.getByRole('button', { name: title, exact: true }).first().click();
    await this.clerk.picks(this.clerk.dialog().getByRole('button', { name: '附材料' }), file);
    await expect(this.clerk.dialog().getByText('材料 1 份')).toBeVisible();
    await this.clerk.handsIn('保存', typed);
  }

  async reports(period: string, typed: Typed): Promise<void> {
    await this.clerk.opensTheTab('报告测评');
    await this.page.getByRole('button', { name: `登记${period}的报告` }).click();
    await this.clerk.handsIn('保存', typed);
  }

  async startsASurvey(on: string): Promise<void> {
    await this.page.getByRole('button', { name: '开展测评' }).click();
    await this.clerk.handsIn('保存', { 测评日期: on });
    await this.clerk.opensTheTab(/录入/);
  }

  /** A group's counts by keyboard, from the field that has the focus. */
  async counts({ slips, answers }: CountedGroup): Promise<void> {
    for (const count of [...slips, ...eightTimes(answers)]) {
      await this.page.keyboard.type(String(count));
      await this.page.keyboard.press('Enter');
    }
  }

  async closesTheSurvey(on: string): Promise<void> {
    await this.clerk.opensTheTab(/结果/);
    await this.clerk.types(this.page.getByRole('form', { name: '结束测评' }), { 结束日期: on });
    await this.page.getByRole('button', { name: '结束测评' }).click();
    await this.clerk.sees(`${on} 结束`);
  }

  async decides(typed: Typed): Promise<void> {
    await this.page.getByRole('button', { name: '登记运用' }).click();
    await this.clerk.handsIn('保存', typed);
  }

  async votesForTheEnd(typed: Typed): Promise<void> {
    await this.clerk.opensTheTab('报告测评');
    await this.page.getByRole('button', { name: '登记表决' }).click();
    await this.clerk.chooses(this.clerk.dialog(), { 表决事项: '终止（注销）' });
    await this.clerk.handsIn('保存', typed);
  }

  disclosure(title: string): Locator {
    return this.page.getByRole('row', { name: title });
  }

  async drafts(planned: string, typed: Typed): Promise<void> {
    await this.clerk.opensTheTab('信息公开');
    await this.page.getByRole('button', { name: `登记${planned}的公开` }).click();
    await this.clerk.handsIn('保存', typed);
  }

  async screens(title: string): Promise<void> {
    await this.disclosure(title).getByRole('button', { name: '检查并发布' }).click();
  }

  async isOrderedToMend(typed: Typed, dueOn: string): Promise<void> {
    await this.clerk.opensTheTab('处理结果');
    await this.page.getByRole('button', { name: '登记处理', exact: true }).click();
    await this.clerk.types(this.clerk.dialog(), typed);
    await this.clerk.dialog().getByRole('switch', { name: '要求限期整改' }).press('Space');
    await this.clerk.handsIn('保存', { 整改期限: dueOn });
  }

  async startsToEnd(entry?: '补录'): Promise<void> {
    await this.page.getByRole('link', { name: '注销' }).click();
    if (entry === '补录') await this.page.getByRole('switch', { name: '补录以前的纸质材料' }).press('Space');
    await this.page.getByRole('button', { name: '开始办理' }).click();
    await this.clerk.sees('退出材料');
  }

  async seals(by: string, on: string): Promise<void> {
    await this.clerk.opensTheTab('处理结果');
    await this.page.getByRole('button', { name: '封存档案' }).click();
    await this.clerk.handsIn('封存', { 封存人: by, 封存日期: on });
    await this.clerk.sees(/已封存/);
  }

  /** One of the papers of the dossier, looked at on the screen and in Word. */
  async reads(paper: string, saying: string | RegExp): Promise<PrintedPaper> {
    await this.clerk.opensTheTab('文书');
    await this.page
      .getByRole('link', { name: `预览与打印：${paper}` })
      .first()
      .click();
    return this.printRoom.reads(saying);
  }
}
