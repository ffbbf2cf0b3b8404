import { setupWorker } from 'msw/browser';
import { createHandlers } from './handlers/index.ts';
import type { FaceParts } from './ports.ts';

/** Serves the face from the service worker; resolves once requests of this page reach the handlers. */
export async function startServiceWorker(parts: FaceParts): Promise<void> {
  window.addEventListener('unhandledrejection', forgiveUpdate);
  const worker = setupWorker(...createHandlers(parts));
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url: '/mockServiceWorker.js' } });
}

/**
 * MSW asks for a newer worker and lets the answer go. When it fails, because the old worker is on its way out after a
 * reload or the server is not there, the worker that runs goes on: nobody need hear of it as an error of the page.
 */
function forgiveUpdate(event: PromiseRejectionEvent): void {
  if (event.reason instanceof TypeError && event.reason.message.startsWith('Failed to update a ServiceWorker')) event.preventDefault();
}
