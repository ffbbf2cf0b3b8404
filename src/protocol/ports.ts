/*
 * The few things of the outside world that both a tab and the host need. They are declared here, below both, and
 * implemented once: for the browser in host/wall-clock.ts and host/web-locks.ts, for tests in testing/.
 */

/** One end of a two-way path between a tab and its host. Messages keep their order; what arrives is to be parsed. */
export interface Port<Out> {
  readonly post: (message: Out) => void;
  /** Starts delivery; one listener. */
  readonly listen: (listener: (message: unknown) => void) => void;
  readonly close: () => void;
}

/** The wall: epoch milliseconds. It may jump forward after a sleep, and back when somebody sets the computer's clock. */
export interface WallClock {
  readonly now: () => number;
}

/** Wakes once at a wall instant (at once when it is past); the returned function cancels. May be late, never early. */
export interface Timer {
  readonly at: (wallMs: number, wake: () => void) => () => void;
}

/** How a lock is asked for. */
export interface LockRequest {
  /** Takes the lock from whoever has it, at once. */
  readonly steal?: boolean;
  /** Called once, when the lock is ours. */
  readonly held: () => void;
  /** Called when somebody has stolen it from us. */
  readonly lost?: () => void;
}

/**
 * Named locks shared by all tabs and workers of this origin (Web Locks). The browser frees a lock when its holder
 * dies, however it dies, which is how tabs and host learn of each other's end.
 */
export interface Locks {
  /** Queues for a lock; the returned function leaves the queue or lets go of the lock. */
  readonly request: (name: string, request: LockRequest) => () => void;
}

/** The lock a tab holds while it lives. */
export const tabLock = (tabId: string): string => `ringback-tab:${tabId}`;
/** The lock the host holds while it lives; tabs queue on it. */
export const ENGINE_LOCK = 'ringback-engine';
/** The lock whose holder runs the host when there is no SharedWorker. */
export const LEADER_LOCK = 'ringback-leader';

/** What a MessagePort and a BroadcastChannel have in common, in browsers and in Node. */
export interface MessageEnd {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  removeEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  /** A MessagePort keeps what comes until it is told to start. */
  start?(): void;
  close(): void;
}

/** A path over a browser's own message port or broadcast channel. */
export function portOver<Out>(end: MessageEnd): Port<Out> {
  let hear: ((event: { readonly data: unknown }) => void) | null = null;
  return {
    post: (message) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port, not a window: it has no origin to name
      end.postMessage(message);
    },
    listen: (listener) => {
      hear = ({ data }) => {
        listener(data);
      };
      end.addEventListener('message', hear);
      end.start?.();
    },
    close: () => {
      if (hear) end.removeEventListener('message', hear);
      end.close();
    },
  };
}
