import type { Locator, Page } from '@playwright/test';

/** A customer's phone. */
export class PhonePage {
  readonly page: Page;
  readonly phone: Locator;
  /** The log of captions: what is heard, as text. */
  readonly heard: Locator;

  constructor(page: Page) {
    this.page = page;
    this.phone = page.getByRole('article', { name: /^The phone of / });
    this.heard = page.getByRole('log', { name: 'What you hear' });
  }

  /** Dials one of the center's numbers by what it is for. */
  async dials(line: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^Call ${line}`) }).click();
  }

  /** Types a number and dials it. */
  async dialsNumber(number: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: 'Number to call' });
    if (!(await field.isVisible())) await this.page.getByText('Another number').click();
    await field.fill(number);
    await this.button('Call').click();
  }

  async presses(keys: string): Promise<void> {
    const keypad = this.page.getByRole('group', { name: 'Keypad' });
    if (!(await keypad.isVisible())) await this.button('Keypad').click();
    for (const key of keys) await keypad.getByRole('button', { name: names[key] ?? key, exact: true }).click();
  }

  async hangsUp(): Promise<void> {
    await this.button('Hang up').click();
  }

  async answers(): Promise<void> {
    await this.button('Answer').click();
  }

  async declines(): Promise<void> {
    await this.page.getByRole('button', { name: /^Decline/ }).click();
  }

  async letsVoicemail(): Promise<void> {
    await this.button('Let voicemail take it').click();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  screen(heading: string): Locator {
    return this.phone.getByRole('heading', { name: heading, exact: true });
  }

  /** With whom or what the phone is: "Automatic menu", "Waiting in line", "Message to you", "Talking to an agent", "On hold". */
  company(words: string): Locator {
    return this.phone.getByRole('paragraph').filter({ hasText: new RegExp(`^${words}`) });
  }

  /** What was promised to this number. */
  get promise(): Locator {
    return this.page.getByRole('region', { name: 'Callback promised' });
  }
}

const names: Readonly<Record<string, string>> = { '*': 'star', '#': 'pound' };
