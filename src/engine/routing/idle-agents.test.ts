import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import type { AgentId, RoutingProfileId } from '../core/ids.ts';
import { durationMs, epochMs, seconds } from '../core/time.ts';
import { noExtras } from '../tenant/extras.ts';
import { IdleAgents, type IdleEntry } from './idle-agents.ts';

const anyone = (): boolean => true;
const everyProfile = [0, 1, 2, 3].map((index) => ({ profileId: `p${index}` as RoutingProfileId, entry: { delayMs: durationMs(0) } }));
const entries = fc.uniqueArray(fc.record({ agent: fc.integer({ min: 0, max: 30 }), profile: fc.integer({ min: 0, max: 3 }), since: fc.integer({ min: 0, max: 5 }) }), { selector: ({ agent }) => agent, maxLength: 31, size: 'max' })
  .map((list) => list.map(({ agent, profile, since }): IdleEntry => ({ agentId: `agent${agent}` as AgentId, profileId: `p${profile}` as RoutingProfileId, sinceMs: epochMs(since) })));

describe('idle agents (spec §5.3)', () => {
  test('are taken longest idle first, ties by id, among those who may take the contact of the profiles that serve it by now', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 });
    fc.assert(fc.property(entries, delays, fc.integer({ min: -1, max: 3 }), fc.integer({ min: 1, max: 3 }), (list, delayOf, waited, third) => {
      const idle = new IdleAgents();
      for (const entry of list) idle.add(entry);
      const may = (agentId: AgentId): boolean => Number(agentId.slice(5)) % third === 0;
      const servers = delayOf.map((delay, index) => ({ profileId: `p${index}` as RoutingProfileId, entry: { delayMs: durationMs(delay) } }));
      const serving = new Set(servers.filter(({ entry }) => entry.delayMs <= waited).map(({ profileId }) => profileId));
      const expected = list.filter((entry) => serving.has(entry.profileId) && may(entry.agentId)).sort((a, b) => a.sinceMs - b.sinceMs || (a.agentId < b.agentId ? -1 : 1))[0];
      expect(idle.longest(servers, waited, may)).toEqual(expected);
    }));
  });

  test('are there once, at the place of their last entry, and gone when removed', () => {
    fc.assert(fc.property(entries, entries, (before, after) => {
      const idle = new IdleAgents();
      for (const entry of [...before, ...after]) idle.add(entry);
      const known = new Set([...before, ...after].map(({ agentId }) => agentId));
      expect(idle.size).toBe(known.size);
      const [first] = known;
      if (first === undefined) return;
      idle.remove(first);
      idle.remove(first);
      expect([idle.size, idle.has(first)]).toEqual([known.size - 1, false]);
      for (const agentId of known) idle.remove(agentId);
      expect(idle.longest(everyProfile, 0, anyone)).toBeUndefined();
    }));
  });
});

describe('an agent who rejected (ours)', () => {
  const rig = () => baseRig({ extras: { [ids.queue('InboundQueue')]: { ...noExtras, rejectCoolDownMs: seconds(60) } } });

  test('is passed over for that contact until the cool-down is over, and not for others', () => {
    const center = new CenterDriver(rig()).agent('ana').sets('Available').customer(JOHN).dials();
    center.agent('ana').rejects().agent('ana').clears();
    expect(center.agent('ana').state()).toBeNull();
    // Ben, idle for less time, is rung; when he rejects too, ana is not sought again.
    center.wait(1).agent('ben').sets('Available');
    expect(center.agent('ben').state()).toBe('CONNECTING');
    center.agent('ben').rejects();
    expect([center.agent('ana').state(), center.agent('ben').state()]).toEqual([null, 'MISSED']);
    center.restart().customer('+12065550143').dials();
    expect(center.agent('ana').contact().customerNumber).toBe('+12065550143');
    center.agent('ana').accepts().wait(10).agent('ana').ends();
    center.agent('ana').clears();
    center.wait(48.999);
    expect(center.agent('ana').state()).toBeNull();
    center.wait(0.001);
    expect(center.agent('ana').contact().customerNumber).toBe(JOHN);
  });

  test('is offered it again at once where there is no cool-down', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().agent('ana').rejects();
    expect(center.agent('ana').clears().agent('ana').state()).toBe('CONNECTING');
  });
});
