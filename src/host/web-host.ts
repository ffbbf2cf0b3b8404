import { readDemoFlow } from '../demo/demo-flows.ts';
import { demoInstance } from '../demo/demo-instance.ts';
import type { Build } from '../protocol/envelope.ts';
import { phoneNumberRules } from '../world/rules.ts';
import { createHost, type Host, type HostOptions } from './center-host.ts';
import { indexedDbJournal } from './journal-indexeddb.ts';
import { consoleLog } from './log.ts';
import { systemTimer, systemWall } from './wall-clock.ts';
import { webLocks } from './web-locks.ts';

/** Some ten thousand facts, which take a tenth of a second to apply. */
const SNAPSHOT_AFTER = 2000;

/** A worker is woken on time: a longer gap is a sleep. */
const WORKER_SLEEP_GAP_MS = 5000;
/** The timers of a hidden page fire once a minute: only more than that is a sleep. */
const PAGE_SLEEP_GAP_MS = 90_000;

/** The host's parts in a browser; `where` it runs decides how punctual its timers are. */
export function browserParts(build: Build, where: 'worker' | 'page', singleTab = false): HostOptions {
  const wall = systemWall();
  return {
    build,
    journal: indexedDbJournal(),
    wall,
    timer: systemTimer(wall),
    locks: webLocks(),
    log: consoleLog(),
    instance: demoInstance,
    phoneNumbers: phoneNumberRules,
    // Only who plays a story needs to read one.
    loadStory: async (scenario) => {
      const { loadStory } = await import('../scenario/live.ts');
      return loadStory(scenario, { base: demoInstance(), readFlow: readDemoFlow });
    },
    drawSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1,
    snapshotAfter: SNAPSHOT_AFTER,
    sleepGapMs: where === 'worker' ? WORKER_SLEEP_GAP_MS : PAGE_SLEEP_GAP_MS,
    singleTab,
  };
}

/** A host in this browser, begun at once. */
export function browserHost(...where: Parameters<typeof browserParts>): Host {
  return createHost(browserParts(...where));
}
