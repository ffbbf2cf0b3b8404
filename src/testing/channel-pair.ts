import type { Port } from '../protocol/ports.ts';

/** Two ends of a message channel in one process: messages are copied, keep their order, and arrive a moment later. */
export function channelPair<Left, Right>(): readonly [Port<Left>, Port<Right>] {
  const left = end();
  const right = end();
  return [left.towards(right), right.towards(left)];
}

/** A broadcast channel of one origin: what one end says, all others hear. */
export interface BroadcastHub {
  readonly open: () => Port<unknown>;
}

/** A channel nobody has opened yet. */
export function broadcastHub(): BroadcastHub {
  const ends = new Set<End>();
  return {
    open: () => {
      const mine = end();
      ends.add(mine);
      return {
        post: (message) => {
          for (const other of ends) if (other !== mine) other.deliver(message);
        },
        listen: mine.listen,
        close: () => {
          ends.delete(mine);
        },
      };
    },
  };
}

interface End {
  readonly deliver: (message: unknown) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
  readonly towards: <Out>(other: End) => Port<Out>;
}

function end(): End {
  let hear: ((message: unknown) => void) | null = null;
  const kept: unknown[] = [];
  const flush = (): void => {
    const listener = hear;
    if (listener) for (const message of kept.splice(0)) listener(message);
  };
  const mine: End = {
    deliver: (message) => {
      kept.push(structuredClone(message));
      queueMicrotask(flush);
    },
    listen: (listener) => {
      hear = listener;
      queueMicrotask(flush);
    },
    towards: (other) => {
      let isOpen = true;
      return {
        post: (message) => {
          if (isOpen) other.deliver(message);
        },
        listen: mine.listen,
        close: () => {
          isOpen = false;
          hear = null;
        },
      };
    },
  };
  return mine;
}
