import { expect, type Locator, type Page } from '@playwright/test';

/** The map of one flow, and the list that says the same. */
export class FlowMapPage {
  readonly page: Page;
  readonly map: Locator;
  readonly list: Locator;
  /** The action that is read. */
  readonly panel: Locator;
  /** The contact that is followed or replayed, step by step. */
  readonly path: Locator;

  constructor(page: Page) {
    this.page = page;
    this.map = page.getByRole('application', { name: /^Map of the flow/ });
    this.list = page.getByRole('list', { name: /^Actions of the flow/ });
    this.panel = page.getByRole('region', { name: /^Action \d+: / });
    this.path = page.getByRole('list', { name: 'The way of this contact' });
  }

  /** An action on the map or in the list, by the beginning of its name. */
  action(number: number): Locator {
    return this.page.locator('[data-action]').and(this.page.getByRole('button', { name: new RegExp(`^${number}\\. `) }));
  }

  /** Opens an action by keyboard, as its own button is focused and pressed. */
  async reads(number: number): Promise<void> {
    await this.action(number).focus();
    await this.page.keyboard.press('Enter');
    await expect(this.panel).toHaveAccessibleName(new RegExp(`^Action ${number}: `));
  }

  field(name: string): Locator {
    return this.panel.getByLabel(name, { exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The flow's file, as the face tells it. */
  content(): Promise<string> {
    return this.page.evaluate(async () => {
      const json = async (path: string) => (await fetch(`/connect-api${path}`)).json();
      const { InstanceSummaryList } = await json('/instance');
      const { ContactFlow } = await json(`/contact-flows/${InstanceSummaryList[0].Id}/${location.pathname.split('/').at(-1)}`);
      return ContactFlow.Content as string;
    });
  }
}
