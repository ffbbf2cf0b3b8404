import type { MessageEnd } from '../protocol/ports.ts';

/** Two ends of a message channel in one process: messages are copied, keep their order, and arrive a moment later. */
export function channelPair(): readonly [MessageEnd, MessageEnd] {
  const [left, right] = [end(), end()];
  left.target = right;
  right.target = left;
  return [left, right];
}

/** A broadcast channel of one origin: what one end says, all others hear. */
export interface BroadcastHub {
  readonly open: () => MessageEnd;
}

/** A channel nobody has opened yet. */
export function broadcastHub(): BroadcastHub {
  const ends = new Set<MessageEnd>();
  return {
    open: () => {
      const mine: MessageEnd = {
        onmessage: null,
        postMessage: (message) => {
          for (const other of ends) if (other !== mine) deliver(other, message);
        },
        close: () => {
          ends.delete(mine);
        },
      };
      ends.add(mine);
      return mine;
    },
  };
}

type PairEnd = MessageEnd & { target: MessageEnd | null };

function end(): PairEnd {
  const mine: PairEnd = {
    target: null,
    onmessage: null,
    postMessage: (message) => {
      if (mine.target) deliver(mine.target, message);
    },
    close: () => {
      mine.target = null;
    },
  };
  return mine;
}

function deliver(to: MessageEnd, message: unknown): void {
  const data: unknown = structuredClone(message);
  queueMicrotask(() => to.onmessage?.({ data }));
}
