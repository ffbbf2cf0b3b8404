import type { FaceParts } from '../../mocks/ports.ts';
import { windowFetch } from './services.ts';

/** How the face is served in this tab, and the `fetch` that reaches it. */
export interface MountedFace {
  readonly by: 'serviceWorker' | 'page';
  readonly fetch: typeof fetch;
}

/** Longer than any worker takes to start; a browser that never answers must not keep the phone from starting. */
const patienceMs = 5_000;

/**
 * Serves the HTTP face: from a service worker, awaited before anything asks; in the page where service workers are
 * missing (plain http, private windows) or fail. Both run the same handlers.
 */
export async function mountFace(parts: FaceParts): Promise<MountedFace> {
  if ('serviceWorker' in navigator) {
    try {
      const { startServiceWorker } = await import('../../mocks/browser.ts');
      await Promise.race([startServiceWorker(parts), tooLong()]);
      if (navigator.serviceWorker.controller !== null && (await answers())) return { by: 'serviceWorker', fetch: windowFetch };
    } catch {
      // Whatever kept the worker from starting, the page below serves the same face.
    }
  }
  const { createInPageFetch } = await import('../../mocks/in-page-fetch.ts');
  return { by: 'page', fetch: createInPageFetch(parts, location.origin) };
}

/** True when the worker lets requests of this page reach the handlers; a forced reload leaves a page without its worker. */
async function answers(): Promise<boolean> {
  const response = await windowFetch('/connect-api/x/ping');
  return response.ok && (response.headers.get('content-type') ?? '').includes('json');
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    AbortSignal.timeout(patienceMs).addEventListener('abort', () => {
      reject(new Error('The service worker did not start in time.'));
    });
  });
}
