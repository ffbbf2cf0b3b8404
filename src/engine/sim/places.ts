import type { Agent, AgentContactState } from '../agent/model.ts';
import type { Contact } from '../contact/model.ts';
import type { ContactId, LineId } from '../core/ids.ts';
import type { Commit } from '../event.ts';
import type { Line } from '../line/model.ts';
import type { Center } from '../state.ts';
import type { About } from './about.ts';
import { holds } from './violation.ts';

/** What only the story so far can tell. */
export interface Told {
  /** Retries that wait out their gap without counting as Scheduled (decision #6). */
  readonly uncounted: ReadonlySet<ContactId>;
  readonly promisesOpened: number;
  readonly promisesClosed: number;
}

/** Checks what a commit touched: each contact is in one place and each agent agrees with it. */
export function checkTouched(center: Center, commit: Commit, told: Told): void {
  const seen: (Contact | Agent)[] = [];
  let contact: Contact | undefined;
  for (const event of commit.events) {
    const { contactId, agentId }: About = event;
    // Events of one contact mostly come together.
    if (contactId !== undefined && contactId !== contact?.id) {
      contact = center.contacts.get(contactId);
      if (contact && !seen.includes(contact)) {
        seen.push(contact);
        checkContact(center, contact, told);
      }
    }
    const agent = agentId === undefined ? undefined : center.agents.get(agentId);
    if (event.type === 'line.moved') holds(contact?.stage.name !== 'connected' || contact.stage.heldSinceMs === null, 'who is left to somebody talks with them at once');
    if (agent && !seen.includes(agent)) {
      seen.push(agent);
      checkAgent(center, agent);
    }
  }
  const next = center.timers.peek();
  holds(next === undefined || next.dueAtMs >= center.nowMs, 'no deadline lies in the past');
}

/** The contact is where its stage says, and nowhere else. */
export function checkContact(center: Center, contact: Contact, { uncounted }: Told): void {
  const { id, stage } = contact;
  const queue = contact.queue === null ? undefined : center.waiting.get(contact.queue.queueId);
  const place = {
    scheduled: isScheduled(center, id),
    waiting: timesWaiting(center, id),
    flow: center.flowRuns.get(id)?.flowType ?? null,
    line: stateOf(center, contact.lineId),
    third: stateOf(center, contact.thirdLineId),
    consulted: isConsulted(center, contact),
    slot: contact.agent === null ? null : slotState(center, contact),
    open: center.openContacts.has(id),
    whisperLimit: center.timers.get('whisper', id) !== undefined,
    life: center.timers.get('life', id) !== undefined,
  };
  const detail = (): string => `${stage.name} ${contact.method} ${JSON.stringify(place)}`;
  const stillQueued = contact.queue !== null && contact.queue.dequeuedAtMs === null;
  holds(place.waiting === (stillQueued ? 1 : 0) && (!stillQueued || queue?.has(id) === true), 'a contact waits in the queue its record says', detail);
  holds(place.scheduled === (stage.name === 'scheduled' && !uncounted.has(id)), 'who waits out a delay is scheduled, and nobody else', detail);
  holds(place.open === (stage.name !== 'ended'), 'open are those who have not ended', detail);
  const calls = contact.callback !== null;
  switch (stage.name) {
    case 'scheduled':
      holds(calls && place.flow === null && place.line === null && center.timers.get('callback', id)?.dueAtMs === stage.untilMs, 'a scheduled callback has its deadline and nothing else', detail);
      break;
    case 'inFlow':
      holds(place.flow !== null && (place.line === 'up') === (!calls && !place.consulted), 'a contact in a flow has a flow, and its caller the line', detail);
      break;
    case 'queued': {
      holds(stillQueued && place.slot === null, 'a queued contact waits, and no agent has it', detail);
      holds((place.line === 'up') === (!calls && !place.consulted), 'who waits in person is on the line', detail);
      const offer = stage.offerId === null ? undefined : center.offers.get(stage.offerId);
      holds(stage.offerId === null || offer?.contactId === id, 'a ringing contact has its offer', detail);
      break;
    }
    case 'agentWhisper':
      holds(place.flow !== null && place.whisperLimit, 'a whisper runs and has its limit', detail);
      holds(place.slot === (calls ? 'PENDING' : 'CONNECTING') && stillQueued === !calls, 'the agent of a whisper is on the contact', detail);
      break;
    case 'dialing':
      if (place.third === null) holds(place.line === 'ringing' && place.slot === 'CONNECTING' && !place.whisperLimit, 'while it is dialed the phone rings', detail);
      else holds(place.third === 'ringing' && place.slot === null && (place.line === 'up') === !place.consulted, 'while a third party is called their phone rings', detail);
      break;
    case 'customerWhisper':
      holds(place.line === 'up' && place.slot === 'CONNECTING' && place.whisperLimit && place.flow !== null, 'a customer hears a whisper with a limit', detail);
      break;
    case 'connected':
      holds((place.line === 'up') === !place.consulted && !stillQueued && !place.whisperLimit, 'a connected contact has its line, unless its customer is with another', detail);
      if (place.third === null) holds(place.slot === (stage.heldSinceMs === null ? 'CONNECTED' : 'CONNECTED_ONHOLD'), 'a held contact is on hold at its agent', detail);
      else holds(place.third === 'up' && contact.agent === null, 'a third party is on the line, and no agent', detail);
      break;
    case 'ended':
      holds(place.flow === null && !place.whisperLimit && (place.line === null || place.line === 'ended') && (place.third === null || place.third === 'ended'), 'an ended contact holds nothing', detail);
      checkTimes(contact);
      break;
  }
  checkConsult(center, contact, detail);
  const unaccepted = stage.name === 'scheduled' || stage.name === 'inFlow' || stage.name === 'queued';
  holds(place.life === (calls && unaccepted), 'a callback has a life until it is accepted', detail);
}

function isScheduled({ scheduled }: Center, id: ContactId): boolean {
  for (const set of scheduled.values()) if (set.has(id)) return true;
  return false;
}

/** In how many queues it stands. */
function timesWaiting({ waiting }: Center, id: ContactId): number {
  let times = 0;
  for (const line of waiting.values()) if (line.has(id)) times += 1;
  return times;
}

const stateOf = (center: Center, lineId: LineId | null): Line['state'] | null => (lineId === null ? undefined : center.lines.get(lineId))?.state ?? null;

/** Another contact's agent has asked for this one, and has not left the customer to it. */
export function isConsulted(center: Center, { id, previousContactId }: Contact): boolean {
  return previousContactId !== null && center.contacts.get(previousContactId)?.consult?.contactId === id;
}

/** A consultation has two sides, and on hold is whom the agent does not talk with. */
function checkConsult(center: Center, { id, stage, consult }: Contact, detail: () => string): void {
  if (consult === null) return;
  const other = center.contacts.get(consult.contactId);
  holds(other !== undefined && other.previousContactId === id && other.stage.name !== 'ended' && stage.name === 'connected', 'a consultation has two sides', detail);
  const hearsThird = other.stage.name !== 'connected' || other.stage.heldSinceMs === null;
  holds((stage.heldSinceMs === null) === (consult.talk !== 'third') && hearsThird === (consult.talk !== 'customer'), 'on hold is whom the agent does not talk with', detail);
}

function slotState(center: Center, contact: Contact): AgentContactState | null {
  const slot = contact.agent === null ? null : center.agents.get(contact.agent.agentId)?.slot;
  return slot?.contactId === contact.id ? slot.state : null;
}

/** Instants come in the order in which things happen, and the stretches between them add up to the contact's life. */
function checkTimes(contact: Contact): void {
  const { queue, agent, callback, initiatedAtMs, disconnectedAtMs, dialedAtMs, connectedToSystemAtMs } = contact;
  holds(disconnectedAtMs !== null && contact.disconnectReason !== null && contact.cause !== null, 'an ended contact says when and why');
  const dequeued = queue?.dequeuedAtMs ?? null;
  holds(queue === null || dequeued !== null, 'an ended contact has left its queue');
  const steps = callback || contact.method === 'OUTBOUND'
    ? [initiatedAtMs, queue?.enqueuedAtMs, agent?.acceptedAtMs ?? dequeued, dialedAtMs, connectedToSystemAtMs, agent?.connectedAtMs, disconnectedAtMs]
    : [connectedToSystemAtMs, initiatedAtMs, queue?.enqueuedAtMs, agent?.acceptedAtMs, dequeued, agent?.connectedAtMs, disconnectedAtMs];
  let last = -Infinity;
  for (const step of steps) {
    if (step === null || step === undefined) continue;
    holds(step >= last, 'the instants of a record come in order', () => steps.join(' '));
    last = step;
  }
  if (callback && agent) holds(dequeued === agent.acceptedAtMs, 'a callback leaves its queue when it is accepted');
  if (agent) holds(agent.heldMs >= agent.longestHoldMs && agent.heldMs <= disconnectedAtMs - (agent.connectedAtMs ?? disconnectedAtMs), 'hold is part of the conversation');
  if (agent && agent.workStartedAtMs !== null) holds(agent.workStartedAtMs === disconnectedAtMs, 'after-contact work begins when the contact ends');
}

const SLOT_WITH_OFFER: ReadonlySet<AgentContactState> = new Set(['INCOMING', 'CONNECTING']);

/** The agent's slot, the contact in it and the idle list tell the same. */
export function checkAgent(center: Center, agent: Agent): void {
  const { slot } = agent;
  const status = center.config.statuses.get(agent.statusId)?.type;
  const ready = slot === null && agent.nextStatusId === null && status === 'ROUTABLE';
  holds(center.idle.has(agent.id) === (ready && center.config.agents.has(agent.id)), 'idle are those who can take a contact');
  holds((slot?.untilMs ?? null) === (center.timers.get('work', agent.id)?.dueAtMs ?? null), 'limited work has its deadline, and nothing else has');
  if (slot === null) return;
  const contact = center.contacts.get(slot.contactId);
  const offer = slot.offerId === null ? undefined : center.offers.get(slot.offerId);
  const detail = (): string => `${slot.state} with a contact ${contact?.stage.name}`;
  holds(contact !== undefined, 'the contact in a slot is there');
  if (slot.offerId !== null) {
    holds(SLOT_WITH_OFFER.has(slot.state) && offer?.agentId === agent.id && offer.contactId === contact.id, 'a ringing slot has its offer', detail);
    return;
  }
  holds(slot.state !== 'INCOMING', 'what comes in is an offer', detail);
  const ended = contact.stage.name === 'ended';
  if (slot.state === 'MISSED') holds(slot.cause === 'missed' || slot.cause === 'rejected', 'a miss says whether it was rejected', detail);
  else {
    holds(contact.agent?.agentId === agent.id, 'the contact in a slot belongs to its agent', detail);
    holds(ended === (slot.state === 'ENDED' || slot.state === 'ERROR'), 'an agent wraps up what has ended', detail);
    holds(!ended || contact.completedAtMs === null, 'a contact is complete when its agent is done');
  }
}
