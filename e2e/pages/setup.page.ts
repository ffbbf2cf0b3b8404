import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { sizes, themes } from '../gallery.ts';

/** The steps by their titles, in the guide's order. */
export const stepTitles = [
  'A queue for callbacks', 'Outbound caller ID', 'The queue in a routing profile', 'The flow that offers the callback', 'Phone number', 'Outbound whisper', 'Agent whisper', 'Check and set up',
] as const;
export type StepTitle = (typeof stepTitles)[number];

/** The guided setup. */
export class SetupPage {
  readonly page: Page;
  readonly errors: Locator;
  /** The steps with what is done and what is left. */
  readonly nav: Locator;

  constructor(page: Page) {
    this.page = page;
    this.errors = page.getByRole('group', { name: /need.* a look before you go on/ });
    this.nav = page.getByRole('navigation', { name: 'Steps of the setup' });
  }

  field(label: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name: label });
  }

  list(label: string): Locator {
    return this.page.getByRole('combobox', { name: label, exact: true });
  }

  async isAt(title: StepTitle): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 2, name: title })).toBeVisible();
  }

  async goesOn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Continue' }).click();
  }

  async goesTo(step: string): Promise<void> {
    await this.nav.getByRole('link', { name: new RegExp(`^${step}`) }).click();
  }

  async setsUp(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Set it up|Save the changes)$/ }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: /is set up$/ })).toBeFocused();
  }

  /** Fills in what has no default: the first five steps, and the whispers as they are; ends at the last step. */
  async fillsIn({ queue = 'Callbacks', flow = 'Line with callback', number = '+18005550177' }: { readonly queue?: string; readonly flow?: string; readonly number?: string } = {}): Promise<void> {
    await this.isAt('A queue for callbacks');
    await this.field('Name of the queue').fill(queue);
    await this.goesOn();
    await this.list('Caller ID number').selectOption('+18005550199');
    await this.goesOn();
    await this.list('Routing profile').selectOption({ label: 'Support' });
    await this.goesOn();
    await this.field('Name of the flow').fill(flow);
    await this.goesOn();
    await this.list('Number that customers dial').selectOption(number);
    await this.goesOn();
    await this.isAt('Outbound whisper');
    await this.goesOn();
    await this.isAt('Agent whisper');
    await this.goesOn();
    await this.isAt('Check and set up');
  }

  /** What axe finds, and whether all of it fits: the smallest window and a desk, light and dark by turns. */
  async isAccessible(what: string, turn: number): Promise<void> {
    for (const [at, size] of [sizes[0], sizes[2]].entries()) {
      const colorScheme = themes[(turn + at) % 2] ?? 'light';
      await this.page.setViewportSize(size);
      await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page: this.page }).options({ resultTypes: ['violations'] }).analyze();
      const found = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`) }));
      expect.soft(found, `${what}, ${size.width} × ${size.height}, ${colorScheme}`).toEqual([]);
      const tooWide = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect.soft(tooWide, `${what} at ${size.width} px scrolls sideways by`).toBeLessThanOrEqual(0);
    }
  }
}
