import type { HttpHandler } from 'msw/http';
import { answer, refusal } from '../answers.ts';
import type { FaceParts } from '../ports.ts';
import { contactHandlers } from './contacts.ts';
import { directoryHandlers } from './directory.ts';
import { flowTrailHandlers } from './flow-trails.ts';
import { flowHandlers } from './flows.ts';
import { metricHandlers } from './metrics.ts';
import { resourceHandlers } from './resources.ts';
import { route } from './route.ts';
import { streamHandlers } from './streams.ts';
import { userHandlers } from './users.ts';

/** The whole face over one center. What it has no operation for is refused in JSON, never passed on to a server. */
export function createHandlers(parts: FaceParts): readonly HttpHandler[] {
  return [
    ...contactHandlers(parts),
    ...directoryHandlers(parts),
    ...flowHandlers(parts),
    ...flowTrailHandlers(parts),
    ...metricHandlers(parts),
    ...resourceHandlers(parts),
    ...streamHandlers(parts),
    ...userHandlers(parts),
    // Proves that requests reach the handlers, without asking the center, which may not answer yet.
    route('get', '/x/ping', async () => answer({ Face: 'ringback' })),
    route('all', '/*', async () => refusal('ResourceNotFoundException', 'The contact center has no such operation.')),
  ];
}
