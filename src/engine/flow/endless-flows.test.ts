import { describe, expect, test } from 'vitest';
import { aFlow, baseRig, type PlainAction } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';

const JOHN = '+12065550142';

/** A caller whose number leads to this flow. */
function caller(actions: readonly PlainAction[]): CenterDriver {
  const rig = baseRig();
  const flow = aFlow('circle', 'CONTACT_FLOW', actions);
  const center = new CenterDriver({ ...rig, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) });
  return center.customer(JOHN).dials();
}

describe('a flow that goes round without end', () => {
  test('ends the contact when it never waits', () => {
    const center = caller([{ Identifier: 'a', Type: 'UpdateFlowLoggingBehavior', Transitions: { NextAction: 'a' } }]);
    expect(center.records()[0]?.Ringback.Cause).toBe('endlessLoop');
  });

  test('ends the contact when its prompts say nothing and take no time', () => {
    const center = caller([
      { Identifier: 'a', Type: 'MessageParticipant', Parameters: { Text: '$.Attributes.nothing' }, Transitions: { NextAction: 'b' } },
      { Identifier: 'b', Type: 'MessageParticipant', Parameters: { Text: '' }, Transitions: { NextAction: 'a' } },
    ]);
    center.wait(1);
    expect(center.records()[0]?.Ringback.Cause).toBe('endlessLoop');
  });

  test('may go on for as long as the caller listens when its prompts take time', () => {
    const center = caller([{ Identifier: 'a', Type: 'MessageParticipant', Parameters: { Text: 'Please hold.' }, Transitions: { NextAction: 'a' } }]);
    center.wait(3600);
    expect(center.records()).toHaveLength(0);
    expect(center.center.openContacts.size).toBe(1);
  });
});
