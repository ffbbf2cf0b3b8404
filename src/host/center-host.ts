/*
 * The host: opens the journal, admits tabs, hands what they ask to the single writer, and shows them what came of it.
 * Platform-free; the entries build its ports.
 */
import type { Instance, PhoneNumberRules } from '../engine/index.ts';
import type { Build, FromHost, Genesis, Reply, ToHost } from '../protocol/envelope.ts';
import { PROTOCOL } from '../protocol/envelope.ts';
import { parseGreeting, parseToHost } from '../protocol/parse.ts';
import type { Locks, Port, Timer, WallClock } from '../protocol/ports.ts';
import { ENGINE_LOCK } from '../protocol/ports.ts';
import { answer } from './answer.ts';
import { obey } from './commands.ts';
import type { LoadStory } from './driver.ts';
import { beginFresh, beginKept, type Beginning } from './genesis.ts';
import { allHints, hintsOf } from './hints.ts';
import { memoryJournal } from './journal-memory.ts';
import { createMetricHints, touchesTrails } from './metric-hints.ts';
import { createNotices } from './notices.ts';
import type { Claim, Journal, Log } from './ports.ts';
import { createRoom, type Guest } from './room.ts';
import { createWriter, type Writer, type WriterEvents } from './writer.ts';

export interface HostOptions {
  readonly build: Build;
  readonly journal: Journal;
  readonly wall: WallClock;
  readonly timer: Timer;
  /** Null where the browser has none. */
  readonly locks: Locks | null;
  readonly log: Log;
  /** The center of a fresh start. */
  readonly instance: () => Instance;
  readonly phoneNumbers: PhoneNumberRules;
  readonly loadStory: LoadStory;
  readonly drawSeed: () => number;
  /** A wake-up later than this means that the computer slept: short in a worker, longer in a page, whose timers are throttled. */
  readonly sleepGapMs: number;
  /** After how many commits the first snapshot is kept. */
  readonly snapshotAfter: number;
  /** The host lives in the only tab and ends with it. */
  readonly singleTab: boolean;
}

/** The contact center, for whoever connects. */
export interface Host {
  readonly connect: (port: Port<FromHost>) => void;
  readonly stop: () => void;
}

/** How long an overtaken host, or the tabs of a dead one, may keep the lock. */
const LOCK_MS_MAX = 1000;

/** Where the host is in its life. */
type Life =
  | { readonly name: 'opening' }
  | { readonly name: 'empty'; readonly epoch: number }
  | { readonly name: 'running'; readonly epoch: number; readonly writer: Writer }
  | { readonly name: 'corrupt'; readonly epoch: number; readonly detail: string }
  /** Another build writes: tabs are told to reload. */
  | { readonly name: 'otherBuild'; readonly build: Build }
  | { readonly name: 'stopped'; readonly epoch: number; readonly writer: Writer | null };

/** Opens the journal and waits for tabs. */
export function createHost(options: HostOptions): Host {
  const { build, wall, timer, locks, log, phoneNumbers } = options;
  let journal = options.journal;
  let life: Life = { name: 'opening' };
  /** The center was put in the place of another: whatever was looked up is out of date. */
  let isReplaced = false;
  const notices = createNotices();
  if (options.singleTab) notices.put('singleTab');

  const room = createRoom({
    locks,
    wallNow: wall.now,
    changed: () => {
      if (life.name === 'running') life.writer.ask({ run: () => () => undefined, stopped: () => undefined });
    },
  });

  const metricHints = createMetricHints(() => {
    room.hint(['metrics']);
  }, wall.now, timer);
  const trailHints = createMetricHints(() => {
    room.hint(['flow-trails']);
  }, wall.now, timer, touchesTrails);

  const show = (): void => {
    if (life.name !== 'running' && life.name !== 'stopped') return;
    const { writer, epoch } = life;
    if (writer === null) return;
    const run = writer.run();
    const scenario = run.driver()?.view(run.engine.center) ?? null;
    const clock = { ...writer.pacemaker().anchor(), nextDueAtMs: run.nextDueAtMs() };
    room.show({ center: run.engine.center, index: run.index }, { clock, scenario, notices: notices.list() }, { epoch, build, holdsLock: locks !== null });
  };

  const toldToReload = (by: Build): void => {
    life = { name: 'otherBuild', build: by };
    room.tell({ kind: 'otherBuild', build: by, newer: newerOf(by, build) });
  };

  const stopWith = (why: string): void => {
    log.error(why);
    life = { name: 'stopped', epoch: 'epoch' in life ? life.epoch : 0, writer: life.name === 'running' ? life.writer : null };
    notices.put('stopped');
    room.tellNotices(notices.list());
  };

  const events: WriterEvents = {
    replaced: () => {
      isReplaced = true;
      if (life.name === 'running') room.readmit(life.writer.run().engine.center, phoneNumbers);
    },
    committed: (commits) => {
      show();
      room.hint(isReplaced ? allHints : hintsOf(commits));
      metricHints.after(commits);
      trailHints.after(commits);
      isReplaced = false;
    },
    storage: (fault) => {
      notices.clear('memoryOnly');
      notices.clear('journalFull');
      if (fault !== null) notices.put(fault === 'full' ? 'journalFull' : 'memoryOnly');
    },
    jumped: (ms) => {
      log.info(`the wall was not seen for ${ms} ms`);
      notices.put('clockJumped', ms);
    },
    overtaken: (by) => {
      if (by && by.id !== build.id) toldToReload(by);
      else stopWith('another host writes the journal; this one stops');
    },
    broken: (cause) => {
      stopWith(`stopped, since going on would falsify records: ${String(cause)}`);
    },
  };

  /** Sets the center to work, once nobody can take this host for dead. */
  const start = (beginning: Beginning, epoch: number): void => {
    life = { name: 'opening' };
    const begin = (): void => {
      const writer = createWriter({ build, journal, wall, timer, log, sleepGapMs: options.sleepGapMs, snapshotAfter: options.snapshotAfter, events }, beginning);
      life = { name: 'running', epoch, writer };
      room.readmit(writer.run().engine.center, phoneNumbers);
      // The first tick keeps the genesis, or catches up with the wall, before anybody is shown anything.
      writer.ask({ run: () => () => undefined, stopped: () => undefined });
    };
    if (!locks) {
      begin();
      return;
    }
    // Tabs queue on this lock to learn of the host's end. A host that comes after a dead one stands behind them, so that
    // each of them is told; one that still holds the lock has been overtaken at the fence and is robbed.
    const lost = (): void => {
      // Asking for a write finds out, at the fence, whether another host has taken over.
      if (life.name === 'running') life.writer.checkFence();
    };
    let stopWaiting = (): void => undefined;
    const leave = locks.request(ENGINE_LOCK, {
      held: () => {
        stopWaiting();
        begin();
      },
      lost,
    });
    stopWaiting = timer.at(wall.now() + LOCK_MS_MAX, () => {
      leave();
      locks.request(ENGINE_LOCK, { steal: true, held: begin, lost });
    });
  };

  const startFresh = (epoch: number, wish: Genesis): void => {
    const wallMs = wall.now();
    start(beginFresh({
      seed: wish.seed ?? options.drawSeed(), startsAtMs: wish.startsAtMs ?? wallMs, speed: wish.speed ?? 1, wallMs,
      instance: options.instance(), phoneNumbers, driver: null, story: null,
    }), epoch);
  };

  const settle = async (claim: Claim): Promise<void> => {
    switch (claim.state) {
      case 'empty':
        life = { name: 'empty', epoch: claim.epoch };
        break;
      case 'kept':
        try {
          start(await beginKept(claim, { read: journal.read, phoneNumbers, loadStory: options.loadStory, log }), claim.epoch);
        } catch (cause) {
          life = { name: 'corrupt', epoch: claim.epoch, detail: String(cause) };
        }
        break;
      case 'corrupt':
        life = { name: 'corrupt', epoch: claim.epoch, detail: claim.detail };
        break;
      case 'newerBuild':
        toldToReload(claim.build);
        break;
      case 'unavailable':
        log.warn(`no storage, the center lives in memory: ${claim.detail}`);
        notices.put('memoryOnly');
        journal = memoryJournal();
        await journal.claim(build);
        // Another life, another epoch: without storage only the wall tells them apart.
        life = { name: 'empty', epoch: Math.trunc(wall.now()) };
        break;
    }
    for (const guest of room.guests()) receive(guest);
  };

  /** Lets a tab in that has said who it is, or tells it why not. */
  const receive = (guest: Guest): void => {
    switch (life.name) {
      case 'opening':
        return;
      case 'empty':
        // The start readmits everyone in the room.
        startFresh(life.epoch, guest.genesis);
        return;
      case 'corrupt':
        guest.session.post({ kind: 'refused', why: 'journalCorrupt', detail: life.detail });
        return;
      case 'otherBuild':
        guest.session.post({ kind: 'otherBuild', build: life.build, newer: newerOf(life.build, build) });
        return;
      case 'running': {
        const { writer } = life;
        writer.ask({
          run: () => {
            room.admit(guest, writer.run().engine.center, phoneNumbers);
            return () => undefined;
          },
          stopped: () => undefined,
        });
        return;
      }
      case 'stopped':
        if (life.writer) room.admit(guest, life.writer.run().engine.center, phoneNumbers);
        show();
    }
  };

  const command = (guest: Guest, { id, command: wish }: Extract<ToHost, { readonly kind: 'command' }>): void => {
    const reply = (to: Reply): void => {
      guest.session.post({ kind: 'reply', id, reply: to });
    };
    const stopped = (): void => {
      reply({ ok: false, code: 'STOPPED', detail: {} });
    };
    if (life.name === 'corrupt' && wish.type === 'lab.startAfresh') {
      void startAfresh(life.epoch, guest).then(reply, stopped);
      return;
    }
    if (life.name !== 'running') {
      stopped();
      return;
    }
    const bench = {
      writer: life.writer, mastership: room.mastership, phoneNumbers, instance: options.instance, loadStory: options.loadStory, wallNow: wall.now,
    };
    life.writer.ask({
      run: async () => {
        const viewer = guest.session.viewer();
        const made = viewer === null
          ? ({ ok: false, code: 'NOT_ALLOWED', detail: {} } as const)
          : await obey(bench, { tabId: guest.session.tabId, viewer }, id, wish);
        return () => {
          reply(made);
        };
      },
      stopped,
    });
  };

  const query = (guest: Guest, { id, query: asked }: Extract<ToHost, { readonly kind: 'query' }>): void => {
    const give = (found: unknown): void => {
      guest.session.post({ kind: 'answer', id, answer: found });
    };
    const failed = (cause: unknown): void => {
      log.error(`${asked.type} could not be answered: ${String(cause)}`);
      give(null);
    };
    if (asked.type === 'salvage') {
      void journal.salvage().then(give, failed);
      return;
    }
    const writer = 'writer' in life ? life.writer : null;
    if (writer === null) {
      give(null);
      return;
    }
    const say = (): void => {
      void new Promise((found) => { found(answer(asked, writer, journal)); }).then(give, failed);
    };
    // Between two ticks, so that nothing is told that is not kept; a host that has stopped tells what it had.
    writer.ask({ run: () => say, stopped: say });
  };

  const startAfresh = async (epoch: number, guest: Guest): Promise<Reply> => {
    const aside = await journal.setAside(wall.now());
    if (!aside.ok) return { ok: false, code: 'STORAGE_FAILED', detail: { why: aside.why } };
    startFresh(epoch, guest.genesis);
    return { ok: true, seq: 0 };
  };

  const greet = (port: Port<FromHost>, raw: unknown, before: Guest | null): Guest | null => {
    const greeting = parseGreeting(raw);
    if (!greeting) return before;
    if (greeting.protocol !== PROTOCOL || greeting.build.id !== build.id) {
      const newer = newerOf(build, greeting.build);
      port.post({ kind: 'otherBuild', build, newer });
      // Tabs of this build learn that a newer one is about.
      if (newer === 'tab') {
        notices.put('otherBuild');
        room.changed();
      }
      return before;
    }
    const hello = parseToHost(raw);
    if (!hello.ok || hello.value.kind !== 'hello') return before;
    const guest = room.enter(port, hello.value);
    receive(guest);
    return guest;
  };

  const connect = (port: Port<FromHost>): void => {
    let guest: Guest | null = null;
    port.listen((raw) => {
      if (isHello(raw)) {
        guest = greet(port, raw, guest);
        return;
      }
      const message = parseToHost(raw);
      if (!guest) return;
      if (!message.ok) {
        log.warn(`a message from a tab was not understood: ${message.fault}`);
        if (message.id !== null) port.post({ kind: 'reply', id: message.id, reply: { ok: false, code: 'NOT_UNDERSTOOD', detail: { fault: message.fault } } });
        return;
      }
      room.heardFrom(guest);
      switch (message.value.kind) {
        case 'command':
          command(guest, message.value);
          return;
        case 'query':
          query(guest, message.value);
          return;
        case 'ping':
          port.post({ kind: 'pong' });
          // A page that comes back from the background finds a host that has caught up with the wall.
          room.changed();
          return;
        case 'bye':
          room.leave(guest);
          guest = null;
          return;
        case 'hello':
          return;
      }
    });
  };

  void journal.claim(build).then(settle, (cause: unknown) => settle({ state: 'unavailable', detail: String(cause) }));

  return {
    connect,
    stop: () => {
      if (life.name === 'running') life.writer.stop();
      journal.close();
    },
  };
}

const isHello = (raw: unknown): boolean => typeof raw === 'object' && raw !== null && 'kind' in raw && raw.kind === 'hello';

/** Which side is the newer: `host` when the first build is. */
const newerOf = (host: Build, tab: Build): 'host' | 'tab' => (host.atMs >= tab.atMs ? 'host' : 'tab');
