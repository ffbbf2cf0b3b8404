import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aFlow, anAgent, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { asE164, seconds, type Center, type Command, type Contact, type DialBehavior, type TransferTarget } from '../index.ts';

const AGENTS = ['ana', 'ben', 'cyd'];
const PHONES = ['+12065550142', '+12065550143', '+12065550144'].map(asE164);

const target: fc.Arbitrary<TransferTarget> = fc.oneof(
  fc.constantFrom(...AGENTS).map((name) => ({ kind: 'agent' as const, agentId: ids.agent(name) })),
  fc.constantFrom('InboundQueue', 'CallbackQueue').map((name) => ({ kind: 'queue' as const, queueId: ids.queue(name) })),
  fc.constantFrom(...PHONES).map((number) => ({ kind: 'number' as const, number })),
);

type Deed =
  | { readonly who: string; readonly does: 'accept' | 'reject' | 'hold' | 'resume' | 'end' | 'clear' | 'conference' | 'swap' | 'leave' | 'drop' | 'toggle' }
  | { readonly who: string; readonly to: TransferTarget }
  | { readonly who: string; readonly number: (typeof PHONES)[number] }
  | { readonly phone: (typeof PHONES)[number]; readonly does: 'dial' | 'hangUp' | 'answer' | 'decline' }
  | { readonly waits: number }
  | { readonly restarts: true };

const who = fc.constantFrom(...AGENTS);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ who, does: fc.constantFrom('accept', 'accept', 'reject', 'hold', 'resume', 'end', 'clear', 'clear', 'conference', 'swap', 'leave', 'drop', 'toggle') }) },
  { weight: 4, arbitrary: fc.record({ who, to: target }) },
  { weight: 1, arbitrary: fc.record({ who, number: fc.constantFrom(...PHONES) }) },
  { weight: 4, arbitrary: fc.record({ phone: fc.constantFrom(...PHONES), does: fc.constantFrom('dial', 'dial', 'hangUp', 'answer', 'answer', 'decline') }) },
  { weight: 3, arbitrary: fc.record({ waits: fc.constantFrom(0, 1, 5, 10, 15, 20, 60) }) },
  { weight: 1, arbitrary: fc.constant({ restarts: true as const }) },
);

function commandOf(center: CenterDriver, what: Deed): Command | null {
  if ('phone' in what) return what.does === 'dial' ? { type: 'customer.dial', number: what.phone, to: asE164('+18005550199') } : { type: `customer.${what.does}`, number: what.phone };
  if (!('who' in what)) return null;
  const agentId = ids.agent(what.who);
  if ('number' in what) return { type: 'agent.dial', agentId, number: what.number };
  const slot = center.center.agents.get(agentId)?.slot;
  if ('to' in what) return slot ? { type: 'contact.transfer', contactId: slot.contactId, to: what.to } : null;
  if (what.does === 'toggle') return { type: 'agent.setStatus', agentId, statusId: ids.status(center.agent(what.who).status() === 'Available' ? 'Break' : 'Available') };
  if (!slot) return null;
  if (what.does === 'accept' || what.does === 'reject') return slot.offerId === null ? null : { type: `offer.${what.does}`, offerId: slot.offerId };
  if (what.does === 'clear') return { type: 'contact.clear', contactId: slot.contactId, agentId };
  return { type: `contact.${what.does}`, contactId: slot.contactId };
}

/** What is wrong between two deeds, in words. */
function faultsIn({ center }: CenterDriver): readonly string[] {
  const contacts = [...center.contacts.values()].flatMap((contact) => [...consultFaults(center, contact), ...placeFaults(center, contact)]);
  const lines = [...center.lines.values()].flatMap((line) => {
    const owner = center.contacts.get(line.contactId);
    const known = line.party === 'third' ? owner?.thirdLineId : owner?.lineId;
    return line.state === 'ended' || (owner?.stage.name !== 'ended' && known === line.id) ? [] : ['a line belongs to one open contact'];
  });
  return [...contacts, ...lines];
}

function consultFaults(center: Center, { id, stage, consult }: Contact): readonly string[] {
  if (!consult) return [];
  const other = center.contacts.get(consult.contactId);
  const agrees = stage.name === 'connected' && other?.previousContactId === id && other.stage.name !== 'ended';
  const hearsCustomer = stage.name === 'connected' && stage.heldSinceMs === null;
  const hearsThird = other?.stage.name !== 'connected' || other.stage.heldSinceMs === null;
  return [
    ...(agrees ? [] : ['a consultation has two sides']),
    ...(hearsCustomer === (consult.talk !== 'third') && hearsThird === (consult.talk !== 'customer') ? [] : ['on hold is whom the agent does not talk with']),
  ];
}

function placeFaults(center: Center, contact: Contact): readonly string[] {
  const { id, stage, agent, lineId, previousContactId } = contact;
  const line = lineId === null ? undefined : center.lines.get(lineId);
  if (stage.name === 'ended') return line === undefined || line.state === 'ended' ? [] : ['an ended contact has no line'];
  const slot = agent && center.agents.get(agent.agentId)?.slot;
  const connected = stage.name === 'connected';
  const expected = connected && stage.heldSinceMs !== null ? 'CONNECTED_ONHOLD' : 'CONNECTED';
  const consulted = previousContactId !== null && center.contacts.get(previousContactId)?.consult?.contactId === id;
  return [
    ...(agent && slot?.contactId !== id ? ['an open contact is in the slot of its agent'] : []),
    ...(agent && connected && slot?.state !== expected ? ['the slot says who is on hold'] : []),
    ...(connected && (line?.state === 'up') === consulted ? ['whoever talks has a customer, unless another has them'] : []),
  ];
}

/** Everybody hangs up and clears up. */
function goHome(center: CenterDriver): void {
  for (let round = 0; round < 4; round++) {
    for (const number of PHONES) center.ask({ type: 'customer.hangUp', number });
    for (const name of AGENTS) {
      center.ask({ type: 'agent.setStatus', agentId: ids.agent(name), statusId: ids.status('Offline') });
      const slot = center.center.agents.get(ids.agent(name))?.slot;
      if (slot) center.ask({ type: 'contact.clear', contactId: slot.contactId, agentId: ids.agent(name) });
    }
    center.wait(200);
  }
}

test('whatever agents, colleagues and customers do with one another, everybody is somewhere, and nothing is left over', () => {
  const rig = baseRig();
  const music = (name: string, type: 'CUSTOMER_HOLD' | 'AGENT_HOLD' | 'CUSTOMER_QUEUE') => aFlow(name, type, [{ Identifier: 'loop', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'La la la' }] } }]);
  const speak = { Identifier: 'speak', Type: 'MessageParticipant', Parameters: { Text: 'Now transferring.' }, Transitions: { NextAction: 'go' } };
  const toAgent = aFlow('to agent', 'AGENT_TRANSFER', [speak, { Identifier: 'go', Type: 'TransferContactToAgent' }]);
  const toQueue = aFlow('to queue', 'QUEUE_TRANSFER', [speak, { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'speak' }] } }]);
  const survey = aFlow('survey', 'CONTACT_FLOW', [speak, { Identifier: 'go', Type: 'DisconnectParticipant' }]);
  const main = aFlow('main', 'CONTACT_FLOW', [
    { Identifier: 'hook', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: { CustomerRemaining: 'survey' } }, Transitions: { NextAction: 'set' } },
    { Identifier: 'set', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'InboundQueue' }, Transitions: { NextAction: 'go' } },
    { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'set' }] } },
  ]);
  const flows = [...rig.flows.filter(({ id }) => id !== main.id), main, toAgent, toQueue, survey, music('hold', 'CUSTOMER_HOLD'), music('hold us', 'AGENT_HOLD'), music('wait', 'CUSTOMER_QUEUE')];
  const defaultFlows = { CUSTOMER_HOLD: ids.flow('hold'), AGENT_HOLD: ids.flow('hold us'), CUSTOMER_QUEUE: ids.flow('wait'), AGENT_WHISPER: ids.flow('agent whisper'), AGENT_TRANSFER: ids.flow('to agent'), QUEUE_TRANSFER: ids.flow('to queue') };
  const behavior = fc.constantFrom<DialBehavior[]>({ does: 'manual' }, { does: 'answers', afterMs: seconds(1), hangsUpAfterMs: null }, { does: 'answers', afterMs: seconds(0), hangsUpAfterMs: seconds(30) }, { does: 'busy', afterMs: seconds(1) }, { does: 'noAnswer' });
  fc.assert(fc.property(fc.array(behavior, { minLength: 3, maxLength: 3 }), fc.boolean(), fc.array(deed, { minLength: 20, maxLength: 60, size: 'max' }), (behaviors, whispers, deeds) => {
    const center = new CenterDriver(baseRig({ agents: AGENTS.map((name) => anAgent(name)), flows, defaultFlows: whispers ? defaultFlows : {} }));
    for (const [index, each] of behaviors.entries()) center.customer(PHONES[index] ?? '').behaves(each);
    for (const name of AGENTS) center.agent(name).sets('Available');
    for (const what of deeds) {
      const command = commandOf(center, what);
      if (command) center.ask(command);
      else if ('waits' in what) center.wait(what.waits);
      else if ('restarts' in what) center.restart();
      expect(faultsIn(center)).toEqual([]);
    }
    goHome(center);
    center.restart();
    expect([...center.center.openContacts]).toEqual([]);
    expect([...center.center.contacts.values()].filter(({ completedAtMs }) => completedAtMs === null)).toEqual([]);
    expect(center.engine.nextDueAtMs()).toBeNull();
  }), { numRuns: Number(process.env['RUNS'] ?? 300) });
}, 600_000);
