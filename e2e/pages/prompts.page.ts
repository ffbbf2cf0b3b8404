import { expect, type Locator, type Page } from '@playwright/test';

/** The prompts. */
export class PromptsPage {
  readonly page: Page;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('region', { name: 'Prompts of this contact center' });
  }

  prompt(name: string): Locator {
    return this.list.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name, exact: true }) });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Hands files to the upload. */
  async uploads(...files: readonly { readonly name: string; readonly bytes: Buffer }[]): Promise<void> {
    await this.page.getByRole('region', { name: 'Upload recordings' }).locator('input[type=file]').setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: 'audio/wav', buffer: bytes })));
  }

  /** Chooses from a prompt's menu. */
  async chooses(name: string, what: string): Promise<void> {
    await this.button(`More for ${name}`).click();
    await this.page.getByRole('menuitem', { name: what }).click();
  }

  /** The banner that says why a file was not taken. */
  async refuses(sentence: RegExp): Promise<void> {
    await expect(this.page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  }
}
