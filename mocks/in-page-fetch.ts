import { getResponse } from 'msw/utils/get-response';
import { createHandlers } from './handlers/index.ts';
import type { FaceParts } from './ports.ts';

/**
 * The same face without a service worker, as a `fetch` of its own: for private windows, plain http and whatever else
 * leaves service workers out. An aborted request rejects as the real one does.
 */
export function createInPageFetch(parts: FaceParts, origin: string): typeof fetch {
  const handlers = [...createHandlers(parts)];
  return async (input, init) => {
    const request = new Request(input instanceof Request ? input : new URL(String(input), origin), init);
    request.signal.throwIfAborted();
    const response = await getResponse(handlers, request);
    request.signal.throwIfAborted();
    return response ?? Response.json({ message: 'Not found' }, { status: 404 });
  };
}
