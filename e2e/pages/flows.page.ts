import { expect, type Locator, type Page } from '@playwright/test';

/** The flows and their import. */
export class FlowsPage {
  readonly page: Page;
  readonly list: Locator;
  /** The flow that is open. */
  readonly flow: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('region', { name: 'Flows of this contact center' });
    this.flow = page.getByRole('article');
  }

  /** Hands a file to the import and returns its card. */
  async takes(name: string, text: string): Promise<Locator> {
    await this.page.getByLabel('Choose files').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    const file = this.page.getByRole('region', { name: `File ${name}` });
    await expect(file.getByText(/^A flow with|cannot be imported/)).toBeVisible();
    return file;
  }

  /** Says what a reference of a file stands for here. */
  async maps(file: Locator, reference: string | RegExp, to: string): Promise<void> {
    await file.getByRole('combobox', { name: reference }).selectOption({ label: to });
  }

  async saves(file: Locator): Promise<void> {
    await file.getByRole('button', { name: /^(Save as a new flow|Replace )/ }).click();
    await expect(file).toHaveCount(0);
  }

  /** Puts the open flow behind a number or a queue. */
  async usesAt(place: string): Promise<void> {
    await this.flow.getByRole('button', { name: `Use it here: ${place}` }).click();
    await expect(this.flow.getByRole('button', { name: `Take it away: ${place}` })).toBeVisible();
  }
}
