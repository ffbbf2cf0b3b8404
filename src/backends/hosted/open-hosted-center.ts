import type { Audience, Build, Genesis } from '../../protocol/envelope.ts';
import type { Locks, Timer, WallClock } from '../../protocol/ports.ts';
import type { ContactCenter } from '../contact-center.ts';
import { chooseTransports } from './choose-transport.ts';
import { createHostedCenter, type HostedCenter } from './hosted-center.ts';
import { inPageTransport } from './transport-in-page.ts';
import { sharedWorkerTransport } from './transport-shared-worker.ts';
import { tabLeaderTransport } from './transport-tab-leader.ts';
import type { Transport, TransportKind } from './transport.ts';

export interface OpenOptions {
  readonly audience: Audience;
  readonly build: Build;
  readonly genesis: Genesis;
  /** Null: the best this browser has. */
  readonly transport: TransportKind | null;
  readonly wall: WallClock;
  readonly timer: Timer;
  readonly locks: Locks | null;
  readonly newId: () => string;
}

/** Our own contact center in this browser, by the best way there is. Connects at once; listeners hear of it. */
export function openHostedCenter(options: OpenOptions): ContactCenter {
  const { build, locks, newId } = options;
  const tabId = newId();
  const kinds = chooseTransports(
    { sharedWorker: 'SharedWorker' in globalThis, broadcastChannel: 'BroadcastChannel' in globalThis, locks: locks !== null },
    options.transport,
  );
  const make: Readonly<Record<TransportKind, () => Transport>> = {
    sharedWorker: () => sharedWorkerTransport(),
    tabLeader: () => tabLeaderTransport({ build, tabId }),
    inPage: () => inPageTransport(build),
  };
  const center = createHostedCenter({ ...options, tabId, transports: kinds.map((kind) => make[kind]()) });
  const stopFollowing = followPage(center);
  return {
    ...center,
    close: () => {
      stopFollowing();
      center.close();
    },
  };
}

/** Tells the center when the page is put away and when it comes back; never `unload`, which would bar it from the back/forward cache. */
function followPage({ nudge, pause, resume }: HostedCenter): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  window.addEventListener('pagehide', pause, { signal });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) resume();
  }, { signal });
  for (const event of ['focus', 'online']) window.addEventListener(event, nudge, { signal });
  for (const event of ['visibilitychange', 'resume']) document.addEventListener(event, nudge, { signal });
  return () => {
    ending.abort();
  };
}
