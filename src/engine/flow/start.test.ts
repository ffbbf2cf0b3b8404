import { expect, test } from 'vitest';
import { aFlow, baseRig } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { must } from '../core/assert.ts';
import { flowFor } from './start.ts';

const other = aFlow('other', 'CONTACT_FLOW', [{ Identifier: 'bye', Type: 'DisconnectParticipant' }]);

test('a contact that called no number has the default flow of its type, or none', () => {
  for (const [defaults, expected] of [[{}, null], [{ CONTACT_FLOW: other.id }, other.id]] as const) {
    const rig = baseRig();
    const { center } = new CenterDriver({ ...rig, flows: [...rig.flows, other], defaultFlows: defaults }).customer('+12065550142').dials();
    const contact = must([...center.contacts.values()][0], 'the caller');
    expect(flowFor(center, { ...contact, systemNumber: null }, 'CONTACT_FLOW')).toBe(expected);
  }
});
