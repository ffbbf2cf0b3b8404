import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { seconds } from '../core/time.ts';
import { queueFigures } from '../metrics/realtime.ts';
import type { AgentConfig } from '../tenant/model.ts';

const JOHN = '+12065550142';
const EVE = '+12065550143';
const day = (time: string): string => `2024-01-10T${time}Z`;

/** John talks to ana, called back at 11:39:25 (the seed's clock). */
function talking(changes: Partial<AgentConfig> = {}): CenterDriver {
  const center = new CenterDriver(baseRig({ agents: [anAgent('ana', changes)] }));
  center.customer(JOHN).behaves({ does: 'answers', afterMs: seconds(0), hangsUpAfterMs: null });
  center.to('11:35:00').customer(JOHN).dials();
  center.to('11:37:00').customer(JOHN).requestsCallback();
  center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts();
  return center.to('11:40:00');
}

const nextStatus = (center: CenterDriver): unknown => center.center.agents.get(ids.agent('ana'))?.nextStatusId ?? null;

describe('a status picked during a contact', () => {
  test('waits until the contact is cleared, and stops new offers at once', () => {
    const center = talking();
    center.agent('ana').sets('Lunch');
    expect([center.agent('ana').status(), nextStatus(center)]).toEqual(['Available', ids.status('Lunch')]);
    center.customer(EVE).dials();
    center.to('11:45:00').customer(JOHN).hangsUp();
    expect(center.agent('ana').state()).toBe('ENDED');
    center.agent('ana').clears();
    expect([center.agent('ana').status(), center.agent('ana').state()]).toEqual(['Lunch', null]);
    expect(queueFigures(center.center, ids.queue('CallbackQueue'))).toMatchObject({ AGENTS_NON_PRODUCTIVE: 1, AGENTS_STAFFED: 0, AGENTS_ONLINE: 1, AGENTS_AVAILABLE: 0 });
  });

  test('is the latest choice, and picking Available again takes it back', () => {
    const center = talking();
    center.agent('ana').sets('Offline').agent('ana').sets('Lunch');
    expect(nextStatus(center)).toBe(ids.status('Lunch'));
    center.agent('ana').sets('Available');
    expect(nextStatus(center)).toBeNull();
    center.customer(JOHN).hangsUp().agent('ana').clears();
    expect(center.agent('ana').status()).toBe('Available');
  });

  test('while wrapping up clears the work at once and is taken', () => {
    const center = talking();
    center.agent('ana').sets('Offline').customer(JOHN).hangsUp();
    center.wait(10).agent('ana').sets('Break');
    expect([center.agent('ana').status(), center.agent('ana').state()]).toEqual(['Break', null]);
    expect(center.records()[1]).toMatchObject({ Agent: { AfterContactWorkDuration: 10 }, Ringback: { Complete: true } });
  });

  test('while wrapping up, when it is the one they have, only clears and takes back another wish: it goes on since it began', () => {
    const center = talking();
    center.agent('ana').sets('Lunch').customer(JOHN).hangsUp();
    center.wait(10).agent('ana').sets('Available');
    expect([center.agent('ana').state(), center.agent('ana').status(), nextStatus(center)]).toEqual([null, 'Available', null]);
    expect(center.center.agents.get(ids.agent('ana'))?.statusSinceMs).toBe(at('11:39:00'));
    expect(center.records()[1]).toMatchObject({ Agent: { AfterContactWorkDuration: 10 }, Ringback: { Complete: true } });
  });

  test('with a missed contact is the one that counts, not the one asked for before', () => {
    const center = talking();
    center.customer(JOHN).hangsUp().agent('ana').clears().customer(EVE).dials();
    center.agent('ana').sets('Offline');
    center.wait(20);
    expect(center.agent('ana').state()).toBe('MISSED');
    center.agent('ana').sets('Available');
    expect(center.agent('ana').status()).toBe('Available');
  });

  test('that is disabled is refused, unless it is no custom one; whoever is in it stays (spec §4.1)', () => {
    const { statuses } = baseRig();
    const center = new CenterDriver().agent('ana').sets('Lunch');
    center.send({ type: 'instance.configure', instance: baseRig({ statuses: statuses.map((status) => (status.name === 'Break' ? status : { ...status, state: 'DISABLED' })) }) });
    const pick = (name: string) => center.ask({ type: 'agent.setStatus', agentId: ids.agent('ben'), statusId: ids.status(name) });
    expect([center.agent('ana').status(), pick('Lunch'), pick('Break'), pick('Available'), pick('Offline')]).toEqual(['Lunch', { code: 'NO_SUCH_STATUS' }, null, null, null]);
    // It is still theirs, and takes back the wish for another.
    center.agent('ana').dials(JOHN).agent('ana').sets('Available').agent('ana').sets('Lunch');
    expect(nextStatus(center)).toBeNull();
  });

  test('that does not exist is refused, and so is an agent that does not', () => {
    const center = new CenterDriver();
    expect(center.ask({ type: 'agent.setStatus', agentId: ids.agent('ana'), statusId: ids.status('Holiday') })).toEqual({ code: 'NO_SUCH_STATUS' });
    expect(center.ask({ type: 'agent.setStatus', agentId: ids.agent('nobody'), statusId: ids.status('Available') })).toEqual({ code: 'NO_SUCH_AGENT' });
  });
});

describe('after-contact work', () => {
  test('ends at its limit, and the agent is free', () => {
    const center = talking({ callbackAfterContactWorkMs: seconds(30) });
    center.to('11:45:00').customer(JOHN).hangsUp();
    center.to('11:45:29');
    expect(center.agent('ana').state()).toBe('ENDED');
    center.to('11:45:30');
    expect([center.agent('ana').state(), center.agent('ana').status()]).toEqual([null, 'Available']);
    expect(center.records()[1]?.Agent).toMatchObject({ AfterContactWorkStartTimestamp: day('11:45:00'), AfterContactWorkEndTimestamp: day('11:45:30'), AfterContactWorkDuration: 30, AgentInteractionDuration: 335 });
  });

  test('of a callback has its own limit, and that of calls where it has none', () => {
    const ends = (changes: Partial<AgentConfig>): string | null => {
      const center = talking(changes);
      center.customer(JOHN).hangsUp();
      return center.wait(45).agent('ana').state();
    };
    expect(ends({ afterContactWorkMs: seconds(30) })).toBeNull();
    expect(ends({ afterContactWorkMs: seconds(30), callbackAfterContactWorkMs: seconds(60) })).toBe('ENDED');
    expect(ends({ afterContactWorkMs: seconds(30), callbackAfterContactWorkMs: seconds(0) })).toBe('ENDED');
    expect(ends({})).toBe('ENDED');
  });

  test('is cleared by its agent, once', () => {
    const center = talking();
    const contactId = center.agent('ana').contact().id;
    const clear = { type: 'contact.clear', agentId: ids.agent('ana'), contactId } as const;
    expect(center.ask(clear)).toEqual({ code: 'NOT_NOW', state: 'CONNECTED' });
    center.customer(JOHN).hangsUp();
    expect([center.ask(clear), center.ask(clear)]).toEqual([null, { code: 'NO_SUCH_CONTACT' }]);
    expect(center.ask({ ...clear, agentId: ids.agent('nobody') })).toEqual({ code: 'NO_SUCH_AGENT' });
  });
});

describe('a contact accepted without a click', () => {
  test('is a call for agents with auto-accept, never a callback', () => {
    const center = new CenterDriver(baseRig({ agents: [anAgent('ana', { autoAccept: true })] }));
    center.agent('ana').sets('Available').customer(JOHN).dials();
    expect(center.agent('ana').state()).toBe('CONNECTED');
    center.customer(JOHN).hangsUp().agent('ana').clears().agent('ana').sets('Break').customer(JOHN).dials();
    center.customer(JOHN).requestsCallback();
    center.wait(99).agent('ana').sets('Available');
    expect(center.agent('ana').state()).toBe('INCOMING');
  });

  test('is a callback for agents with the flag for it', () => {
    const center = new CenterDriver(baseRig({ agents: [anAgent('ana', { callbackAutoAccept: true })] }));
    center.agent('ana').sets('Available').customer(EVE).dials();
    expect(center.agent('ana').state()).toBe('CONNECTING');
    expect(center.agent('ana').contact().stage.name).toBe('queued');
    center.customer(EVE).hangsUp().agent('ana').sets('Break').customer(JOHN).dials();
    center.customer(JOHN).requestsCallback();
    center.wait(99).agent('ana').sets('Available');
    expect(center.agent('ana').state()).toBe('PENDING');
  });
});
