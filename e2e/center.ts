import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { RingbackAutomation } from '../src/protocol/automation.ts';
import type { TabCommand } from '../src/protocol/envelope.ts';
import { AgentPage } from './pages/agent.page.ts';
import { FlowsPage } from './pages/flows.page.ts';
import { PhonePage } from './pages/phone.page.ts';
import { RecordsPage } from './pages/records.page.ts';

type Records = Awaited<ReturnType<RingbackAutomation['records']>>;
type DialPlan = Parameters<ReturnType<RingbackAutomation['customer']>['behaves']>[0];

/** How a center begins, in words of the page's address; a center that is there already goes on as it was. */
export interface Beginning {
  readonly at?: string;
  readonly seed?: number;
  readonly transport?: 'sharedWorker' | 'tabLeader' | 'inPage';
}

/** One browser context is one contact center: it begins with the first page, its clock held. */
export class Center {
  readonly context: BrowserContext;
  readonly #words: Readonly<Record<string, string>>;

  constructor(context: BrowserContext, { at = '2024-01-10T11:30:00Z', seed = 1, transport }: Beginning = {}) {
    this.context = context;
    this.#words = { at, seed: String(seed), clock: 'held', ...(transport && { transport }) };
  }

  readonly agent = async (username: string): Promise<AgentPage> => new AgentPage(await this.open('/', { agent: username }));
  readonly customer = async (number: string): Promise<PhonePage> => new PhonePage(await this.open('/customer', { number }));
  readonly records = async (): Promise<RecordsPage> => new RecordsPage(await this.open('/records'));
  readonly flows = async (): Promise<FlowsPage> => new FlowsPage(await this.open('/flows'));

  /** Opens a page and waits until it has the center's first snapshot and its HTTP face answers. */
  async open(path: string, words: Readonly<Record<string, string>> = {}): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.address(path, words));
    await page.waitForFunction(() => window.ringback?.ready.then(() => true));
    return page;
  }

  address(path: string, words: Readonly<Record<string, string>> = {}): string {
    return `${path}?${new URLSearchParams({ ...words, ...this.#words })}`;
  }

  /** Any page that is open: the center is the same from each. */
  get anyPage(): Page {
    const page = this.context.pages().find((each) => !each.isClosed() && each.url().startsWith('http'));
    if (page === undefined) throw new Error('No page of the center is open.');
    return page;
  }

  /** Closes every page: the center is as good as off. */
  async closeAll(): Promise<void> {
    await Promise.all(this.context.pages().map((page) => page.close()));
  }

  readonly clock = {
    advance: (ms: number): Promise<void> => this.anyPage.evaluate((ms) => window.ringback.clock.advance(ms), ms),
    advanceTo: (iso: string): Promise<void> => this.anyPage.evaluate((iso) => window.ringback.clock.advanceTo(iso), iso),
    run: (speed: number): Promise<void> => this.anyPage.evaluate((speed) => window.ringback.clock.run(speed), speed),
    hold: (): Promise<void> => this.anyPage.evaluate(() => window.ringback.clock.hold()),
    now: (): Promise<string> => this.anyPage.evaluate(() => window.ringback.clock.now()),
  };

  async play(scenario: unknown): Promise<void> {
    // As text: its type is nobody's business here.
    await this.anyPage.evaluate((text) => window.ringback.play(JSON.parse(text)), JSON.stringify(scenario));
  }

  async behaves(number: string, plan: DialPlan, talksFor: number | null = null): Promise<void> {
    await this.anyPage.evaluate(([number, plan, talksFor]) => window.ringback.customer(number).behaves(plan, { talksFor }), [number, plan, talksFor] as const);
  }

  contactRecords(): Promise<Records> {
    return this.anyPage.evaluate(() => window.ringback.records());
  }

  /** Sends a command that must be taken. */
  async send(command: TabCommand): Promise<void> {
    expect(await this.anyPage.evaluate((text) => window.ringback.send(JSON.parse(text)), JSON.stringify(command))).toMatchObject({ ok: true });
  }
}
