import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids, profileR } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { seconds } from '../core/time.ts';
import type { Instance } from '../tenant/model.ts';

const JOHN = '+12065550142';

/** The base rig with this delay on both queues, or with no queue served at all. */
function served(delaySeconds: number | null): Instance {
  const rig = baseRig({ agents: ['zoe', 'ana'].map((name) => anAgent(name)) });
  const entries = (rig.routingProfiles[0]?.entries ?? []).map((entry) => ({ ...entry, delayMs: seconds(delaySeconds ?? 0) }));
  return { ...rig, routingProfiles: [{ id: profileR, name: 'R', entries: delaySeconds === null ? [] : entries, defaultOutboundQueueId: null, agentAvailabilityTimer: 'TIME_SINCE_LAST_ACTIVITY' }] };
}

describe('a profile changed while contacts wait', () => {
  test('offers them at the new delay', () => {
    const center = new CenterDriver(served(80));
    center.agent('ana').sets('Available').customer(JOHN).dials();
    center.wait(5).send({ type: 'instance.configure', instance: served(30) });
    center.wait(24.999);
    expect(center.agent('ana').state()).toBeNull();
    center.wait(0.001);
    expect(center.agent('ana').state()).toBe('CONNECTING');
  });

  test('offers at once what is old enough already', () => {
    const center = new CenterDriver(served(80));
    center.agent('ana').sets('Available').customer(JOHN).dials();
    center.wait(30).send({ type: 'instance.configure', instance: served(30) });
    expect(center.agent('ana').state()).toBe('CONNECTING');
  });

  test('leaves no deadline of the old delay behind', () => {
    const center = new CenterDriver(served(80));
    center.customer(JOHN).dials().send({ type: 'instance.configure', instance: served(30) });
    center.customer(JOHN).hangsUp();
    expect(center.engine.nextDueAtMs()).toBeNull();
  });

  test('gives the agent who has waited longest the contact that can now be served', () => {
    for (const [first, second] of [['ana', 'zoe'], ['zoe', 'ana']] as const) {
      const center = new CenterDriver(served(null));
      center.agent(first).sets('Available');
      center.wait(1).agent(second).sets('Available').customer(JOHN).dials();
      center.send({ type: 'instance.configure', instance: served(0) });
      expect(center.center.agents.get(ids.agent(first))?.slot).not.toBeNull();
    }
  });
});

test('an instance knows its agents by the names they log in with', () => {
  const { agentsByUsername } = new CenterDriver(served(0)).center.config;
  expect([...agentsByUsername].map(([username, { id }]) => [username, id])).toEqual([['zoe', ids.agent('zoe')], ['ana', ids.agent('ana')]]);
});
