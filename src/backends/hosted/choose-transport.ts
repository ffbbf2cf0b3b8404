import type { TransportKind } from './transport.ts';

/** What this browser has. */
export interface BrowserParts {
  readonly sharedWorker: boolean;
  readonly broadcastChannel: boolean;
  readonly locks: boolean;
}

/**
 * The ways to a host, best first; the next is tried when one fails. A forced one is the only one, so that a test that
 * means a fallback cannot pass by another.
 */
export function chooseTransports(parts: BrowserParts, forced: TransportKind | null): readonly TransportKind[] {
  if (forced !== null) return [forced];
  return [
    ...(parts.sharedWorker ? (['sharedWorker'] as const) : []),
    ...(parts.locks && parts.broadcastChannel ? (['tabLeader'] as const) : []),
    'inPage',
  ];
}
