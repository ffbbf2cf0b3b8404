import { randomUUID } from 'node:crypto';

/** What tells one build from another: `id` is equal only for the same build, `atMs` orders builds (epoch milliseconds). */
export type BuildStamp = { readonly id: string; readonly atMs: number };

/**
 * Makes the stamp of the build that is running.
 * `RINGBACK_BUILD_AT_MS` fixes the instant, so that a test can serve an older and a newer build side by side.
 */
export function buildStamp(env: Readonly<Record<string, string | undefined>>): BuildStamp {
  const given = env['RINGBACK_BUILD_AT_MS'];
  const atMs = given === undefined ? Date.now() : Number(given);
  if (!Number.isSafeInteger(atMs) || atMs < 0) throw new Error(`RINGBACK_BUILD_AT_MS must be epoch milliseconds, not "${given}"`);
  return { id: `${atMs.toString(36)}-${randomUUID().slice(0, 8)}`, atMs };
}
