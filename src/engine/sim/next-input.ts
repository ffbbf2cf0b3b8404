import type { AgentId } from '../core/ids.ts';
import { durationMs, epochMs, type EpochMs } from '../core/time.ts';
import type { AgentSlot } from '../agent/model.ts';
import type { Contact } from '../contact/model.ts';
import type { DialBehavior, Line } from '../line/model.ts';
import type { Center } from '../state.ts';
import type { Chance } from './chance.ts';
import type { Deed, DeedKind, Input } from './deed.ts';
import { agentIdAt, customerAt, customerIndex, NUMBERS } from './instance.ts';
import type { SwarmOptions } from './options.ts';

/** What happens next in a random center: it looks at the state, so that rare moments are met on purpose. */
export function nextInput(center: Center, nextDueAtMs: EpochMs | null, options: SwarmOptions, chance: Chance): Input {
  const kind = chance.weighted(options.weights);
  const answer = colleague(center, options, chance);
  return {
    atMs: answer?.atMs ?? nextInstant(center.nowMs, nextDueAtMs, options, chance),
    deed: answer?.deed ?? idleColleague(center, options, chance) ?? (chance.flip(0.04) ? awkward(center, options, chance) : null) ?? deedOf(center, kind, options, chance),
    by: chance.weighted(options.givers),
    fate: chance.weighted(options.fates),
    delay: chance.int(1, 6),
  };
}

/** A colleague asked for by name has an offer: they are few, and what they answer, or that they never do, matters to another. */
function colleague(center: Center, { agents }: SwarmOptions, chance: Chance): { readonly deed: Deed; readonly atMs?: EpochMs } | null {
  for (const { contactId, agentId, expiresAtMs } of center.offers.values()) {
    if (center.contacts.get(contactId)?.method !== 'TRANSFER' || chance.flip(0.3)) continue;
    if (chance.flip(0.12)) return { deed: { do: 'nothing' }, atMs: expiresAtMs };
    for (let agent = 0; agent < agents; agent++) if (agentIdAt(agent) === agentId) return { deed: { do: chance.flip(0.7) ? 'reject' : 'accept', agent } };
  }
  return null;
}

/** Somebody who talks asks for a colleague who is free: mostly nobody is, since others wait for whoever gets free. */
function idleColleague(center: Center, { agents, weights }: SwarmOptions, chance: Chance): Deed | null {
  if (weights.transfer === 0 || center.idle.size === 0 || !chance.flip(0.12)) return null;
  for (let agent = 0; agent < agents; agent++) {
    const slot = center.agents.get(agentIdAt(agent))?.slot;
    const contact = slot?.state === 'CONNECTED' ? center.contacts.get(slot.contactId) : undefined;
    if (contact?.consult !== null) continue;
    for (let to = 0; to < agents; to++) if (center.idle.has(agentIdAt(to))) return { do: 'transfer', agent, kind: 'agent', to };
  }
  return null;
}

/** What somebody would do at a moment that hardly ever comes, if it has come for one of the agents. */
function awkward(center: Center, options: SwarmOptions, chance: Chance): Deed | null {
  const start = chance.int(0, options.agents - 1);
  for (let step = 0; step < options.agents; step++) {
    const agent = (start + step) % options.agents;
    const slot = center.agents.get(agentIdAt(agent))?.slot;
    const contact = slot && center.contacts.get(slot.contactId);
    const deed = contact ? awkwardWith(agent, slot, contact, options, chance) : null;
    if (deed) return deed;
  }
  return null;
}

function awkwardWith(agent: number, slot: AgentSlot, contact: Contact, { weights }: SwarmOptions, chance: Chance): Deed | null {
  if (slot.offerId !== null) return null;
  if (slot.state === 'PENDING') return { do: 'setStatus', agent, status: 3 };
  if (contact.stage.name === 'customerWhisper') return { do: 'hangUp', customer: customerIndex(contact.customerNumber) };
  if (contact.stage.name !== 'connected') return null;
  if (contact.callback && contact.outcome === null && weights.declareMachine > 0) return { do: 'declareMachine', agent };
  if (weights.transfer === 0) return null;
  return contact.consult === null ? { do: 'transfer', agent, kind: agent % 2 === 0 ? 'number' : 'agent', to: agent % 2 === 0 ? customerIndex(contact.customerNumber) + 1 : agent - 1 } : { do: chance.pick(['leave', 'drop'] as const), agent };
}

/** Often exactly when something is due, or a millisecond beside it: that is where orders of events are decided. */
function nextInstant(nowMs: EpochMs, dueAtMs: EpochMs | null, options: SwarmOptions, chance: Chance): EpochMs {
  if (chance.flip(options.jump)) return epochMs(nowMs + chance.int(1000, options.jumpMsMax));
  // A clock that somebody has set back, by an hour at the most.
  if (chance.flip(options.jump)) return epochMs(nowMs - chance.int(1, 3_600_000));
  const die = chance.number();
  if (die < 0.3) return nowMs;
  if (dueAtMs === null || die < 0.65) return epochMs(nowMs + chance.int(0, options.pauseMsMax));
  const beside = die < 0.85 ? 0 : die < 0.93 ? 1 : -1;
  return epochMs(Math.max(nowMs, dueAtMs + beside));
}

function deedOf(center: Center, kind: DeedKind, options: SwarmOptions, chance: Chance): Deed {
  switch (kind) {
    case 'nothing':
    case 'restart':
      return { do: kind };
    case 'dial':
      return { do: kind, customer: customerOffLine(center, options, chance), to: chance.flip(0.03) ? NUMBERS : chance.flip(0.03) ? NUMBERS - 1 : chance.int(0, 1) };
    case 'press':
      return { do: kind, customer: customerOnLine(center, options, chance, isUp), keys: chance.pick(['1', '1', '2', '3', '*', '9', `206555${1000 + chance.int(0, options.customers - 1)}#`, '555#', '#']) };
    case 'hangUp':
      return { do: kind, customer: customerOnLine(center, options, chance, () => true) };
    case 'requestCallback':
      return { do: kind, customer: customerOnLine(center, options, chance, isUp) };
    case 'answer':
    case 'decline':
    case 'letVoicemail':
      return { do: kind, customer: customerOnLine(center, options, chance, isRinging) };
    case 'behave':
      return { do: kind, customer: chance.int(0, options.customers - 1), whenCalled: Array.from({ length: chance.int(1, 3) }, () => behaviorOf(chance)), talksForMs: chance.flip(0.6) ? durationMs(chance.int(0, 200_000)) : null };
    case 'setStatus':
      return { do: kind, agent: chance.flip(0.4) ? agentWith(center, options, chance, (slot) => slot?.state === 'PENDING') : chance.int(0, options.agents - 1), status: chance.pick([0, 0, 0, 0, 0, 1, 2, 3]) };
    case 'accept':
    case 'acceptTwice':
    case 'acceptStale':
      return { do: kind, agent: agentWith(center, options, chance, (slot) => slot !== null && slot.offerId !== null) };
    case 'reject':
      // A colleague who was asked for by name is rare among offers, and turns down what others wait for.
      return { do: kind, agent: agentWith(center, options, chance, (slot) => slot !== null && slot.offerId !== null && (chance.flip(0.3) || center.contacts.get(slot.contactId)?.method === 'TRANSFER')) };
    case 'clear':
      return { do: kind, agent: agentWith(center, options, chance, (slot) => slot?.state === 'ENDED' || slot?.state === 'MISSED' || slot?.state === 'ERROR') };
    case 'end':
      return { do: kind, agent: agentWith(center, options, chance, (slot) => slot?.state === 'CONNECTED' || slot?.state === 'CONNECTING' || slot?.state === 'PENDING') };
    case 'hold':
    case 'mute':
    case 'sendDigits':
      return { do: kind, agent: agentWith(center, options, chance, (slot) => slot?.state === 'CONNECTED') };
    case 'resume':
      return { do: kind, agent: agentWith(center, options, chance, (slot) => slot?.state === 'CONNECTED_ONHOLD') };
    case 'stop':
    case 'setAttributes':
      return { do: kind, contact: chance.int(0, 1000) };
    case 'setRouting':
      return { do: kind, contact: chance.int(0, 1000), ...(chance.flip(0.5) ? { priority: chance.int(1, 9), ageAdjustmentSeconds: null } : { priority: null, ageAdjustmentSeconds: chance.int(-600, 600) }) };
    case 'transfer': {
      const agent = agentWith(center, options, chance, (slot) => slot?.state === 'CONNECTED');
      const to = chance.pick(['agent', 'queue', 'number'] as const);
      if (to === 'agent' && chance.flip(0.7)) return { do: kind, agent, kind: to, to: agentWith(center, options, chance, (_slot, id) => center.idle.has(id)) };
      const count = { agent: options.agents, queue: options.queues, number: options.customers }[to];
      // Now and then somebody or something that is not there.
      return { do: kind, agent, kind: to, to: chance.int(0, chance.flip(0.02) ? count : count - 1) };
    }
    case 'conference':
    case 'swap':
    case 'leave':
    case 'drop':
      return { do: kind, agent: agentWith(center, options, chance, (slot) => slot !== null && (center.contacts.get(slot.contactId)?.consult ?? null) !== null) };
    case 'dialOut':
      return { do: kind, agent: agentWith(center, options, chance, (slot) => slot === null), customer: chance.int(0, options.customers - 1) };
    case 'declareMachine':
      // Machines answer callbacks.
      return { do: kind, agent: agentWith(center, options, chance, (slot) => slot?.state === 'CONNECTED' && (center.contacts.get(slot.contactId)?.callback ?? null) !== null) };
    case 'requestByProgram':
      return { do: kind, customer: chance.int(0, options.customers - 1), queue: chance.int(0, options.queues - 1), delaySeconds: chance.pick([0, 1, 60]), retries: chance.int(0, 2) };
    case 'cancel':
      return { do: kind, contact: chance.int(0, 1000) };
    case 'move':
      return { do: kind, contact: chance.int(0, 1000), queue: chance.int(0, options.queues - 1) };
    case 'reassign':
      return { do: kind, contact: chance.int(0, 1000), agent: chance.int(0, options.agents - 1) };
    case 'reschedule':
      return { do: kind, contact: chance.int(0, 1000), inSeconds: chance.pick([0, 1, 30, 3600, 700_000]) };
    case 'configure':
      return { do: kind, variant: chance.int(0, 5) };
    case 'saveFlow':
      return { do: kind, flow: chance.int(0, 10), variant: chance.int(0, 3) };
    case 'assignFlow':
      return { do: kind, queue: chance.int(0, options.queues), flow: chance.flip(0.3) ? null : chance.int(0, options.loopingFlows ? 2 : 1) };
  }
}

const isUp = ({ state }: Line): boolean => state === 'up';
const isRinging = ({ state }: Line): boolean => state === 'ringing';

/** The first customer, from somewhere on around, whose phone is free; anybody when there is none. */
function customerOffLine(center: Center, { customers }: SwarmOptions, chance: Chance): number {
  const start = chance.int(0, customers - 1);
  for (let step = 0; step < customers; step++) {
    const index = (start + step) % customers;
    if ((center.customers.get(customerAt(index))?.lineId ?? null) === null) return index;
  }
  return start;
}

/** Likewise whose phone is in use as asked; anybody when there is none, since wrong commands must be refused too. */
function customerOnLine(center: Center, { customers }: SwarmOptions, chance: Chance, fits: (line: Line) => boolean): number {
  const start = chance.int(0, customers - 1);
  let fewest = customers;
  for (const { number, lineId } of center.customers.values()) {
    const line = lineId === null ? undefined : center.lines.get(lineId);
    const index = line && fits(line) ? customerIndex(number) : customers;
    if (index < customers) fewest = Math.min(fewest, (index - start + customers) % customers);
  }
  return (start + fewest) % customers;
}

function agentWith(center: Center, { agents }: SwarmOptions, chance: Chance, fits: (slot: AgentSlot | null, id: AgentId) => boolean): number {
  const start = chance.int(0, agents - 1);
  for (let step = 0; step < agents; step++) {
    const index = (start + step) % agents;
    const id = agentIdAt(index);
    if (fits(center.agents.get(id)?.slot ?? null, id)) return index;
  }
  return start;
}

function behaviorOf(chance: Chance): DialBehavior {
  const afterMs = durationMs(chance.pick([0, 0, 1, 8000, 59_999, 60_000, 60_001]));
  const does = chance.pick(['answers', 'answers', 'answers', 'manual', 'noAnswer', 'noAnswer', 'busy', 'invalidNumber', 'voicemail', 'networkNoAnswer', 'blocked', 'networkFault'] as const);
  switch (does) {
    case 'answers':
      return { does, afterMs, hangsUpAfterMs: chance.flip(0.5) ? durationMs(chance.pick([0, 1, 5000, 60_000])) : null };
    case 'busy':
    case 'voicemail':
    case 'networkNoAnswer':
    case 'networkFault':
      return { does, afterMs };
    case 'manual':
    case 'noAnswer':
    case 'invalidNumber':
    case 'blocked':
      return { does };
  }
}
