import { describe, expect, test } from 'vitest';
import { aFlow, baseRig } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';

const JOHN = '+12065550142';
const greeting = (action: string) => aFlow('greeting', 'CONTACT_FLOW', [
  { Identifier: action, Type: 'MessageParticipant', Parameters: { Text: 'Good morning.' }, Transitions: { NextAction: 'rest' } },
  { Identifier: 'rest', Type: 'Wait', Parameters: { TimeLimitSeconds: '60' }, Transitions: { NextAction: 'bye' } },
  { Identifier: 'bye', Type: 'DisconnectParticipant' },
]);

function caller(): CenterDriver {
  const rig = baseRig();
  const flow = greeting('hello');
  const center = new CenterDriver({ ...rig, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) });
  return center.customer(JOHN).dials();
}

describe('a flow saved while a contact is in it', () => {
  test('goes on in its new form where it still has the action', () => {
    const center = caller().send({ type: 'flow.save', flow: greeting('hello') });
    center.wait(30);
    expect([...center.center.flowRuns.values()][0]?.actionId).toBe('rest');
  });

  test('ends for the contact, with a sentence, where the action is gone', () => {
    const center = caller().send({ type: 'flow.save', flow: greeting('hi') });
    center.wait(30);
    expect(center.events.find((event) => event.type === 'flow.faulted')).toMatchObject({ actionId: 'hello', fault: expect.stringContaining('changed while it ran') });
    expect(center.records()[0]?.Ringback.Cause).toBe('flowEnded');
    expect(center.engine.nextDueAtMs()).toBeNull();
  });
});
