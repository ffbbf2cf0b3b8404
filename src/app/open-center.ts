import type { ContactCenter } from '../backends/contact-center.ts';
import { openHostedCenter } from '../backends/hosted/open-hosted-center.ts';
import { systemTimer, systemWall } from '../host/wall-clock.ts';
import { webLocks } from '../host/web-locks.ts';
import type { Config } from './config.ts';

/** Joins this tab to the contact center of this browser. */
export async function openCenter({ audience, build, genesis, transport }: Config): Promise<ContactCenter> {
  const wall = systemWall();
  return openHostedCenter({ audience, build, genesis, transport, wall, timer: systemTimer(wall), locks: webLocks(), newId });
}

/** An id that no other tab has. `randomUUID` is missing over plain http, random bytes are not. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
