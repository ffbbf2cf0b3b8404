import type { Scheduler } from 'fast-check';
import { createHostedCenter } from '../backends/hosted/hosted-center.ts';
import { createHost, type Host } from '../host/center-host.ts';
import { emptyDisk, memoryJournal, type MemoryDisk } from '../host/journal-memory.ts';
import type { Journal } from '../host/ports.ts';
import type { Audience, FromHost, Genesis, ToHost } from '../protocol/envelope.ts';
import type { Port, Timer } from '../protocol/ports.ts';
import { baseRig, plainNumbers } from './builders.ts';
import { fakeLocks } from './fake-locks.ts';
import { fakeTime, type FakeTime } from './fake-time.ts';
import { thisBuild, WALL_MS, watchTab, type RigTab } from './host-rig.ts';

/**
 * A browser in which a scheduler decides what comes first: each message between a tab and the host, and each beginning
 * and end of a write, waits for its turn. Messages of one direction of one port keep their order, as those of a port do.
 */
export interface ShuffledBrowser {
  readonly time: FakeTime;
  readonly disk: MemoryDisk;
  readonly openTab: (audience: Audience) => RigTab;
  /** The host is gone without a word; the next tab that connects gets another. A write that has begun is finished. */
  readonly killHost: () => void;
  /** Lets everything that is on its way arrive, and time pass, so that whoever waits for an answer asks again or gives up. */
  readonly comeToRest: (seconds: number) => Promise<void>;
}

const held: Genesis = { seed: 1, startsAtMs: WALL_MS, speed: 0 };

/** An empty browser with nobody in it. */
export function shuffledBrowser(scheduler: Scheduler): ShuffledBrowser {
  const time = fakeTime(WALL_MS);
  const locks = fakeLocks();
  const disk = emptyDisk();
  let current: { readonly host: Host; readonly die: () => void } | null = null;
  let tabs = 0;
  let names = 0;

  const startHost = (): NonNullable<typeof current> => {
    const owner = {};
    const life = { isDead: false };
    const timer: Timer = { at: (ms, wake) => time.at(ms, () => { if (!life.isDead) wake(); }) };
    const quiet = (): void => undefined;
    const host = createHost({
      build: thisBuild, journal: slowly(memoryJournal(disk), scheduler, life), wall: time, timer, locks: locks.of(owner), log: { info: quiet, warn: quiet, error: quiet },
      instance: baseRig, phoneNumbers: plainNumbers, loadStory: () => Promise.resolve({ ok: false, detail: '' }), drawSeed: () => 1, sleepGapMs: 5000, snapshotAfter: 3, singleTab: false,
    });
    const connect = (port: Port<FromHost>): void => {
      host.connect({
        post: (message) => { if (!life.isDead) port.post(message); },
        listen: (listener) => { port.listen((message) => { if (!life.isDead) listener(message); }); },
        close: port.close,
      });
    };
    return { host: { connect, stop: host.stop }, die: () => {
      life.isDead = true;
      locks.kill(owner);
    } };
  };

  const openTab = (audience: Audience): RigTab => {
    tabs += 1;
    const name = `tab-${tabs}`;
    const owner = {};
    let close = (): void => undefined;
    const center = createHostedCenter({
      audience, build: thisBuild, genesis: held, tabId: name, wall: time, timer: time, locks: locks.of(owner), newId: () => `id-${(names += 1)}`,
      transports: [{
        kind: 'sharedWorker',
        connect: () => {
          const [near, far] = slowChannel<ToHost, FromHost>(scheduler, name);
          close = near.close;
          current ??= startHost();
          current.host.connect(far);
          return Promise.resolve(near);
        },
        close: () => undefined,
      }],
    });
    return { ...watchTab(center), die: () => {
      close();
      locks.kill(owner);
    } };
  };

  return {
    time, disk, openTab,
    killHost: () => {
      const dying = current;
      current = null;
      dying?.die();
    },
    comeToRest: async (seconds) => {
      for (let left = seconds; left >= 0; left -= 1) {
        await scheduler.waitIdle();
        time.advance(1000);
      }
      await scheduler.waitIdle();
    },
  };
}

/** Writes begin and end when it is their turn; those of a dead host do not begin, and nobody hears of their end. */
function slowly(journal: Journal, scheduler: Scheduler, life: { readonly isDead: boolean }): Journal {
  const turn = async (label: string): Promise<void> => {
    await scheduler.schedule(Promise.resolve(), label);
    if (life.isDead) await new Promise(() => undefined);
  };
  const write = async <T>(label: string, act: () => Promise<T>): Promise<T> => {
    await turn(`${label} begins`);
    const written = await act();
    await turn(`${label} ends`);
    return written;
  };
  return { ...journal, claim: (build) => write('claim', () => journal.claim(build)), append: (batch) => write('append', () => journal.append(batch)), begin: (batch) => write('begin', () => journal.begin(batch)) };
}

/** Two ends of a channel whose messages arrive in order, each when it is its turn. */
function slowChannel<Left, Right>(scheduler: Scheduler, name: string): readonly [Port<Left>, Port<Right>] {
  const hearing: ((message: unknown) => void)[] = [() => undefined, () => undefined];
  const kept: unknown[][] = [[], []];
  let isOpen = true;
  const deliver = async (to: 0 | 1, verb: string): Promise<void> => {
    await scheduler.schedule(Promise.resolve(), `${name} ${verb}`);
    const next = kept[to]?.shift();
    if (isOpen) hearing[to]?.(next);
  };
  const port = <Out>(mine: 0 | 1): Port<Out> => {
    const other = mine === 0 ? 1 : 0;
    return {
      post: (message) => {
        if (!isOpen) return;
        kept[other]?.push(structuredClone(message));
        void deliver(other, mine === 0 ? 'asks' : 'hears');
      },
      listen: (listener) => {
        hearing[mine] = listener;
      },
      close: () => {
        isOpen = false;
      },
    };
  };
  return [port<Left>(0), port<Right>(1)];
}
