import { expect, type Locator, type Page } from '@playwright/test';

/** The stages of the softphone, by the name of their region. */
const regions = {
  idle: 'Your phone',
  offer: 'Contact ringing',
  connecting: 'Contact being connected',
  talking: 'Conversation',
  work: 'After-contact work',
  closed: 'Contact that did not happen',
} as const;

/** The steps from accept to the conversation, as named on the page. */
export type StepName = 'Accepted' | 'Message to you' | 'Dialing' | 'Ringing' | 'Message to them';

/** An agent's softphone. */
export class AgentPage {
  readonly page: Page;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.status = page.getByRole('button', { name: /^Status:/ });
  }

  stage(name: keyof typeof regions): Locator {
    return this.page.getByRole('region', { name: regions[name], exact: true });
  }

  async sets(status: string): Promise<void> {
    await this.status.click();
    await this.page.getByRole('menuitemradio', { name: status }).click();
    await expect(this.status).toContainText(status);
  }

  async accepts(): Promise<void> {
    await this.button('Accept').click();
  }

  async rejects(): Promise<void> {
    await this.button('Reject').click();
  }

  async ends(): Promise<void> {
    await this.button('End').click();
  }

  /** Holds the customer and asks for a colleague, a queue or a number by its name. */
  async asksFor(name: string): Promise<void> {
    await this.button('Transfer').click();
    await this.page.getByRole('dialog', { name: 'Transfer' }).getByRole('button', { name }).click();
  }

  /** Finishes after-contact work. */
  async finishes(): Promise<void> {
    await this.button('Done').click();
  }

  /** Clears a missed, rejected or failed contact. */
  async goesBack(): Promise<void> {
    await this.page.getByRole('button', { name: /^Back to / }).click();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** One of the five steps; it says its state and its time. */
  step(name: StepName): Locator {
    return this.page.getByRole('list', { name: 'On the way to the customer' }).getByRole('listitem').filter({ hasText: new RegExp(`^${name},`) });
  }

  async isAt(name: StepName): Promise<void> {
    await expect(this.step(name)).toHaveAttribute('aria-current', 'step');
  }
}
