/*
 * The contact center as our own host runs it, seen from a tab. Listens first, then greets; what is asked before the
 * first snapshot waits; when the host dies, or a message is missing, it greets again and what is still unanswered is
 * sent once more under the same id.
 */
import type { Audience, Build, CenterQuery, FromHost, Genesis, Reply, TabCommand, ToHost } from '../../protocol/envelope.ts';
import { PROTOCOL } from '../../protocol/envelope.ts';
import { parseFromHost } from '../../protocol/parse.ts';
import { applyPatch } from '../../protocol/patch.ts';
import { ENGINE_LOCK, tabLock, type Locks, type Port, type Timer, type WallClock } from '../../protocol/ports.ts';
import type { LiveTables } from '../../protocol/views.ts';
import type { CenterMessage, ContactCenter, LinkState } from '../contact-center.ts';
import { createPending } from './pending.ts';
import type { Transport } from './transport.ts';

/** How often the host is asked whether it lives, where its lock does not tell, and how many silences mean that it does not. */
const PING_MS = 20_000;
const SILENCES_MAX = 3;

export interface HostedOptions {
  readonly audience: Audience;
  readonly build: Build;
  readonly genesis: Genesis;
  readonly tabId: string;
  /** Best first; when one fails the next is tried. */
  readonly transports: readonly Transport[];
  readonly wall: WallClock;
  readonly timer: Timer;
  readonly locks: Locks | null;
  /** A name that nobody else gives: for commands and queries. */
  readonly newId: () => string;
}

/** What the page tells the center of its own comings and goings. */
export interface HostedCenter extends ContactCenter {
  /** The page has come back to the front: a host that shares its throttling is to look at the wall at once. */
  readonly nudge: () => void;
  /** The page is put away, for good or until `resume`: somebody else is to ring. */
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Connects at once; listeners hear of it. */
export function createHostedCenter(options: HostedOptions): HostedCenter {
  const { audience, build, genesis, tabId, locks, timer, wall } = options;
  const listeners = new Set<(message: CenterMessage) => void>();
  const transports = [...options.transports];
  let link: LinkState = { state: 'connecting' };
  let tables: LiveTables | null = null;
  let port: Port<ToHost> | null = null;
  /** Counts connections, so that what an old one still says is not heard. */
  let connection = 0;
  let epoch = 0;
  let seq = 0;
  let isSynced = false;
  let isClosed = false;
  let silences = 0;
  let stopWatching = (): void => undefined;
  let stopPinging = (): void => undefined;

  const tell = (message: CenterMessage): void => {
    for (const listener of listeners) listener(message);
  };
  const setLink = (next: LinkState): void => {
    link = next;
    tell({ kind: 'link', link });
  };
  const commands = createPending<TabCommand, Reply>({
    wall, timer,
    post: (id, command) => port?.post({ kind: 'command', id, command }),
    // Once more under the same id, in case the first was lost; after that the asker is told.
    gaveUp: () => ({ ok: false, code: 'NO_ANSWER', detail: {} }),
  });
  const queries = createPending<CenterQuery, unknown>({
    wall, timer,
    post: (id, query) => port?.post({ kind: 'query', id, query }),
    gaveUp: () => new NoAnswer(),
  });

  const greet = (): void => {
    isSynced = false;
    port?.post({ kind: 'hello', protocol: PROTOCOL, build, tabId, audience, genesis });
  };

  const connect = async (): Promise<void> => {
    connection += 1;
    const mine = connection;
    port?.close();
    port = null;
    commands.hold();
    queries.hold();
    stopWatching();
    const transport = transports[0];
    if (!transport) {
      setLink({ state: 'failed', detail: 'no way to the contact center is left' });
      return;
    }
    const isMine = (): boolean => mine === connection && !isClosed;
    const lost = (): void => {
      if (!isMine()) return;
      // A path that broke before anything came over it will not get better: the next kind is tried.
      if (tables === null && link.state === 'connecting' && transport.kind === 'sharedWorker') nextTransport();
      else reconnect();
    };
    try {
      const opened = await transport.connect(lost);
      if (!isMine()) {
        opened.close();
        return;
      }
      port = opened;
      opened.listen((raw) => {
        if (isMine()) receive(raw);
      });
      greet();
      // Until the first welcome nothing else tells that the host has died: a host that is still opening answers this.
      ping();
    } catch (cause) {
      if (!isMine()) return;
      if (transports.length === 1) setLink({ state: 'failed', detail: String(cause) });
      else nextTransport();
    }
  };

  const nextTransport = (): void => {
    transports.shift()?.close();
    void connect();
  };

  const reconnect = (): void => {
    if (isClosed) return;
    setLink({ state: 'connecting' });
    void connect();
  };

  const receive = (raw: unknown): void => {
    const read = parseFromHost(raw);
    if (!read.ok) return;
    silences = 0;
    const message = read.value;
    switch (message.kind) {
      case 'welcome':
        welcome(message);
        return;
      case 'patch': {
        if (!isSynced) return;
        if (message.epoch !== epoch || message.patch.seq !== seq + 1) {
          greet();
          return;
        }
        seq = message.patch.seq;
        tables = tables && applyPatch(tables, message.patch);
        tell({ kind: 'patch', patch: message.patch });
        return;
      }
      case 'hint':
        tell({ kind: 'hints', hints: message.hints });
        return;
      case 'reply':
        commands.settle(message.id, message.reply);
        return;
      case 'answer':
        queries.settle(message.id, message.answer);
        return;
      case 'otherBuild':
        setLink({ state: 'otherBuild', newer: message.newer });
        // A host of another build says no more, and only a reload helps: its silence means nothing.
        stopPinging();
        commands.refuseAll({ ok: false, code: 'OTHER_BUILD', detail: {} });
        return;
      case 'refused':
        setLink(message.why === 'journalCorrupt' ? { state: 'journalCorrupt', detail: message.detail } : { state: 'refused', why: message.why, detail: message.detail });
        // The host does not serve, but answers: what is kept can be asked for, and a fresh start.
        release();
        return;
      case 'pong':
      case 'log':
        return;
    }
  };

  const welcome = (message: Extract<FromHost, { readonly kind: 'welcome' }>): void => {
    epoch = message.epoch;
    seq = message.seq;
    tables = message.tables;
    isSynced = true;
    const transport = transports[0];
    if (link.state !== 'ready' && transport) setLink({ state: 'ready', transport: transport.kind });
    tell({ kind: 'snapshot', tables });
    release();
    watch(message.holdsLock);
  };

  /** The host has answered: what waited is sent. */
  const release = (): void => {
    commands.send(connection);
    queries.send(connection);
  };

  /**
   * From the first welcome on the host's end is watched for by its lock; before that, nobody may hold it. A welcome can
   * come from a host that has died meanwhile, and whose lock is another's by now: so it is asked for a sign of life too.
   */
  const watch = (holdsLock: boolean): void => {
    stopWatching();
    ping();
    if (!locks || !holdsLock) return;
    stopWatching = locks.request(ENGINE_LOCK, {
      held: () => {
        // The host is gone. Let go before anything else, so that the other tabs learn of it and a new host is free.
        stopWatching();
        reconnect();
      },
    });
  };

  const ping = (): void => {
    stopPinging();
    stopPinging = timer.at(wall.now() + PING_MS, () => {
      silences += 1;
      if (silences > SILENCES_MAX) {
        silences = 0;
        reconnect();
        return;
      }
      port?.post({ kind: 'ping' });
      ping();
    });
  };

  const ask = (query: CenterQuery): Promise<unknown> =>
    queries.add(options.newId(), query, canSend() ? connection : null).then((found) => {
      if (found instanceof NoAnswer) throw found;
      return found;
    });
  const send = (command: TabCommand, id = options.newId()): Promise<Reply> => {
    if (isClosed) return Promise.resolve({ ok: false, code: 'CLOSED', detail: {} });
    if (link.state === 'otherBuild') return Promise.resolve({ ok: false, code: 'OTHER_BUILD', detail: {} });
    return commands.add(id, command, canSend() ? connection : null);
  };
  const canSend = (): boolean => port !== null && (isSynced || link.state === 'refused' || link.state === 'journalCorrupt');

  /** The tab's own lock first: a host that heard of the tab before would take it for dead. */
  let letGo = (): void => undefined;
  if (locks) letGo = locks.request(tabLock(tabId), { held: () => void connect() });
  else void connect();

  return {
    audience,
    subscribe: (listener) => {
      listeners.add(listener);
      listener({ kind: 'link', link });
      if (tables !== null && isSynced) listener({ kind: 'snapshot', tables });
      return () => {
        listeners.delete(listener);
      };
    },
    send,
    query: ask,
    salvage: async () => String(await ask({ type: 'salvage' })),
    startAfresh: async () => {
      const reply = await send({ type: 'lab.startAfresh' });
      if (!reply.ok) throw new Error(reply.code);
    },
    nudge: () => {
      if (isSynced) port?.post({ kind: 'ping' });
    },
    pause: () => {
      port?.post({ kind: 'bye' });
      isSynced = false;
    },
    resume: reconnect,
    close: () => {
      if (isClosed) return;
      isClosed = true;
      port?.post({ kind: 'bye' });
      port?.close();
      stopWatching();
      stopPinging();
      commands.refuseAll({ ok: false, code: 'CLOSED', detail: {} });
      queries.refuseAll(new NoAnswer());
      for (const transport of transports) transport.close();
      letGo();
      listeners.clear();
    },
  };
}

/** The host did not answer a question. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
