import type { LockRequest, Locks } from '../protocol/ports.ts';

interface Waiting {
  readonly request: LockRequest;
  readonly owner: object;
}

/** Web Locks of one origin, in memory: first come, first served, and all of an owner's locks are freed by its death. */
export interface FakeLocks {
  /** The locks as one tab or worker sees them. */
  readonly of: (owner: object) => Locks;
  /** The owner is gone, without a word: closed, crashed or reloaded. */
  readonly kill: (owner: object) => void;
}

/** An origin without holders. As in a browser, a granted lock is told of a moment later, never within the request. */
export function fakeLocks(): FakeLocks {
  const queues = new Map<string, Waiting[]>();
  const told = new Set<Waiting>();

  const tellHead = (name: string): void => {
    const head = queues.get(name)?.[0];
    if (!head || told.has(head)) return;
    told.add(head);
    queueMicrotask(() => {
      if (queues.get(name)?.[0] === head) head.request.held();
    });
  };
  const leave = (name: string, waiting: Waiting): void => {
    const queue = queues.get(name) ?? [];
    const at = queue.indexOf(waiting);
    if (at < 0) return;
    queue.splice(at, 1);
    tellHead(name);
  };

  return {
    of: (owner) => ({
      request: (name, request) => {
        const queue = queues.get(name) ?? [];
        queues.set(name, queue);
        const waiting = { request, owner };
        if (request.steal) {
          const robbed = queue[0] && told.has(queue[0]) ? queue.shift() : undefined;
          queue.unshift(waiting);
          if (robbed) queueMicrotask(() => robbed.request.lost?.());
        } else {
          queue.push(waiting);
        }
        tellHead(name);
        return () => {
          leave(name, waiting);
        };
      },
    }),
    kill: (owner) => {
      for (const [name, queue] of queues) {
        for (const waiting of queue.filter((each) => each.owner === owner)) leave(name, waiting);
      }
    },
  };
}
