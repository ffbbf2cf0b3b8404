import { describe, expect, test } from 'vitest';
import { anAgent, baseRig } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { seconds } from '../core/time.ts';
import type { AgentConfig } from '../tenant/model.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';

/** What ana’s slot is in right after the offer of a contact or a callback. */
function stateAfterOffer(kind: 'contact' | 'callback', agent: Partial<AgentConfig>, callbackAutoAccept: Policy['callbackAutoAccept'] = 'ownFlag'): string | null {
  const base = baseRig();
  const center = new CenterDriver(baseRig({ agents: [anAgent('ana', agent)], callback: base.callback && { ...base.callback, initialDelayMs: seconds(0) }, policy: { ...defaultPolicy, callbackAutoAccept } }));
  center.customer(JOHN).dials();
  if (kind === 'callback') center.customer(JOHN).requestsCallback();
  return center.agent('ana').sets('Available').agent('ana').state();
}

describe('auto-accept (spec §4.6, decision #20)', () => {
  const voice = { autoAccept: true };
  const callback = { callbackAutoAccept: true };

  test('of voice contacts takes them, and no callback', () => {
    expect([stateAfterOffer('contact', voice), stateAfterOffer('callback', voice)]).toEqual(['CONNECTED', 'INCOMING']);
  });

  test('of callbacks takes callbacks, and no other contact', () => {
    expect([stateAfterOffer('contact', callback), stateAfterOffer('callback', callback)]).toEqual(['CONNECTING', 'PENDING']);
  });

  test('of voice contacts takes callbacks as well where the instance decided so, whatever their own flag', () => {
    expect([stateAfterOffer('callback', voice, 'voiceFlag'), stateAfterOffer('callback', callback, 'voiceFlag'), stateAfterOffer('contact', voice, 'voiceFlag')]).toEqual(['PENDING', 'INCOMING', 'CONNECTED']);
  });
});

describe('an offer', () => {
  test('not taken and one rejected look alike in state, and are told apart by cause (decision #17)', () => {
    const ring = () => new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials();
    const missed = ring().wait(20);
    const rejected = ring().wait(4).agent('ana').rejects();
    expect([[missed.agent('ana').state(), missed.agent('ana').cause()], [rejected.agent('ana').state(), rejected.agent('ana').cause()]]).toEqual([['MISSED', 'missed'], ['MISSED', 'rejected']]);
  });

  test('is counted when made and when accepted, and tells when it began to ring', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().wait(20).agent('ana').clears();
    center.wait(7).agent('ana').accepts();
    const [contact] = [...center.center.contacts.values()];
    expect(contact).toMatchObject({ offers: 2, accepts: 1, agent: { offeredAtMs: center.center.nowMs - 7000, acceptedAtMs: center.center.nowMs } });
    expect(center.center.offers.size).toBe(0);
  });
});
