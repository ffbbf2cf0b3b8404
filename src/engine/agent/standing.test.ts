import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgentId, ContactId, OfferId, RoutingProfileId } from '../core/ids.ts';
import { epochMs } from '../core/time.ts';
import type { AgentContactState } from './model.ts';
import { AgentTally, engagementOf, type AgentCounts, type Engagement, type Standing } from './standing.ts';

const slot = (state: AgentContactState, offerId: string | null = null) => ({ contactId: 'c' as ContactId, offerId: offerId as OfferId | null, state, sinceMs: epochMs(0), cause: null, untilMs: null });

describe('what an agent’s slot amounts to (spec §3.1)', () => {
  test.each<[AgentContactState, Engagement]>([
    ['INCOMING', 'ringing'], ['PENDING', 'onContact'], ['CONNECTING', 'onContact'], ['CONNECTED', 'onContact'], ['CONNECTED_ONHOLD', 'onContact'],
    ['MISSED', 'error'], ['ERROR', 'error'], ['ENDED', 'afterContactWork'],
  ])('is for %s: %s', (state, engagement) => {
    expect(engagementOf(slot(state))).toBe(engagement);
  });

  test('is ringing while an ordinary contact is offered, and idle when empty', () => {
    expect([engagementOf(slot('CONNECTING', 'o')), engagementOf(null)]).toEqual(['ringing', 'idle']);
  });
});

const standing: fc.Arbitrary<Standing> = fc.record({
  type: fc.constantFrom('OFFLINE', 'ROUTABLE', 'CUSTOM'), engagement: fc.constantFrom('idle', 'ringing', 'onContact', 'afterContactWork', 'error'), routable: fc.boolean(),
});
const steps = fc.array(fc.record({ agent: fc.nat({ max: 6 }), profile: fc.option(fc.nat({ max: 2 }), { nil: null }), standing }), { maxLength: 60, size: 'max' });

describe('the tally of agents', () => {
  test('is at any time what counting each of them comes to', () => {
    fc.assert(fc.property(steps, fc.subarray([0, 1, 2, 3]), (script, asked) => {
      const tally = new AgentTally();
      const model = new Map<number, { readonly profile: number; readonly standing: Standing }>();
      for (const step of script) {
        tally.set(`a${step.agent}` as AgentId, step.profile === null ? null : (`p${step.profile}` as RoutingProfileId), step.standing);
        if (step.profile === null) model.delete(step.agent);
        else model.set(step.agent, { profile: step.profile, standing: step.standing });
      }
      const those = [...model.values()].filter(({ profile }) => asked.includes(profile)).map(({ standing: each }) => each);
      const count = (is: (each: Standing) => boolean): number => those.filter(is).length;
      expect(tally.of(asked.map((profile) => `p${profile}` as RoutingProfileId))).toEqual<AgentCounts>({
        online: count(({ type }) => type !== 'OFFLINE'), staffed: count(({ type }) => type === 'ROUTABLE'), nonProductive: count(({ type }) => type === 'CUSTOM'),
        available: count(({ routable }) => routable), onContact: count(({ engagement }) => engagement === 'onContact' || engagement === 'afterContactWork'),
        afterContactWork: count(({ engagement }) => engagement === 'afterContactWork'), error: count(({ engagement }) => engagement === 'error'),
      });
    }));
  });

  test('is told by profile, in their order, whichever was there first', () => {
    const tally = new AgentTally();
    for (const name of ['q', 'o', 'r']) tally.set(`of ${name}` as AgentId, name as RoutingProfileId, { type: 'OFFLINE', engagement: 'error', routable: false });
    expect((tally.toJSON() as readonly (readonly [string])[]).map(([profile]) => profile)).toEqual(['o', 'q', 'r']);
    for (const name of ['q', 'o', 'r']) tally.set(`of ${name}` as AgentId, null, { type: 'OFFLINE', engagement: 'error', routable: false });
    tally.set('a' as AgentId, 'p' as RoutingProfileId, { type: 'CUSTOM', engagement: 'idle', routable: false });
    expect(JSON.parse(JSON.stringify(tally))).toEqual([['p', { online: 1, available: 0, staffed: 0, nonProductive: 1, onContact: 0, afterContactWork: 0, error: 0 }]]);
  });
});
