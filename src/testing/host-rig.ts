import { createHostedCenter } from '../backends/hosted/hosted-center.ts';
import type { Transport } from '../backends/hosted/transport.ts';
import type { ContactCenter, LinkState } from '../backends/contact-center.ts';
import { createHost, type Host, type HostOptions } from '../host/center-host.ts';
import { emptyDisk, memoryJournal, type MemoryDisk } from '../host/journal-memory.ts';
import type { Audience, Build, FromHost, Genesis, Reply, TabCommand, ToHost } from '../protocol/envelope.ts';
import { applyPatch } from '../protocol/patch.ts';
import type { Port, Timer } from '../protocol/ports.ts';
import type { LiveTables } from '../protocol/views.ts';
import { baseRig, plainNumbers } from './builders.ts';
import { channelPair } from './channel-pair.ts';
import { fakeLocks, type FakeLocks } from './fake-locks.ts';
import { fakeTime, type FakeTime } from './fake-time.ts';

/** 2024-01-10T11:30:00Z: the wall at the start of a test. */
export const WALL_MS = 1_704_886_200_000;

/** A browser in memory: one wall, one storage, one set of locks; hosts and tabs come and go in it. */
export interface Rig {
  readonly time: FakeTime;
  readonly locks: FakeLocks;
  readonly disk: MemoryDisk;
  readonly logged: string[];
  /** The parts of a host in this browser. */
  readonly parts: (change?: Partial<HostOptions>) => HostOptions;
  /** Starts a host, as the browser does with a worker. */
  readonly startHost: (change?: Partial<HostOptions>) => RigHost;
  /** Opens a tab that connects to whichever host `current` names at the time. */
  readonly openTab: (audience: Audience, current: () => Host, change?: { readonly build?: Build; readonly genesis?: Genesis }) => RigTab;
  /** Lets time pass in small steps, with everything in between delivered, written and shown. */
  readonly pass: (ms: number) => Promise<void>;
}

export interface RigHost extends Host {
  /** The host is gone without a word. */
  readonly die: () => void;
}

export interface RigTab {
  readonly center: ContactCenter;
  /** What the tab shows: kept by its own patches, as the store would. */
  readonly tables: () => LiveTables;
  readonly link: () => LinkState;
  readonly links: readonly LinkState['state'][];
  readonly snapshots: () => number;
  readonly send: (command: TabCommand, id?: string) => Promise<Reply>;
  /** The tab is closed, crashed or reloaded without a word. */
  readonly die: () => void;
}

export const thisBuild: Build = { id: 'this', atMs: 1000 };
const plainGenesis: Genesis = { seed: 1, startsAtMs: null, speed: null };

/** An empty browser. */
export function createRig(): Rig {
  const time = fakeTime(WALL_MS);
  const locks = fakeLocks();
  const disk = emptyDisk();
  const logged: string[] = [];
  const log = (text: string): void => void logged.push(text);
  let tabs = 0;
  let names = 0;

  const parts = (change: Partial<HostOptions> = {}): HostOptions => ({
    build: thisBuild, journal: memoryJournal(disk), wall: time, timer: time, locks: null,
    log: { info: log, warn: log, error: log }, instance: baseRig, phoneNumbers: plainNumbers,
    loadStory: () => Promise.resolve({ ok: false, detail: 'no stories here' }), drawSeed: () => 1, sleepGapMs: 5000, snapshotAfter: 2000, singleTab: false,
    ...change,
  });

  const startHost = (change: Partial<HostOptions> = {}): RigHost => {
    const owner = {};
    // A dead worker hears nothing, says nothing, and its timers never fire.
    let isDead = false;
    const timer: Timer = { at: (ms, wake) => time.at(ms, () => { if (!isDead) wake(); }) };
    const host = createHost(parts({ timer, locks: locks.of(owner), ...change }));
    return {
      connect: (port) => {
        host.connect({
          post: (message) => { if (!isDead) port.post(message); },
          listen: (listener) => { port.listen((message) => { if (!isDead) listener(message); }); },
          close: port.close,
        });
      },
      stop: host.stop,
      die: () => {
        isDead = true;
        locks.kill(owner);
      },
    };
  };

  const openTab: Rig['openTab'] = (audience, current, change = {}) => {
    tabs += 1;
    const owner = {};
    let ends: Port<ToHost> | null = null;
    const transport: Transport = {
      kind: 'sharedWorker',
      connect: () => {
        const [near, far] = channelPair<ToHost, FromHost>();
        ends = near;
        current().connect(far);
        return Promise.resolve(near);
      },
      close: () => undefined,
    };
    const center = createHostedCenter({
      audience, build: change.build ?? thisBuild, genesis: change.genesis ?? plainGenesis, tabId: `tab-${tabs}`, transports: [transport],
      wall: time, timer: time, locks: locks.of(owner),
      newId: () => `id-${(names += 1)}`,
    });
    return { ...watchTab(center), die: () => {
      ends?.close();
      locks.kill(owner);
    } };
  };

  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 1000) {
      time.advance(Math.min(left, 1000));
      await settled();
    }
  };

  return { time, locks, disk, logged, parts, startHost, openTab, pass };
}

/** Everything that is on its way arrives: microtasks and immediate work are done. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 10; round += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Follows what a center tells, as the store does. */
export function watchTab(center: ContactCenter): Omit<RigTab, 'die'> {
  let tables: LiveTables | null = null;
  let link: LinkState = { state: 'connecting' };
  let snapshots = 0;
  const links: LinkState['state'][] = [];
  center.subscribe((message) => {
    if (message.kind === 'snapshot') {
      tables = message.tables;
      snapshots += 1;
    }
    if (message.kind === 'patch' && tables) tables = applyPatch(tables, message.patch);
    if (message.kind === 'link') {
      link = message.link;
      links.push(link.state);
    }
  });
  return {
    center,
    tables: () => {
      if (!tables) throw new Error(`no snapshot yet: ${JSON.stringify(link)}`);
      return tables;
    },
    link: () => link,
    links,
    snapshots: () => snapshots,
    send: center.send,
  };
}
