import type { Locator, Page } from '@playwright/test';

/** The demo's controls, on every page. */
export class Lab {
  readonly page: Page;
  readonly bar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole('complementary', { name: 'Demo controls' });
  }

  async unfolds(): Promise<void> {
    await this.bar.getByRole('button', { name: /Show the demo controls$/ }).click();
  }

  async folds(): Promise<void> {
    await this.bar.getByRole('button', { name: /Close the demo controls$/ }).click();
  }

  button(name: string | RegExp): Locator {
    return this.bar.getByRole('button', { name, exact: typeof name === 'string' });
  }
}
