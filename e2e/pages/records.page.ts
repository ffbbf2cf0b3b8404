import type { Locator, Page } from '@playwright/test';

/** The contact records. */
export class RecordsPage {
  readonly page: Page;
  readonly list: Locator;
  /** The record that is open. */
  readonly record: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole('list', { name: 'Records', exact: true });
    this.record = page.getByRole('article', { name: /^Record of / });
  }

  get rows(): Locator {
    return this.list.getByRole('link');
  }

  /** Opens a record by how it began: "Inbound", "Callback". */
  async opens(method: string): Promise<void> {
    await this.rows.filter({ hasText: method }).click();
    await this.record.getByRole('heading', { name: new RegExp(`^${method}`) }).waitFor();
  }

  async showsNumbers(): Promise<void> {
    await this.page.getByRole('button', { name: 'Show numbers' }).click();
  }

  /** A field of the open record by its name in Amazon's record, such as `Queue.EnqueueTimestamp`. */
  field(path: string): Locator {
    return this.record.locator(`[data-field="${path}"]`).getByRole('definition');
  }

  link(which: 'Previous contact' | 'Next contact' | 'First contact of the interaction'): Locator {
    return this.record.getByRole('link', { name: new RegExp(`^${which}:`) });
  }
}
