import type { ContactCenter } from '../backends/contact-center.ts';
import { asE164, epochMs, seconds, stampOf } from '../engine/index.ts';
import type { RingbackAutomation } from '../protocol/automation.ts';
import { dialPlanEntry, toDialBehavior } from '../protocol/dial-plan.ts';
import type { TabCommand } from '../protocol/envelope.ts';
import { contactRecord } from '../protocol/http-contacts.ts';
import { readEngineNow } from '../store/engine-time.ts';
import type { LiveReader } from '../store/live-store.ts';
import { selectClock } from '../store/selectors.ts';
import { instant } from './config.ts';

/** The handle for whoever drives the page from a test. `ready` is when the tab has its snapshot and the face answers. */
export function createAutomation(center: ContactCenter, live: LiveReader, ready: Promise<void>, heard: RingbackAutomation['heard']): RingbackAutomation {
  const must = async (command: TabCommand): Promise<void> => {
    const reply = await center.send(command);
    if (!reply.ok) throw new Error(`${command.type} was refused: ${reply.code} ${JSON.stringify(reply.detail)}`);
  };
  return {
    ready,
    clock: {
      hold: () => must({ type: 'clock.setSpeed', speed: 0 }),
      run: (speed = 1) => must({ type: 'clock.setSpeed', speed }),
      advance: (ms) => must({ type: 'clock.advance', ms }),
      advanceTo: async (iso) => must({ type: 'clock.advanceTo', atMs: readInstant(iso) }),
      now: () => isoOf(readEngineNow(selectClock(live.getState()))),
    },
    reset: async ({ startsAt, speed = 0 } = {}) =>
      must({ type: 'lab.reset', startsAtMs: startsAt === undefined ? null : readInstant(startsAt), speed }),
    play: (scenario, { speed = 0 } = {}) => must({ type: 'lab.play', scenario, speed }),
    customer: (number) => ({
      behaves: async (plan, { talksFor = null } = {}) => {
        const whenCalled = dialPlanEntry.array().min(1).parse(plan).map(toDialBehavior);
        await must({ type: 'customer.behave', number: asE164(number), whenCalled, talksForMs: talksFor === null ? null : seconds(talksFor) });
      },
    }),
    records: async () => contactRecord.array().parse(await center.query({ type: 'records' })).toReversed(),
    heard,
    send: (command) => center.send(command),
  };
}

function readInstant(iso: string): number {
  const ms = instant(iso);
  if (ms === null) throw new Error(`"${iso}" is no instant with a zone, such as 2024-01-10T11:39:00Z.`);
  return ms;
}

/** ISO 8601 in UTC with milliseconds; records' own stamps stop at seconds. */
function isoOf(ms: number): string {
  const at = epochMs(ms);
  return stampOf(at).replace('Z', `.${String(at % 1000).padStart(3, '0')}Z`);
}
