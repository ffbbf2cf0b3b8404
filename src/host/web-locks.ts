import type { Locks } from '../protocol/ports.ts';

/** Web Locks of this origin, or null where there are none (no https, old browsers). */
export function webLocks(): Locks | null {
  // Typed as always there, but absent outside of secure contexts.
  const manager = (navigator as { readonly locks?: LockManager }).locks;
  if (!manager) return null;
  return {
    request: (name, { steal = false, held, lost }) => {
      const leaving = new AbortController();
      let release = (): void => undefined;
      let isHeld = false;
      const untilReleased = (): Promise<void> => new Promise((resolve) => {
        release = resolve;
        isHeld = true;
        if (leaving.signal.aborted) resolve();
        else held();
      });
      const options: LockOptions = steal ? { steal: true } : { signal: leaving.signal };
      manager.request(name, options, untilReleased).catch(() => {
        // Rejected when it was stolen from us, and when we left the queue.
        if (isHeld && !leaving.signal.aborted) lost?.();
      });
      return () => {
        leaving.abort();
        release();
      };
    },
  };
}
