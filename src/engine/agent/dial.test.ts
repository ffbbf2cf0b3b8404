import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, anAgent, baseRig, ids } from '../../testing/builders.ts';
import { at, CenterDriver, type AgentVerbs } from '../../testing/center-driver.ts';
import { defaultPolicy, queueFigures, seconds, stampOf, type DialBehavior, type Instance } from '../index.ts';

const MIA = '+12065550111';
const answers: DialBehavior = { does: 'answers', afterMs: seconds(4), hangsUpAfterMs: null };
const day = (time: string): string => stampOf(at(time));

function ana(behavior: DialBehavior, changes: Partial<Instance> = {}, status = 'Available'): CenterDriver {
  const center = new CenterDriver(baseRig(changes));
  center.customer(MIA).behaves(behavior);
  return center.agent('ana').sets(status);
}

const figures = (center: CenterDriver) => queueFigures(center.center, ids.queue('InboundQueue'));

describe('an agent who dials', () => {
  test('is connecting at once, talks after the whisper, and wraps up after it', () => {
    const center = ana(answers);
    center.to('11:40:00').agent('ana').dials('+12065550111');
    expect([center.agent('ana').state(), center.agent('ana').contact().stage.name]).toEqual(['CONNECTING', 'dialing']);
    center.restart().to('11:40:10');
    expect([center.agent('ana').state(), center.agent('ana').contact().stage.name]).toEqual(['CONNECTING', 'customerWhisper']);
    center.restart().to('11:45:00');
    expect(center.agent('ana').state()).toBe('CONNECTED');
    center.customer(MIA).hangsUp();
    expect([center.agent('ana').state(), center.agent('ana').activity()]).toEqual(['ENDED', 'After contact work']);
    center.wait(30).agent('ana').clears();
    expect(center.records()).toMatchObject([{
      InitiationMethod: 'OUTBOUND', InitiationTimestamp: day('11:40:00'), ConnectedToSystemTimestamp: day('11:40:04'), DisconnectTimestamp: day('11:45:00'),
      DisconnectReason: 'CUSTOMER_DISCONNECT', InitialContactId: null, PreviousContactId: null, NextContactId: null, Queue: null, AgentConnectionAttempts: 0,
      SystemEndpoint: { Address: '+18005550199' }, CustomerEndpoint: { Address: MIA },
      Agent: { Username: 'ana', ConnectedToAgentTimestamp: day('11:40:19'), AgentInteractionDuration: 281, AfterContactWorkDuration: 30 },
      Ringback: { Cause: 'customerHungUp', Complete: true },
    }]);
  });

  test('hears the blocks before the first prompt done before the phone rings, and no prompt is the same as a short one', () => {
    const quiet = aFlow('outbound whisper', 'OUTBOUND_WHISPER', [{ Identifier: 'end', Type: 'EndFlowExecution' }]);
    const rig = baseRig();
    const center = ana(answers, { flows: [...rig.flows.filter(({ name }) => name !== 'outbound whisper'), quiet] });
    center.agent('ana').dials(MIA).wait(5);
    expect(center.agent('ana').state()).toBe('CONNECTED');
  });

  test('is not touched by when callbacks are dialed, or count as connected', () => {
    const center = ana(answers, { policy: { ...defaultPolicy, dialMoment: 'atAccept', connectedToSystem: 'dialStarts' } });
    center.to('11:40:00').agent('ana').dials(MIA);
    center.to('11:41:00').customer(MIA).hangsUp();
    expect(center.records()).toMatchObject([{ ConnectedToSystemTimestamp: day('11:40:04'), Agent: { ConnectedToAgentTimestamp: day('11:40:19') } }]);
  });

  test('may write the number as people of the country do', () => {
    const center = ana(answers);
    center.agent('ana').dials('2065550111');
    expect(center.agent('ana').contact().customerNumber).toBe(MIA);
  });

  test.each(['Available', 'Break', 'Offline'])('may do so from %s, and keeps the status', (status) => {
    const center = ana(answers, {}, status);
    center.agent('ana').dials(MIA).wait(60).agent('ana').ends();
    center.agent('ana').clears();
    expect([center.agent('ana').status(), center.agent('ana').state()]).toEqual([status, null]);
  });

  test('on Break is on contact, non-productive and not staffed', () => {
    const center = ana(answers, {}, 'Break');
    center.agent('ana').dials(MIA);
    const expected = { AGENTS_ON_CONTACT: 1, AGENTS_NON_PRODUCTIVE: 1, AGENTS_STAFFED: 0, AGENTS_AVAILABLE: 0, AGENTS_ERROR: 0 };
    expect(figures(center)).toMatchObject(expected);
    center.wait(60);
    expect(figures(center)).toMatchObject(expected);
  });

  test('from Available stays staffed, and is offered nothing meanwhile', () => {
    const center = ana(answers);
    center.agent('ana').dials(MIA).customer('+12065550142').dials();
    expect(figures(center)).toMatchObject({ AGENTS_ON_CONTACT: 1, AGENTS_STAFFED: 1, AGENTS_AVAILABLE: 0, CONTACTS_IN_QUEUE: 1 });
    expect(center.center.offers.size).toBe(0);
  });

  test('can pick a next status, taken when the contact is cleared', () => {
    const center = ana(answers);
    center.agent('ana').dials(MIA).agent('ana').sets('Lunch').wait(60).agent('ana').ends();
    center.agent('ana').clears();
    expect(center.agent('ana').status()).toBe('Lunch');
  });

  test('has the limit of after-contact work that ordinary contacts have', () => {
    const center = ana(answers, { agents: [anAgent('ana', { afterContactWorkMs: seconds(30), callbackAfterContactWorkMs: seconds(90) })] });
    center.agent('ana').dials(MIA).wait(60).agent('ana').ends().wait(29.999);
    expect(center.agent('ana').state()).toBe('ENDED');
    expect(center.wait(0.001).agent('ana').state()).toBeNull();
  });
});

describe('a dialed contact that comes to nothing', () => {
  const failures: readonly (readonly [string, DialBehavior, string])[] = [
    ['noAnswer', { does: 'noAnswer' }, 'TELECOM_TIMEOUT'],
    ['networkNoAnswer', { does: 'networkNoAnswer', afterMs: seconds(2) }, 'TELECOM_UNANSWERED'],
    ['busy', { does: 'busy', afterMs: seconds(3) }, 'TELECOM_BUSY'],
    ['invalidNumber', { does: 'invalidNumber' }, 'TELECOM_NUMBER_INVALID'],
    ['blocked', { does: 'blocked' }, 'TELECOM_POTENTIAL_BLOCKING'],
    ['networkFault', { does: 'networkFault', afterMs: seconds(1) }, 'TELECOM_PROBLEM'],
  ];
  test.each(failures)('for %s leaves the agent in after-contact work, and is not tried again', (cause, behavior, reason) => {
    const center = ana(behavior);
    center.agent('ana').dials(MIA).restart().wait(61);
    expect(center.records()).toMatchObject([{ DisconnectReason: reason, ConnectedToSystemTimestamp: null, Agent: null, NextContactId: null, Ringback: { Cause: cause } }]);
    expect(center.agent('ana').state()).toBe('ENDED');
  });

  test('because the agent ends it while it rings says so', () => {
    const center = ana(answers);
    center.agent('ana').dials(MIA).wait(2).agent('ana').ends();
    expect(center.records()).toMatchObject([{ DisconnectReason: 'TELECOM_ORIGINATOR_CANCEL', Ringback: { Cause: 'agentCanceled' } }]);
    expect(center.agent('ana').state()).toBe('ENDED');
  });

  test('because somebody leaves during the whisper says who', () => {
    const byCustomer = ana(answers);
    byCustomer.agent('ana').dials(MIA).wait(5).customer(MIA).hangsUp();
    const byAgent = ana(answers);
    byAgent.agent('ana').dials(MIA).wait(5).agent('ana').ends();
    expect([byCustomer, byAgent].map((center) => [center.records()[0]?.DisconnectReason, center.records()[0]?.Ringback.Cause, center.agent('ana').state()])).toEqual([
      ['CUSTOMER_DISCONNECT', 'customerLeftWhisper', 'ENDED'], ['AGENT_DISCONNECT', 'agentLeftWhisper', 'ENDED'],
    ]);
  });

  test('because the queue has no caller id is not dialed, unless it may be anonymous', () => {
    const queues = [aQueue('InboundQueue', { outboundCallerId: null }), aQueue('CallbackQueue')];
    const refused = ana(answers, { queues });
    refused.agent('ana').dials(MIA);
    expect(refused.records()).toMatchObject([{ DisconnectReason: 'TELECOM_PROBLEM', Ringback: { Cause: 'noCallerId', DialedTimestamp: null } }]);
    expect(refused.agent('ana').state()).toBe('ENDED');
    const anonymous = ana(answers, { queues, policy: { ...defaultPolicy, withoutCallerId: 'anonymous' } });
    anonymous.agent('ana').dials(MIA).wait(60).agent('ana').ends();
    expect(anonymous.records()).toMatchObject([{ SystemEndpoint: { Address: 'anonymous' }, Ringback: { Cause: 'agentHungUp' } }]);
  });

  test('to a phone that is in use is busy', () => {
    const center = ana(answers);
    center.customer(MIA).dials().agent('ana').state();
    center.agent('ana').accepts();
    center.agent('ben').dials(MIA).wait(1);
    expect(center.records()).toMatchObject([{ InitiationMethod: 'OUTBOUND', DisconnectReason: 'TELECOM_BUSY' }]);
  });
});

describe('dialing is refused', () => {
  const dial = (center: CenterDriver, number: string) => center.ask({ type: 'agent.dial', agentId: ids.agent('ana'), number });
  test.each([
    ['a number that is none', '12', 'INVALID_NUMBER'],
    ['a number of a country that is not called', '+447700900123', 'NOT_DIALABLE'],
  ])('for %s', (_what, number, code) => {
    expect(dial(ana(answers), number)).toEqual({ code });
  });

  test('with a contact in the slot, and after a miss', () => {
    const center = ana(answers);
    center.agent('ana').dials(MIA);
    expect(dial(center, MIA)).toEqual({ code: 'NOT_NOW', state: 'CONNECTING' });
    const missed = ana(answers);
    missed.customer(MIA).dials().wait(20);
    expect(dial(missed, '+12065550112')).toEqual({ code: 'NOT_NOW', state: 'MISSED' });
  });

  test('without an outbound queue', () => {
    const rig = baseRig();
    const center = ana(answers, { routingProfiles: rig.routingProfiles.map((profile) => ({ ...profile, defaultOutboundQueueId: null })) });
    expect(dial(center, MIA)).toEqual({ code: 'NO_SUCH_QUEUE' });
  });

  test('to an agent who is not known, and to whoever is not that agent', () => {
    const center = ana(answers);
    expect(center.ask({ type: 'agent.dial', agentId: ids.agent('nobody'), number: MIA })).toEqual({ code: 'NO_SUCH_AGENT' });
    expect(center.askAs({ role: 'agent', agentId: ids.agent('ben') }, { type: 'agent.dial', agentId: ids.agent('ana'), number: MIA })).toEqual({ code: 'NOT_ALLOWED' });
  });
});

describe('the place among the idle', () => {
  const afterDialing = (timer: 'TIME_SINCE_LAST_ACTIVITY' | 'TIME_SINCE_LAST_INBOUND', clear = (agent: AgentVerbs): unknown => agent.clears()): CenterDriver => {
    const rig = baseRig();
    const center = ana(answers, { routingProfiles: rig.routingProfiles.map((profile) => ({ ...profile, agentAvailabilityTimer: timer })) });
    center.wait(10).agent('ben').sets('Available');
    center.wait(10).agent('ana').dials(MIA).wait(60).agent('ana').ends();
    clear(center.agent('ana'));
    return center.customer('+12065550142').dials();
  };

  test('is lost by a call of one’s own', () => {
    const center = afterDialing('TIME_SINCE_LAST_ACTIVITY');
    expect([center.agent('ana').state(), center.agent('ben').state()]).toEqual([null, 'CONNECTING']);
  });

  test('is kept where only inbound contacts count', () => {
    const center = afterDialing('TIME_SINCE_LAST_INBOUND');
    expect([center.agent('ana').state(), center.agent('ben').state()]).toEqual(['CONNECTING', null]);
  });

  test('is kept as well by who picks Available to end the work (spec §4.2, §5.3)', () => {
    const center = afterDialing('TIME_SINCE_LAST_INBOUND', (agent) => agent.sets('Available'));
    expect([center.agent('ana').state(), center.agent('ben').state()]).toEqual(['CONNECTING', null]);
  });
});
