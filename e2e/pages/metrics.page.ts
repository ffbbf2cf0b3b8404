import type { Locator, Page } from '@playwright/test';

/** The metrics of every queue. */
export class MetricsPage {
  readonly page: Page;
  readonly now: Locator;
  readonly day: Locator;
  readonly agents: Locator;
  readonly promises: Locator;

  constructor(page: Page) {
    this.page = page;
    this.now = page.getByRole('table', { name: 'Figures of each queue right now' });
    this.day = page.getByRole('table', { name: 'Figures of each queue since midnight' });
    this.agents = page.getByRole('table', { name: 'What each agent is doing' });
    this.promises = page.getByRole('table', { name: 'Promises to call back, newest first' });
  }

  /** A cell by the names of its figure and its queue. */
  figure(table: 'now' | 'day', name: string, queue: string): Locator {
    return this[table].getByRole('row').filter({ has: this.name(name) }).locator(`[data-queue="${queue}"]`);
  }

  /** The button under a figure's name opens its definition. */
  name(name: string): Locator {
    // Amazon's name follows.
    return this.page.getByRole('button', { name: new RegExp(`^${name} (?:[A-Z_]{4}|Ringback)`) });
  }

  agent(username: string): Locator {
    return this.agents.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: username, exact: true }) });
  }
}
