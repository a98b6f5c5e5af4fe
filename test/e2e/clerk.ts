import { expect, type Locator, type Page } from '@playwright/test';

/** A file that a clerk picks: as it is called on the disk, and what is in it. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const withoutMeaning = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a clerk does, in the clerk's words; selectors live here and nowhere else. */
export class Clerk {
  readonly page: Page;
  /** Anything the browser complained about: a refused style or script is a fault like any other. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1')
        this.complaints.push(`asked for ${request.url()}`);
    });
  }

  async opens(startUrl: string): Promise<void> {
    await this.page.goto(startUrl);
  }

  async choosesTheSampleStreet(password: string): Promise<void> {
    await this.page
      .getByRole('button', { name: /示范街道/ })
      .first()
      .click();
    await this.page.getByLabel('新密码').fill(password);
    await this.page.getByLabel('再输一遍').fill(password);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByText('请打印恢复码')).toBeVisible({ timeout: 60_000 });
  }

  async keepsTheRecoveryCode(): Promise<string> {
    const code = (await this.page.getByLabel('恢复码').first().innerText()).trim();
    await this.page.getByLabel('已打印（或抄写）并收好').check();
    await this.page.getByRole('button', { name: /开始|进入|完成|继续/ }).click();
    return code;
  }

  async unlocks(password: string): Promise<void> {
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.page.keyboard.press('Enter');
  }

  async locks(): Promise<void> {
    await this.page.getByRole('button', { name: /锁/ }).click();
  }

  async goesTo(name: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name }).click();
  }

  sees(text: string | RegExp): Promise<void> {
    return expect(this.page.getByText(text).first()).toBeVisible();
  }

  seesTitle(text: string | RegExp): Promise<void> {
    return expect(this.page.getByRole('heading', { name: text }).first()).toBeVisible();
  }

  /** The dialog that is open. */
  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Types words into fields by their whole labels, each left by Tab. */
  async types(where: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, words] of Object.entries(fields)) {
      const field = where
        .getByLabel(new RegExp(`^${withoutMeaning(label)}( \\*)?$`))
        .and(where.page().locator('input, textarea'));
      await field.fill(words);
      await field.press('Tab');
    }
  }

  /** Chooses from the lists of these names. */
  async chooses(where: Locator, choices: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, option] of Object.entries(choices)) {
      await where.getByRole('combobox', { name: label, exact: true }).click();
      await this.page.getByRole('option', { name: option, exact: true }).click();
    }
  }

  /** Fills the dialog that is open and hands it in; it must then be gone. */
  async handsIn(button: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.types(this.dialog(), fields);
    await this.dialog().getByRole('button', { name: button, exact: true }).click();
    await expect(this.dialog()).toBeHidden();
  }

  /** Presses what asks for files, and picks these. */
  async picks(button: Locator, ...files: readonly PickedFile[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles([...files]);
  }

  async opensTheTab(name: string | RegExp): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  rows(): Locator {
    return this.page.locator('table tbody tr');
  }

  /** Ctrl+K, typing, Enter. */
  async looksUp(text: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    const box = this.page.getByRole('dialog').getByRole('textbox');
    await expect(box).toBeFocused();
    await box.pressSequentially(text, { delay: 20 });
    await expect(this.page.locator('.mantine-Spotlight-actionLabel').first()).toBeVisible();
    await this.page.waitForTimeout(400);
    await this.page.keyboard.press('Enter');
  }

  /** A new organization's filing, up to its materials. */
  async startsAFiling(name: string, community: string, entry?: '补录'): Promise<void> {
    await this.page.getByRole('link', { name: '新建备案' }).first().click();
    await this.page.getByLabel('组织名称').fill(name);
    await this.page.getByRole('combobox', { name: '所在社区' }).fill(community);
    await this.page.getByRole('option', { name: community }).click();
    if (entry === '补录') await this.page.getByRole('switch', { name: '补录以前的纸质材料' }).press('Space');
    await this.page.getByRole('button', { name: '开始填写' }).click();
    await this.seesTitle(name);
  }

  async namesTheResponsiblePerson(name: string): Promise<void> {
    await this.page.getByRole('button', { name: '添加负责人' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill(name);
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toBeHidden();
    await expect(this.page.getByRole('combobox', { name: '负责人' })).toHaveValue(new RegExp(name));
  }

  /** Takes a step of the filing that is open; `words` are those of its button. */
  async takesTheStep(words: string, typed: Readonly<Record<string, string>> = {}): Promise<void> {
    const form = this.page.getByRole('form', { name: '登记办理结果' });
    await expect(form.getByText(words, { exact: true }).last()).toBeVisible();
    const choices = form.getByRole('radiogroup').getByText(words, { exact: true });
    if ((await choices.count()) > 0) await choices.click();
    for (const [label, text] of Object.entries(typed)) {
      // A label, or a part of one: 日期 is not 收缴日期.
      await form.getByLabel(new RegExp(`(^|，)${label}`)).fill(text);
    }
    const day = await form.getByLabel(/^日期/).inputValue();
    await form.getByRole('button', { name: words, exact: true }).click();
    await expect(this.page.getByRole('list', { name: '办理步骤' })).toContainText(`${day}　${words}`);
  }

  async opensTheStation(name: string): Promise<void> {
    await this.page.getByRole('list', { name: '办理步骤' }).getByRole('button', { name }).click();
  }
}
