import { setupWorker } from 'msw/browser';
import { createHandlers } from './handlers/index.ts';
import type { FaceParts } from './ports.ts';

/** Serves the face from the service worker; resolves once requests of this page reach the handlers. */
export async function startServiceWorker(parts: FaceParts): Promise<void> {
  const worker = setupWorker(...createHandlers(parts));
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: '/mockServiceWorker.js' } });
}
