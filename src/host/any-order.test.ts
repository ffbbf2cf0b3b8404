import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asE164, durationMs, restoreEngine, type Commit } from '../engine/index.ts';
import type { Audience, Reply, TabCommand } from '../protocol/envelope.ts';
import { ids, plainNumbers } from '../testing/builders.ts';
import type { RigTab } from '../testing/host-rig.ts';
import { shuffledBrowser, type ShuffledBrowser } from '../testing/shuffled-browser.ts';

const JOHN = asE164('+12065550142');
const AUDIENCES: readonly Audience[] = [{ role: 'agent', username: 'ana' }, { role: 'customer', number: JOHN }, { role: 'agent', username: 'ana' }, { role: 'viewer' }];

type Step =
  | { readonly do: 'open' | 'close'; readonly which: number }
  /** Something that changes the center whenever it is done. */
  | { readonly do: 'mark'; readonly which: number; readonly number: number }
  | { readonly do: 'status'; readonly which: number; readonly status: string }
  | { readonly do: 'dial' | 'hangUp'; readonly which: number }
  | { readonly do: 'kill' }
  /** Storage is full, or fails, or takes again what is written. */
  | { readonly do: 'fault'; readonly fault: 'full' | 'failed' | null }
  | { readonly do: 'pass'; readonly seconds: number };

const which = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('mark' as const), which, number: fc.nat({ max: 100_000 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('status' as const), which, status: fc.constantFrom('Available', 'Break', 'Lunch') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('dial' as const, 'hangUp' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('open' as const, 'open' as const, 'close' as const), which }) },
  { weight: 2, arbitrary: fc.constant({ do: 'kill' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fault' as const), fault: fc.constantFrom('full' as const, 'failed' as const, null, null) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), seconds: fc.constantFrom(1, 5, 11) }) },
);

function commandOf(what: Step): TabCommand | null {
  switch (what.do) {
    case 'mark':
      return { type: 'customer.behave', number: JOHN, whenCalled: [{ does: 'manual' }], talksForMs: durationMs(what.number) };
    case 'status':
      return { type: 'agent.setStatus', agentId: ids.agent('ana'), statusId: ids.status(what.status) };
    case 'dial':
      return { type: 'customer.dial', number: JOHN, to: asE164('+18005550199') };
    case 'hangUp':
      return { type: 'customer.hangUp', number: JOHN };
    default:
      return null;
  }
}

const commandsOn = ({ disk }: ShuffledBrowser): readonly string[] => (disk.commits as readonly Commit[]).flatMap(({ cause }) => (cause.kind === 'command' ? [cause.id] : []));

interface Told {
  readonly id: string;
  readonly isMark: boolean;
  reply: Reply | null;
  /** The journal held it, and the number it was told, when the answer came. */
  keptInTime: boolean;
  /** The tab that asked showed, when the answer came, that nothing can be kept. */
  warned: boolean;
}

/** Tabs come, ask, and go; hosts die; what was told is kept for the end. */
class People {
  readonly tabs: { readonly audience: Audience; readonly tab: RigTab }[] = [];
  readonly told: Told[] = [];
  readonly #browser: ShuffledBrowser;
  #sent = 0;

  constructor(browser: ShuffledBrowser) {
    this.#browser = browser;
  }

  open(at: number): RigTab {
    const audience = AUDIENCES[at % AUDIENCES.length] ?? { role: 'viewer' };
    const tab = this.#browser.openTab(audience);
    this.tabs.push({ audience, tab });
    return tab;
  }

  act(what: Step): void {
    const command = commandOf(what);
    if (what.do === 'open') this.open(what.which);
    else if (what.do === 'kill') this.#browser.killHost();
    else if (what.do === 'fault') this.#browser.disk.fault = what.fault;
    else if (what.do === 'pass') this.#browser.time.advance(what.seconds * 1000);
    else if (what.do === 'close') this.tabs.splice(what.which % Math.max(1, this.tabs.length), 1)[0]?.tab.die();
    else if (command) void this.#ask(what.which, command);
  }

  async #ask(at: number, command: TabCommand): Promise<void> {
    const tab = this.tabs[at % Math.max(1, this.tabs.length)]?.tab;
    if (!tab) return;
    this.#sent += 1;
    const one: Told = { id: `c${this.#sent}`, isMark: command.type === 'customer.behave', reply: null, keptInTime: false, warned: false };
    this.told.push(one);
    const reply = await tab.send(command, one.id);
    one.reply = reply;
    one.warned = reply.ok && Object.values(tab.tables().notices).some(({ kind }) => kind === 'journalFull' || kind === 'memoryOnly');
    one.keptInTime = reply.ok && reply.seq <= this.#browser.disk.commits.length && (!one.isMark || commandsOn(this.#browser).includes(one.id));
  }
}

/** What a tab shows, but for what is each tab's own, and what is the host's. */
const shownBy = (tab: RigTab): unknown => ({ ...tab.tables(), mastership: null, notices: null });

test('in whatever order messages and writes come, and whatever dies or fails, what was acknowledged is kept, or its loss was warned of; it is done once, and shown alike to all', async () => {
  await fc.assert(fc.asyncProperty(fc.scheduler(), fc.array(step, { minLength: 4, maxLength: 24, size: 'max' }), async (scheduler, steps) => {
    const browser = shuffledBrowser(scheduler);
    const people = new People(browser);
    people.open(0);
    people.open(1);
    const story: readonly Step[] = [...steps, { do: 'fault', fault: null }];
    scheduler.scheduleSequence(story.map((what) => ({ label: JSON.stringify(what), builder: () => Promise.resolve(people.act(what)) })));
    await browser.comeToRest(150);
    // Whoever is left is shown what somebody is shown who comes only now.
    const late = AUDIENCES.slice(0, 2).map((_, at) => people.open(at));
    await browser.comeToRest(5);

    const done = commandsOn(browser);
    expect(new Set(done).size).toBe(done.length);
    const acknowledged = people.told.filter(({ reply, warned }) => reply?.ok && !warned);
    expect(acknowledged.filter(({ keptInTime }) => !keptInTime)).toEqual([]);
    expect(acknowledged.filter(({ id, isMark }) => isMark && !done.includes(id))).toEqual([]);
    const mirrors = people.tabs.flatMap(({ audience, tab }) => late.flatMap((model, at) => (audience.role === AUDIENCES[at]?.role ? [{ tab, model }] : [])));
    expect(mirrors.map(({ tab }) => shownBy(tab))).toEqual(mirrors.map(({ model }) => shownBy(model)));
    const commits = browser.disk.commits as readonly Commit[];
    expect(restoreEngine(commits, 1, plainNumbers).center.seq).toBe(commits.length);
  }), { numRuns: Number(process.env['RUNS'] ?? (process.env['CI'] ? 5000 : 300)) });
}, 600_000);
